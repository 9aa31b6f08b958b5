"""How far the room has got with a text, as its remarks say: "agreed ad referendum", "deleted"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from treatydiff.rules.contests import gathered

if TYPE_CHECKING:
    from treatydiff.rules.case import Wording

Remark = Literal["agreed", "deleted"]


def is_marked(side: Wording, remark: Remark) -> bool:
    """Whether a remark of a kind stands in a wording."""
    known = side.lexicon.pattern("brackets", remark)
    return any(mark.kind == "status" and known.search(mark.label) for mark in gathered(side))


def is_agreed(side: Wording) -> bool:
    """Whether a wording is agreed by a remark of its own, or by one at the heading of an article or chapter that holds it."""
    return is_marked(side, "agreed") or is_below_agreed(side)


def is_below_agreed(side: Wording) -> bool:
    """Whether the heading of what holds a wording says that it is agreed."""
    known = side.lexicon.pattern("brackets", "agreed")
    headings = (above.heading_marks for clause in side.clauses for above in clause.ancestors)
    return any(mark.kind == "status" and known.search(mark.label) for marks in headings for mark in marks)
