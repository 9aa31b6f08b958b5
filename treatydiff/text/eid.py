"""Ids of provisions by the rules of the Akoma Ntoso Naming Convention 1.0 (OASIS Standard, 21 February 2019)."""

from __future__ import annotations

from collections import Counter
from operator import is_
from typing import TYPE_CHECKING

from treatydiff.text.numbers import cleaned

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.model import Provision

_ABBREVIATIONS = {
    "alinea": "al",
    "alternative": "alt",
    "annex": "annex",
    "article": "art",
    "chapter": "chp",
    "clause": "cl",
    "division": "dvs",
    "paragraph": "para",
    "recital": "rec",
    "recitals": "recs",
    "section": "sec",
    "subchapter": "subchp",
    "subclause": "subcl",
    "subdivision": "subdvs",
    "subparagraph": "subpara",
    "subsection": "subsec",
}
_NUMBERED_THROUGH = frozenset({"article", "annex"})
_IN_A_LIST = frozenset({"point", "indent"})
_NOT_PART_OF_IDS = frozenset({"cluster", "preamble"})


def with_ids(provisions: Iterable[Provision]) -> tuple[Provision, ...]:
    """Give the same provisions, those without an id with one, and every id made unique in the order of the draft.

    Articles are numbered through the treaty, so their ids do not name the chapter; clusters of a consolidated text never
    become part of an id; the points of a provision stand in its `list_1`; a provision without a number takes its place among
    its like. A repeated id gets the suffix `_2`, `_3` and so on.
    """
    return _number(tuple(provisions), "", _Taken())


class _Taken:
    def __init__(self) -> None:
        self.seen: set[str] = set()
        self._next: Counter[str] = Counter()

    def unique(self, wanted: str) -> str:
        found = wanted
        while found in self.seen:
            self._next[wanted] += 1
            found = f"{wanted}_{self._next[wanted] + 1}"
        self.seen.add(found)
        return found


def _number(provisions: tuple[Provision, ...], prefix: str, taken: _Taken) -> tuple[Provision, ...]:
    places: dict[str, int] = {}
    numbered = []
    for provision in provisions:
        kind = provision.kind
        place = places[kind] = places.get(kind, 0) + 1
        own = provision.id
        if own and own not in taken.seen:
            taken.seen.add(own)
        else:
            own = taken.unique(own or _wanted(provision, prefix, place))
        children = provision.children
        if children:
            children = _number(children, prefix if kind in _NOT_PART_OF_IDS else own, taken)
        as_it_was = own == provision.id and children is provision.children
        numbered.append(provision if as_it_was else provision._replace(id=own, children=children))
    return provisions if all(map(is_, numbered, provisions)) else tuple(numbered)


def _wanted(provision: Provision, prefix: str, place: int) -> str:
    kind = provision.kind
    name = _ABBREVIATIONS.get(kind, kind)
    if kind in _NOT_PART_OF_IDS and not provision.num:
        return name if place == 1 else f"{name}_{place}"
    own = f"{name}_{cleaned(provision.num) or place}"
    if kind == "recital":
        return f"recs_1__{own}"
    if kind in _NUMBERED_THROUGH or not prefix:
        return own
    return f"{prefix}__list_1__{own}" if kind in _IN_A_LIST else f"{prefix}__{own}"
