"""Everything that becomes of the clauses of two drafts: pairs, splits and mergers, late pairs, headings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.align.field import greedy
from treatydiff.align.holders import Ties, became, holders
from treatydiff.align.joins import Judged, joined
from treatydiff.align.lists import by_lists
from treatydiff.align.rounds import Paired, left_over, rounds
from treatydiff.align.scorer import Scorers, trained
from treatydiff.align.surroundings import article_support

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.align.holders import Holders
    from treatydiff.align.pairs import Pair
    from treatydiff.align.side import Pairs, Side

_LATE_ACCEPTED = -0.05
_SAME_SUBSTANCE = 0.7
_REWRITTEN = 0.4
_COPIED = 0.58
_CREDIT = 2.4
"""Logarithm of odds; with the three above found on clauses of negotiating texts that were drafted anew in their place."""


class Linked(NamedTuple):
    """What became of what: `pairs` one to one, `ties` these and what splits and mergers join to them.

    `held` are the ids of the provisions that hold clauses, with the ids of what they became. `paired` is what the rounds left,
    `joined` the ties of splits and mergers, `late` the pairs found after these, `listed` chapeaux that their lists linked: for
    those who ask why.
    """

    pairs: Pairs
    ties: Ties
    held: dict[str, set[str]]
    paired: Paired
    joined: Ties
    late: Pairs
    listed: Pairs


def linked(old: Side, new: Side, known: Pairs | None = None) -> Linked:
    """Link the clauses of two drafts, `known` ones as they are told.

    Equal texts that stand once in each draft are linked at sight. The rest are scored against their candidates in rounds, then
    taken greedily, the best first; a link holds only to the next round, except those made at sight.
    """
    scorers = trained()
    known = known or {}
    paired = rounds(old, new, known, scorers)
    pairs, ties = joins(paired, scorers)
    across = {i: j for i, j in known.items() if old.headings[i] and not new.headings[j]}
    pairs, ties = pairs | across, [*ties, *across.items()]
    joined_ties = [(i, j) for i, j in ties if paired.links.get(i) != j and across.get(i) != j]
    rest, rows = left_over(paired, ties, scorers)
    late = greedy({}, rest.pairs, _late(rest.pairs, [scorers.late.score(row) for row in rows]), _LATE_ACCEPTED)
    listed = by_lists(old, new, [*ties, *late.items()])
    pairs, ties = pairs | late | listed, [*ties, *late.items(), *listed.items()]
    told, ties_of_headings, held = _held(old, new, ties, known)
    pairs, ties = pairs | told, [*ties, *ties_of_headings]
    alone = _only_ones(old, new, pairs, ties)
    return Linked(pairs | alone, [*ties, *alone.items()], held, paired, joined_ties, late, listed | paired.field.listed)


def _late(pairs: Sequence[Pair], scores: Sequence[float]) -> list[float]:
    """Score what is left over, with some credit for clauses that say much the same in quite other words.

    Boilerplate is known by a likeness above that, so that it earns none.
    """
    return [
        score + _CREDIT if pair.substance >= _SAME_SUBSTANCE and _REWRITTEN <= pair.likeness < _COPIED else score
        for pair, score in zip(pairs, scores, strict=True)
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


def judged(paired: Paired, pairs: Pairs, *, from_new: bool) -> list[Judged]:
    """Give the candidates whose other clause is unlinked, as a host and a guest: old clauses host, or new ones."""
    field = paired.field
    if from_new:
        kept = [(pair, score) for pair, score in paired.candidates if pair.old not in pairs]
    else:
        taken = set(pairs.values())
        kept = [(pair, score) for pair, score in paired.candidates if pair.new not in taken]
    support = article_support(field.old, field.new, [pair for pair, _ in kept], pairs)
    found = []
    for (pair, score), article in zip(kept, support, strict=True):
        host, other = (pair.new, pair.old) if from_new else (pair.old, pair.new)
        found.append(Judged(host, other, pair.likeness, score, article, pair.substance))
    return found


def _held(old: Side, new: Side, ties: Ties, known: Pairs) -> tuple[Pairs, Ties, dict[str, set[str]]]:
    """Link what holds clauses: give the pairs of headings, these and what joins them, and the ids of all holders."""
    here, there = holders(old), holders(new)
    found = became(here, there, ties, known)
    held: dict[str, set[str]] = {}
    for i, j in (*found.pairs.items(), *found.joined):
        held.setdefault(here.all[i].id, set()).add(there.all[j].id)
    pairs = _headings(here, there, found.pairs.items(), known)
    return dict(pairs), [*pairs, *_headings(here, there, found.joined, known)], held


def _headings(here: Holders, there: Holders, linked: Iterable[tuple[int, int]], known: Pairs) -> Ties:
    """Give the clauses of linked holders, but those of which something else is known."""
    taken = set(known.values())
    clauses = ((here.all[i].clause, there.all[j].clause) for i, j in linked)
    return [(i, j) for i, j in clauses if i >= 0 and j >= 0 and (known.get(i) == j or (i not in known and j not in taken))]


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
