"""The parts of a provision that an instruction can be about, each as words with the marks over them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.text.marks import Marked, extract, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.model import Mark, PartOfProvision, Provision
    from treatydiff.text.marks import Piece

_WRITTEN: Final = frozenset({"bracket", "option", "attribution", "status"})
"""Marks that print shows as characters; the others are how words look, or lead elsewhere."""


class Edit(NamedTuple):
    """Characters `start:end` of a text as it is written give way to `new`."""

    start: int
    end: int
    new: str


def part_of(provision: Provision, part: PartOfProvision) -> Marked | None:
    """Give a part; None where a mark reaches from the text into the closing text, so that neither stands alone."""
    if part == "heading":
        return Marked(provision.heading, provision.heading_marks)
    if part == "words" or not provision.closing:
        return Marked("" if part == "closing" else provision.words, () if part == "closing" else provision.marks)
    end = len(provision.text)
    if any(mark.start <= end < mark.end for mark in provision.marks):
        return None
    if part == "text":
        return Marked(provision.text, tuple(mark for mark in provision.marks if mark.end <= end))
    behind = (mark for mark in provision.marks if mark.start > end)
    return Marked(provision.closing, _shifted(behind, -end - 1))


def with_part(provision: Provision, part: PartOfProvision, now: Marked) -> Provision:
    """Give the provision with another heading, text or closing text.

    Raises:
        ValueError: the marks over text and closing text are one.

    """
    if part == "heading":
        return provision._replace(heading=now.words, heading_marks=now.marks)
    text, closing = part_of(provision, "text"), part_of(provision, "closing")
    if text is None or closing is None:
        raise ValueError("marks reach from the text into the closing text")
    text, closing = (now, closing) if part == "text" else (text, now)
    marks = (*text.marks, *_shifted(closing.marks, len(text.words) + 1)) if closing.words else text.marks
    return provision._replace(text=text.words, closing=closing.words, marks=marks)


def _shifted(marks: Iterable[Mark], by: int) -> tuple[Mark, ...]:
    return tuple(mark._replace(start=mark.start + by, end=mark.end + by) for mark in marks)


def written(part: Marked) -> str:
    """Give a part as print shows it: brackets, options, attributions and remarks among the words."""
    return "".join(piece.text for piece in pieces(part.words, (mark for mark in part.marks if mark.kind in _WRITTEN)))


class Stretch(NamedTuple):
    """A stretch of a part as it is written, and whether it is set off, as by italics."""

    text: str
    is_set_off: bool = False


def stretches(part: Marked) -> list[Stretch]:
    """Give a part as it is written, its emphasis apart; emphasis that overlaps with other emphasis is left out."""
    inside = list(pieces(part.words, (mark for mark in part.marks if mark.kind in _WRITTEN)))
    raw = "".join(piece.text for piece in inside)
    emphasis = [mark for mark in part.marks if mark.kind == "emphasis" and mark.start < mark.end]
    if not emphasis:
        return [Stretch(raw)]
    places = _Places(inside)
    found: list[Stretch] = []
    at = 0
    for mark in emphasis:
        start, end = places.start(mark.start), places.end(mark.end)
        if start < at or end <= start:
            return [Stretch(raw)]
        found += [Stretch(raw[at:start]), Stretch(raw[start:end], is_set_off=True)]
        at = end
    return [stretch for stretch in (*found, Stretch(raw[at:])) if stretch.text]


def edited(part: Marked, edits: Iterable[Edit]) -> Marked:
    """Change a part as it is written; marks that are not written stay over the words that stayed.

    The edits do not overlap.
    """
    inside = list(pieces(part.words, (mark for mark in part.marks if mark.kind in _WRITTEN)))
    raw = "".join(piece.text for piece in inside)
    in_order = sorted(edits)
    carried: list[Mark] = []
    unwritten = [mark for mark in part.marks if mark.kind not in _WRITTEN]
    if unwritten:
        places = _Places(inside)
        for mark in unwritten:
            start, end = places.start(mark.start), places.end(mark.end) if mark.start < mark.end else places.start(mark.start)
            now = _moved(start, end, in_order)
            if now:
                carried.append(mark._replace(start=now[0], end=now[1]))
    out: list[str] = []
    at = 0
    for edit in in_order:
        out += (raw[at : edit.start], edit.new)
        at = edit.end
    return extract("".join((*out, raw[at:])), carried)


class _Places:
    """Where offsets of the words stand in the text as it is written."""

    def __init__(self, inside: Sequence[Piece]) -> None:
        self._starts: list[int] = []
        self._raw: list[int] = []
        at = 0
        for piece in inside:
            if not piece.kind:
                self._starts.append(piece.place)
                self._raw.append(at)
            at += len(piece.text)

    def start(self, place: int) -> int:
        n = max(0, bisect_right(self._starts, place) - 1)
        return self._at(n, place)

    def end(self, place: int) -> int:
        n = max(0, bisect_left(self._starts, place) - 1)
        return self._at(n, place)

    def _at(self, n: int, place: int) -> int:
        return self._raw[n] + place - self._starts[n] if self._starts else 0


def _moved(start: int, end: int, edits: Iterable[Edit]) -> tuple[int, int] | None:
    """Give where a span stands after the edits; None when all that it was over went."""
    shift = 0
    first, last = start, end
    for edit in edits:
        by = len(edit.new) - (edit.end - edit.start)
        if edit.start < end and edit.start <= start and end <= edit.end and start < end:
            return None
        if edit.end <= start:
            first += by
            last += by
        elif edit.start < end:
            last += by
        shift += by
    return (first, last) if first <= last else None
