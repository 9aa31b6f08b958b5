"""The history of a treaty, what is counted in its drafts and what the record says: what a report is made of."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 (the cache reads its values by these types)
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model.record import Record

if TYPE_CHECKING:
    from treatydiff.model.history import History


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


class Report(NamedTuple):
    """A history, what is counted in each of its drafts in their order, and the record of the negotiation."""

    history: History
    measures: tuple[Measures, ...]
    record: Record = Record()
