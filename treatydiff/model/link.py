"""Which clauses of the old draft became which of the new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from treatydiff.model.clause import Clause

LinkKind = Literal["same", "edited", "inserted", "deleted", "split", "merged", "regrouped"]


class Link(NamedTuple):
    """Old clauses that became new clauses; one side is empty for an insertion or a deletion.

    `similarity` runs from 0 (nothing in common) to 1 (the same words). `moved`: under another parent, seen through the links,
    or out of order among its siblings. `renumbered`: its own number differs, or that of an article
    that is no clause itself and so cannot say so.
    """

    kind: LinkKind
    old: tuple[Clause, ...]
    new: tuple[Clause, ...]
    similarity: float
    renumbered: bool = False
    moved: bool = False
    heading_changed: bool = False
