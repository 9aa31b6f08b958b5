"""From pairs of clauses to links: their kinds, their flags and their order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from treatydiff.align.deletions import BEGINNING, deletions
from treatydiff.align.linking import Linked, linked
from treatydiff.align.places import images, moved
from treatydiff.align.side import encoder, side
from treatydiff.model import Link, wording
from treatydiff.text.numbers import comparable, composed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.align.side import Side
    from treatydiff.model import Clause, LinkKind, Provision


class Group(NamedTuple):
    """Clauses of both drafts that belong together, by their order; one side is empty for an insertion or a deletion."""

    old: tuple[int, ...]
    new: tuple[int, ...]


def align(old: Sequence[Clause], new: Sequence[Clause], known: Iterable[tuple[str, str]] = ()) -> tuple[Link, ...]:
    """Link every clause of two drafts, each in exactly one link, in the order of the new draft, deletions where they were.

    `known` are pairs of ids of an old and a new clause that are one for certain; what is not there is passed over, and so is a
    pair of a clause that an earlier one already has.
    """
    sides = encoded_sides(old, new)
    return links_of(*sides, linked(*sides, _places(old, new, known)))


def encoded_sides(old: Sequence[Clause], new: Sequence[Clause]) -> tuple[Side, Side]:
    """Encode both drafts with one vocabulary."""
    encoded = encoder()
    return side(old, encoded), side(new, encoded)


def links_of(old: Side, new: Side, found: Linked) -> tuple[Link, ...]:
    """Turn what was linked into links, in the order of the new draft, deletions where they were."""
    out_of_place = moved(old.clauses, new.clauses, found.pairs, images(old.clauses, new.clauses, found.ties, found.held))
    groups = _groups(found)
    gone = deletions(old.clauses, new.clauses, {i: group.new[0] for group in groups for i in group.old}, out_of_place)
    by_first = {group.new[0]: group for group in groups}
    inside = {j for group in groups for j in group.new}
    links = [_deleted(clause) for clause in gone.get(BEGINNING, [])]
    for j, clause in enumerate(new.clauses):
        if j in by_first:
            links.append(_link(by_first[j], old, new, is_moved=not out_of_place.isdisjoint(by_first[j].old)))
        elif j not in inside:
            links.append(Link("inserted", (), (clause,), 0.0))
        links += [_deleted(former) for former in gone.get(j, [])]
    return tuple(links)


def _places(old: Sequence[Clause], new: Sequence[Clause], known: Iterable[tuple[str, str]]) -> dict[int, int]:
    here, there = ({clause.id: clause.order for clause in clauses} for clauses in (old, new))
    places: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in known:
        if i in here and j in there and here[i] not in places and there[j] not in taken:
            places[here[i]] = there[j]
            taken.add(there[j])
    return places


def _groups(found: Linked) -> list[Group]:
    """Put together what a pair, a split or a merger ties to each other."""
    olds, news = Counter([i for i, _ in found.ties]), Counter([j for _, j in found.ties])
    alone = [Group((i,), (j,)) for i, j in found.ties if olds[i] == news[j] == 1]
    of_old: dict[int, set[tuple[int, int]]] = {}
    of_new: dict[int, set[tuple[int, int]]] = {}
    for i, j in found.ties:
        if olds[i] > 1 or news[j] > 1:
            tied = {(i, j)} | of_old.get(i, set()) | of_new.get(j, set())
            for here, there in tied:
                of_old[here] = of_new[there] = tied
    whole = {id(tied): tied for tied in of_old.values()}
    joined = [Group(tuple(sorted({i for i, _ in tied})), tuple(sorted({j for _, j in tied}))) for tied in whole.values()]
    return [*alone, *joined]


def _deleted(clause: Clause) -> Link:
    return Link("deleted", (clause,), (), 0.0)


def _link(group: Group, old: Side, new: Side, *, is_moved: bool) -> Link:
    """Link the clauses of a group."""
    here, there = tuple([old.clauses[i] for i in group.old]), tuple([new.clauses[j] for j in group.new])
    words = wording(here), wording(there)
    kind = _kind(group, same=words[0] == words[1] or composed(words[0]) == composed(words[1]))
    return Link(
        kind,
        here,
        there,
        1.0 if kind == "same" else _similarity(group, old, new, words),
        _is_renumbered(here[0], there[0]),
        is_moved,
        _is_headed_anew(here, there),
    )


def _similarity(group: Group, old: Side, new: Side, words: tuple[str, str]) -> float:
    """Compare the words of a group; where only case or punctuation of a pair differ, its characters."""
    likeness = Indel.normalized_similarity(
        "".join([old.codes[i] for i in group.old]), "".join([new.codes[j] for j in group.new])
    )
    if likeness == 1.0 and len(group.old) == len(group.new) == 1:
        likeness = Indel.normalized_similarity(*map(composed, words))
    return round(likeness, 4)


def _kind(group: Group, *, same: bool) -> LinkKind:
    if len(group.old) == len(group.new) == 1:
        return "same" if same else "edited"
    if len(group.old) == 1:
        return "split"
    return "merged" if len(group.new) == 1 else "regrouped"


def _is_renumbered(old: Clause, new: Clause) -> bool:
    if comparable(old.provision.num) != comparable(new.provision.num):
        return True
    here, there = _article(old), _article(new)
    if here is None or there is None or (_is_clause(here) and _is_clause(there)):
        return False
    return comparable(here.num) != comparable(there.num)


def _article(clause: Clause) -> Provision | None:
    for provision in reversed(clause.ancestors):
        if provision.kind == "article":
            return provision
    return None


def _is_clause(provision: Provision) -> bool:
    return bool(provision.heading or provision.words)


def _is_headed_anew(old: Iterable[Clause], new: Iterable[Clause]) -> bool:
    here, there = [clause.provision.heading for clause in old], [clause.provision.heading for clause in new]
    return here != there and any(here + there) and list(map(composed, here)) != list(map(composed, there))
