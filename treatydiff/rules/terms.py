"""Terms that were replaced throughout: substitutions mined over all changes and folded into one report each."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model import Term
from treatydiff.rules.glossary import by_word, using
from treatydiff.rules.occurrences import Occurrences
from treatydiff.rules.rule import REWORDED
from treatydiff.rules.spans import Correspondence
from treatydiff.rules.substitutions import before, candidates, extended, is_substitution, successors

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Change, Clause
    from treatydiff.rules.substitutions import Key, Substitution

_FEWEST_CLAUSES = 3
"""In how many clauses a substitution stands that is no coincidence: twice the same one may be, in a text of some hundred."""
_REPLACED = 1 / 3
_ENDS_THERE = 1 / 3
_NOT_A_NOUN = 1 / 4

_Pair = tuple["Key", "Key"]


class _Seen(NamedTuple):
    """A substitution in one change."""

    change: Change
    found: Substitution

    @property
    def wordings(self) -> tuple[str, str]:
        """The old and the new wording."""
        return self.change.old_words, self.change.new_words


def terms(changes: Iterable[Change], new: tuple[Clause, ...], lexicon: Lexicon) -> tuple[Term, ...]:
    """Give the terms that were replaced in at least three clauses, the most frequent first.

    A term counts as replaced throughout when the old one survives in no more than twice as many clauses of the new draft
    as it was replaced in, and no other place swaps the two back.
    """
    if not lexicon.words("terms", "inside"):
        return ()
    reworded = [change for change in changes if change.link.kind in REWORDED]
    groups = _grouped(reworded, lexicon)
    index = by_word(new) if groups else {}
    counts = {pair: _clauses(seen) for pair, seen in groups.items()}
    found = [
        term
        for pair, seen in groups.items()
        if counts[pair] >= _FEWEST_CLAUSES and counts.get((pair[1], pair[0]), 0) * 2 < counts[pair]
        for term in [_term(seen, index)]
        if len(term.clauses) >= _FEWEST_CLAUSES and len(term.clauses) >= _REPLACED * (len(term.clauses) + len(term.survivors))
    ]
    return tuple(sorted(found, key=lambda term: (-term.times, term.old, term.new)))


def _grouped(changes: list[Change], lexicon: Lexicon) -> dict[_Pair, list[_Seen]]:
    """Put like substitutions together, each extended to its noun phrase and in one group only."""
    bare: defaultdict[_Pair, list[_Seen]] = defaultdict(list)
    for change in changes:
        pieces = Correspondence.of(change.redline).pieces
        for found in candidates(pieces, change.old_words, change.new_words, lexicon):
            bare[found.old.key, found.new.key].append(_Seen(change, found))
    groups: defaultdict[_Pair, list[_Seen]] = defaultdict(list)
    frequent = {pair: _true(seen, lexicon) for pair, seen in bare.items() if _clauses(seen) >= _FEWEST_CLAUSES}
    frequent = {pair: seen for pair, seen in frequent.items() if _clauses(seen) >= _FEWEST_CLAUSES}
    for seen in frequent.values():
        if _are_nouns(seen, lexicon):
            for one in seen if _end_there(seen, lexicon) else [_extended(one, lexicon) for one in seen]:
                groups[one.found.old.key, one.found.new.key].append(one)
    for pair in groups.keys() & (bare.keys() - frequent.keys()):
        groups[pair] += _true(bare[pair], lexicon)
    return groups


def _true(seen: list[_Seen], lexicon: Lexicon) -> list[_Seen]:
    return [one for one in seen if is_substitution(one.found, lexicon)]


def _clauses(seen: list[_Seen]) -> int:
    return len({one.change.id for one in seen})


def _are_nouns(seen: list[_Seen], lexicon: Lexicon) -> bool:
    """Whether hardly one of them stands where a verb or an adverb does: behind an operator or "to"."""
    verbs = sum(before(one.found, one.change.old_words) in lexicon.words("terms", "before_verbs") for one in seen)
    return verbs < _NOT_A_NOUN * len(seen)


def _end_there(seen: list[_Seen], lexicon: Lexicon) -> bool:
    """Whether the phrase often ends where the substitution does, so that it is no mere attribute of the next word."""
    return sum(successors(one.found, *one.wordings, lexicon) is None for one in seen) >= _ENDS_THERE * len(seen)


def _extended(seen: _Seen, lexicon: Lexicon) -> _Seen:
    longer = extended(seen.found, *seen.wordings, lexicon)
    return seen if longer is None else seen._replace(found=longer)


def _term(seen: list[_Seen], index: Mapping[str, list[Clause]]) -> Term:
    was, now = (_shown(getattr(one.found, side).text for one in seen) for side in ("old", "new"))
    clauses = dict.fromkeys(clause.id for one in seen for clause in _holding(one, now))
    survivors = tuple(clause.id for clause in using(was, now, index))
    return Term(was, now, len(seen), tuple(clauses), survivors)


def _holding(seen: _Seen, term: str) -> tuple[Clause, ...]:
    """Give the new clauses of a change in which the new term stands; where there is one clause, that one."""
    clauses = seen.change.link.new
    if len(clauses) == 1:
        return clauses
    pattern = Occurrences.of(term)
    return tuple(clause for clause in clauses if pattern.spans(clause.words)) or clauses[:1]


def _shown(written_: Iterable[str]) -> str:
    """Give the form that stands most often; of equals the shorter, which is the singular, then the first in order."""
    counts = Counter(written_)
    return min(counts, key=lambda form: (-counts[form], len(form), form))
