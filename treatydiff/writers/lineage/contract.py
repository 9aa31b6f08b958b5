"""The history of a treaty as JSON: the contract with programs outside, one struct for each object of it.

A clause is named by the id of its draft and its own; drafts stand in the order of the treaty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import msgspec

from treatydiff.history.concordance import Depth
from treatydiff.history.outcomes import Fate
from treatydiff.history.standing import State
from treatydiff.history.story import Event
from treatydiff.model import Beginning, Ending
from treatydiff.writers.json import Changed, Count, Kinds, Severities, Side, schema

if TYPE_CHECKING:
    from collections.abc import Mapping


class DraftSaid(msgspec.Struct, frozen=True):
    """A draft; `based_on` is the id of the draft that it is compared with, empty for the first."""

    id: str
    file: str
    title: str
    symbol: str
    date: str
    based_on: str
    sha256: str
    clauses: Count


class Named(msgspec.Struct, frozen=True):
    """A clause of a draft and how it is cited there."""

    draft: str
    id: str
    label: str


class StandingSaid(msgspec.Struct, frozen=True):
    """How far the room had got with a clause, and the remarks that say so."""

    state: State
    said: list[str]


class PassageSaid(msgspec.Struct, frozen=True):
    """What one draft did to one clause, or to several that were split, merged or regrouped.

    `change` led there from the draft before, or from `returned`, the last draft that had it; null in the first draft.
    """

    event: Event
    clauses: list[Side]
    standing: list[StandingSaid]
    change: Changed | None
    returned: Named | None


class StepSaid(msgspec.Struct, frozen=True):
    """What a draft did in all, against the one before it."""

    before: str
    after: str
    kinds: Kinds
    following: Count
    renumbered: Count
    moved: Count
    returned: Count
    findings: Severities


class EntrySaid(msgspec.Struct, frozen=True):
    """What one draft did; `summary` is of the whole step, null in the first draft."""

    draft: str
    summary: StepSaid | None
    passages: list[PassageSaid]


class StopSaid(msgspec.Struct, frozen=True):
    """A wording and the first draft that has it; empty where nothing stood."""

    draft: str
    words: str


class PathSaid(msgspec.Struct, frozen=True):
    """The wordings of one thing in one clause, as one rule tells them; `reversal` where one came back that had gone."""

    line: str
    rule: str
    actor: str
    reversal: bool
    stops: list[StopSaid]


class LogFile(msgspec.Struct, frozen=True):
    """What every draft of a treaty did, to one provision or, where `subject` is null, to all."""

    schema: Literal["treatydiff.log/1"]
    generator: str
    title: str
    drafts: list[DraftSaid]
    subject: Named | None
    entries: list[EntrySaid]
    paths: list[PathSaid]


class RunSaid(msgspec.Struct, frozen=True):
    """Words that one draft brought; `restored` where they had gone and came back. The runs of a clause join to its text."""

    text: str
    draft: str
    restored: bool


class BlamedSaid(msgspec.Struct, frozen=True):
    """A clause with the runs of its words."""

    id: str
    label: str
    runs: list[RunSaid]


class BlameFile(msgspec.Struct, frozen=True):
    """The words of one draft, each with the draft that brought it; `words` counts them by draft."""

    schema: Literal["treatydiff.blame/1"]
    generator: str
    title: str
    drafts: list[DraftSaid]
    draft: str
    words: dict[str, Count]
    clauses: list[BlamedSaid]


class RowSaid(msgspec.Struct, frozen=True):
    """One provision over all drafts: how it is cited in each, null where it is not."""

    line: str
    subject: str
    kind: str
    labels: list[str | None]
    renumbered: bool
    begins: Beginning
    ends: Ending


class ConcordanceFile(msgspec.Struct, frozen=True):
    """The numbers of all provisions over all drafts; the labels of a row stand in the order of `drafts`."""

    schema: Literal["treatydiff.concordance/1"]
    generator: str
    title: str
    depth: Depth
    drafts: list[DraftSaid]
    rows: list[RowSaid]


class OptionSaid(msgspec.Struct, frozen=True):
    """An alternative at its first appearance and its fate, with the draft that decided it, null while it is open."""

    clause: Named
    words: str
    fate: Fate
    decided: str | None


class ReopenedSaid(msgspec.Struct, frozen=True):
    """A clause that was agreed in one draft and changed in a later one; `change` is its id in that step."""

    line: str
    clause: Named
    agreed: str
    after: str
    change: str
    findings: Severities


class LineSaid(msgspec.Struct, frozen=True):
    """One clause through all drafts: its id in each, null where it is not."""

    id: str
    clauses: list[str | None]
    begins: Beginning
    ends: Ending
    source: str
    heir: str


class HistoryFile(msgspec.Struct, frozen=True):
    """The drafting history of a treaty."""

    schema: Literal["treatydiff.history/1"]
    generator: str
    title: str
    drafts: list[DraftSaid]
    steps: list[StepSaid]
    reversals: list[PathSaid]
    options: list[OptionSaid]
    reopened: list[ReopenedSaid]
    lines: list[LineSaid]


FILES: Mapping[str, type[msgspec.Struct]] = {
    "log": LogFile,
    "blame": BlameFile,
    "concordance": ConcordanceFile,
    "history": HistoryFile,
}


def history_schema(name: str) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of one of these files: "log", "blame", "concordance" or "history"."""
    return schema(FILES[name])
