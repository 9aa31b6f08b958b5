"""The terms of two drafts: what each defines, what the field knows, and where a term is used."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from treatydiff.rules.defining import defined
from treatydiff.rules.occurrences import Occurrences, written
from treatydiff.rules.spans import words_of
from treatydiff.rules.substitutions import key_of
from treatydiff.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Clause
    from treatydiff.rules.substitutions import Key


@dataclass(frozen=True, eq=False)
class Glossary:
    """What both drafts call things; each index is made when it is first asked for."""

    lexicon: Lexicon
    old_clauses: tuple[Clause, ...]
    new_clauses: tuple[Clause, ...]

    @cached_property
    def old_terms(self) -> Mapping[Key, str]:
        """The terms that the old draft defines, by the stems of their words, with the id of the clause."""
        return defined(self.old_clauses, self.lexicon)

    @cached_property
    def new_terms(self) -> Mapping[Key, str]:
        """The terms that the new draft defines, by the stems of their words, with the id of the clause."""
        return defined(self.new_clauses, self.lexicon)

    @cached_property
    def known(self) -> frozenset[Key]:
        """The terms that either draft defines and those that the lexicon lists."""
        listed = (key_of(words(term), self.lexicon) for term in self.lexicon.words("definitions", "terms"))
        return frozenset((*self.old_terms, *self.new_terms, *listed))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words of known terms."""
        return frozenset(stem for key in self.known for stem in key)

    @cached_property
    def first_stems(self) -> frozenset[str]:
        """The stems of the words with which known terms begin."""
        return frozenset(key[0] for key in self.known if key)

    @cached_property
    def _by_word(self) -> Mapping[str, list[Clause]]:
        return by_word(self.new_clauses)

    def uses(self, term: str, instead: str = "") -> int:
        """Give in how many clauses of the new draft a term stands, where it is no part of the one used instead."""
        return len(using(term, instead, self._by_word))


def by_word(clauses: tuple[Clause, ...]) -> dict[str, list[Clause]]:
    """Give the clauses in order by every word in them, in lower case and compounds in parts."""
    found: defaultdict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        for word in words_of(written(clause)):
            found[word].append(clause)
    return found


def using(term: str, instead: str, index: Mapping[str, list[Clause]]) -> list[Clause]:
    """Give the clauses of an index in which a term stands, where it is no part of the one used instead."""
    own, other = Occurrences.of(term), Occurrences.of(instead) if instead else None
    rarest = min(own.needed, key=lambda forms: sum(len(index.get(form, ())) for form in forms))
    near = {clause.order: clause for form in rarest for clause in index.get(form, ())}
    return [clause for _, clause in sorted(near.items()) if own.outside(other, written(clause))]
