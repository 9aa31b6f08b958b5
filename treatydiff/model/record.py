"""The negotiation record: who proposed what, who stood where, and what is known of the outcome, each with its source."""

from __future__ import annotations

from typing import Literal, NamedTuple

Operation = Literal[
    "insert",
    "delete",
    "substitute",
    "retain",
    "move",
    "merge",
    "define",
    "amend",
    "dispute",
    "condition",
    "procedure",
    "status",
]
Fate = Literal[
    "entered",
    "entered in part",
    "entered, then weakened",
    "entered, then dropped",
    "never appeared",
    "already there",
    "done",
    "done, then undone",
    "not done",
    "kept",
    "lost",
    "cannot tell",
]


class Source(NamedTuple):
    """A publication that facts come from."""

    id: str
    publisher: str
    title: str
    date: str


class Event(NamedTuple):
    """Something dated that happened in the negotiation: `kind` is free ("session", "draft", "vote")."""

    date: str
    kind: str
    title: str
    source: str


class Votes(NamedTuple):
    """How a proposal was voted on: numbers of votes for it, against it, and abstentions."""

    yes: int
    no: int
    abstain: int


class Proposal(NamedTuple):
    """One proposal to change the text, or to keep it.

    `draft` is the id of the draft whose numbers `clauses` uses; empty where the source names none. `said` is what was proposed,
    in the words of the record. `words_in` are to come, or to stay where it is to keep them, `words_out` are to go, as far as
    they are known. Names of States and groups are those of the source: groups are never expanded. `status` is what the source
    says became of it on its day; `remark` anything else it says.
    """

    id: str
    date: str
    operation: Operation
    said: str
    draft: str
    clauses: tuple[str, ...]
    words_in: tuple[str, ...]
    words_out: tuple[str, ...]
    proposed_by: tuple[str, ...]
    supported_by: tuple[str, ...]
    opposed_by: tuple[str, ...]
    status: str
    remark: str
    votes: Votes | None
    source: str


class Record(NamedTuple):
    """The record of a negotiation, each in the order of the file."""

    sources: tuple[Source, ...] = ()
    events: tuple[Event, ...] = ()
    proposals: tuple[Proposal, ...] = ()
