"""Words with their marks as styled text: brackets and remarks as they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from treatydiff.text.marks import pieces
from treatydiff.writers.screen import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.model import Mark

_SPANS: Final = {"emphasis": "italic", "reference": ""}
_PIECES: Final = {"bracket": "bold yellow", "option": "cyan", "attribution": "cyan", "status": "magenta", "footnote": "green"}
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def marked(words: str, marks: Sequence[Mark]) -> Text:
    """Write words with their marks; a footnote is its raised number, or its sign in square brackets with a caret."""
    text = Text()
    spans = [mark for mark in marks if mark.kind in _SPANS and mark.start < mark.end]
    for piece in pieces(words, (mark for mark in marks if mark.kind not in _SPANS)):
        if piece.kind:
            text.append(printable(anchor(piece.text) if piece.kind == "footnote" else piece.text), _PIECES[piece.kind])
            continue
        begin, end = len(text), piece.place + len(piece.text)
        text.append(printable(piece.text))
        for mark in spans:
            first, stop = max(piece.place, mark.start), min(end, mark.end)
            if first < stop:
                text.stylize(_SPANS[mark.kind], begin + first - piece.place, begin + stop - piece.place)
    return text


def anchor(label: str) -> str:
    """Give the sign of a footnote beside the words: its raised number, or its label in square brackets with a caret."""
    return label.translate(_RAISED) if label.isascii() and label.isdigit() else f"[^{label}]" if label else "*"
