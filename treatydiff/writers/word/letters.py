"""What of a draft's letters a Word file can hold: every character that XML has no place for is shown as U+FFFD."""

from __future__ import annotations

import re
from typing import Final

_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DIRECTION: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ISOLATES: Final = "\u2066\u2067\u2068"
_END_OF_ISOLATE: Final = "\u2069"
_END_OF_EMBEDDING: Final = "\u202c"


def printable(text: str) -> str:
    """Give the text with every control character but tab and line feed, lone surrogate and noncharacter as U+FFFD."""
    return text if text.isprintable() else _UNPRINTABLE.sub("\ufffd", text)


def enclosed(text: str) -> str:
    """Give a draft's words fit to stand within a sentence of ours: what they turn around ends with them.

    Words that change their own direction are put between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, and every direction
    that they open, or close without having opened it, is made up for inside (Unicode Standard Annex 9). A paragraph that holds
    nothing but the draft needs none of this: its end is the end of every direction.
    """
    if text.isprintable() or not _DIRECTION.search(text):
        return text
    return f"\u2068{_balanced(text)}{_END_OF_ISOLATE}"


def _balanced(text: str) -> str:
    """Leave out what closes nothing and close what is left open."""
    open_: list[str] = []
    kept = []
    for letter in text:
        if not _DIRECTION.match(letter):
            kept.append(letter)
        elif letter not in {_END_OF_ISOLATE, _END_OF_EMBEDDING}:
            open_.append(_END_OF_ISOLATE if letter in _ISOLATES else _END_OF_EMBEDDING)
            kept.append(letter)
        elif open_ and open_[-1] == letter:
            kept.append(open_.pop())
    return "".join([*kept, *reversed(open_)])
