"""What happened to one clause, draft by draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from treatydiff.diff import redline
from treatydiff.history.descent import descent

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from treatydiff.history.descent import Node
    from treatydiff.model import Change, Clause, History, RedlinePart, Return

Event = Literal["first", "inserted", "returned", "deleted", "unchanged", "changed"]


class Chapter(NamedTuple):
    """What one draft did to a clause.

    `draft` is the draft's place; `clauses` are what the clause is in it, in order, more than one after a split; none in the
    draft that deleted it. `changes` are those that led there, from the draft before; `returned` is set where the clause came
    back after an absence, and `redline` then compares it with its last wording.
    """

    draft: int
    event: Event
    clauses: tuple[Clause, ...]
    changes: tuple[Change, ...] = ()
    returned: Return | None = None
    redline: tuple[RedlinePart, ...] = ()


def story(history: History, draft: int, clause: Clause) -> tuple[Chapter, ...]:
    """Tell what happened to a clause of one draft in all drafts, from what it came of to what it became.

    Drafts in which it is not are left out, but for the one that deleted it.
    """
    tree = descent(history.steps, history.returns)
    node = (draft, clause.id)
    family = {node, *tree.origins(node), *tree.heirs(node)}
    return tuple(chapter for place in range(len(history.drafts)) if (chapter := _chapter(history, place, family)))


def _chapter(history: History, place: int, family: set[Node]) -> Chapter | None:
    clauses = tuple(one for one in history.drafts[place].clauses if (place, one.id) in family)
    step = next((one for one in history.steps if one.after == place), None)
    if step is None:
        return Chapter(place, "first", clauses) if clauses else None
    before = {name for draft, name in family if draft == step.before}
    mine = {one.id for one in clauses}
    changes = tuple(change for change in step.comparison.changes if touches(change, before, mine))
    if not clauses:
        return Chapter(place, "deleted", (), changes) if any(not change.link.new for change in changes) else None
    back = next((one for one in history.returns if one.after == place and one.new.id in mine), None)
    if back is not None:
        return Chapter(place, "returned", clauses, changes, back, redline(back.old.words, back.new.words))
    return Chapter(place, event(changes), clauses, changes)


def touches(change: Change, before: Collection[str], mine: Collection[str]) -> bool:
    """Whether a change leads to one of some clauses, or ends one of those before, all by their ids."""
    if change.link.new:
        return any(one.id in mine for one in change.link.new)
    return any(one.id in before for one in change.link.old)


def event(changes: Sequence[Change]) -> Event:
    """Say what changes did to a clause, apart from bringing it back."""
    if all(not change.link.old for change in changes):
        return "inserted"
    quiet = all(
        change.link.kind == "same"
        and not (change.link.renumbered or change.link.moved or change.link.heading_changed)
        and all(mark.op == "kept" for mark in change.marks)
        for change in changes
    )
    return "unchanged" if quiet else "changed"


def places(history: History) -> Mapping[Node, int]:
    """Give by draft and clause the number of its line in the history."""
    return {
        (draft, clause.id): number
        for number, line in enumerate(history.lines)
        for draft, clause in enumerate(line.places)
        if clause is not None
    }
