"""The edges of the columns of a page and the distance between their lines."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.readers.pages.page import Line, Page

_SAME: Final = 0.6
_SLACK: Final = 0.12
_LARGEST_PITCH: Final = 3.0
_LEAST_TIMES: Final = 3
_LEAST_SHARE: Final = 0.1
_SAME_SIZE: Final = 0.05
_ENOUGH_LINES: Final = 10


class Measure(NamedTuple):
    """What paragraphs are told by, in points.

    `left` and `right` are the edges of the column, `pitch` the distance between the baselines of two lines of one paragraph
    in the size of most letters, `size` that size. `margins` are the left edges at which several lines of the column begin,
    rounded to whole points.
    """

    left: float
    right: float
    pitch: float
    size: float
    margins: frozenset[int] = frozenset()

    @property
    def slack(self) -> float:
        """How much farther apart than `pitch` the lines of one paragraph may stand."""
        return _SLACK * self.size


def measures(pages: Sequence[Page], size: float) -> list[Measured]:
    """Measure the columns of each page; `size` is that of most letters.

    A page with few lines takes its edges and its pitch from the whole file.
    """
    usual = _pitch([gap for page in pages for gap in _gaps(page.lines, size)]) or size
    edges = [_edges(page.lines) for page in pages if page.gutter is None and len(page.lines) >= _ENOUGH_LINES]
    left = sorted(edge[0] for edge in edges)[len(edges) // 2] if edges else None
    right = sorted(edge[1] for edge in edges)[len(edges) // 2] if edges else None
    if not edges:
        left, right = _outermost(pages)
    found = []
    for page in pages:
        pitch = _pitch(list(_gaps(page.lines, size))) or usual
        columns = [_edges(column) for column in _columns(page)]
        if page.gutter is None and left is not None and right is not None and right <= page.width:
            columns = [(min(left, columns[0][0]), max(right, columns[0][1]))]
        margins = _margins(page.lines)
        found.append(Measured(page.gutter, tuple(Measure(*edge, pitch, size, margins) for edge in columns)))
    return found


def _outermost(pages: Sequence[Page]) -> tuple[float, float]:
    """Give the edges that short pages show: as far left as any line, and as far from the right edge of the page."""
    lines = [(line, page.width) for page in pages for line in page.lines]
    left = min((line.left for line, _ in lines), default=0)
    return left, max((max(line.right, width - left) for line, width in lines), default=0)


class Measured(NamedTuple):
    """The measures of one page: of the whole page, or of its left and its right column and of what crosses both."""

    gutter: float | None
    columns: tuple[Measure, ...]

    def of(self, line: Line) -> Measure:
        """Give the measure of the column in which a line stands."""
        if self.gutter is None or len(self.columns) == 1:
            return self.columns[0]
        if line.left >= self.gutter:
            return self.columns[1]
        return self.columns[0] if line.right <= self.gutter + self.columns[0].size else self.columns[2]


def _columns(page: Page) -> list[Sequence[Line]]:
    if page.gutter is None:
        return [page.lines]
    left = [line for line in page.lines if line.right <= page.gutter]
    right = [line for line in page.lines if line.left >= page.gutter]
    return [left, right, page.lines]


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    """Give the left edge, and the right edge as the farthest that two lines reach, so that no stray line stretches it."""
    if not lines:
        return 0, 0
    ends = sorted((line.right for line in lines), reverse=True)
    near = lines[0].size
    right = next((one for one, other in pairwise(ends) if one - other <= near), ends[0])
    return min(line.left for line in lines), right


def _margins(lines: Sequence[Line]) -> frozenset[int]:
    counted = Counter(round(line.left) for line in lines)
    return frozenset(left for left, n in counted.items() if n >= max(_LEAST_TIMES, _LEAST_SHARE * len(lines)))


def _gaps(lines: Sequence[Line], size: float) -> Iterator[float]:
    """Give the distances between lines of the usual size that follow each other."""
    for before, line in pairwise(lines):
        gap = line.top - before.top
        if 0 < gap < _LARGEST_PITCH * size and all(abs(one.size - size) <= _SAME_SIZE * size for one in (before, line)):
            yield round(gap, 1)


def _pitch(gaps: Sequence[float]) -> float:
    """Give the smallest distance that is frequent; 0 when none is."""
    enough = max(_LEAST_TIMES, _LEAST_SHARE * len(gaps))
    counted = Counter(gaps)
    for gap in sorted(counted):
        if sum(n for other, n in counted.items() if gap <= other <= gap + _SAME) >= enough:
            return max((n, other) for other, n in counted.items() if gap <= other <= gap + _SAME)[1]
    return 0
