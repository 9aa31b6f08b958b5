"""The comparison around a change: the vocabulary, both drafts, and what each provision became."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Change, Clause, Level, Term


@dataclass(frozen=True, eq=False)
class Setting:
    """What a rule may know beyond the change itself; each index is made when it is first asked for.

    `changes` are all changes of the comparison in order, without findings; empty where a change is judged alone. `terms` are
    the substitutions that are repeated across the text. `levels` are the gravest severities that the user allows the rules.
    """

    lexicon: Lexicon
    old_clauses: tuple[Clause, ...] = ()
    new_clauses: tuple[Clause, ...] = ()
    changes: tuple[Change, ...] = ()
    terms: tuple[Term, ...] = ()
    levels: Mapping[str, Level] = field(default_factory=dict)

    @cached_property
    def became(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the new clauses that each old clause became, by its id; empty for one that was deleted."""
        return {clause.id: tuple(one.id for one in change.link.new) for change in self.changes for clause in change.link.old}

    @cached_property
    def came_of(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the old clauses of which each new clause came, by its id; empty for one that was inserted."""
        return {clause.id: tuple(one.id for one in change.link.old) for change in self.changes for clause in change.link.new}

    @cached_property
    def terms_by_clause(self) -> Mapping[str, tuple[Term, ...]]:
        """The repeated substitutions that each new clause took part in, by its id."""
        found: defaultdict[str, list[Term]] = defaultdict(list)
        for term in self.terms:
            for clause in term.clauses:
                found[clause].append(term)
        return {clause: tuple(terms) for clause, terms in found.items()}
