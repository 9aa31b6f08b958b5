"""The history of a treaty with what is counted in its drafts and noted beside them: the value that every report is made of."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 (the cache reads its values by these types)
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from treatydiff.model.history import History

NoteSort = Literal["proposal", "position", "vote", "status"]


class Measures(NamedTuple):
    """What is counted in one draft.

    `words` are those of its operative clauses: neither headings nor the preamble. `operators` gives by the name of a class
    ("duty", "discretion") how many operators of it bind or free somebody; `contested` counts those in brackets. `brackets`
    counts pairs of square brackets, `bracketed` the clauses that hold any. `safeguards` gives by the name of a safeguard the
    operative clauses that carry it. Both mappings are empty for a language without a lexicon.
    """

    clauses: int
    words: int
    operators: Mapping[str, int]
    contested: int
    brackets: int
    bracketed: int
    safeguards: Mapping[str, int]


class RecordNote(NamedTuple):
    """What the record of the negotiation says of a clause: who said what, when, and what became of it.

    `by` are States and groups as named in the record, groups never expanded. `said` is one plain sentence or phrase, `fate`
    what became of it in words, empty where that does not apply. `date` is ISO 8601 as far as it is known; `source` says where
    it is recorded. `supported` and `opposed` are those who spoke for and against it.
    """

    sort: NoteSort
    date: str
    by: tuple[str, ...]
    said: str
    fate: str = ""
    source: str = ""
    supported: tuple[str, ...] = ()
    opposed: tuple[str, ...] = ()


class Report(NamedTuple):
    """A history, what is counted in each of its drafts in their order, and by the id of a line what the record says of it."""

    history: History
    measures: tuple[Measures, ...]
    notes: Mapping[str, tuple[RecordNote, ...]] = {}
