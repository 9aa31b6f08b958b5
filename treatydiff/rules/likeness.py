"""Whether an old and a new operator answer to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from treatydiff.rules.operators import Operator
    from treatydiff.rules.spans import Correspondence

_SAME_PLACE = 8.0
_SAME_GAP = 2.0
_SAME_VERB = 3.0
_OBJECT = 4.0
_ENOUGH = 3.0
_HALF = 0.5
_THIRD = 0.33
_FEWEST = 3
_SOON = 3
_SAME_ACTOR = 2.0
_SAME_CLASS = 1.0


def likeness(old: Operator, new: Operator, places: Correspondence) -> float:
    """Score how likely two operators answer to each other, by place, verb, object and actor; 0 when they do not."""
    score = 0.0
    if places.stayed((old.span[0], old.span[0] + 1), (new.span[0], new.span[0] + 1)):
        score += _SAME_PLACE
    elif places.meet(old.span, new.span):
        score += _SAME_GAP
    if _same_verb(old, new):
        score += _SAME_VERB
    score += _OBJECT * _shared(old, new)
    if score < _ENOUGH:
        return 0.0
    score += _SAME_ACTOR if _same_actor(old, new) else 0.0
    return score + (_SAME_CLASS if old.reading.known == new.reading.known else 0.0)


def _same_actor(old: Operator, new: Operator) -> bool:
    return old.actor.casefold() == new.actor.casefold()


def _shared(old: Operator, new: Operator) -> float:
    """Give the share of the shorter list of governed stems that the other has too; a list counts for at least three."""
    a, b = set(old.governed), set(new.governed)
    return len(a & b) / max(_FEWEST, min(len(a), len(b)))


def govern_alike(old: Operator, new: Operator, places: Correspondence) -> bool:
    """Whether the operators govern the same: the verb stayed in the redline, or the same actor has the verb or object.

    A chapeau whose list follows governs nothing of its own: there the place decides. Where the tense of a verb is the operator,
    another verb is another duty, and the same verb the same one.
    """
    if old.verb and new.verb and min(*old.verb, *new.verb) >= 0 and places.stayed(old.verb, new.verb):
        return True
    if (old.actor and new.actor and not _same_actor(old, new)) or _repeats(old, new):
        return False
    if not old.governed and not new.governed:
        return places.meet(old.span, new.span)
    if _same_verb(old, new):
        return old.governed[:1] != new.governed[:1] or _shared(old, new) >= _THIRD
    if {old.reading.known.pole, new.reading.known.pole} == {"positive", "negative"} or _is_other_verb(old, new):
        return False
    common = set(old.governed) & set(new.governed)
    verbs = {*old.governed[:1], *new.governed[:1]}
    return _shared(old, new) >= _HALF and (len(common) >= _FEWEST or bool(common & verbs))


def _same_verb(old: Operator, new: Operator) -> bool:
    """Whether both govern the same verb, or the tense of the one that the other governs is an operator."""
    if old.governed[:1] == new.governed[:1]:
        return True
    heads = [{one.own_verb, *one.governed[:1]} - {""} for one in (old, new)]
    return bool(old.own_verb or new.own_verb) and bool(heads[0] & heads[1])


def _repeats(old: Operator, new: Operator) -> bool:
    """Whether both operators are the same tense of the same verb, so that one duty was put in other words."""
    return bool(old.own_verb) and old.own_verb == new.own_verb and old.reading.known.pole == new.reading.known.pole


def _is_other_verb(old: Operator, new: Operator) -> bool:
    """Whether the tense of a verb is one of the operators, and the other does not govern that verb soon."""
    return any(one.is_verb and one.governed[0] not in other.governed[:_SOON] for one, other in ((old, new), (new, old)))
