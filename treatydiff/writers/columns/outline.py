"""The order of the table: the threads with the titles of their chapters and articles before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.text.units import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.writers.columns.places import Place, Places
    from treatydiff.writers.columns.threads import Thread

_ARTICLE = 3


class Line(NamedTuple):
    """One row to be: a thread, or a title without one.

    `level` is 0 for a clause, else that of a title; `is_continued` where the text of an article goes on behind another one.
    """

    thread: Thread | None
    place: Place
    level: int = 0
    is_continued: bool = False


class Outline:
    """Threads in order, and the title that each article has among them."""

    def __init__(self, threads: Sequence[Thread], places: Places) -> None:
        self._threads = threads
        self._places = places
        self._titles: dict[Place, Thread] = {}
        for thread in threads:
            if places.is_title(thread):
                self._titles.setdefault(places.home(thread), thread)
        self._told: set[int] = set()
        self._opened: set[Place] = set()
        self._current: Place | None = None

    def lines(self) -> Iterator[Line]:
        """Give every thread once, each behind the titles of its chapters and of its article."""
        for thread in self._threads:
            if id(thread) in self._told:
                continue
            place = self._places.home(thread)
            yield from self._titles_before(place)
            if id(thread) not in self._told:
                is_title = self._places.is_title(thread)
                yield Line(thread, place, self._level(place) if is_title else 0)

    def _titles_before(self, place: Place) -> Iterator[Line]:
        if place == self._current:
            return
        self._current = place
        if place in self._opened:
            if self._is_named(place):
                yield Line(None, place, self._level(place), is_continued=True)
            return
        for head in self._places.head_places(place):
            if head not in self._opened:
                yield from self._open(head)
        yield from self._open(place)

    def _open(self, place: Place) -> Iterator[Line]:
        self._opened.add(place)
        title = self._titles.get(place)
        if title is not None and id(title) not in self._told:
            self._told.add(id(title))
            yield Line(title, place, self._level(place))
        elif self._is_named(place) and (place.draft == self._places.last_draft or not self._places.unit(place).is_head):
            yield Line(None, place, self._level(place))

    def _is_named(self, place: Place) -> bool:
        """Whether a reader looks for a title over what stands there."""
        unit = self._places.unit(place)
        return unit.is_head or unit.provision.kind in LEVELS

    def _level(self, place: Place) -> int:
        unit = self._places.unit(place)
        return min(len(unit.heads) + 1, _ARTICLE - 1) if unit.is_head else _ARTICLE
