"""Negotiating marks: square brackets, options, attributions and statuses, taken out of the words and put back.

The conventions are those of UN negotiating texts: brackets show that words are contested, not that they are new; a State or
group may be named at the head of a bracket with what it proposes or opposes; text agreed ad referendum carries that remark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model import Mark

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_BRACKET = re.compile(r"[\[\]]")
_STATUS = re.compile(
    r"\[\s*+(?P<label>(?:provisionally\s++)?agreed(?:\s++ad\s++referendum)?|deleted|reserved|to\s++be\s++completed)"
    r"\s*+\.?\s*+\]",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(r"\[\s*+(?:\.{3}|…|sic)\s*+\]", re.IGNORECASE)
_ATTRIBUTION = re.compile(
    r"\[\s*(?P<label>[^\W\d_][^\[\]:]{1,200}?\b(?:propos(?:es?|ed|al)|oppos(?:es?|ed)|supports?|supported|considering)\b[^\[\]:]{0,200}?):\s*"
)
_OPTION = re.compile(
    r"^(?P<lead>\s*+\[?\s*+)(?P<label>(?:Option|Alternative|Variant|Alt\.?)\s*+(?:\d+|[A-Z]|\([a-z0-9]\)))"
    r"(?:\s*+[:.–—-]\s*+|\s*+(?=\[)|\s++(?=[A-Z]))"
)
_LONGEST_AFFIX = 3
_TIGHT_AFTER_SPACE = frozenset(",;:.)")


class Marked(NamedTuple):
    """Words without marks, and the marks over them."""

    words: str
    marks: tuple[Mark, ...]


@dataclass(slots=True)
class _Found:
    """A mark in the coordinates of the raw text, and the characters that it takes out of the words."""

    mark: Mark
    removed: tuple[tuple[int, int], ...]


def extract(raw: str, marks: Iterable[Mark] = ()) -> Marked:
    """Take the marks out of `raw` and close the words up; white space becomes single spaces.

    `marks` are marks that a reader already knows (emphasis, footnotes), with offsets into `raw`. Brackets without a partner
    are kept as marks that do not open or do not close. Ellipses and "[sic]" are words, not marks. The marks stand in the order
    of the words, an outer one before those in it.
    """
    found = [_Found(mark, ()) for mark in marks]
    written: list[_Found] = []
    if "[" in raw or "]" in raw:
        written = _statuses(raw)
        written += _brackets(raw, {span for status in written for span in status.removed})
    written += _options(raw)
    if not written:
        words = " ".join(raw.split())
        if not found:
            return Marked(words, ())
        if words == raw:
            trimmed = [_trimmed(item.mark, item.mark.start, item.mark.end, words) for item in found]
            return Marked(words, tuple(sorted(trimmed, key=_outer_first)))
    found += written
    end = len(raw)
    edges = {min(edge, end) for item in found for edge in (item.mark.start, item.mark.end)}
    words, places = _closed_up(raw, {span for item in found for span in item.removed}, edges)
    outer_first = sorted(found, key=lambda item: _outer_first(item.mark))
    placed = [_placed(item.mark, places, end, words) for item in outer_first]
    return Marked(words, tuple(sorted(placed, key=_outer_first)))


def _outer_first(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def restore(words: str, marks: Iterable[Mark]) -> str:
    """Write the brackets, attributions, options and statuses back into the words; the inverse of `extract` but for spacing."""
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if mark.kind == "bracket":
            if mark.opens:
                opening.setdefault(mark.start, []).append("[")
            if mark.closes:
                closing.setdefault(mark.end, []).insert(0, "]")
        elif mark.kind in {"attribution", "option"}:
            opening.setdefault(mark.start, []).append(f"{mark.label}: ")
        elif mark.kind == "status":
            closing.setdefault(mark.end, []).append(f" [{mark.label}]")
    if not opening and not closing:
        return words
    parts: list[str] = []
    for place in range(len(words) + 1):
        parts += closing.get(place, ())
        parts += opening.get(place, ())
        parts.append(words[place : place + 1])
    return "".join(parts)


def _statuses(raw: str) -> list[_Found]:
    return [
        _Found(Mark("status", m.start(), m.start(), label=" ".join(m["label"].split())), (m.span(),))
        for m in _STATUS.finditer(raw)
    ]


def _brackets(raw: str, taken: set[tuple[int, int]]) -> list[_Found]:
    skipped = {place for start, end in taken for place in range(start, end)}
    skipped.update(place for m in _ELLIPSIS.finditer(raw) for place in range(*m.span()))
    found: list[_Found] = []
    open_at: list[int] = []
    for sign in _BRACKET.finditer(raw):
        place = sign.start()
        if place in skipped:
            continue
        if sign[0] == "[":
            open_at.append(place)
        elif open_at:
            found += _bracket(raw, open_at.pop(), place)
        else:
            found.append(_Found(Mark("bracket", 0, place, opens=False), ((place, place + 1),)))
    for start in open_at:
        found += [replace_closes(item) for item in _bracket(raw, start, len(raw))]
    return found


def _bracket(raw: str, start: int, end: int) -> list[_Found]:
    found = [_Found(Mark("bracket", start, end), ((start, start + 1), (end, end + 1)))]
    if m := _ATTRIBUTION.match(raw, start, end):
        found.append(_Found(Mark("attribution", start, end, label=" ".join(m["label"].split())), ((start + 1, m.end()),)))
    return found


def replace_closes(item: _Found) -> _Found:
    """Give the same bracket as one whose closing half is missing."""
    return _Found(item.mark._replace(closes=False), item.removed) if item.mark.kind == "bracket" else item


def _options(raw: str) -> list[_Found]:
    m = _OPTION.match(raw)
    if m is None:
        return []
    label = m.start("label")
    return [_Found(Mark("option", label, len(raw), label=" ".join(m["label"].split())), ((label, m.end()),))]


def _closed_up(raw: str, removed: Collection[tuple[int, int]], edges: Collection[int]) -> tuple[str, dict[int, int]]:
    """Give the words without the removed spans, and for each of the `edges` in `raw`, and its end, the offset in them."""
    last = len(raw)
    gone: dict[int, int] = {}
    for start, end in removed:
        if start < last:
            gone[start] = max(min(end, last), gone.get(start, 0))
    out = _Words()
    places: dict[int, int] = {}
    until = 0
    for start, end in pairwise(sorted({0, last, *gone, *gone.values(), *edges})):
        follows = 0 < until == start
        until = max(until, gone.get(start, 0))
        if start < until:
            places[start] = out.size
            continue
        piece = raw[start:end]
        if follows and out.size and not piece[0].isspace():
            _join(raw, start, out, places)
        places[start] = out.size
        out.add(piece)
    words = "".join(out.pieces).rstrip()
    places[len(raw)] = len(words)
    return words, places


class _Words:
    """Words that are gathered piece by piece, white space in them made single spaces."""

    __slots__ = ("last", "pieces", "size")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.size = 0
        self.last = ""

    def add(self, piece: str) -> None:
        """Add a piece; must not be empty."""
        if piece[0].isspace():
            self.space()
        if words := " ".join(piece.split()):
            self._append(words)
            if piece[-1].isspace():
                self.space()

    def space(self) -> None:
        """Add a space, unless there is one already or nothing before it."""
        if self.size and self.last != " ":
            self._append(" ")

    def without_space(self) -> None:
        """Take the space at the end away."""
        if rest := self.pieces.pop()[:-1]:
            self.pieces.append(rest)
        self.size -= 1
        self.last = self.pieces[-1][-1] if self.pieces else ""

    def _append(self, text: str) -> None:
        self.pieces.append(text)
        self.size += len(text)
        self.last = text[-1]


def _join(raw: str, place: int, out: _Words, places: dict[int, int]) -> None:
    """Put the space between two runs of words that a mark held apart: none before a comma, one between whole words.

    The places that counted a space which is taken away are drawn back.
    """
    if out.last == " ":
        if raw[place] in _TIGHT_AFTER_SPACE and raw[place - 1] in "[]":
            out.without_space()
            for edge in reversed(places):
                if places[edge] <= out.size:
                    break
                places[edge] = out.size
    elif out.last.isalnum() and raw[place].isalnum() and not _is_affix(raw, place):
        out.space()


def _is_affix(raw: str, place: int) -> bool:
    """Whether the bracket just before `place` cuts a word, as in State[s] and [re]allocate, and does not separate two."""
    bracket = raw[place - 1]
    if bracket == "[":
        inner = re.match(r"\w+", raw[place : place + _LONGEST_AFFIX + 1])
        return raw[place - 2 : place - 1].isalnum() and inner is not None and _is_short(raw, place, inner.end())
    if bracket == "]":
        inner = re.search(r"\[(\w+)\]$", raw[max(0, place - _LONGEST_AFFIX - 2) : place])
        return inner is not None and len(inner[1]) <= _LONGEST_AFFIX
    return False


def _is_short(raw: str, place: int, length: int) -> bool:
    return length <= _LONGEST_AFFIX and raw[place + length : place + length + 1] == "]"


def _placed(mark: Mark, places: dict[int, int], last: int, words: str) -> Mark:
    start, end = (min(places[min(edge, last)], len(words)) for edge in (mark.start, mark.end))
    return _trimmed(mark, start, end, words)


def _trimmed(mark: Mark, start: int, end: int, words: str) -> Mark:
    """Give the mark over these words without the spaces at its edges."""
    end = min(end, len(words))
    start = min(start, end)
    while start < end and words[start] == " ":
        start += 1
    while end > start and words[end - 1] == " ":
        end -= 1
    return mark if start == mark.start and end == mark.end else mark._replace(start=start, end=end)
