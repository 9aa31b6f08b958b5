"""How far a pair is ahead of its rivals: what decides among the boilerplate of a treaty, where many clauses look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def leads(pairs: Iterable[tuple[int, int]], values: Sequence[float], nobody: float) -> list[float]:
    """Give for each pair of places how far its value is above the best other pair with either of its places.

    Negative where another pair is better. `nobody` is the value that a rival has at least, so that to be without any is no
    merit by itself: what two places have that have nothing to do with each other.
    """
    places = list(pairs)
    nothing = (nobody, nobody)
    old, new = _two_best(values, [i for i, _ in places], nothing), _two_best(values, [j for _, j in places], nothing)
    found = []
    for (i, j), value in zip(places, values, strict=True):
        best, following = old.get(i, nothing)
        best_new, following_new = new.get(j, nothing)
        rival = best if value < best else following
        rival_new = best_new if value < best_new else following_new
        found.append(value - max(rival, rival_new))
    return found


def _two_best(values: Sequence[float], places: Sequence[int], nothing: tuple[float, float]) -> dict[int, tuple[float, float]]:
    """Give the best and the second best value at each place that has one above `nothing`."""
    found: dict[int, tuple[float, float]] = {}
    for place, value in zip(places, values, strict=True):
        best, following = found.get(place, nothing)
        if value > best:
            found[place] = (value, best)
        elif value > following:
            found[place] = (best, value)
    return found
