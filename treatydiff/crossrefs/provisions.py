"""The provisions of a draft by their numbers, and what a reference points to among them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from treatydiff.text.numbers import comparable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from treatydiff.model import Clause, Provision
    from treatydiff.text.references import Reference, Step, Target

UNITS: Final = frozenset({"article", "section", "rule", "clause"})
"""Levels that are numbered through a whole draft, one of them in each tradition."""
_OUTER: Final = frozenset({"book", "division", "title", "annex", "schedule", "appendix", "attachment", "part", "chapter"})
_WITHIN: Final = frozenset({"annex", "schedule", "appendix", "attachment"})
_LONGEST_RANGE: Final = 400


class Node:
    """A provision at its place: its parent, the provisions below it in order, and those of them that have a number, by it.

    What stands in a provision without a number is found by its number in the provision above too.
    """

    __slots__ = ("by_number", "children", "clause", "kind", "number", "parent", "provision", "unit")

    def __init__(self, provision: Provision, parent: Node | None, clause: Clause | None = None) -> None:
        self.provision = provision
        self.parent = parent
        self.kind = provision.kind
        self.number = comparable(provision.num) if provision.num else ""
        self.children: list[Node] = []
        self.by_number: dict[str, list[Node]] = {}
        self.clause = clause
        self.unit: Node | None = self if self.kind in UNITS and self.number else parent.unit if parent else None

    @property
    def id(self) -> str:
        """The provision's id."""
        return self.provision.id

    def above(self) -> Iterator[Node]:
        """Yield the provision itself and those that hold it, outermost last."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent


class Provisions:
    """All provisions of a draft that have clauses, indexed once in time linear in their number."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        self.nodes: dict[str, Node] = {}
        self.roots: list[Node] = []
        self._numbered: defaultdict[tuple[str, str], list[Node]] = defaultdict(list)
        self._in_order: defaultdict[str, list[Node]] = defaultdict(list)
        for clause in clauses:
            node: Node | None = None
            for provision in (*clause.ancestors, clause.provision):
                node = self.nodes.get(provision.id) or self._added(provision, node)
            if node is not None:
                node.clause = clause
        self._by_kind: dict[str, dict[str, list[Node]]] = {}
        self._places = {node.id: n for found in self._in_order.values() for n, node in enumerate(found)}

    @property
    def kinds(self) -> Mapping[str, list[Node]]:
        """The numbered provisions of each kind in the order of the draft."""
        return self._in_order

    def numbered(self, kind: str) -> Mapping[str, list[Node]]:
        """Give the provisions of a kind that are no quotation, by their numbers; several where a number stands again."""
        if kind not in self._by_kind:
            found: dict[str, list[Node]] = {}
            for node in self._in_order.get(kind, ()):
                found.setdefault(node.number, []).append(node)
            self._by_kind[kind] = found
        return self._by_kind[kind]

    def _added(self, provision: Provision, parent: Node | None) -> Node:
        node = self.nodes[provision.id] = Node(provision, parent)
        (parent.children if parent else self.roots).append(node)
        if node.number:
            holder = parent
            while holder is not None:
                holder.by_number.setdefault(node.number, []).append(node)
                holder = holder.parent if not holder.number else None
            is_quoted = node.kind in UNITS and parent is not None and parent.unit is not None
            if not is_quoted:
                self._numbered[node.kind, node.number].append(node)
                self._in_order[node.kind].append(node)
        return node

    def found(self, reference: Reference, citing: Clause) -> tuple[Node, ...] | None:
        """Give what a reference of a clause points to, ranges in full; None where a part of it points nowhere for certain."""
        here = self.nodes.get(citing.id)
        if reference.instrument:
            return None
        if reference.shift:
            node = _neighbour(here, reference) if here else None
            return (node,) if node else None
        nodes: list[Node] = []
        for target in reference.targets:
            found = self._target(target, reference.anchor, here)
            if found is None:
                return None
            nodes += found
        return tuple(dict.fromkeys(nodes)) or None

    def _target(self, target: Target, anchor: str, here: Node | None) -> list[Node] | None:
        first = self._followed(target.steps, anchor, here)
        if first is None or not target.last:
            return [first] if first else None
        last = self._followed((*target.steps[:-1], target.steps[-1]._replace(number=target.last)), anchor, here)
        return self._range(first, last) if last else None

    def _range(self, first: Node, last: Node) -> list[Node] | None:
        """Give the provisions from one to another of the same kind, in the whole draft or below one parent."""
        if first.kind != last.kind:
            return None
        if {first.id, last.id} <= self._places.keys() and first.kind in UNITS:
            row, start, end = self._in_order[first.kind], self._places[first.id], self._places[last.id]
        elif first.parent is last.parent and first.parent is not None:
            row = [node for node in first.parent.children if node.kind == first.kind]
            start, end = row.index(first), row.index(last)
        else:
            return None
        return row[start : end + 1] if start <= end < start + _LONGEST_RANGE else None

    def lacks(self, reference: Reference, citing: Clause) -> bool:
        """Whether a reference of a clause points to a number that for certain is not there."""
        here = self.nodes.get(citing.id)
        if reference.instrument or reference.shift or here is None:
            return False
        return any(self._lacks(target.steps, reference.anchor, here) for target in reference.targets)

    def _lacks(self, steps: tuple[Step, ...], anchor: str, here: Node) -> bool:
        first, *below = steps
        if first.level in UNITS:
            return first.level in self._in_order and not self._numbered.get((first.level, first.number))
        if below or anchor not in UNITS or here.unit is None:
            return False
        return bool(here.unit.by_number) and first.number not in here.unit.by_number

    def _followed(self, steps: tuple[Step, ...], anchor: str, here: Node | None) -> Node | None:
        node = self._first(steps[0], anchor, here)
        for step in steps[1:]:
            node = _only(node.by_number.get(step.number, ()), step.level) if node else None
        return node

    def _first(self, step: Step, anchor: str, here: Node | None) -> Node | None:
        if step.level in UNITS | _OUTER and not (step.level == "clause" and not step.number.isdigit()):
            return self._outer(step, here)
        return _inner(step, anchor, here) if here else None

    def _outer(self, step: Step, here: Node | None) -> Node | None:
        kinds = [step.level] if step.level in self._in_order or step.level not in UNITS else sorted(UNITS)
        found = [node for kind in kinds for node in self._numbered.get((kind, step.number), ())]
        if len(found) < 2:  # noqa: PLR2004 (one or none)
            return found[0] if found and _is_reachable(found[0], here) else None
        around = {node.id for node in here.above()} if here else set()
        depths = [sum(above.id in around for above in node.above()) for node in found]
        best = max(depths)
        return found[depths.index(best)] if depths.count(best) == 1 else None


