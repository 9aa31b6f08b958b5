"""The comparison around a change: the vocabulary, both drafts, and what each provision became."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from treatydiff.crossrefs.provisions import Provisions
from treatydiff.rules.arrivals import Arrivals, Sayings
from treatydiff.rules.glossary import Glossary
from treatydiff.rules.heirs import heirs, origins
from treatydiff.rules.ledger import Ledger
from treatydiff.rules.provisos import Provisos
from treatydiff.rules.routine import Routine, routine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Change, Clause, Level, Link, Term

_OPEN_ENDS = (":", "—", "–", "-")


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

    def is_item_of_kept_list(self, link: Link) -> bool:
        """Whether a link is of one clause that came or went as an item of a list whose chapeau and other items stayed."""
        (clause,) = link.new or link.old
        parent = clause.parent
        if parent is None or not parent.text or link.kind not in {"inserted", "deleted"}:
            return False
        kinds = self.lexicon.words("lists", "item_kinds")
        open_end = parent.text.rstrip().endswith(_OPEN_ENDS) or clause.provision.kind in kinds
        return open_end and parent.id in (self._kept_lists[1] if link.new else self._kept_lists[0])

    @cached_property
    def _kept_lists(self) -> tuple[frozenset[str], frozenset[str]]:
        """The ids of the provisions, old and new, whose own words and at least one item stand in both drafts."""
        kept = [(old, new) for change in self.changes for old in change.link.old for new in change.link.new]
        words = {(old.id, new.id) for old, new in kept}
        both = {(old.parent.id, new.parent.id) for old, new in kept if old.parent and new.parent} & words
        return frozenset(old for old, _ in both), frozenset(new for _, new in both)

    def list_of(self, link: Link) -> str:
        """Give the words, in the other draft, of the list that an item came to or went from, its chapeau included."""
        (clause,) = link.new or link.old
        holder = clause.parent.id if clause.parent else ""
        key = (holder, bool(link.new))
        if key not in self._lists:
            answers, others = (self.came_of, self.old_by_id) if link.new else (self.became, self.new_by_id)
            found = [others[one].provision for one in answers.get(holder, ()) if one in others]
            self._lists[key] = "\n".join(
                text for one in found for text in (one.words, *(child.words for child in one.children))
            )
        return self._lists[key]

    @cached_property
    def _lists(self) -> dict[tuple[str, bool], str]:
        return {}

    @cached_property
    def marks_agreement(self) -> bool:
        """Whether the new draft says of any clause that it is agreed, so that it means something where it does not."""
        agreed = self.lexicon.pattern("brackets", "agreed")
        statuses = (mark for clause in self.new_clauses for mark in clause.marks if mark.kind == "status")
        return any(agreed.search(mark.label) for mark in statuses)

    @cached_property
    def old_by_id(self) -> Mapping[str, Clause]:
        """The old clauses by their ids."""
        return {clause.id: clause for clause in self.old_clauses}

    @cached_property
    def new_by_id(self) -> Mapping[str, Clause]:
        """The new clauses by their ids."""
        return {clause.id: clause for clause in self.new_clauses}

    @cached_property
    def glossary(self) -> Glossary:
        """The terms that the drafts define and use."""
        return Glossary(self.lexicon, self.old_clauses, self.new_clauses)

    @cached_property
    def routine(self) -> Routine:
        """The words that gave way to the same others at several places."""
        return routine(self.changes, self.lexicon)

    @cached_property
    def terms_by_clause(self) -> Mapping[str, tuple[Term, ...]]:
        """The repeated substitutions that each new clause took part in, by its id."""
        found: defaultdict[str, list[Term]] = defaultdict(list)
        for term in self.terms:
            for clause in term.clauses:
                found[clause].append(term)
        return {clause: tuple(terms) for clause, terms in found.items()}

    @cached_property
    def old_provisos(self) -> Provisos:
        """The exceptions and conditions of the old clauses that did not stay as they were."""
        return Provisos(self._touched_clauses("old"), self.lexicon)

    @cached_property
    def new_provisos(self) -> Provisos:
        """The exceptions and conditions of the new clauses that did not stay as they were."""
        return Provisos(self._touched_clauses("new"), self.lexicon)

    @cached_property
    def old_ledger(self) -> Ledger:
        """Which clauses of the old draft carry which safeguards."""
        return Ledger(self.old_clauses, self.lexicon)

    @cached_property
    def new_ledger(self) -> Ledger:
        """Which clauses of the new draft carry which safeguards."""
        return Ledger(self.new_clauses, self.lexicon)

    def _touched_clauses(self, side: Literal["old", "new"]) -> tuple[Clause, ...]:
        return tuple(clause for change in self.changes if change.link.kind != "same" for clause in getattr(change.link, side))

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
        """The clauses of the old draft that did not stay as they were, by their rarer words."""
        return Sayings(self._touched_clauses("old"), self.deleted.alone, self.lexicon)

    @cached_property
    def new_sayings(self) -> Sayings:
        """The clauses of the new draft that did not stay as they were, by their rarer words."""
        return Sayings(self._touched_clauses("new"), self.inserted.alone, self.lexicon)
