"""Characters as they may be shown: none that commands a terminal, and how many columns each takes."""

from __future__ import annotations

from typing import Final
from unicodedata import combining, east_asian_width

_JOINERS: Final = "\u200c\u200d\u00ad"
_WIDE: Final = frozenset({"W", "F"})


def printable(text: str) -> str:
    """Give `text` with every character that a terminal could obey, or that reorders what is read, shown as U+FFFD."""
    if text.isprintable():
        return text
    return "".join(c if c == "\n" or c.isprintable() or c in _JOINERS else "\ufffd" for c in text)


def columns(text: str) -> int:
    """Give how many columns of a terminal a text takes: two for each wide character, none for one that joins another."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(c) or c in _JOINERS else 2 if east_asian_width(c) in _WIDE else 1 for c in text)
