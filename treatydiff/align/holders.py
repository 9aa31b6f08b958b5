"""Which articles and chapters became which: by what stands right below them, by their headings, by their numbers.

What stands right below counts with its own words, not with the list below it: a paragraph that moved took its list along.

A *holder* is a provision without words of its own that holds clauses: a chapter, most articles. Its heading, if it has one,
is a clause, and is linked as its holder is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.align.pairs import heading_likeness
from treatydiff.text.numbers import comparable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.align.side import Pairs, Side

_ACCEPTED = 0.3
_BELOW, _WORDS, _NUMBER = 0.65, 0.35, 0.05
_EMPTY = 0.8
"""What the likeness of headings is worth where nothing below is linked."""
_CERTAIN = 0.99
_MOST_OF_IT = 0.6
"""Share of a holder from which it became part of the one beside it, or came of it."""
_SOME_OF_IT = 0.3
"""Share of a holder that is linked elsewhere, from which its heading alone tells nothing."""
_MAIN = 0.5
"""Share of the largest part of a holder that went into one, below which another heir needs the same heading."""
_SAME_WORDS = 0.8
_MOST = 16
"""Holders with equal headings that are all looked at; a heading that stands more often tells nothing."""
_TRANSPARENT = frozenset({"cluster"})

Ties = list[tuple[int, int]]
"""Old clauses and new ones, by their order, that belong together."""


class Holder(NamedTuple):
    """A provision that holds clauses: its heading encoded, the place of that heading among the clauses, -1 for none."""

    id: str
    kind: str
    number: str
    heading: str
    clause: int


class Holders(NamedTuple):
    """The holders of a draft in order.

    For each clause: `above`, those that hold it, `is_right_below`, whether it stands right below the last of them, and
    `weights`, how much it counts. `sizes` is how much text each holder holds.
    """

    all: list[Holder]
    above: list[list[int]]
    is_right_below: list[bool]
    weights: list[float]
    sizes: list[float]


class Became(NamedTuple):
    """What the old holders became: `pairs` one to one, `joined` those split off, or gone into the one that is beside them."""

    pairs: Pairs
    joined: Ties


def holders(side: Side) -> Holders:
    """Collect the holders of a draft."""
    places: dict[str, int] = {}
    found: list[Holder] = []
    sizes: list[float] = []
    above: list[list[int]] = []
    is_right_below = []
    for n, clause in enumerate(side.clauses):
        is_heading = side.headings[n]
        holding = []
        for provision in (*clause.ancestors, clause.provision) if is_heading else clause.ancestors:
            if provision.words or provision.kind in _TRANSPARENT:
                continue
            place = places.get(provision.id)
            if place is None:
                place = places[provision.id] = len(found)
                own = is_heading and provision is clause.provision
                heading, at = (side.codes[n], n) if own else ("", -1)
                found.append(Holder(provision.id, provision.kind, comparable(provision.num), heading, at))
                sizes.append(0.0)
            holding.append(place)
        above.append(holding)
        parent = clause.parent
        is_right_below.append(not is_heading and parent is not None and parent.id in places)
        if is_right_below[-1]:
            for place in holding:
                sizes[place] += side.weights[n]
    return Holders(found, above, is_right_below, side.weights, sizes)


def became(here: Holders, there: Holders, ties: Ties, known: Pairs) -> Became:
    """Find what each old holder became, `known` clauses as they are told; `ties` are the links of clauses with words.

    An article most of which went into the one that its neighbour became was merged with it; one most of which came out of what
    its neighbour came from was split off. So were those that stand elsewhere when several clauses went together.
    """
    shared = _shared(here, there, ties)
    pairs = _known(here, there, known)
    taken = set(pairs.values())
    for _, i, j in sorted(_ranked(here, there, shared)):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    sources = {j: i for i, j in pairs.items()}
    beside_old, beside_new = _beside(here), _beside(there)
    several = _several(here, there, ties)
    went, came = _linked_away(shared)
    joined = [
        (i, j)
        for (i, j), weight in shared.items()
        if (
            i not in pairs
            and weight >= _MOST_OF_IT * went[i][0]
            and ((i, j) in several or any(pairs.get(k) == j for k in beside_old[i]))
        )
        or (
            j not in taken
            and weight >= _MOST_OF_IT * came[j][0]
            and ((i, j) in several or any(sources.get(k) == i for k in beside_new[j]))
        )
    ]
    return Became(pairs, joined)


def _several(here: Holders, there: Holders, ties: Ties) -> set[tuple[int, int]]:
    """Give the pairs of holders that share several clauses right below them, so that no single one was moved."""
    counted = Counter(
        (here.above[i][-1], there.above[j][-1])
        for i, j in ties
        if here.above[i] and there.above[j] and here.is_right_below[i] and there.is_right_below[j]
    )
    return {key for key, count in counted.items() if count > 1}


def _known(here: Holders, there: Holders, known: Pairs) -> Pairs:
    old_places, new_places = ({holder.clause: n for n, holder in enumerate(side.all)} for side in (here, there))
    return {old_places[i]: new_places[j] for i, j in known.items() if i in old_places and j in new_places}


def _shared(here: Holders, there: Holders, ties: Ties) -> dict[tuple[int, int], float]:
    """Give for each two holders of a kind how much text of the one became text of the other."""
    shared: defaultdict[tuple[int, int], float] = defaultdict(float)
    for i, j in ties:
        if not (here.is_right_below[i] or there.is_right_below[j]):
            continue
        weight = min(here.weights[i], there.weights[j])
        for x in here.above[i]:
            for y in there.above[j]:
                if here.all[x].kind == there.all[y].kind:
                    shared[x, y] += weight
    return shared


def _ranked(here: Holders, there: Holders, shared: dict[tuple[int, int], float]) -> Iterator[tuple[float, int, int]]:
    went, came = _linked_away(shared)
    for i, j in _alike(here, there) | set(shared):
        old, new = here.all[i], there.all[j]
        if old.kind != new.kind:
            continue
        words = heading_likeness(old.heading, new.heading)
        below, total = shared.get((i, j), 0.0), here.sizes[i] + there.sizes[j]
        if words < _SAME_WORDS and below < _MAIN * min(went.get(i, (0.0, 0.0))[1], came.get(j, (0.0, 0.0))[1]):
            continue
        if not below and (_is_linked(went, i, here) or _is_linked(came, j, there)):
            continue
        share = 2 * below / total if total else words
        value = _WORDS * words * (1.0 if below or not total else _EMPTY) + _BELOW * share + _NUMBER * (old.number == new.number)
        if value >= _ACCEPTED or words >= _CERTAIN:
            yield -value, i, j


def _is_linked(linked: dict[int, tuple[float, float]], place: int, side: Holders) -> bool:
    return place in linked and linked[place][0] >= _SOME_OF_IT * side.sizes[place]


def _linked_away(shared: dict[tuple[int, int], float]) -> tuple[dict[int, tuple[float, float]], dict[int, tuple[float, float]]]:
    """Give for the holders of either side how much of their text is linked in all, and to one holder at most."""
    went: dict[int, tuple[float, float]] = {}
    came: dict[int, tuple[float, float]] = {}
    for (i, j), weight in shared.items():
        for side, place in ((went, i), (came, j)):
            whole, most = side.get(place, (0.0, 0.0))
            side[place] = whole + weight, max(most, weight)
    return went, came


def _alike(here: Holders, there: Holders) -> set[tuple[int, int]]:
    """Give the pairs of holders with the same heading, and those at the same number."""
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for j, holder in enumerate(there.all):
        for key in _keys(holder):
            places[key].append(j)
    return {(i, j) for i, holder in enumerate(here.all) for key in _keys(holder) for j in places.get(key, [])[:_MOST]}


def _keys(holder: Holder) -> Iterator[tuple[str, str]]:
    if holder.heading:
        yield "", holder.heading
    if holder.number:
        yield holder.kind, holder.number


def _beside(side: Holders) -> list[list[int]]:
    """Give for each holder those of its kind before it and after it."""
    beside: list[list[int]] = [[] for _ in side.all]
    by_kind: defaultdict[str, list[int]] = defaultdict(list)
    for n, holder in enumerate(side.all):
        by_kind[holder.kind].append(n)
    for places in by_kind.values():
        for before, after in pairwise(places):
            beside[before].append(after)
            beside[after].append(before)
    return beside
