"""Every line draft by draft: what each draft did to the clause, how much of it changed, and how far the room had got."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from treatydiff.diff import redline
from treatydiff.history.standing import standing
from treatydiff.history.story import places
from treatydiff.model import Link
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from treatydiff.history.descent import Node
    from treatydiff.history.standing import Standing
    from treatydiff.model import Change, Clause, History, Return, Step

Kind = Literal["first", "returned", "same", "edited", "inserted", "deleted", "split", "merged", "regrouped"]


class Station(NamedTuple):
    """One line at one draft, by the draft's place.

    `kind` is that of the link that led there; "first" in a draft that is based on none; "returned" where the clause came back
    after an absence, and `change` then holds its last wording against the new one. `clause` is None in the draft that deleted
    it or merged it into another line. `share` is the share of the words of both wordings that came or went, from 0 to 1;
    none where only references follow a renumbering.
    """

    draft: int
    kind: Kind
    clause: Clause | None
    change: Change | None
    share: float
    standing: Standing | None


def stations(history: History) -> tuple[tuple[Station, ...], ...]:
    """Give the stations of every line, in the order of the lines; drafts in which nothing happened to it are left out."""
    found: list[list[Station]] = [[] for _ in history.lines]
    lines = places(history)
    back = {(one.after, one.new.id): one for one in history.returns}
    led_to = {step.after: step for step in history.steps}
    for place, draft in enumerate(history.drafts):
        changes = _by_new(led_to[place]) if place in led_to else {}
        language = draft.document.metadata.language or "en"
        for clause in draft.clauses:
            change = changes.get(clause.id)
            kind, change = _arrival(change, back.get((place, clause.id)))
            stands = standing(clause, language)
            found[lines[place, clause.id]].append(Station(place, kind, clause, change, share(change), stands))
        if place in led_to:
            _depart(found, led_to[place], lines)
    return tuple(tuple(one) for one in found)


def _by_new(step: Step) -> Mapping[str, Change]:
    return {clause.id: change for change in step.comparison.changes for clause in change.link.new}


def _arrival(change: Change | None, back: Return | None) -> tuple[Kind, Change | None]:
    if change is None:
        return "first", None
    if back is None or change.link.old:
        return change.link.kind, change
    link = Link("edited", (back.old,), (back.new,), back.similarity)
    return "returned", change._replace(link=link, redline=redline(back.old.words, back.new.words))


def _depart(found: list[list[Station]], step: Step, lines: Mapping[Node, int]) -> None:
    """Note where lines end or pause: what a step deleted, and what it merged into another line."""
    for change in step.comparison.changes:
        going_on = {lines[step.after, clause.id] for clause in change.link.new}
        for clause in change.link.old:
            number = lines[step.before, clause.id]
            if number not in going_on:
                kind: Kind = "merged" if change.link.new else "deleted"
                found[number].append(Station(step.after, kind, None, change, share(change), None))


def share(change: Change | None) -> float:
    """Give the share of the words of both wordings that came or went; 0 for what is no change of words."""
    if change is None or change.follows or change.link.kind == "same":
        return 0.0
    touched, kept = weights((change,))
    return touched / (touched + kept) if touched else 0.0


def weights(changes: Iterable[Change]) -> tuple[int, int]:
    """Count the words of both wordings that came or went, and those that stayed, on either side."""
    touched = kept = 0
    for change in changes:
        if change.link.kind == "same" or change.follows:
            kept += 2 * len(bare_words(change.new_words or change.old_words))
            continue
        for part in change.redline:
            size = len(bare_words(part.text))
            touched, kept = (touched, kept + 2 * size) if part.op == "equal" else (touched + size, kept)
    return touched, kept
