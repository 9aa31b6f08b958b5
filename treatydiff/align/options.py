"""A paragraph that takes the place of its options is what became of one of them, though much was added to it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from treatydiff.text.numbers import comparable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.align.holders import Ties
    from treatydiff.align.pairs import Pair
    from treatydiff.align.side import Pairs, Side
    from treatydiff.model import Clause

_OPTION: Final = "alternative"
_SUBSTANCE: Final = 0.8
"""Share of what the one that says less has to say that the other must say too."""
_LIKENESS: Final = 0.5


def settled(old: Side, new: Side, left_over: Iterable[Pair], ties: Ties) -> Pairs:
    """Link options with the paragraph that they were options for, and paragraphs with options for them, the likest first.

    Both must be without a link, say the same in substance, have the same number (an option that of its paragraph), and stand
    in articles that other clauses link.
    """
    gone, taken = {i for i, _ in ties}, {j for _, j in ties}
    units: defaultdict[int, set[int]] = defaultdict(set)
    for i, j in ties:
        units[old.units[i]].add(new.units[j])
    found: Pairs = {}
    for pair in sorted(left_over, key=lambda one: (-one.likeness, one.old, one.new)):
        i, j = pair.old, pair.new
        if i in gone or j in taken or new.units[j] not in units[old.units[i]]:
            continue
        if pair.substance >= _SUBSTANCE and pair.likeness >= _LIKENESS and _is_for(old.clauses[i], new.clauses[j]):
            found[i] = j
            gone.add(i)
            taken.add(j)
    return found


def _is_for(one: Clause, other: Clause) -> bool:
    """Whether one of two clauses is an option for what the other is: the same level with the same number."""
    is_option = [clause.provision.kind == _OPTION for clause in (one, other)]
    return is_option[0] != is_option[1] and _office(one) == _office(other)


def _office(clause: Clause) -> tuple[str, str]:
    holder = clause.parent if clause.provision.kind == _OPTION and clause.parent else clause.provision
    return holder.kind, comparable(holder.num)
