"""Pairing two sequences in order, so that like meets like."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MOST_PAIRS = 250_000
_Old = TypeVar("_Old")
_New = TypeVar("_New")


def in_order(
    old: Sequence[_Old], new: Sequence[_New], likeness: Callable[[_Old, _New], float]
) -> list[tuple[_Old | None, _New | None]]:
    """Pair the items of two sequences without crossing, for the greatest sum of `likeness`; 0 or less never pairs.

    Every item is in exactly one pair; where it has no partner the other side is None. The result follows both orders. Needs
    one call of `likeness` for every item of one side and of the other; where these are more than 250,000 nothing is paired.
    """
    if len(old) * len(new) > _MOST_PAIRS:
        return [*((item, None) for item in old), *((None, item) for item in new)]
    scores = [[likeness(a, b) for b in new] for a in old]
    best = _best(scores, len(old), len(new))
    found: list[tuple[_Old | None, _New | None]] = []
    row = column = 0
    while row < len(old) and column < len(new):
        score = scores[row][column]
        if score > 0 and best[row][column] == score + best[row + 1][column + 1]:
            found.append((old[row], new[column]))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            found.append((old[row], None))
            row += 1
        else:
            found.append((None, new[column]))
            column += 1
    return [*found, *((item, None) for item in old[row:]), *((None, item) for item in new[column:])]


def _best(scores: list[list[float]], rows: int, columns: int) -> list[list[float]]:
    """Give for each place the greatest sum that the rest of both sequences allows."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in reversed(range(rows)):
        for column in reversed(range(columns)):
            score = scores[row][column]
            together = score + best[row + 1][column + 1] if score > 0 else 0.0
            best[row][column] = max(together, best[row + 1][column], best[row][column + 1])
    return best
