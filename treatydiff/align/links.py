"""From pairs of clauses to links: their kinds, their flags and their order."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from unicodedata import normalize

from rapidfuzz.distance import Indel

from treatydiff.align.pairing import pairing
from treatydiff.align.places import moved
from treatydiff.align.side import side
from treatydiff.model import Link
from treatydiff.text.encode import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.align.side import Pairs
    from treatydiff.model import Clause


def align(old: Sequence[Clause], new: Sequence[Clause]) -> tuple[Link, ...]:
    """Link every clause of two drafts, each in exactly one link, in the order of the new draft, deletions where they were."""
    vocabulary = Vocabulary()
    sides = side(old, vocabulary), side(new, vocabulary)
    linked = pairing(*sides)
    out_of_place = moved(old, new, linked)
    sources = {j: i for i, j in linked.items()}
    deletions = _deletions(old, linked, out_of_place)
    links = [_deleted(clause) for clause in deletions.get(-1, [])]
    for j, clause in enumerate(new):
        i = sources.get(j)
        if i is None:
            links.append(Link("inserted", (), (clause,), 0.0))
        else:
            likeness = Indel.normalized_similarity(sides[0].codes[i], sides[1].codes[j])
            links.append(_linked(old[i], clause, likeness, is_moved=i in out_of_place))
            links += [_deleted(gone) for gone in deletions.get(i, [])]
    return tuple(links)


def _deleted(clause: Clause) -> Link:
    return Link("deleted", (clause,), (), 0.0)


def _linked(old: Clause, new: Clause, likeness: float, *, is_moved: bool) -> Link:
    """Link two clauses; when only case or punctuation differ, the likeness is that of the characters."""
    here, there = normalize("NFC", old.words), normalize("NFC", new.words)
    same = here == there
    if likeness == 1.0 and not same:
        likeness = Indel.normalized_similarity(here, there)
    return Link(
        kind="same" if same else "edited",
        old=(old,),
        new=(new,),
        similarity=1.0 if same else round(likeness, 4),
        renumbered=old.numbers[0] != new.numbers[0] or old.numbers[1:] != new.numbers[1:],
        moved=is_moved,
        heading_changed=normalize("NFC", old.provision.heading) != normalize("NFC", new.provision.heading),
    )


def _deletions(old: Sequence[Clause], linked: Pairs, out_of_place: frozenset[int]) -> dict[int, list[Clause]]:
    """Give the deleted clauses by the linked old clause after which they stood, -1 for the beginning.

    A clause that moved away, or stands in an article that did, does not take along what was deleted behind it.
    """
    gone_away = {old[i].id for i in out_of_place}
    found: defaultdict[int, list[Clause]] = defaultdict(list)
    anchor = -1
    for clause in old:
        if clause.order not in linked:
            anchor = _anchor(old, clause, linked, gone_away) if clause.order - 1 in linked else anchor
            found[anchor].append(clause)
    return found


def _anchor(old: Sequence[Clause], clause: Clause, linked: Pairs, gone_away: set[str]) -> int:
    holders = {ancestor.id for ancestor in clause.ancestors}
    for place in range(clause.order - 1, -1, -1):
        other = old[place]
        branch = (*other.ancestors, other.provision)
        if place in linked and not any(p.id in gone_away and p.id not in holders for p in branch):
            return place
    return -1
