"""How far a pair is ahead of its rivals: what decides among the boilerplate of a treaty, where many clauses look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NO_RIVAL = -99.0
_NONE = (NO_RIVAL, NO_RIVAL)


def leads(pairs: Iterable[tuple[int, int]], values: Sequence[float]) -> list[float]:
    """Give for each pair of places how far its value is above the best other pair with either of its places.

    Negative where another pair is better; large where there is no other pair.
    """
    places = list(pairs)
    old, new = _two_best(values, [i for i, _ in places]), _two_best(values, [j for _, j in places])
    found = []
    for (i, j), value in zip(places, values, strict=True):
        best, following = old[i]
        best_new, following_new = new[j]
        rival = best if value < best else following
        rival_new = best_new if value < best_new else following_new
        found.append(value - (max(rival_new, rival)))
    return found


def _two_best(values: Sequence[float], places: Sequence[int]) -> dict[int, tuple[float, float]]:
    """Give the best and the second best value at each place."""
    found: dict[int, tuple[float, float]] = {}
    for place, value in zip(places, values, strict=True):
        best, following = found.get(place, _NONE)
        if value > best:
            found[place] = (value, best)
        elif value > following:
            found[place] = (best, value)
    return found
