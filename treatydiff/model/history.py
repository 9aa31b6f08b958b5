"""Successive drafts of one treaty, and each clause followed through all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from treatydiff.model.clause import Clause
    from treatydiff.model.comparison import Comparison
    from treatydiff.model.config import Config
    from treatydiff.model.document import Document

Beginning = Literal["first", "inserted", "split"]
Ending = Literal["last", "deleted", "merged"]


class DraftEntry(NamedTuple):
    """What the treaty folder says of a draft: `file` relative to the folder, `based_on` the id of the draft before it."""

    id: str
    file: str
    title: str = ""
    symbol: str = ""
    date: str = ""
    based_on: str = ""


class ClauseName(NamedTuple):
    """A clause as a person points to it: how it is cited, and the id of the draft in which it is cited so."""

    citation: str
    draft: str


class KnownLink(NamedTuple):
    """A pair that the user fixed by hand: what the clause at `before` became."""

    before: ClauseName
    after: ClauseName


class Treaty(NamedTuple):
    """A treaty folder as its `treaty.toml` has it: the drafts in order, the links fixed by hand, the user's settings.

    `folder` is the path of the folder.
    """

    title: str
    drafts: tuple[DraftEntry, ...]
    links: tuple[KnownLink, ...]
    config: Config
    folder: str


class Draft(NamedTuple):
    """One draft of a history as read; `entry` has what the folder or, where that is silent, the file says of it."""

    entry: DraftEntry
    document: Document
    clauses: tuple[Clause, ...]

    @property
    def id(self) -> str:
        """The short name of the draft, unique in its treaty."""
        return self.entry.id


class Step(NamedTuple):
    """A draft compared with the one that it is based on; both by their place among the drafts, from 0."""

    before: int
    after: int
    comparison: Comparison


class Return(NamedTuple):
    """A clause that vanished and came back: the last draft that had it and the first that has it again, by their places."""

    before: int
    after: int
    old: Clause
    new: Clause
    similarity: float


class Line(NamedTuple):
    """One clause through all drafts: at most one clause in each, None where it is not.

    A clause that is split goes on in the part that is most like it; the other parts begin lines of their own, `begins`
    "split", and `source` is the id of the line that they came out of. Of clauses that are merged, the one most like the whole
    goes on; the lines of the others end, `ends` "merged", and `heir` is the id of the line that they went into. The `id` is
    that of the last draft that has the clause and that of the clause there: "final/art_5__para_1".
    """

    id: str
    places: tuple[Clause | None, ...]
    begins: Beginning
    ends: Ending
    source: str = ""
    heir: str = ""

    @property
    def drafts(self) -> tuple[int, ...]:
        """The drafts that have the clause, by their places."""
        return tuple(n for n, clause in enumerate(self.places) if clause is not None)


class History(NamedTuple):
    """The drafts of a treaty in order, each step between them, what came back, and the line of every clause.

    Every clause of every draft stands on exactly one line. Lines stand in the order of the last draft; one that ended earlier
    follows the line that stood before it in the last draft that has it.
    """

    treaty: Treaty
    drafts: tuple[Draft, ...]
    steps: tuple[Step, ...]
    returns: tuple[Return, ...]
    lines: tuple[Line, ...]
