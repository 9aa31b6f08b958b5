"""Letters of a draft made fit for paper."""

from __future__ import annotations

import re
from typing import Final

from treatydiff.writers.html.escape import printable

_TURNS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LONG_WORD: Final = re.compile(r"\S{40,}")
_STRETCH: Final = re.compile(r"\S{20}")
_OTHER_SCRIPTS: Final = re.compile(
    "[\u0600-\u1dff\u2c00-\u2dff\u2e80-\ufaff\ufb50-\ufdff\ufe70-\ufeff\uff00-\uffef\U00010000-\U0003ffff]"
)
"""Beyond Latin, Greek, Cyrillic and Hebrew, punctuation and signs, which the fonts that typst brings can write."""


def on_paper(text: str) -> str:
    """Give text without control characters and turns of direction, very long words with places to break."""
    shown = printable(text)
    if not shown.isprintable():
        shown = _TURNS.sub("\ufffd", shown)
    if len(shown) < 40:  # noqa: PLR2004 - as in the pattern
        return shown
    return _LONG_WORD.sub(lambda word: _STRETCH.sub(lambda stretch: f"{stretch[0]}\u200b", word[0]), shown)


def needs_more_fonts(text: str) -> bool:
    """Whether a text holds a letter that no font of typst's own can write."""
    return _OTHER_SCRIPTS.search(text) is not None
