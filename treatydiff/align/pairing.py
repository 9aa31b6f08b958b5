"""One-to-one pairing of clauses, in rounds: each round scores the candidates in the light of the links of the last."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from treatydiff.align.anchors import anchors, repeated
from treatydiff.align.candidates import by_rare_words, in_gaps, in_linked_articles
from treatydiff.align.headings import with_headings
from treatydiff.align.score import Pair, Weights, pairs, scores, settled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.align.side import Pairs, Side

_WEIGHTS = Weights()
_ROUNDS = 3
_ACCEPTED = 0.62
_SURE = 0.75


def pairing(old: Side, new: Side) -> Pairs:
    """Link the clauses of two drafts one to one.

    Equal texts that stand once in each draft are linked at sight. The rest are scored against their candidates and taken
    greedily, the best first; a link holds only to the next round, except the first ones.
    """
    certain = anchors(old, new)
    found = pairs(old, new, chain(repeated(old, new), in_gaps(old, new, certain)), _WEIGHTS)
    found += _others(old, new, by_rare_words(old, new, certain | settled(found)), found)
    texts = {i: j for i, j in certain.items() if not old.headings[i]}
    linked = with_headings(old, new, certain)
    linked = with_headings(old, new, _greedy(found, scores(old, new, found, linked, _WEIGHTS), texts, _SURE))
    found += _others(old, new, in_linked_articles(old, new, linked), found)
    for _ in range(_ROUNDS):
        before = linked
        linked = with_headings(old, new, _greedy(found, scores(old, new, found, linked, _WEIGHTS), texts, _ACCEPTED))
        if linked == before:
            break
    return linked | _only_ones(old, new, linked)


def _others(old: Side, new: Side, candidates: Iterable[tuple[int, int]], found: list[Pair]) -> list[Pair]:
    known = {(pair.old, pair.new) for pair in found}
    return pairs(old, new, (candidate for candidate in candidates if candidate not in known), _WEIGHTS)


def _only_ones(old: Side, new: Side, linked: Pairs) -> Pairs:
    """Link what is left of unnumbered levels at the top that stand once in each draft, as a preface, however rewritten."""
    here, there = _once_at_the_top(old), _once_at_the_top(new)
    taken = set(linked.values())
    return {here[key]: there[key] for key in here if key in there and here[key] not in linked and there[key] not in taken}


def _once_at_the_top(side: Side) -> dict[tuple[str, bool], int]:
    top = [n for n, clause in enumerate(side.clauses) if not clause.ancestors and not clause.provision.num]
    keys = [(side.kinds[n], side.headings[n]) for n in top]
    counted = Counter(keys)
    return {key: n for key, n in zip(keys, top, strict=True) if counted[key] == 1}


def _greedy(found: list[Pair], values: list[float], certain: Pairs, accepted: float) -> Pairs:
    """Add the candidates to what is certain, the best score first, each clause once; ties go to the order of the drafts."""
    best_first = sorted((-value, pair.old, pair.new) for value, pair in zip(values, found, strict=True) if value >= accepted)
    chosen = dict(certain)
    taken = set(chosen.values())
    for _, i, j in best_first:
        if i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    return chosen
