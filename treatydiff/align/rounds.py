"""One-to-one pairing of clauses, in rounds: each round scores the candidates in the light of the links of the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.align.field import Field, field_of, greedy, lead_of_likeness, narrowed, rows_of
from treatydiff.align.leads import leads
from treatydiff.align.scorer import HOPELESS, Row, Scorers, second_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.align.holders import Ties
    from treatydiff.align.pairs import Pair
    from treatydiff.align.side import Pairs, Side

_ROUNDS = 3
_LAST_ACCEPTED = -0.2
_SETTLED_SCORE = 4.0
_SETTLED_LEAD = 9.0
"""Lead after the first round, as the logarithm of odds, that no later round is asked to undo."""


class Paired(NamedTuple):
    """The one-to-one links after the rounds, and every candidate with its score, contested ones of `field` with their last.

    Those of clauses that are linked at sight are sure or hopeless.
    """

    field: Field
    candidates: list[tuple[Pair, float]]
    links: Pairs


def rounds(old: Side, new: Side, known: Pairs, scorers: Scorers) -> Paired:
    """Pair the clauses that are no headings one to one, in rounds."""
    field, links = field_of(old, new, known)
    scores: list[float] = []
    whole, last = field, scores
    for turn in range(_ROUNDS):
        rows = rows_of(field, links)
        scores = [scorers.first.score(row) for row in rows]
        if turn:
            scores = [scorers.second.score(row) for row in second_rows(field.pairs, rows, scores)]
        else:
            whole, last = field, scores
            field, scores = pruned(field, scores)
        links = greedy(field.certain, field.pairs, scores, _LAST_ACCEPTED if turn == _ROUNDS - 1 else 0.0)
    final = dict(zip(field.pairs, scores, strict=True))
    contested = [(pair, final.get(pair, score)) for pair, score in zip(whole.pairs, last, strict=True)]
    return Paired(whole, [*_aside(whole), *contested], links)


def _aside(field: Field) -> Iterator[tuple[Pair, float]]:
    for pair in field.aside:
        yield pair, -HOPELESS if field.certain.get(pair.old) == pair.new else HOPELESS


def pruned(field: Field, scores: Sequence[float]) -> tuple[Field, list[float]]:
    """Settle the candidates that are far ahead after the first round, and drop those far behind or with a settled clause."""
    ahead = leads(field.pairs, scores, HOPELESS)
    settled_now = {
        pair.old: pair.new
        for pair, score, lead in zip(field.pairs, scores, ahead, strict=True)
        if score >= _SETTLED_SCORE and lead >= _SETTLED_LEAD
    }
    certain, taken = field.certain | settled_now, set(settled_now.values())
    kept = [
        n
        for n, (pair, score, lead) in enumerate(zip(field.pairs, scores, ahead, strict=True))
        if lead > -_SETTLED_LEAD and score > HOPELESS and pair.old not in settled_now and pair.new not in taken
    ]
    return narrowed(field, kept)._replace(certain=certain), [scores[n] for n in kept]


def left_over(paired: Paired, ties: Ties, scorers: Scorers) -> tuple[Field, list[Row]]:
    """Give the candidates that no round paired and nothing joined, with their features.

    A rival that found its partner is none any more.
    """
    field = paired.field
    gone, taken = {i for i, _ in ties}, {j for _, j in ties}
    rest = narrowed(field, [n for n, pair in enumerate(field.pairs) if pair.old not in gone and pair.new not in taken])
    rest = rest._replace(ahead=lead_of_likeness(rest.pairs))
    rows = rows_of(rest, paired.links)
    return rest, second_rows(rest.pairs, rows, [scorers.first.score(row) for row in rows])
