"""The frame of a plot: drafts from left to right, values from zero upwards, labels that do not lie on each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABEL: Final = 14.0
"""The height of a label."""


class Frame(NamedTuple):
    """The size of a plot in user units, and between which edges its values lie."""

    width: float
    height: float
    left: float
    right: float
    top: float
    base: float


SCALE: Final = Frame(400.0, 214.0, 44.0, 268.0, 22.0, 186.0)


class Scale(NamedTuple):
    """Where a draft and a value stand in a plot of so many drafts, whose largest value is `most`."""

    drafts: int
    most: float

    @property
    def step(self) -> float:
        """The distance between two drafts."""
        return (SCALE.right - SCALE.left) / max(1, self.drafts - 1)

    @property
    def base(self) -> float:
        """Where zero is."""
        return SCALE.base

    def x(self, place: int) -> float:
        """Give where a draft stands from the left; one alone stands in the middle."""
        return SCALE.left + place * self.step if self.drafts > 1 else (SCALE.left + SCALE.right) / 2

    def y(self, value: float) -> float:
        """Give where a value stands from the top."""
        return SCALE.base - (SCALE.base - SCALE.top) * (value / self.most if self.most else 0.0)


def apart(places: Sequence[float]) -> list[float]:
    """Move labels apart that would lie on each other: as little as it takes, in their order, none below the base."""
    order = sorted(range(len(places)), key=lambda number: (-places[number], -number))
    found = list(places)
    below = SCALE.base + _LABEL
    for number in order:
        found[number] = min(found[number], below - _LABEL)
        below = found[number]
    return found
