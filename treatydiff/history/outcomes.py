"""What became of what was open or settled: which option won, and what changed after it had been agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from treatydiff.history.descent import descent
from treatydiff.history.standing import standing
from treatydiff.history.story import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.history.descent import Descent
    from treatydiff.model import Change, Clause, History, Line, Step

Fate = Literal["won", "lost", "open"]


class OptionFate(NamedTuple):
    """One of several alternatives of a provision: in which draft, which clause, and what the next drafts made of it.

    "won": it goes on as text that is no alternative any more, since `decided`; "lost": nothing of it goes on from `decided`;
    "open": it is an alternative to the end, and `decided` is None.
    """

    draft: int
    clause: Clause
    fate: Fate
    decided: int | None


class Reopened(NamedTuple):
    """A clause that was agreed and changed later: its line, the draft since which it was agreed, the step that changed it."""

    line: Line
    agreed: int
    step: Step
    change: Change


def options(history: History) -> tuple[OptionFate, ...]:
    """Give each alternative at its first appearance, with its fate."""
    tree = descent(history.steps, history.returns)
    found: list[OptionFate] = []
    for place, draft in enumerate(history.drafts):
        found += [
            _fate(history, tree, place, clause)
            for clause in draft.clauses
            if _is_option(clause) and not any(_option_at(history, *node) for node in tree.origins((place, clause.id)))
        ]
    return tuple(found)


def _is_option(clause: Clause) -> bool:
    """Whether a clause opens an alternative: the first that the alternative has."""
    if clause.provision.kind == "alternative":
        return True
    parent = clause.parent
    return (
        parent is not None
        and parent.kind == "alternative"
        and not parent.words
        and not parent.heading
        and (parent.children[0].id == clause.id)
    )


def _is_in_option(clause: Clause) -> bool:
    return any(one.kind == "alternative" for one in (*clause.ancestors, clause.provision))


def _option_at(history: History, place: int, name: str) -> bool:
    return any(one.id == name and _is_in_option(one) for one in history.drafts[place].clauses)


def _fate(history: History, tree: Descent, place: int, clause: Clause) -> OptionFate:
    heirs = sorted(tree.heirs((place, clause.id)))
    settled = next((draft for draft, name in heirs if not _option_at(history, draft, name)), None)
    if settled is not None:
        return OptionFate(place, clause, "won", settled)
    last = max((draft for draft, _ in heirs), default=place)
    gone = next((step.after for step in history.steps if step.before == last), None)
    return OptionFate(place, clause, "open" if gone is None else "lost", gone)


def reopened(history: History) -> tuple[Reopened, ...]:
    """Give each change of words that a draft before had as agreed, in the order of the steps."""
    return tuple(_reopened(history))


def _reopened(history: History) -> Iterator[Reopened]:
    lines = places(history)
    agreed = _agreed(history)
    for step in history.steps:
        for change in step.comparison.changes:
            since = [agreed[step.before, one.id] for one in change.link.old if (step.before, one.id) in agreed]
            if since and change.link.kind != "same" and not change.is_editorial and not change.follows:
                number = lines[step.before, change.link.old[0].id]
                yield Reopened(history.lines[number], min(since), step, change)


def _agreed(history: History) -> dict[tuple[int, str], int]:
    """Give by draft and clause the first draft since which it stands as agreed; words that stayed stay agreed unmarked."""
    found: dict[tuple[int, str], int] = {}
    for place, draft in enumerate(history.drafts):
        language = draft.document.metadata.language or "en"
        for clause in draft.clauses:
            if standing(clause, language).state == "agreed":
                found[place, clause.id] = place
        for step in (one for one in history.steps if one.after == place):
            for change in step.comparison.changes:
                since = [found[step.before, one.id] for one in change.link.old if (step.before, one.id) in found]
                if since and change.link.kind == "same":
                    for one in change.link.new:
                        found[place, one.id] = min(since)
    return found
