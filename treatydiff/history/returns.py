"""Clauses that vanished from one draft and came back in a later one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import Indel

from treatydiff.model import Return
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.model import Clause, Step

_SURE: Final = 0.85
"""Likeness from which a clause that came is taken for one that had gone: below it a new text on an old subject is as likely."""
_LEAD: Final = 0.05
"""By how much it must be more like that one than like any other, or it is a formula that any clause may bring back."""
_FEWEST_WORDS: Final = 4
"""What is shorter comes back by chance."""


class _Gone(NamedTuple):
    """A clause that vanished, the last draft that had it, and its words in lower case."""

    draft: int
    clause: Clause
    words: tuple[str, ...]


def returns(steps: Sequence[Step]) -> tuple[Return, ...]:
    """Find what was deleted in one step and inserted in a later one, each clause once.

    `steps` stand in the order of the drafts. A clause that was split off or merged did not vanish.
    """
    gone: dict[tuple[int, str], _Gone] = {}
    found: list[Return] = []
    for step in steps:
        back = _back(_pool(gone.values(), step, steps), _only_new(step), step.after)
        for one in back:
            del gone[one.before, one.old.id]
        found += back
        gone |= {(step.before, clause.id): _Gone(step.before, clause, words) for clause, words in _only_old(step)}
    return tuple(found)


def _pool(gone: Iterable[_Gone], step: Step, steps: Sequence[Step]) -> list[_Gone]:
    """Give what went on the way to the draft that a step starts from, the latest first."""
    way = {step.before}
    for one in reversed(steps):
        if one.after in way:
            way.add(one.before)
    return sorted((one for one in gone if one.draft in way), key=lambda one: (-one.draft, one.clause.order))


def _only_old(step: Step) -> list[tuple[Clause, tuple[str, ...]]]:
    return _of_substance(one for change in step.comparison.changes if not change.link.new for one in change.link.old)


def _only_new(step: Step) -> list[tuple[Clause, tuple[str, ...]]]:
    return _of_substance(one for change in step.comparison.changes if not change.link.old for one in change.link.new)


def _of_substance(clauses: Iterable[Clause]) -> list[tuple[Clause, tuple[str, ...]]]:
    read = ((clause, tuple(bare_words(clause.words.casefold()))) for clause in clauses)
    return [(clause, words) for clause, words in read if len(words) >= _FEWEST_WORDS]


def _back(pool: list[_Gone], came: list[tuple[Clause, tuple[str, ...]]], after: int) -> list[Return]:
    """Pair what went with what came where either is the other's likest by far."""
    went = [one.words for one in pool]
    nearest = {clause.id: _nearest(words, went) for clause, words in came}
    rivals = [words for _, words in came]
    found: list[Return] = []
    for place, (clause, words) in enumerate(came):
        best = nearest[clause.id]
        if best is not None and _nearest(went[best], rivals) == place:
            one = pool[best]
            found.append(Return(one.draft, after, one.clause, clause, Indel.normalized_similarity(one.words, words)))
    return found


def _nearest(words: tuple[str, ...], others: list[tuple[str, ...]]) -> int | None:
    """Give the place of the text that is most like one, surely and by far; None where none is."""
    ranked = process.extract(
        words, others, scorer=Indel.normalized_similarity, processor=None, limit=2, score_cutoff=_SURE - _LEAD
    )
    if not ranked or ranked[0][1] < _SURE:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _LEAD and ranked[0][0] != ranked[1][0]:
        return None
    return int(ranked[0][2])
