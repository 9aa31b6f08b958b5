"""The articles of a draft and the chapters over them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.model import Change, Document, Provision

LEVELS: Final = frozenset(
    {"annex", "appendix", "article", "attachment", "book", "chapter", "cluster", "division", "part", "preamble", "rule"}
    | {"schedule", "section", "subchapter", "subdivision", "subpart", "subtitle", "title", "tome"}
)
"""Kinds of provisions that have a place in a table of contents."""
_HEADING_COUNTS_FOR = 5


class Unit(NamedTuple):
    """What a reader calls an article: an article, else the lowest level that has a place in the table of contents.

    `heads` are the chapters and parts over it, outermost first, without those that have neither number nor heading. A head
    is a unit too, for its heading and for clauses that stand in it outside any article.
    """

    provision: Provision
    heads: tuple[Provision, ...]
    is_head: bool = False

    @property
    def id(self) -> str:
        """The id of its provision."""
        return self.provision.id


def units(document: Document) -> dict[str, Unit]:
    """Give the unit of every provision of the draft by the provision's id."""
    found: dict[str, Unit] = {}
    for provision in document.provisions:
        _visit(provision, (), None, found)
    return found


def _visit(provision: Provision, heads: tuple[Provision, ...], head: Unit | None, found: dict[str, Unit]) -> None:
    if provision.kind != "article" and _holds_units(provision):
        own = Unit(provision, heads, is_head=True)
        found[provision.id] = own
        shown = bool(provision.num or provision.heading)
        for child in provision.children:
            _visit(child, (*heads, provision) if shown else heads, own if shown else head, found)
        return
    unit = Unit(provision, heads) if head is None or provision.kind in LEVELS else head
    for each in provision.walk():
        found[each.id] = unit


def _holds_units(provision: Provision) -> bool:
    return any(child.kind in LEVELS or _holds_units(child) for child in provision.children)


def counterparts(changes: Iterable[Change], old: dict[str, Unit], new: dict[str, Unit]) -> dict[str, str]:
    """Give for each new unit the old one that it mostly comes from, where that one mostly went into it."""
    shared: Counter[tuple[str, str]] = Counter()
    for change in changes:
        for before in change.link.old:
            for after in change.link.new:
                pair = (old[before.id].id, new[after.id].id)
                shared[pair] += _HEADING_COUNTS_FOR if (before.id, after.id) == pair else 1
    return mutual(shared)


def mutual(shared: Counter[tuple[str, str]]) -> dict[str, str]:
    """Give for each new id the old one with which it shares most, where that one shares most with it."""
    best_old: dict[str, tuple[int, str]] = {}
    best_new: dict[str, tuple[int, str]] = {}
    for (before_id, after_id), count in shared.items():
        best_old[after_id] = max(best_old.get(after_id, (0, "")), (count, before_id), key=lambda each: each[0])
        best_new[before_id] = max(best_new.get(before_id, (0, "")), (count, after_id), key=lambda each: each[0])
    return {after: before for after, (_, before) in best_old.items() if best_new[before][1] == after}
