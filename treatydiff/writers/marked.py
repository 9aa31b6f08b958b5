"""Words with their marks as styled text: brackets and remarks as they are printed, tracked changes as signs or colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from treatydiff.text.marks import pieces
from treatydiff.writers.screen import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.model import Mark

_SPANS: Final = {"emphasis": "italic", "insertion": "blue underline", "deletion": "red strike", "reference": ""}
_PIECES: Final = {"bracket": "bold yellow", "option": "cyan", "attribution": "cyan", "status": "magenta", "footnote": "green"}
_SIGNS: Final = {"insertion": ("{+", "+}"), "deletion": ("[-", "-]")}
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def marked(words: str, marks: Sequence[Mark], *, colour: bool) -> Text:
    """Write words with their marks; without colour `[-struck-]` and `{+inserted+}`, who did it before the words.

    A footnote is its raised number, or its sign in square brackets with a caret.
    """
    text = Text()
    signs = _tracked(marks, colour=colour)
    spans = [mark for mark in marks if mark.kind in _SPANS and mark.start < mark.end] if colour else []
    for piece in pieces(words, (mark for mark in marks if mark.kind not in _SPANS)):
        if piece.kind:
            text.append(printable(_anchor(piece.text) if piece.kind == "footnote" else piece.text), _PIECES[piece.kind])
        else:
            _append(text, piece.text, piece.place, signs, spans)
    return text


def _append(text: Text, words: str, start: int, signs: dict[int, list[str]], spans: Iterable[Mark]) -> None:
    """Add a run of words that begins at an offset, with the signs at the offsets within it and the styles over it."""
    end = start + len(words)
    begin = len(text)
    last = start
    for place in sorted(place for place in signs if start <= place <= end):
        text.append(printable(words[last - start : place - start]))
        text.append("".join(signs.pop(place)))
        last = place
    text.append(printable(words[last - start :]))
    if len(text) - begin == len(words):
        for mark in spans:
            first, stop = max(start, mark.start), min(end, mark.end)
            if first < stop:
                text.stylize(_SPANS[mark.kind], begin + first - start, begin + stop - start)


def _tracked(marks: Iterable[Mark], *, colour: bool) -> dict[int, list[str]]:
    """Give the signs of tracked changes by their offset, those that close before those that open."""
    signs: dict[int, list[str]] = {}
    for mark in marks:
        if mark.kind in _SIGNS and mark.start < mark.end:
            opening, closing = ("", "") if colour else _SIGNS[mark.kind]
            who = f"{printable(mark.label)}: " if mark.label else ""
            if opening or who:
                signs.setdefault(mark.start, []).append(opening + who)
            if closing:
                signs.setdefault(mark.end, []).insert(0, closing)
    return signs


def _anchor(label: str) -> str:
    return label.translate(_RAISED) if label.isascii() and label.isdigit() else f"[^{label}]" if label else "*"
