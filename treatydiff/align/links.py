"""From pairs of clauses to links: their kinds, their flags and their order."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from rapidfuzz.distance import Indel

from treatydiff.align.deletions import BEGINNING, deletions
from treatydiff.align.pairing import pairing
from treatydiff.align.places import moved
from treatydiff.align.side import side
from treatydiff.model import Link
from treatydiff.text.encode import Vocabulary
from treatydiff.text.numbers import comparable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.model import Clause


def align(old: Sequence[Clause], new: Sequence[Clause]) -> tuple[Link, ...]:
    """Link every clause of two drafts, each in exactly one link, in the order of the new draft, deletions where they were."""
    vocabulary = Vocabulary()
    sides = side(old, vocabulary), side(new, vocabulary)
    linked = pairing(*sides)
    out_of_place = moved(old, new, linked)
    sources = {j: i for i, j in linked.items()}
    gone = deletions(old, new, linked, out_of_place)
    links = [_deleted(clause) for clause in gone.get(BEGINNING, [])]
    for j, clause in enumerate(new):
        i = sources.get(j)
        if i is None:
            links.append(Link("inserted", (), (clause,), 0.0))
        else:
            likeness = Indel.normalized_similarity(sides[0].codes[i], sides[1].codes[j])
            links.append(_linked(old[i], clause, likeness, is_moved=i in out_of_place))
        links += [_deleted(former) for former in gone.get(j, [])]
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
        renumbered=_is_renumbered(old, new),
        moved=is_moved,
        heading_changed=normalize("NFC", old.provision.heading) != normalize("NFC", new.provision.heading),
    )


def _is_renumbered(old: Clause, new: Clause) -> bool:
    if comparable(old.provision.num) != comparable(new.provision.num):
        return True
    articles = [next((a for a in reversed(clause.ancestors) if a.kind == "article"), None) for clause in (old, new)]
    if None in articles or all(article.words or article.heading for article in articles if article):
        return False
    return len({comparable(article.num) for article in articles if article}) > 1
