"""From a comparison to the instructions that make the old draft into the new one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from treatydiff.align.side import longest_run
from treatydiff.amendments.clauses import rewordings
from treatydiff.amendments.numbering import following, goes_on, in_runs, told
from treatydiff.amendments.pairs import pairs
from treatydiff.amendments.places import TOP, anonymous, fingerprint, tree
from treatydiff.model import Amendment, Amendments, Place
from treatydiff.text.numbers import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.model import Beside, Comparison, Provision


def drafted(comparison: Comparison) -> Amendments:
    """Say what is to be done to the old draft so that it becomes the new one, in the order of the old draft.

    What comes, by insertion or by a move, is told at the place to which it comes.
    """
    old, new = comparison.old, comparison.new
    drafting = _Drafting(comparison)
    made = tuple(together(drafting.amendments()))
    ids = tuple((own, drafting.became[own]) for own in drafting.old.nodes if drafting.became.get(own, own) != own)
    return Amendments(made, fingerprint(old), old, new.metadata, ids)


class _Drafting:
    """Two trees, what became of what, and which provisions stay where they are."""

    def __init__(self, comparison: Comparison) -> None:
        self.old, self.new = tree(comparison.old), tree(comparison.new)
        self.became = pairs(self.old, self.new, (change.link for change in comparison.changes))
        self.was = {there: here for here, there in self.became.items()}
        self.sources, self.hosts = _kin(self, comparison)
        self.staying: set[str] = set()
        self.arrivals: dict[tuple[Beside, str], list[Provision]] = {}
        self._place_all(TOP, comparison.new.provisions)

    def _place_all(self, parent: str, provisions: Sequence[Provision]) -> None:
        """Tell what stays from what comes below a provision of the new draft that was in the old one."""
        former = self.was.get(parent, TOP)
        orders = {child.id: n for n, child in enumerate(self.old.children(former))}
        known = [one for one in provisions if self.was.get(one.id, "") in orders]
        in_place = {known[n].id for n in longest_run([orders[self.was[one.id]] for one in known])}
        spot: tuple[Beside, str] = ("first", former)
        for one in provisions:
            if one.id in in_place:
                self.staying.add(self.was[one.id])
                spot = ("after", self.was[one.id])
            else:
                self.arrivals.setdefault(spot, []).append(one)
            if one.id in self.was:
                self._place_all(one.id, one.children)
            else:
                self._place_within(one)

    def _place_within(self, inserted: Provision) -> None:
        for child in inserted.children:
            if child.id in self.was:
                self._place_all(child.id, child.children)
            else:
                self._place_within(child)

    def amendments(self) -> Iterator[Amendment]:
        old, new = self.old.document.metadata.title, self.new.document.metadata.title
        if old != new:
            yield Amendment("title", new=new)
        yield from self._below(TOP)

    def _below(self, parent: str) -> Iterator[Amendment]:
        """Yield what is to be done below a provision of the old draft, numbers first."""
        children = self.old.children(parent)
        yield from self._arrive("first", parent)
        yield from self._renumber(children)
        for child in children:
            yield from self._own(child)
            yield from self._below(child.id)
            yield from self._arrive("after", child.id)

    def _own(self, provision: Provision) -> Iterator[Amendment]:
        place = self.old.place(provision.id)
        if provision.id in self.became:
            yield from rewordings(place, provision, self.new.nodes[self.became[provision.id]])
            return
        above = self.old.parents[provision.id]
        if not above or above in self.became:
            yield Amendment("delete", place, kin=self.hosts.get(provision.id, ()))

    def _renumber(self, children: Iterable[Provision]) -> Iterator[Amendment]:
        kept = [child for child in children if child.id in self.staying]
        changed = [self._numbered(Amendment("number", self.old.place(child.id)), child) for child in kept]
        beside = [(a.id, b.id) for a, b in pairwise(kept) if a.kind == b.kind and following(bare(a.num)) == bare(b.num) != ""]
        yield from in_runs((one for one in changed if one.numbers or one.level), beside)

    def _numbered(self, amendment: Amendment, old: Provision) -> Amendment:
        """Add the new number and the new kind of a provision, where it has them."""
        new = self.new.nodes[self.became[old.id]]
        level = new.kind if new.kind != old.kind else ""
        if new.num == old.num and not level:
            return amendment
        number, written = told(old.num, new.num, level)
        return amendment._replace(numbers=(number,), written=written, level=level)

    def _arrive(self, beside: Beside, anchor: str) -> Iterator[Amendment]:
        target = self.old.place(anchor)
        coming = self.arrivals.get((beside, anchor), [])
        yield from together(each for one in coming for each in self._come(one, beside, target))

    def _come(self, one: Provision, beside: Beside, target: Place) -> Iterator[Amendment]:
        if one.id in self.was:
            former = self.old.nodes[self.was[one.id]]
            moved = Amendment("move", self.old.place(former.id), beside=beside, target=target)
            yield self._numbered(moved, former)
            return
        inserted = Amendment("insert", beside=beside, target=target, kin=self.sources.get(one.id, ()))
        if not any(each.id in self.was for each in one.walk()):
            yield inserted._replace(comes=(anonymous(one),))
            return
        place = self.new.place(one.id, is_new=True)
        yield inserted._replace(place=place, comes=(anonymous(one._replace(children=())),))
        yield from together(each for child in one.children for each in self._come(child, "last", place))


def together(amendments: Iterable[Amendment]) -> Iterator[Amendment]:
    """Put new provisions of one level that come to one place into one instruction, and neighbours that move or go together."""
    last: Amendment | None = None
    for amendment in amendments:
        if last is not None and _are_one(last, amendment):
            last = last._replace(
                comes=(*last.comes, *amendment.comes),
                others=(*last.others, amendment.place) if last.kind in {"move", "delete"} else (),
                numbers=(*last.numbers, *amendment.numbers),
            )
            continue
        if last is not None:
            yield last
        last = amendment
    if last is not None:
        yield last


def _are_one(last: Amendment, amendment: Amendment) -> bool:
    if (last.kind, last.target, last.beside, last.kin) != (amendment.kind, amendment.target, amendment.beside, amendment.kin):
        return False
    if last.kind == "insert":
        return not (last.place.is_new or amendment.place.is_new) and last.comes[0].kind == amendment.comes[0].kind
    return (last.kind == "move" or (last.kind == "delete" and not last.kin)) and goes_on(last, amendment)


_Kin = dict[str, tuple["Place", ...]]


def _kin(drafting: _Drafting, comparison: Comparison) -> tuple[_Kin, _Kin]:
    """Give for what was split off, and for what was merged into something else, the places where the rest of it is."""
    sources: _Kin = {}
    hosts: _Kin = {}
    for change in comparison.changes:
        link = change.link
        if link.kind in {"split", "merged", "regrouped"}:
            known = [one.id for one in link.old if one.id in drafting.became]
            places = tuple(drafting.old.place(one) for one in known)
            sources |= {one.id: places for one in link.new if one.id not in drafting.was}
            hosts |= {one.id: places for one in link.old if one.id not in drafting.became}
    return sources, hosts
