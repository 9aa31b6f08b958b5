"""The redline of a change as styled text, with the square brackets that stand over its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rich.text import Text

from treatydiff.writers.pieces import pieces
from treatydiff.writers.screen import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.model import Change, Clause

_OPENS, _CLOSES = "⟦", "⟧"
_MOVED = "⟨moved {}⟩ "
_STYLES: Final = {"equal": "", "delete": "red strike", "insert": "blue underline"}
_SIGNS: Final = {"equal": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}")}


class _Sign(NamedTuple):
    """Half of a bracket at a place in a wording; those that close stand before those that open."""

    place: int
    opens: bool


def redlined(change: Change, *, colour: bool) -> Text:
    """Write the redline; without colour `[-struck-]` and `{+inserted+}`, brackets of the drafts as `⟦contested⟧`.

    Where words moved inside the clause, `⟨moved 1⟩` stands at both ends.
    """
    old, new = set(_brackets(change.link.old)), set(_brackets(change.link.new))
    text = Text()
    for piece in pieces(change):
        size = len(piece.text)
        signs = _within(old, piece.old, size) if piece.op != "insert" else set()
        if piece.op != "delete":
            signs |= _within(new, piece.new, size)
        before, after = ("", "") if colour else _SIGNS[piece.op]
        written = _with_signs(printable(piece.text), sorted(signs))
        words = written.lstrip() if piece.move else written
        text.append(before + written[: len(written) - len(words)], _STYLES[piece.op])
        text.append(_MOVED.format(piece.move) if piece.move else "", "dim")
        text.append(words + after, _STYLES[piece.op])
    return text


def _brackets(clauses: Sequence[Clause]) -> Iterator[_Sign]:
    start = 0
    for clause in clauses:
        for mark in clause.marks:
            if mark.kind == "bracket" and mark.start < mark.end:
                yield from [_Sign(start + mark.start, True)] if mark.opens else []
                yield from [_Sign(start + mark.end, False)] if mark.closes else []
        start += len(clause.words) + 1


def _within(signs: set[_Sign], start: int, size: int) -> set[_Sign]:
    """Give the signs that belong to a run of text, by their place in it."""
    found = (_Sign(sign.place - start, sign.opens) for sign in signs)
    return {sign for sign in found if (0 <= sign.place < size if sign.opens else 0 < sign.place <= size)}


def _with_signs(text: str, signs: Iterable[_Sign]) -> str:
    parts = []
    last = 0
    for sign in signs:
        parts += [text[last : sign.place], _OPENS if sign.opens else _CLOSES]
        last = sign.place
    return "".join([*parts, text[last:]])
