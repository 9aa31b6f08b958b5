"""One-to-one pairing of clauses, in rounds: each round scores the candidates in the light of the links of the last."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.align.anchors import anchors, repeated
from treatydiff.align.candidates import by_rare_words, in_gaps, in_linked_articles, settled
from treatydiff.align.holders import Ties, became, holders
from treatydiff.align.joins import Judged, joined
from treatydiff.align.leads import leads
from treatydiff.align.lists import by_lists
from treatydiff.align.pairs import Pair, Pairing
from treatydiff.align.scorer import HOPELESS, Row, Scorers, first_rows, second_rows, trained
from treatydiff.align.surroundings import Articles, article_support, articles, surroundings, unrest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.align.holders import Holders
    from treatydiff.align.side import Pairs, Side

_ROUNDS = 3
_LEAST_IN_A_WIDE_GAP = 0.3
_LEAST_IN_A_LINKED_ARTICLE = 0.05
_UNRELATED = 0.25
"""The likeness of two clauses that have nothing to do with each other: what they share are small words."""
_FIRST_LEAD = 0.3
_FIRST_ACCEPTED = 0.5
_LAST_ACCEPTED = -0.2
_LATE_ACCEPTED = -0.05
_SURE_LIKENESS = 0.85
_SURE_LEAD = 0.45
_SETTLED_SCORE = 4.0
_SETTLED_LEAD = 9.0
"""Lead after the first round, as the logarithm of odds, that no later round is asked to undo."""


class Field(NamedTuple):
    """The candidates of two drafts and what is known of them before the rounds.

    `certain` are the links made at sight, `pairs` what is contested, with `ahead` the lead of the likeness of each and `alike`
    its articles. `aside` are the candidates of clauses that are linked at sight.
    """

    old: Side
    new: Side
    certain: Pairs
    pairs: list[Pair]
    aside: list[Pair]
    ahead: list[float]
    alike: Articles
    unrest: float


class Paired(NamedTuple):
    """The one-to-one links after the rounds, and the contested pairs of `field` with their last scores."""

    field: Field
    scores: list[float]
    links: Pairs

    def candidates(self) -> list[tuple[Pair, float]]:
        """Give every candidate with its score; those of clauses that are linked at sight are sure or hopeless."""
        linked = self.field.certain
        aside = [(pair, -HOPELESS if linked.get(pair.old) == pair.new else HOPELESS) for pair in self.field.aside]
        return [*aside, *zip(self.field.pairs, self.scores, strict=True)]


class Linked(NamedTuple):
    """What became of what: `pairs` one to one, `ties` these and what splits and mergers join to them.

    `held` are the ids of the provisions that hold clauses, with the ids of what they became. `paired` is what the rounds left,
    `joined` the ties of splits and mergers, `late` the pairs found after these: for those who ask why.
    """

    pairs: Pairs
    ties: Ties
    held: dict[str, set[str]]
    paired: Paired
    joined: Ties
    late: Pairs


def linked(old: Side, new: Side, known: Pairs | None = None) -> Linked:
    """Link the clauses of two drafts, `known` ones as they are told.

    Equal texts that stand once in each draft are linked at sight. The rest are scored against their candidates in rounds, then
    taken greedily, the best first; a link holds only to the next round, except those made at sight.
    """
    scorers = trained()
    known = known or {}
    paired = rounds(old, new, known, scorers)
    pairs, ties = joins(paired, scorers)
    joined_ties = [tie for tie in ties if paired.links.get(tie[0]) != tie[1]]
    rest, rows = left_over(paired, ties, scorers)
    late = greedy({}, rest.pairs, [scorers.late.score(row) for row in rows], _LATE_ACCEPTED)
    late |= by_lists(old, new, [*ties, *late.items()])
    pairs, ties = pairs | late, [*ties, *late.items()]
    told, ties_of_headings, held = _held(old, new, ties, known)
    pairs, ties = pairs | told, [*ties, *ties_of_headings]
    alone = _only_ones(old, new, pairs, ties)
    return Linked(pairs | alone, [*ties, *alone.items()], held, paired, joined_ties, late)


def _held(old: Side, new: Side, ties: Ties, known: Pairs) -> tuple[Pairs, Ties, dict[str, set[str]]]:
    """Link what holds clauses: give the pairs of headings, these and what joins them, and the ids of all holders."""
    here, there = holders(old), holders(new)
    found = became(here, there, ties, known)
    held: dict[str, set[str]] = {}
    for i, j in (*found.pairs.items(), *found.joined):
        held.setdefault(here.all[i].id, set()).add(there.all[j].id)
    pairs = _headings(here, there, found.pairs.items())
    return dict(pairs), [*pairs, *_headings(here, there, found.joined)], held


def _headings(here: Holders, there: Holders, linked: Iterable[tuple[int, int]]) -> Ties:
    clauses = ((here.all[i].clause, there.all[j].clause) for i, j in linked)
    return [(i, j) for i, j in clauses if i >= 0 and j >= 0]


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
    final = dict(zip([(pair.old, pair.new) for pair in field.pairs], scores, strict=True))
    return Paired(whole, [final.get((pair.old, pair.new), score) for pair, score in zip(whole.pairs, last, strict=True)], links)


def left_over(paired: Paired, ties: Ties, scorers: Scorers) -> tuple[Field, list[Row]]:
    """Give the candidates that no round paired and nothing joined, with their features.

    A rival that found its partner is none any more.
    """
    field = paired.field
    gone, taken = {i for i, _ in ties}, {j for _, j in ties}
    rest = _of(field, [n for n, pair in enumerate(field.pairs) if pair.old not in gone and pair.new not in taken])
    rest = rest._replace(ahead=_ahead(rest.pairs))
    rows = rows_of(rest, paired.links)
    return rest, second_rows(rest.pairs, rows, [scorers.first.score(row) for row in rows])


def field_of(old: Side, new: Side, known: Pairs) -> tuple[Field, Pairs]:
    """Find the candidates, and the links that their likeness alone suggests."""
    certain = anchors(old, new, known)
    texts = {i: j for i, j in certain.items() if not old.headings[i]}
    pairing = Pairing(old, new)
    gaps = in_gaps(old, new, certain)
    pairs = pairing.pairs(chain(repeated(old, new), gaps.narrow))
    pairs += pairing.pairs(gaps.wide, _LEAST_IN_A_WIDE_GAP)
    pairs += pairing.pairs(by_rare_words(old, new, certain | settled(old, new, pairs, certain)))
    pairs = _without(pairs, known)
    found = pairing.pairs(
        in_linked_articles(old, new, _first_links(texts, pairs, _ahead(pairs)), texts), _LEAST_IN_A_LINKED_ARTICLE
    )
    pairs += _without(found, known)
    certain = texts | _sure(pairs, _ahead(pairs))
    taken = set(certain.values())
    contested = [pair for pair in pairs if pair.old not in certain and pair.new not in taken]
    aside = [pair for pair in pairs if pair.old in certain or pair.new in taken]
    ahead = _ahead(contested)
    alike = articles(old, new, contested, certain)
    field = Field(old, new, certain, contested, aside, ahead, alike, unrest(old, new, certain))
    return field, _first_links(certain, contested, ahead)


def _sure(pairs: Iterable[Pair], ahead: Iterable[float]) -> Pairs:
    """Give the pairs that are alike, in articles of the same heading and on the same level, and far ahead of all rivals."""
    return {
        pair.old: pair.new
        for pair, lead in zip(pairs, ahead, strict=True)
        if lead >= _SURE_LEAD and pair.likeness >= _SURE_LIKENESS and pair.heading == 1.0 and pair.level
    }


def _without(pairs: list[Pair], known: Pairs) -> list[Pair]:
    if not known:
        return pairs
    taken = set(known.values())
    return [pair for pair in pairs if pair.old not in known and pair.new not in taken]


def _ahead(pairs: Sequence[Pair]) -> list[float]:
    return leads([(pair.old, pair.new) for pair in pairs], [pair.likeness for pair in pairs], _UNRELATED)


def _first_links(certain: Pairs, pairs: Sequence[Pair], ahead: Sequence[float]) -> Pairs:
    """Link by the likeness of the words and how far it is ahead."""
    values = [pair.likeness + _FIRST_LEAD * max(-0.5, min(0.5, lead)) for pair, lead in zip(pairs, ahead, strict=True)]
    return greedy(certain, pairs, values, _FIRST_ACCEPTED)


def rows_of(field: Field, around: Pairs) -> list[Row]:
    """Give the features of all pairs in the light of the links."""
    described = surroundings(field.old, field.new, field.pairs, around)
    return first_rows(field.pairs, field.ahead, field.alike, described, field.unrest)


def pruned(field: Field, scores: Sequence[float]) -> tuple[Field, list[float]]:
    """Settle the candidates that are far ahead after the first round, and drop those far behind or with a settled clause."""
    ahead = leads([(pair.old, pair.new) for pair in field.pairs], scores, HOPELESS)
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
    return _of(field, kept)._replace(certain=certain), [scores[n] for n in kept]


def _of(field: Field, kept: Sequence[int]) -> Field:
    """Give a field with some of its candidates."""
    alike = Articles(*([column[n] for n in kept] for column in field.alike))
    return field._replace(pairs=[field.pairs[n] for n in kept], ahead=[field.ahead[n] for n in kept], alike=alike)


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


def judged(paired: Paired, pairs: Pairs, *, from_new: bool) -> list[Judged]:
    """Give the candidates whose other clause is unlinked, as a host and a guest: old clauses host, or new ones."""
    field = paired.field
    taken = pairs.keys() if from_new else set(pairs.values())
    kept = [(pair, score) for pair, score in paired.candidates() if (pair.old if from_new else pair.new) not in taken]
    support = article_support(field.old, field.new, [pair for pair, _ in kept], pairs)
    return [
        Judged(*((pair.new, pair.old) if from_new else (pair.old, pair.new)), pair.likeness, score, article)
        for (pair, score), article in zip(kept, support, strict=True)
    ]


def joins(paired: Paired, scorers: Scorers) -> tuple[Pairs, Ties]:
    """Let what is left over join in splits and mergers; give the pairs with those of new hosts, and all ties."""
    old, new, pairs, score = paired.field.old, paired.field.new, paired.links, scorers.join.score
    splits = joined(old, new, judged(paired, pairs, from_new=False), pairs, score)
    pairs = {host: held[0] for host, held in splits.items()} | pairs
    guests = {member for held in splits.values() for member in held} - set(pairs.values())
    back = {j: i for i, j in pairs.items()}
    hosts = [one for one in judged(paired, pairs, from_new=True) if one.host not in guests]
    mergers = joined(new, old, hosts, back, score)
    pairs = {held[0]: host for host, held in mergers.items() if host not in back} | pairs
    ties = [*pairs.items()]
    ties += [(host, held) for host, members in splits.items() for held in members if pairs.get(host) != held]
    ties += [(held, host) for host, members in mergers.items() for held in members if pairs.get(held) != host]
    return pairs, ties


def _only_ones(old: Side, new: Side, linked: Pairs, ties: Ties) -> Pairs:
    """Link what is left of unnumbered levels at the top that stand once in each draft, as a preface, however rewritten."""
    here, there = _once_at_the_top(old), _once_at_the_top(new)
    gone, taken = {*linked, *(i for i, _ in ties)}, {*linked.values(), *(j for _, j in ties)}
    return {here[key]: there[key] for key in here if key in there and here[key] not in gone and there[key] not in taken}


def _once_at_the_top(side: Side) -> dict[tuple[str, bool], int]:
    top = [n for n, clause in enumerate(side.clauses) if not clause.ancestors and not clause.provision.num]
    keys = [(side.kinds[n], side.headings[n]) for n in top]
    counted = Counter(keys)
    return {key: n for key, n in zip(keys, top, strict=True) if counted[key] == 1}
