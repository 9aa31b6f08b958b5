"""Square brackets that no other bracket answers, found over a whole draft."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model import ReadWarning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.model import Document, Provision

_BRACKET = re.compile(r"[\[\]]")
_is_balanced = re.compile(r"[^\[\]]*+(?:\[[^\[\]]*+(?:\[[^\[\]]*+\][^\[\]]*+)*+\][^\[\]]*+)*+\Z").match
"""A quick look at a text whose brackets nest once at most, as in most paragraphs."""
_WORD = re.compile(r"\w")
_AROUND = 20
"""Characters shown on either side of a bracket."""
_MOST_NAMED = 100
_UNITS = frozenset({"article", "annex", "chapter", "part", "title", "section", "preamble", "appendix", "schedule"})


class Passage(NamedTuple):
    """A run of text with its brackets, in the order of the draft, and where it stands.

    `opens_unit`: an article, a chapter, an annex or another headed part starts with it.
    """

    text: str
    line: int | None = None
    page: int | None = None
    opens_unit: bool = False


class _Bracket(NamedTuple):
    passage: Passage
    place: int
    heads_unit: bool


def unbalanced(passages: Iterable[Passage]) -> tuple[ReadWarning, ...]:
    """Warn of every bracket without its other half, with its line or page and the words around it.

    A bracket may close in a later paragraph of its article; past the end of the article only one may that was opened before
    the number of an article or chapter, for whole articles are bracketed in this way. At most a hundred are named; one more
    warning counts the rest.
    """
    alone = _unanswered(passages)
    named = tuple(map(_warning, islice(alone, _MOST_NAMED)))
    if rest := sum(1 for _ in alone):
        return (*named, ReadWarning("unbalanced-brackets", f"{rest:,} more square brackets have no other half"))
    return tuple(sorted(named, key=lambda warning: (warning.page or 0, warning.line or 0)))


def unanswered(document: Document) -> tuple[ReadWarning, ...]:
    """Warn as `unbalanced` does, where the reader of the format has not done so with better places."""
    if any(warning.code.startswith("unbalanced-bracket") for warning in document.warnings):
        return ()
    marks = (mark for provision in document.walk() for mark in (*provision.heading_marks, *provision.marks))
    if all(mark.opens and mark.closes for mark in marks):
        return ()
    return unbalanced(passages(document.provisions))


def passages(provisions: Iterable[Provision]) -> Iterator[Passage]:
    """Give the texts of provisions in order, for the formats that are read without an outline."""
    from treatydiff.text.marks import restore  # noqa: PLC0415 (the outline does without)

    for provision in provisions:
        place = provision.line, provision.page
        opens = provision.kind in _UNITS
        marks = provision.marks
        yield Passage(restore(provision.heading, provision.heading_marks), *place, opens_unit=opens)
        end = len(provision.text)
        yield Passage(restore(provision.text, (m for m in marks if m.start <= end or not provision.closing)), *place)
        yield from passages(provision.children)
        if provision.closing:
            behind = (m._replace(start=m.start - end - 1, end=m.end - end - 1) for m in marks if m.start > end)
            yield Passage(restore(provision.closing, behind), *place)


def _unanswered(passages: Iterable[Passage]) -> Iterator[_Bracket]:
    within: list[_Bracket] = []
    around: list[_Bracket] = []
    for passage in passages:
        if passage.opens_unit and within:
            around += (bracket for bracket in within if bracket.heads_unit)
            yield from (bracket for bracket in within if not bracket.heads_unit)
            within.clear()
        if _is_balanced(passage.text):
            continue
        here: list[int] = []
        for m in _BRACKET.finditer(passage.text):
            if m[0] == "[":
                here.append(m.start())
            elif here:
                here.pop()
            elif not _closes(within, around):
                yield _Bracket(passage, m.start(), heads_unit=False)
        if here:
            first = _WORD.search(passage.text) if passage.opens_unit else None
            head = first.start() if first else 0
            within += (_Bracket(passage, place, place < head) for place in here)
    yield from around
    yield from within


def _closes(within: list[_Bracket], around: list[_Bracket]) -> bool:
    """Take the bracket away that a closing one answers; false when there is none."""
    if within or around:
        (within or around).pop()
        return True
    return False


def _warning(bracket: _Bracket) -> ReadWarning:
    passage, place, _ = bracket
    line = passage.line + passage.text.count("\n", 0, place) if passage.line is not None else None
    start, end = max(0, place - _AROUND), min(len(passage.text), place + 1 + _AROUND)
    words = " ".join(passage.text[start:end].split())
    shown = f"{'…' if start else ''}{words}{'…' if end < len(passage.text) else ''}"
    is_open = passage.text[place] == "["
    problem = "this [ is never closed" if is_open else "this ] closes nothing"
    return ReadWarning("unbalanced-bracket", f"{problem}: {shown}", line=line, page=passage.page)
