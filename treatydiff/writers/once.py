"""What several formats of one run are made of is made once: values looked up by what they are, not by what they hold."""

from __future__ import annotations

from typing import Generic, TypeVar

_T = TypeVar("_T")


class Itself(Generic[_T]):
    """A value that is equal to itself alone, as the key of a cache: a comparison has too many values to be looked up by them.

    It keeps the value alive, so that no other can take its place in memory.
    """

    def __init__(self, value: _T) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and other.value is self.value

    def __hash__(self) -> int:
        return id(self.value)
