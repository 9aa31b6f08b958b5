"""The order in which the lines of a page are read: top to bottom, one column after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.readers.pages.page import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SAME_LINE: Final = 0.3
_RAISED_LINE: Final = 0.7
_LONGEST_SIGN: Final = 5
_RAISED_SIZE: Final = 0.85
_OVERLAP: Final = 0.15
_NEAR: Final = 6
_FAR: Final = 24.0
_SPACE: Final = 0.12
_FEWEST: Final = 6
_MOST_LINES: Final = 1_000
_LEAST_SHARE: Final = 0.7
_MIDDLE: Final = (0.3, 0.7)
_NARROWEST: Final = 0.8


class Gutter(NamedTuple):
    """The empty strip between two columns, in points from the left edge of the page."""

    left: float
    right: float


def ordered(lines: Sequence[Line]) -> tuple[list[Line], float | None]:
    """Put the lines of a page in the order in which they are read, fragments of one line joined; give the gutter as well.

    A page has two columns when a strip near the middle of its text stays empty beside most of its lines. A line that crosses
    the strip ends the columns above it: what stands above is read first, the left column before the right one.
    """
    gutter = _gutter(lines)
    if gutter is None:
        return _joined(lines), None
    found: list[Line] = []
    band: list[Line] = []
    for line in _joined(lines, gutter):
        if line.left < gutter.left and line.right > gutter.right:
            found += [*_in_columns(band, gutter), line]
            band = []
        else:
            band.append(line)
    return [*found, *_in_columns(band, gutter)], gutter.left


def _in_columns(lines: Iterable[Line], gutter: Gutter) -> list[Line]:
    return sorted(lines, key=lambda line: line.left >= gutter.left)


def _gutter(lines: Sequence[Line]) -> Gutter | None:
    """Find the widest strip near the middle that most lines keep clear, some on either side of it at one height."""
    if len(lines) < 2 * _FEWEST:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    first, last = (left + share * (right - left) for share in _MIDDLE)
    across = sum(1 for line in lines if line.left < first and line.right > last)
    if across > (1 - _LEAST_SHARE) * len(lines):
        return None
    if len(lines) > _MOST_LINES:
        return None
    edges = sorted({line.right for line in lines if first < line.right < last})
    best = None
    for start in edges:
        beyond = [line.left for line in lines if line.left >= start]
        end = min(beyond, default=right)
        crossing = sum(1 for line in lines if line.left < start < line.right)
        if end - start < _NARROWEST * _size(lines) or len(lines) - crossing < _LEAST_SHARE * len(lines):
            continue
        found = Gutter(start, end)
        if _has_two_sides(lines, found) and (best is None or end - start > best.right - best.left):
            best = found
    return best


def _size(lines: Sequence[Line]) -> float:
    return sorted(line.size for line in lines)[len(lines) // 2]


def _has_two_sides(lines: Sequence[Line], gutter: Gutter) -> bool:
    """Whether enough lines stand on the right side beside lines on the left side."""
    on_left = [line for line in lines if line.right <= gutter.left]
    on_right = [line for line in lines if line.left >= gutter.right]
    beside = [a for a in on_right if any(abs(a.top - b.top) < a.size for b in on_left)]
    return len(on_left) >= _FEWEST and len(on_right) >= _FEWEST and len(beside) >= _FEWEST / 2


def _joined(lines: Sequence[Line], gutter: Gutter | None = None) -> list[Line]:
    """Sort lines from top to bottom and join what stands on one baseline, but never across the gutter."""
    found: list[Line] = []
    for line in sorted(lines, key=lambda line: line.top):
        near = range(len(found) - 1, max(-1, len(found) - _NEAR), -1)
        place = next((n for n in near if line.top - found[n].top < _FAR and _meets(found[n], line, gutter)), None)
        if place is None:
            found.append(line)
        else:
            found[place] = _join(*sorted((found[place], line), key=lambda part: part.left))
    return sorted(found, key=lambda line: line.top)


def _meets(one: Line, other: Line, gutter: Gutter | None) -> bool:
    """Whether two fragments are parts of one line: on one baseline, or one of them raised, side by side."""
    first, second = (one, other) if one.left <= other.left else (other, one)
    larger = max(one.size, other.size)
    if first.right > second.left + _OVERLAP * larger:
        return False
    if gutter and first.right <= gutter.left and second.left >= gutter.right:
        return False
    smaller = min(one, other, key=lambda line: line.size)
    raised = smaller.size < _RAISED_SIZE * larger and len(smaller.text) <= _LONGEST_SIGN
    if raised and _is_sign(smaller.text) and second.left - first.right > larger:
        return False
    reach = _RAISED_LINE if raised else _SAME_LINE
    return abs(one.top - other.top) < reach * larger


def _join(first: Line, second: Line) -> Line:
    larger = max(first, second, key=lambda line: line.size)
    head = first.written + (" " if second.left - first.right > _SPACE * larger.size else "")
    shift = len(head)
    raised = [*first.raised, *((start + shift, end + shift) for start, end in second.raised)]
    for part, start in ((first, 0), (second, shift)):
        if not part.raised and part.size < _RAISED_SIZE * larger.size and part.top < larger.top and _is_sign(part.text):
            raised.append((start, start + len(part.text)))
    lead = shift + second.lead if first.is_bold else first.lead
    inner = first.inner if first.inner > first.left else second.left
    return Line(
        head + second.text,
        first.left,
        second.right,
        larger.top,
        larger.size,
        inner,
        tuple(sorted(raised)),
        lead,
        first.italic and second.italic,
        second.hyphen,
        (*first.struck, *((start + shift, end + shift) for start, end in second.struck)),
    )


def _is_sign(text: str) -> bool:
    return all(c.isdigit() or c in "*†‡§" for c in text)
