"""Splits and mergers: a clause that was left over joins the one beside it, when the two together cover a third one better.

A *host* is a clause of one draft, its *members* are the clauses of the other draft that it is linked to, and a *guest* is an
unlinked clause that may become a member too. Old hosts are split, new hosts are merged.
"""

from __future__ import annotations

from functools import cache
from math import log
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from treatydiff.align.scorer import Row
    from treatydiff.align.side import Side

_SMALLEST_HOST = 0.9
"""Length of a host as a share of its guest's, below which it cannot hold the guest and another."""
_LEAST_COVERAGE = 0.3
_LEAST_SUBSTANCE = 0.27
"""Substance of a pair below which a guest shares with its host only how treaties speak."""
_WORST = -0.02
_WIDEST_SCORE = 9.0
_WIDEST_FIT = 1.5
_PASSES = 4
"""How many guests one host may take, one in each pass."""

Members = dict[int, tuple[int, ...]]
"""Hosts with the clauses that they are linked to, in order."""


class Judged(NamedTuple):
    """A pair of a host and a clause of the other draft after the last round.

    `likeness` and `substance` are those of the pair, `article` is the support of the article.
    """

    host: int
    other: int
    likeness: float
    score: float
    article: float
    substance: float


class Guest(NamedTuple):
    """A clause that may join a host beside its `members`, which are free when the host had none; and the features."""

    host: int
    guest: int
    members: tuple[int, ...]
    row: Row


def joined(
    hosts: Side, others: Side, judged: Sequence[Judged], linked: Mapping[int, int], score: Callable[[Row], float]
) -> Members:
    """Let guests join, the surest first, one for each host in each pass; give the hosts that have several members now.

    `linked` are the one-to-one links from hosts to others; `score` is above 0 where a guest should join.
    """
    joining = Joining(hosts, others, judged)
    members: Members = {host: (other,) for host, other in linked.items()}
    grown: Members = {}
    for _ in range(_PASSES):
        taken = {other for held in members.values() for other in held}
        ranked = sorted((-score(guest.row), guest) for guest in joining.guests(members, taken))
        accepted: set[int] = set()
        for value, guest in ranked:
            if value >= 0:
                break
            if guest.host in accepted or taken.intersection(
                (guest.guest,) if guest.host in members else (guest.guest, *guest.members)
            ):
                continue
            accepted.add(guest.host)
            taken.update((guest.guest, *guest.members))
            grown[guest.host] = tuple(sorted((*guest.members, guest.guest)))
        if not accepted:
            break
        members |= grown
    return grown


class Joining:
    """The clauses that may join hosts, with what speaks for each; what stays from one pass to the next is found once."""

    def __init__(self, hosts: Side, others: Side, judged: Sequence[Judged]) -> None:
        self._hosts, self._others = hosts, others
        judged = [one for one in judged if one.substance >= _LEAST_SUBSTANCE]
        self._likenesses = {(one.host, one.other): one.likeness for one in judged}
        self._able = [one for one in judged if _could_hold(hosts.codes[one.host], others.codes[one.other], one.likeness)]
        self._row = cache(self._describe)

    def guests(self, members: Members, taken: set[int]) -> Iterator[Guest]:
        """Give every clause that could join a host; `members` is what hosts hold, `taken` all of that."""
        for one in self._able:
            if one.other in taken:
                continue
            held = members.get(one.host) or self._free_neighbour(one, taken)
            if held and (row := self._row(one, held, is_free=one.host not in members)):
                yield Guest(one.host, one.other, held, row)

    def _free_neighbour(self, one: Judged, taken: set[int]) -> tuple[int, ...]:
        """Give the unlinked sibling next to a guest that is most like a host without members."""
        parents, likenesses = self._others.parents, self._likenesses
        beside = [
            place
            for place in (one.other - 1, one.other + 1)
            if (one.host, place) in likenesses and place not in taken and parents[place] == parents[one.other]
        ]
        return (max(beside, key=lambda place: likenesses[one.host, place]),) if beside else ()

    def _describe(self, one: Judged, held: tuple[int, ...], *, is_free: bool) -> Row | None:
        """Give the features of a guest, in the order of `scorer.JOIN`; None where it only spoils what the members cover."""
        others, guest = self._others, one.other
        host, code = self._hosts.codes[one.host], others.codes[guest]
        without = "".join([others.codes[member] for member in held])
        together = "".join([others.codes[member] for member in sorted((*held, guest))])
        likeness = Indel.normalized_similarity(without, host)
        likeness_together = Indel.normalized_similarity(together, host)
        better = likeness_together - likeness
        if better < _WORST:
            return None
        size = max(1, len(host))
        coverage = _coverage(one.likeness, code, host)
        covered = likeness * (len(without) + size) / 2
        covered_together = likeness_together * (len(together) + size) / 2
        gain = (covered_together - covered) / max(1, len(code))
        nearest = min(held, key=lambda member: abs(member - guest))
        return (
            coverage,
            gain,
            better,
            likeness_together,
            likeness,
            covered / max(1, len(without)),
            float(abs(nearest - guest) == 1),
            float(others.parents[nearest] == others.parents[guest]),
            float(others.units[nearest] == others.units[guest]),
            abs(1 - min(_WIDEST_FIT, size / max(1, len(together)))),
            max(-_WIDEST_SCORE, min(_WIDEST_SCORE, one.score)),
            one.article,
            float(is_free),
            gain * coverage,
            log(1 + len(code)),
            better * min(1.0, 2 * len(code) / max(1, len(together))),
        )


def _could_hold(host: str, guest: str, likeness: float) -> bool:
    return len(host) >= len(guest) * _SMALLEST_HOST and _coverage(likeness, guest, host) >= _LEAST_COVERAGE


def _coverage(likeness: float, code: str, host: str) -> float:
    """Give the share of a clause's words that lie in its host, in order, from the likeness of both."""
    return likeness * (len(code) + len(host)) / 2 / max(1, len(code))
