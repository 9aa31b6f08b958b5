"""Characters that are not what they look like: decomposed letters, soft hyphens, replacement characters, mixed line ends."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Final
from unicodedata import combining, is_normalized, name, normalize

from treatydiff.checks.check import Check, Fails, Passes, Seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject

ID: Final = "encoding"
_LOST: Final = re.compile("\ufffd+")
_HIDDEN: Final = re.compile("[\u00ad\u200b\u2060\ufffe]|(?<!^)\ufeff")
_PARTING: Final = re.compile("\\w(?:[\u00ad\ufffe]\\s|\u200b\\w)")
"""A word that a hyphen at the end of a line parts, or two words that only this parts: without it they would not be the same."""
_OVERRIDES: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ARABIC: Final = re.compile("[\u0590-\u08ff]")
_ANY: Final = re.compile("[\ufffd\u00ad\u200b\u2060\ufffe\ufeff\u202a-\u202e\u2066-\u2069\u2126\u212a\u212b]")
_LINE_END: Final = re.compile(r"\r\n?|\n")
_NAMES: Final = {"\r\n": "CRLF", "\n": "LF", "\r": "CR"}
_MOST_TOLD: Final = 50


def look(subject: Subject) -> Iterator[Seen]:
    """Look at the characters of the file, or where it is no text at those of the provisions."""
    for warning in subject.document.warnings:
        if warning.code == "encoding":
            yield Seen("", warning.message, "save the file as UTF-8", line=1)
    source = subject.source
    if source is not None:
        yield from _line_ends(source.text)
        if not source.text.isascii():
            yield from (one._replace(at=one.span, span=None) for one in _characters(source.text))
        return
    for clause in subject.worded:
        if not clause.words.isascii():
            yield from (one._replace(provision=clause.provision, replacement=None) for one in _characters(clause.words))


def _characters(text: str) -> Iterator[Seen]:
    if _ANY.search(text) is None and is_normalized("NFC", text):
        return
    yield from islice(chain(_lost(text), _hidden(text), _decomposed(text)), _MOST_TOLD)


def _lost(text: str) -> Iterator[Seen]:
    for found in _LOST.finditer(text):
        yield Seen(
            found[0], "a replacement character stands where the file lost a character", "write what was lost", span=found.span()
        )


def _hidden(text: str) -> Iterator[Seen]:
    for found in _HIDDEN.finditer(text):
        said = f"{name(found[0], 'a non-character').lower()} (U+{ord(found[0]):04X}) stands in the words and cannot be seen"
        if _PARTING.match(text, max(0, found.start() - 1)):
            yield Seen(found[0], said, "take it out, and join or part the words around it", span=found.span())
        else:
            yield Seen(found[0], said, "take it out", span=found.span(), replacement="")
    if _ARABIC.search(text) is None:
        for found in _OVERRIDES.finditer(text):
            said = f"{name(found[0]).lower()} (U+{ord(found[0]):04X}) shows the words in another order than they are written in"
            yield Seen(found[0], said, "take it out", span=found.span())


def _decomposed(text: str) -> Iterator[Seen]:
    """Find letters that are not in Unicode's composed form (NFC), though it has them."""
    if is_normalized("NFC", text):
        return
    for found in _combined().finditer(text):
        composed = normalize("NFC", found[0])
        if composed != found[0] and not combining(composed[0]):
            said = (
                f"{composed} is written as {len(found[0])} characters" if len(found[0]) > 1 else f"{composed} is a look-alike"
            )
            yield Seen(
                found[0],
                f"{said}, not in the composed form (NFC)",
                f"write {composed}",
                span=found.span(),
                replacement=composed,
            )


@cache
def _combined() -> re.Pattern[str]:
    return re.compile("[^\u0300-\u036f]?[\u0300-\u036f]+|[\u2126\u212a\u212b]")


def _line_ends(text: str) -> Iterator[Seen]:
    """Name the first line end that is not as most of them are; all of them are mended together."""
    if "\r" not in text:
        return
    ends = list(_LINE_END.finditer(text))
    counted = Counter(end[0] for end in ends)
    if len(counted) == 1:
        return
    usual = max(sorted(counted), key=lambda end: counted[end])
    first, *others = (Seen(_NAMES[end[0]], "", at=end.span(), replacement=usual) for end in ends if end[0] != usual)
    written = ", ".join(f"{counted[end]:,} {_NAMES[end]}" for end in sorted(counted, key=lambda end: -counted[end]))
    said = f"line ends are mixed: {written}"
    yield first._replace(message=said, mend=f"end every line with {_NAMES[usual]}", others=tuple(others))


CHECK: Final = Check(
    ID,
    "TD002",
    "error",
    "Letters not in Unicode's composed form, characters that are lost or cannot be seen, mixed line ends",
    look,
    fails=(
        Fails("Article 1\n\nThe caf\u0065\u0301 burns its lamps.", "e\u0301", 3),
        Fails("Article 1\n\nThe lamps of the har\u00adbour burn.", "\u00ad", 3),
        Fails("Article 1\n\nThe lamps of the Cura\ufffdao harbour burn.", "\ufffd", 3),
        Fails("Article 1\n\nThe lamps burn.\r\n\nArticle 2\n\nBells ring.", "CRLF", 3),
        Fails("Article 1\n\nThe lamps \u202eburn.", "\u202e", 3),
    ),
    passes=(
        Passes("Article 1\n\nThe café of Curaçao burns its lamps.", "composed letters"),
        Passes("Article 1\r\n\r\nThe lamps burn.\r\n", "all lines end alike"),
        Passes("Article 1\n\nThe “Lamps” – all of them – burn at 40 °C.", "typographic signs and no-break spaces are no fault"),
        Passes("المادة 1\n\nتضيء \u202bالمصابيح\u202c.", "marks of direction belong to Arabic"),
    ),
)
