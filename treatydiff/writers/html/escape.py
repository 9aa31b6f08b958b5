"""Text of a draft made safe for a page: whatever it holds, it stays text."""

from __future__ import annotations

import re
from html import escape

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Give the text with every control character, lone surrogate and noncharacter replaced by U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", text)


def content(text: str) -> str:
    """Give the text as element content; where it changes its own direction, in an isolate, so that nothing else turns."""
    safe = escape(printable(text), quote=False)
    return f"<bdi>{safe}</bdi>" if _DIRECTION.search(safe) else safe


def attribute(text: str) -> str:
    """Give the text for an attribute between double quotes; characters that change the direction are replaced too."""
    return escape(_DIRECTION.sub("\ufffd", printable(text)))
