"""What every part of the page needs to know about the whole: drafts, articles, lines draft by draft, fragments."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from treatydiff.history.ribbons import articles
from treatydiff.history.stations import stations
from treatydiff.history.story import places
from treatydiff.writers.history_page.drafts import draft_views
from treatydiff.writers.html.anchors import short
from treatydiff.writers.html.context import speech
from treatydiff.writers.html.escape import attribute

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from treatydiff.history.ribbons import Thread
    from treatydiff.model import Clause, Line, Report

SECTIONS: Final = ("sessions", "changes", "lineage", "counts", "turns", "clauses")
_RESERVED: Final = frozenset({"top", "title", "main", "search", "found", "help", "nothing", "colophon", *SECTIONS})
_AROUND: Final = frozenset({"preface", "formula", "conclusions", "coverPage", "intro", "wrapup"})


class Context:
    """The page's articles, stations and fragments, computed once; fragments are ready for attributes."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.history = report.history
        self.drafts = draft_views(self.history)
        self.articles = articles(self.history)
        self.stations = stations(self.history)
        self.speech = tuple(speech(draft.document.metadata) for draft in self.history.drafts)
        self._taken = {*_RESERVED, *(f"{name}-name" for name in SECTIONS), *(view.fragment for view in self.drafts)}
        self._threads = {
            (draft, unit.id): number
            for number, thread in enumerate(self.articles.threads)
            for draft, unit in enumerate(thread.places)
            if unit
        }
        self.thread_fragments = tuple(self._thread_fragment(thread) for thread in self.articles.threads)
        self._line_fragments = tuple(self._line_fragment(line) for line in self.history.lines)

    @cached_property
    def told_threads(self) -> tuple[int, ...]:
        """The threads of articles by their numbers, without chapters and what stands around the text."""
        return tuple(
            number
            for number, thread in enumerate(self.articles.threads)
            if not thread.unit.is_head and thread.unit.provision.kind not in _AROUND
        )

    @cached_property
    def lines_of(self) -> Mapping[int, Sequence[int]]:
        """The lines of every thread by their numbers: each where its clause stood last."""
        found: dict[int, list[int]] = {}
        for number, line in enumerate(self.history.lines):
            last = line.drafts[-1]
            found.setdefault(self.thread(last, _clause(line, last)), []).append(number)
        return found

    @cached_property
    def line_numbers(self) -> Mapping[str, int]:
        """The number of every line by its id."""
        return {line.id: number for number, line in enumerate(self.history.lines)}

    @cached_property
    def places(self) -> Mapping[tuple[int, str], int]:
        """The number of the line through every clause."""
        return places(self.history)

    def thread(self, draft: int, clause: Clause) -> int:
        """Give the number of the thread that a clause of a draft stands in."""
        return self._threads[draft, self.articles.units[draft][clause.id].id]

    def thread_at(self, draft: int, unit_id: str) -> int:
        """Give the number of the thread that goes through an article of a draft."""
        return self._threads[draft, unit_id]

    def line_fragment(self, number: int) -> Markup:
        """Give the fragment of a line by its number."""
        return self._line_fragments[number]

    def is_last(self, draft: int) -> bool:
        """Whether a draft is the last one."""
        return draft == len(self.drafts) - 1

    def further(self, fragment: str) -> Markup:
        """Give `fragment`, with a number after it when it is taken, and take it."""
        found, place = fragment, 1
        while found in self._taken:
            place += 1
            found = f"{fragment}-{place}"
        self._taken.add(found)
        return attribute(found)

    def _thread_fragment(self, thread: Thread) -> Markup:
        return self.further(self._prefix(thread.last) + short(thread.unit.id))

    def _line_fragment(self, line: Line) -> Markup:
        last = line.drafts[-1]
        clause = _clause(line, last)
        own = self._prefix(last) + short(clause.id)
        if self.articles.units[last][clause.id].id == clause.id:
            own += "-heading" if clause.is_heading else "-text"
        return self.further(own)

    def _prefix(self, draft: int) -> str:
        return "" if self.is_last(draft) else f"{self.drafts[draft].id}-"


def _clause(line: Line, draft: int) -> Clause:
    clause = line.places[draft]
    assert clause is not None  # noqa: S101 - asked only of drafts that have it
    return clause