def _is_reachable(node: Node, here: Node | None) -> bool:
    """Whether "article 3" said here is that article: those of an annex are cited by their number only within it."""
    annex = next((above for above in node.above() if above.kind in _WITHIN and above is not node), None)
    return annex is None or (here is not None and annex in here.above())


def _inner(step: Step, anchor: str, here: Node) -> Node | None:
    """Find "paragraph 2" or "subparagraph (a)" from where it is said: among what the provisions around it hold.

    A number is looked for from the article down, a letter from the clause up; a provision of the very kind goes first.
    """
    holders = list(here.above())
    if anchor:
        start = next(
            (n for n, node in enumerate(holders) if node.kind == anchor or (anchor in UNITS and node is here.unit)), None
        )
        if start is None:
            return None
        holders = holders[start : start + 1]
    elif here.unit is not None:
        holders = holders[: holders.index(here.unit) + 1]
    if step.number.isdigit():
        holders.reverse()
    found = [node for holder in holders if (node := _only(holder.by_number.get(step.number, ()), step.level))]
    return next((node for node in found if node.kind == step.level), found[0] if found else None)


def _only(found: Iterable[Node], level: str) -> Node | None:
    nodes = list(found)
    exact = [node for node in nodes if node.kind == level]
    nodes = exact or nodes
    return nodes[0] if len(nodes) == 1 else None


def _neighbour(here: Node, reference: Reference) -> Node | None:
    own = next((node for node in here.above() if node.kind == reference.anchor), None)
    if own is None or own.parent is None:
        return None
    row = [node for node in own.parent.children if node.kind == own.kind]
    place = row.index(own) + reference.shift
    return row[place] if 0 <= place < len(row) else None
