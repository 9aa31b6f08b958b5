"""The candidates of two drafts before any round: what is linked at sight, what is contested, and how it is described."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.align.anchors import anchors, equals, repeated
from treatydiff.align.candidates import by_rare_words, in_gaps, in_linked_articles, settled
from treatydiff.align.leads import leads
from treatydiff.align.pairs import Pair, Pairing, Traits, traits
from treatydiff.align.scorer import Row, first_rows
from treatydiff.align.surroundings import Articles, articles, surroundings, unrest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.align.side import Pairs, Side

_LEAST_IN_A_WIDE_GAP = 0.3
_LEAST_IN_A_LINKED_ARTICLE = 0.05
_UNRELATED = 0.25
"""The likeness of two clauses that have nothing to do with each other: what they share are small words."""
_FIRST_LEAD = 0.3
_FIRST_ACCEPTED = 0.5
_SURE_LIKENESS = 0.85
_SURE_LEAD = 0.45


class Field(NamedTuple):
    """The candidates of two drafts and what is known of them before the rounds.

    `certain` are the links made at sight, `pairs` what is contested, with the `traits` of each, `ahead` the lead of its
    likeness and `alike` its articles. `aside` are the candidates of clauses that are linked at sight, `listed` those of
    `certain` that the lists below them linked.
    """

    old: Side
    new: Side
    certain: Pairs
    pairs: list[Pair]
    aside: list[Pair]
    traits: list[Traits]
    ahead: list[float]
    alike: Articles
    unrest: float
    listed: Pairs


def field_of(old: Side, new: Side, known: Pairs) -> tuple[Field, Pairs]:
    """Find the candidates, and the links that their likeness alone suggests."""
    equal = equals(old, new)
    certain = anchors(old, new, equal, known)
    texts = {i: j for i, j in certain.items() if not old.headings[i]}
    listed = {i: j for i, j in texts.items() if i not in known and old.codes[i] != new.codes[j]}
    pairing = Pairing(old, new)
    gaps = in_gaps(old, new, certain)
    pairs = pairing.pairs(chain(repeated(equal), gaps.narrow))
    pairs += pairing.pairs(gaps.wide, _LEAST_IN_A_WIDE_GAP)
    pairs += pairing.pairs(by_rare_words(old, new, certain | settled(old, new, pairs, certain)))
    pairs = _without(pairs, known)
    found = pairing.pairs(
        in_linked_articles(old, new, _first_links(texts, pairs, lead_of_likeness(pairs)), texts), _LEAST_IN_A_LINKED_ARTICLE
    )
    pairs += _without(found, known)
    certain = texts | _sure(old, new, _without(pairs, listed))
    taken = set(certain.values())
    contested = [pair for pair in pairs if pair.old not in certain and pair.new not in taken]
    aside = [pair for pair in pairs if pair.old in certain or pair.new in taken]
    own = [traits(old, new, pair) for pair in contested]
    ahead = lead_of_likeness(contested)
    alike = articles(old, new, contested, certain)
    field = Field(old, new, certain, contested, aside, own, ahead, alike, unrest(old, new, certain), listed)
    return field, _first_links(certain, contested, ahead)


def _sure(old: Side, new: Side, pairs: Sequence[Pair]) -> Pairs:
    """Give the pairs that are alike, in articles of the same heading and on the same level, and far ahead of all rivals."""
    return {
        i: j
        for (i, j, likeness, heading, _), lead in zip(pairs, lead_of_likeness(pairs), strict=True)
        if lead >= _SURE_LEAD and likeness >= _SURE_LIKENESS and heading == 1.0 and old.kinds[i] == new.kinds[j]
    }


def _without(pairs: list[Pair], known: Pairs) -> list[Pair]:
    if not known:
        return pairs
    taken = set(known.values())
    return [pair for pair in pairs if pair.old not in known and pair.new not in taken]


def lead_of_likeness(pairs: Sequence[Pair]) -> list[float]:
    """Give for each pair how far its likeness is above that of its rivals, or of unrelated clauses where it has none."""
    return leads(pairs, [pair.likeness for pair in pairs], _UNRELATED)


def _first_links(certain: Pairs, pairs: Sequence[Pair], ahead: Sequence[float]) -> Pairs:
    """Link by the likeness of the words and how far it is ahead."""
    values = [pair.likeness + _FIRST_LEAD * max(-0.5, min(0.5, lead)) for pair, lead in zip(pairs, ahead, strict=True)]
    return greedy(certain, pairs, values, _FIRST_ACCEPTED)


def narrowed(field: Field, kept: Sequence[int]) -> Field:
    """Give a field with some of its candidates."""
    return field._replace(
        pairs=[field.pairs[n] for n in kept],
        traits=[field.traits[n] for n in kept],
        ahead=[field.ahead[n] for n in kept],
        alike=Articles(*([column[n] for n in kept] for column in field.alike)),
    )


def rows_of(field: Field, around: Pairs) -> list[Row]:
    """Give the features of all pairs in the light of the links."""
    described = surroundings(field.old, field.new, field.pairs, around)
    return first_rows(field.traits, field.ahead, field.alike, described, field.unrest)


def greedy(certain: Pairs, pairs: Iterable[Pair], scores: Iterable[float], accepted: float) -> Pairs:
    """Add candidates to what is certain, the best score first, each clause once; ties go to the order of the drafts."""
    best_first = sorted((-score, pair.old, pair.new) for score, pair in zip(scores, pairs, strict=True) if score >= accepted)
    chosen = dict(certain)
    taken = set(chosen.values())
    for _, i, j in best_first:
        if i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    return chosen
