"""The sentences of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span

_END: Final = re.compile(r"[.;](?=\s+[^\W\d_]|\s+[\"“(]|\s*$)|\n")
_LAST_WORD: Final = re.compile(r"([^\W_][\w.]*)$")
_LONGEST_WORD: Final = 40


def sentences(text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """Give the spans of the sentences of a text in order; semicolons and line breaks end one, abbreviations do not."""
    found: list[Span] = []
    start = 0
    for end in _END.finditer(text):
        word = _LAST_WORD.search(text, max(start, end.start() - _LONGEST_WORD), end.start())
        if end[0] == "." and word and word[1].casefold() in lexicon.words("words", "abbreviations"):
            continue
        _add(found, text, start, end.end())
        start = end.end()
    _add(found, text, start, len(text))
    return tuple(found)


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    if start < end:
        found.append((start, end))
