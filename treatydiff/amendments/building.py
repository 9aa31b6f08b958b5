"""A draft built anew from what was planned."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.amendments.places import TOP, anonymous
from treatydiff.model import Document
from treatydiff.text.eid import with_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from treatydiff.amendments.places import Tree
    from treatydiff.model import Amendment, Beside, Metadata, Place, Provision

_Spot = tuple["Beside", str]


class Coming(NamedTuple):
    """What comes to a place: the provision with the id `own` that moves there, or a new one."""

    amendment: Amendment
    own: str
    provision: Provision | None
    order: int

    @property
    def key(self) -> str:
        """What stands for an id of it: that of what moves, else one that no provision has."""
        return self.own or f"\x00{self.order}"


class Changed:
    """What is to become of the provisions of a draft, by id."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.numbers: dict[str, str] = {}
        self.levels: dict[str, str] = {}
        self.deleted: set[str] = set()
        self.moved: dict[str, Coming] = {}
        self._at: dict[_Spot, list[Coming]] = {}
        self._above: dict[str, _Spot] = {}
        self._named: dict[str, str] = {}
        self._count = 0

    def next_order(self) -> int:
        """Count what comes."""
        self._count += 1
        return self._count

    def add(self, coming: Coming, target: str) -> None:
        """Put something beside, or into, the provision with the id `target`."""
        spot = (coming.amendment.beside, target)
        self._at.setdefault(spot, []).append(coming)
        self._above[coming.key] = spot
        if coming.own:
            self.moved[coming.own] = coming
        else:
            self._named[coming.amendment.place.label] = coming.key

    def take_back(self, amendment: Amendment) -> None:
        """Undo `add` for all that an instruction brings."""
        for listed in self._at.values():
            for coming in [one for one in listed if one.amendment is amendment]:
                listed.remove(coming)
                del self._above[coming.key]
                for known in (self.moved, self.numbers, self.levels):
                    known.pop(coming.own, None)

    def inserted(self, place: Place) -> str | None:
        """Give what stands for the id of a provision that is inserted; None when none is called so."""
        return self._named.get(place.label)

    def at(self, beside: Beside, target: str) -> Sequence[Coming]:
        """Give what comes to a spot, in order."""
        return self._at.get((beside, target), ())

    def stray(self, here: Tree) -> list[Coming]:
        """Give what would not be in the draft: what comes into something that goes, or round in a circle."""
        return [one for coming in self._at.values() for one in coming if not self._is_held(one.key, here)]

    def _is_held(self, own: str, here: Tree) -> bool:
        seen = set()
        while own != TOP:
            if own in seen or (own in self.deleted and own not in self.moved):
                return False
            seen.add(own)
            own = self._parent(own, here)
        return True

    def _parent(self, own: str, here: Tree) -> str:
        while own in self._above:
            beside, own = self._above[own]
            if beside in {"first", "last"}:
                return own
            if own in here.parents:
                break
        return here.parents.get(own, TOP)


def built(document: Document, changed: Changed, reworded: Callable[[Provision], Provision], about: Metadata) -> Document:
    """Build the draft that the changes lead to; `about` is what is said of it, as far as it is known."""
    nodes = {provision.id: provision for provision in document.walk()}
    building = _Building(nodes, changed, reworded)
    provisions = with_ids(building.below(TOP, document.provisions, fresh=False))
    data = document.metadata
    metadata = data._replace(
        title=changed.title,
        symbol=about.symbol,
        date=about.date,
        language=about.language or data.language,
        based_on=data.symbol or about.based_on,
        path="",
        format="",
        sha256="",
    )
    return Document(metadata, provisions)


class _Building:
    def __init__(self, nodes: dict[str, Provision], changed: Changed, reworded: Callable[[Provision], Provision]) -> None:
        self._nodes = nodes
        self._changed = changed
        self._reworded = reworded

    def below(self, parent: str, children: Sequence[Provision], *, fresh: bool) -> tuple[Provision, ...]:
        """Give what stands below a provision now; ids are made anew below one that is `fresh`."""
        found = list(self._coming("first", parent))
        for child in children:
            found += self._coming("before", child.id)
            if child.id not in self._changed.deleted and child.id not in self._changed.moved:
                found.append(self._kept(child, fresh=fresh))
            found += self._coming("after", child.id)
        return (*found, *self._coming("last", parent))

    def _kept(self, provision: Provision, *, fresh: bool) -> Provision:
        own = provision.id
        fresh = fresh or own in self._changed.numbers or own in self._changed.moved
        now = self._reworded(provision)
        return now._replace(
            id="" if fresh else own,
            kind=self._changed.levels.get(own, now.kind),
            num=self._changed.numbers.get(own, now.num),
            children=self.below(own, provision.children, fresh=fresh),
            line=None,
            page=None,
        )

    def _coming(self, beside: Beside, target: str) -> Iterator[Provision]:
        for coming in self._changed.at(beside, target):
            yield from self._coming("before", coming.key) if not coming.own else ()
            if coming.provision is None:
                yield self._kept(self._nodes[coming.own], fresh=True)
            else:
                yield self._new(coming.provision, coming.key)
            yield from self._coming("after", coming.key) if not coming.own else ()

    def _new(self, provision: Provision, key: str) -> Provision:
        below = tuple(anonymous(child) for child in provision.children)
        children = (*self._coming("first", key), *below, *self._coming("last", key))
        return provision._replace(id="", children=children, line=None, page=None)
