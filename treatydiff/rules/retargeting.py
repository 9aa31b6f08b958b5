"""What became of a reference: whether it still points to the same provisions, seen through the links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from treatydiff.crossrefs.citing import cited_in
from treatydiff.crossrefs.provisions import UNITS
from treatydiff.lexicon import phrases
from treatydiff.rules.pairing import in_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatydiff.crossrefs.provisions import Node, Provisions
    from treatydiff.model import Clause
    from treatydiff.rules.case import Case, Wording
    from treatydiff.text.references import Reference

Outcome = Literal["kept", "follows", "wider", "narrower", "retargeted", "reach", "dangling", "unknown"]
_NOWHERE: frozenset[str] = frozenset()
_STAYED = 10.0
_MET = 4.0
_SAME_LEVEL = 2.0
_SAME_NUMBERS = 3.0


class Fate(NamedTuple):
    """What became of a reference.

    "kept": the same provision under the same number. "follows": the same under its new number. "wider": one that holds it;
    "narrower": a part of it. "retargeted": another provision; "reach": a range or list that takes in more or less.
    "dangling": the number is not there any more. "unknown": what cannot be told, as in an excerpt. `came` are the new
    provisions that it points to and did not before, `went` the old ones that it does not point to any more.
    """

    outcome: Outcome
    came: tuple[Node, ...] = ()
    went: tuple[Node, ...] = ()


class Pair(NamedTuple):
    """An old and a new reference that answer to each other; None where one was added or removed."""

    old: Reference | None
    new: Reference | None


def pairs(case: Case) -> list[Pair]:
    """Pair the references of both wordings by place; none where they are to a law that the clause amends."""
    new = cited_in(case.new.text, case.lexicon)
    if case.change.link.kind == "same":
        return [] if not new or _amends(case) else [Pair(one, one) for one in new]
    old = cited_in(case.old.text, case.lexicon)
    return [] if not (old or new) or _amends(case) else _paired(old, new, case)


def foreign_pairs(case: Case) -> list[Pair]:
    """Pair the references to a law that a reworded clause amends: they tell what they name, and point to nothing here."""
    old, new = (cited_in(side.text, case.lexicon) for side in (case.old, case.new))
    return _paired(old, new, case) if old and new and _amends(case) else []


def _paired(old: tuple[Reference, ...], new: tuple[Reference, ...], case: Case) -> list[Pair]:
    return [Pair(a, b) for a, b in in_order(old, new, lambda a, b: _likeness(a, b, case))]


def _likeness(old: Reference, new: Reference, case: Case) -> float:
    if case.places.stayed(old.span, new.span):
        return _STAYED
    score = _SAME_NUMBERS if numbers(old) == numbers(new) else 0.0
    if case.places.meet(old.span, new.span):
        score += _MET
    levels = [
        {step.level for target in one.targets for step in target.steps} - {""} | {one.anchor} - {""} for one in (old, new)
    ]
    return score + _SAME_LEVEL if score and levels[0] & levels[1] else max(0.0, score - _MET)


def numbers(reference: Reference) -> tuple[tuple[str, ...], ...]:
    """Give the numbers that a reference cites, in whatever style it is written."""
    return tuple((*(step.number for step in target.steps), target.last) for target in reference.targets)


def fate(old: Reference, new: Reference, case: Case) -> Fate:
    """Say what became of a reference, its old target seen through the links."""
    setting = case.setting
    before = _found(old, case.old, setting.old_provisions)
    after = _found(new, case.new, setting.new_provisions)
    says_the_same = numbers(old) == numbers(new) and old.shift == new.shift
    if before is None or after is None:
        if before and not after and setting.new_provisions.lacks(new, _citing(new, case.new)):
            return Fate("dangling", went=before)
        return Fate("kept" if says_the_same or old.shift or new.shift else _unresolved(old, new, case))
    return _compared(old, new, (before, after), case)


def _compared(old: Reference, new: Reference, targets: tuple[tuple[Node, ...], tuple[Node, ...]], case: Case) -> Fate:
    """Compare what a reference pointed to, seen through the links, with what it points to."""
    before, after = targets
    heirs, nodes = case.setting.heirs, case.setting.new_provisions.nodes
    says_the_same = numbers(old) == numbers(new) and old.shift == new.shift
    images = {heir for node in before for heir in heirs[node.id]}
    there = {node.id for node in after}
    came = tuple(node for node in after if node.id not in images)
    went = tuple(node for node in before if not heirs[node.id] & there)
    if not came and not went:
        return Fate("kept" if says_the_same or old.shift or new.shift else "follows")
    over = {above.id for image in images for above in nodes[image].above()}
    if came and all(node.id in over for node in came) and all(_lies_in(heirs[node.id], there, nodes) for node in went):
        return Fate("kept" if says_the_same or _is_range(new) else "wider", came, went)
    if (
        came
        and all(images & {above.id for above in node.above()} for node in came)
        and not any(heirs[n.id] == _NOWHERE for n in went)
    ):
        return Fate("kept" if says_the_same or _is_range(new) else "narrower", came, went)
    if says_the_same and not _is_comparable(old, before, after, heirs):
        return Fate("kept")
    return Fate("retargeted" if len(before) == len(after) == 1 else "reach", came, went)


def _lies_in(heirs: frozenset[str], there: set[str], nodes: Mapping[str, Node]) -> bool:
    """Whether what a provision became lies in one that is pointed to."""
    return any(above.id in there for heir in heirs for above in nodes[heir].above())


def _is_comparable(
    reference: Reference, before: tuple[Node, ...], after: tuple[Node, ...], heirs: Mapping[str, frozenset[str]]
) -> bool:
    """Whether unchanged words are looked up in the same place: below provisions that are one, or in the whole draft."""
    if reference.targets and reference.targets[0].steps[0].level in UNITS and before[0].kind in UNITS:
        return True
    was, now = before[0].parent, after[0].parent
    return was is not None and now is not None and now.id in heirs[was.id]


def _is_range(reference: Reference) -> bool:
    return any(target.last for target in reference.targets)


def _unresolved(old: Reference, new: Reference, case: Case) -> Outcome:
    """Judge numbers that are in neither draft: in an article that stayed, another paragraph is another target."""
    was, now = ([target.steps for target in one.targets] for one in (old, new))
    if (
        old.instrument
        or new.instrument
        or len(was) != 1
        or len(now) != 1
        or was[0][0] != now[0][0]
        or len(was[0]) != len(now[0])
    ):
        return "unknown"
    above = [
        one._replace(targets=(target._replace(steps=target.steps[:1], last=""),))
        for one in (old, new)
        for target in one.targets
    ]
    nodes = (_found(above[0], case.old, case.setting.old_provisions), _found(above[1], case.new, case.setting.new_provisions))
    if (
        len(was[0]) == 1
        or nodes[0] is None
        or nodes[1] is None
        or any(node.by_number for found in nodes for node in found or ())
    ):
        return "unknown"
    return "retargeted" if nodes[1][0].id in case.setting.heirs[nodes[0][0].id] else "unknown"


def _found(reference: Reference, side: Wording, provisions: Provisions) -> tuple[Node, ...] | None:
    return provisions.found(reference, _citing(reference, side))


def _citing(reference: Reference, side: Wording) -> Clause:
    """Give the clause in whose words a reference stands."""
    end = 0
    for clause in side.clauses:
        end += len(clause.words) + 1
        if reference.span[0] < end:
            return clause
    return side.clauses[-1]


def _amends(case: Case) -> bool:
    """Whether the clause, or one that it stands in, rewrites another law, so that bare references are to that law."""
    pattern = phrases(case.lexicon.words("references", "amending"))
    link = case.change.link
    above = {provision.text for clause in (*link.old, *link.new) for provision in clause.ancestors}
    return any(pattern.search(text) for text in (case.old.text, case.new.text, *above))
