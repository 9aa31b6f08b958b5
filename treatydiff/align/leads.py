"""How far a pair is ahead of its rivals: what decides among the boilerplate of a treaty, where many clauses look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from treatydiff.align.pairs import Pair


def leads(pairs: Collection[Pair | tuple[int, int]], values: Sequence[float], nobody: float) -> list[float]:
    """Give for each pair of places how far its value is above the best other pair with either of its places.

    Negative where another pair is better. `nobody` is the value that a rival has at least, so that to be without any is no
    merit by itself: what two places have that have nothing to do with each other.
    """
    in_old = _above_rivals([pair[0] for pair in pairs], values, nobody)
    in_new = _above_rivals([pair[1] for pair in pairs], values, nobody)
    return list(map(min, in_old, in_new))


def _above_rivals(places: Sequence[int], values: Sequence[float], nobody: float) -> list[float]:
    """Give how far each value is above the best other one at its place."""
    best = [nobody] * (max(places, default=-1) + 1)
    following = best.copy()
    for place, value in zip(places, values, strict=True):
        if value > best[place]:
            following[place] = best[place]
            best[place] = value
        elif value > following[place]:
            following[place] = value
    return [
        value - (best[place] if value < best[place] else following[place]) for place, value in zip(places, values, strict=True)
    ]
