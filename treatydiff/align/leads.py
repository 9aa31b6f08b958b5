"""How far a pair is ahead of its rivals: what decides among the boilerplate of a treaty, where many clauses look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NO_RIVAL = -99.0


def leads(pairs: Iterable[tuple[int, int]], values: Sequence[float]) -> list[float]:
    """Give for each pair of places how far its value is above the best other pair with either of its places.

    Negative where another pair is better; large where there is no other pair.
    """
    places = list(pairs)
    best_old: dict[int, float] = {}
    next_old: dict[int, float] = {}
    best_new: dict[int, float] = {}
    next_new: dict[int, float] = {}
    for (i, j), value in zip(places, values, strict=True):
        _rank(best_old, next_old, i, value)
        _rank(best_new, next_new, j, value)
    found = []
    for (i, j), value in zip(places, values, strict=True):
        rival_of_old = best_old[i] if value < best_old[i] else next_old[i]
        rival_of_new = best_new[j] if value < best_new[j] else next_new[j]
        found.append(value - max(rival_of_old, rival_of_new))
    return found


def _rank(best: dict[int, float], following: dict[int, float], place: int, value: float) -> None:
    highest = best.get(place, NO_RIVAL)
    if value > highest:
        best[place], following[place] = value, highest
    elif value > following[place]:
        following[place] = value
