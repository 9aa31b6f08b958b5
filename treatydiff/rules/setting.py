"""The comparison around a change: the vocabulary, both drafts, and what each provision became."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from treatydiff.rules.arrivals import Arrivals, Sayings
from treatydiff.rules.heirs import heirs, origins
from treatydiff.rules.provisions import Provisions

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

    @cached_property
    def old_provisions(self) -> Provisions:
        """The provisions of the old draft by their numbers."""
        return Provisions(self.old_clauses)

    @cached_property
    def new_provisions(self) -> Provisions:
        """The provisions of the new draft by their numbers."""
        return Provisions(self.new_clauses)

    @cached_property
    def heirs(self) -> Mapping[str, frozenset[str]]:
        """The ids of the new provisions that each old provision became, by its id, also where it has no words of its own."""
        return heirs(self.old_provisions, self.new_provisions, self.became)

    @cached_property
    def origins(self) -> Mapping[str, frozenset[str]]:
        """The ids of the old provisions of which each new provision came, by its id."""
        return origins(self.heirs)

    @cached_property
    def is_renumbered(self) -> bool:
        """Whether any provision came, went, or has another number or place, so that an unchanged reference may mislead."""
        return any(
            change.link.kind not in {"same", "edited"} or change.link.renumbered or change.link.moved for change in self.changes
        )

    @cached_property
    def deleted(self) -> Arrivals:
        """What went as a whole."""
        return Arrivals(
            self.old_provisions, frozenset(one.id for change in self.changes if not change.link.new for one in change.link.old)
        )

    @cached_property
    def inserted(self) -> Arrivals:
        """What came as a whole."""
        return Arrivals(
            self.new_provisions, frozenset(one.id for change in self.changes if not change.link.old for one in change.link.new)
        )

    @cached_property
    def old_sayings(self) -> Sayings:
        """The clauses of the old draft by their rarer words."""
        return Sayings(self.old_clauses, self.lexicon)

    @cached_property
    def new_sayings(self) -> Sayings:
        """The clauses of the new draft by their rarer words."""
        return Sayings(self.new_clauses, self.lexicon)
