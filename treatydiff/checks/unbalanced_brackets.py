"""Square brackets, parentheses and quotation marks without their other half."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen
from treatydiff.crossrefs.provisions import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Clause, ReadWarning

ID: Final = "unbalanced-brackets"
_SIGNS: Final = re.compile("[()“”]")
_ITEM: Final = re.compile(
    r"(?:(?<=[\s(\u00a0/,–-])|^)(?:\d{1,3}|[A-Za-zñ]|[ivxlcIVXLC]{1,6}|[a-z]{2})(?:\s?(?:bis|ter|quater))?\)"
)
"""A label with a parenthesis behind it alone, as French and Spanish texts write and cite items: "a)"."""
_CLOSES: Final = {")": "(", "”": "“"}
_NAMES: Final = {"(": "parenthesis", ")": "parenthesis", "“": "quotation mark", "”": "quotation mark"}
_LOW_QUOTE: Final = "„"
_AROUND: Final = 24


def look(subject: Subject) -> Iterator[Seen]:
    """Tell the square brackets that reading found alone, then parentheses and quotation marks, article by article."""
    for warning in subject.document.warnings:
        if warning.code == "unbalanced-bracket":
            yield _bracket(warning, subject)
    if subject.is_amending:
        return  # what is quoted opens in one provision and closes in another
    for _, unit in groupby(subject.worded, key=_unit):
        yield from _signs(list(unit), subject)


def _bracket(warning: ReadWarning, subject: Subject) -> Seen:
    said = warning.message.partition(":")[0]
    at = None
    if subject.source is not None and warning.line is not None and warning.words:
        start = subject.source.offset(warning.line)
        at = subject.source.found(warning.words, (warning.at, warning.at + 1), (start, start + 20_000), exact=True)
    sign = warning.words[warning.at : warning.at + 1]
    return Seen(sign, said, "add its other half, or take it out", at=at, line=warning.line, page=warning.page)


def _unit(clause: Clause) -> str:
    return next((one.id for one in (*clause.ancestors, clause.provision) if one.kind in UNITS), clause.id)


def _signs(unit: list[Clause], subject: Subject) -> Iterator[Seen]:
    """Find what is open at the end of an article, and what closes nothing in it."""
    texts = [clause.words for clause in unit]
    if all(text.count("(") == text.count(")") and text.count("“") == text.count("”") for text in texts):
        return
    opened: dict[str, list[tuple[Clause, int]]] = {"(": [], "“": []}
    for clause, text in zip(unit, texts, strict=True):
        labels = {found.end() - 1 for found in _ITEM.finditer(text)}
        for found in _SIGNS.finditer(text):
            sign, place = found[0], found.start()
            if sign in opened:
                opened[sign].append((clause, place))
            elif opened[_CLOSES[sign]]:
                opened[_CLOSES[sign]].pop()
            elif place not in labels and not _is_low_quoted(text, sign, place):
                yield _seen(clause, place, f"this {_NAMES[sign]} closes nothing")
    for sign, places in opened.items():
        for clause, place in places:
            if not _goes_on(clause, sign, subject):
                yield _seen(clause, place, f"this {_NAMES[sign]} is never closed")


def _is_low_quoted(text: str, sign: str, place: int) -> bool:
    """Whether a quotation opened with the low sign of other traditions, or the sign opens one there."""
    return sign == "”" and _LOW_QUOTE in text[:place]


def _goes_on(clause: Clause, sign: str, subject: Subject) -> bool:
    """Whether a quotation of several paragraphs opens each of them anew, as print does, and closes in the last."""
    if sign != "“":
        return False
    after = subject.clauses[clause.order + 1 : clause.order + 2]
    return any(one.words.startswith("“") for one in after)


def _seen(clause: Clause, place: int, said: str) -> Seen:
    sign = clause.words[place]
    return Seen(sign, said, "add its other half, or take it out", provision=clause.provision, span=(place, place + 1))


CHECK: Final = Check(
    ID,
    "TD005",
    "error",
    "Square brackets, parentheses and quotation marks without their other half",
    look,
    fails=(
        Fails("Article 1\n\nParties [shall report each year.\n\nArticle 2\n\nLamps burn.", "[", 3),
        Fails("Article 1\n\nParties shall] report each year.\n\nArticle 2\n\nLamps burn.", "]", 3),
        Fails("Article 1\n\nParties shall report (each year.\n\nArticle 2\n\nLamps burn.", "(", 3),
        Fails("Article 1\n\n1. Lamps burn.\n\n2. The word “ship means a boat.", "“", 5),
    ),
    passes=(
        Passes(
            "Article 1\n\nParties [[shall] [should]] report (each year) on “Ships”.", "nested brackets have their other half"
        ),
        Passes("Article 1\n\n1. Lamps burn [at dusk.\n\n2. Bells ring] at noon.", "a bracket may close in a later paragraph"),
        Passes("Article 1\n\nLamps named in paragraph 1 a) and b) of the annex burn.", "a) is how an item is cited"),
        Passes("[Article 1\n\nLamps burn.]\n\nArticle 2\n\nBells ring.", "the bracket is around the whole article"),
    ),
)
