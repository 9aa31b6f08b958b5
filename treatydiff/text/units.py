"""The articles of a draft and the chapters over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from treatydiff.model import Document, Provision

_LEVELS = frozenset(
    {"annex", "appendix", "article", "attachment", "book", "chapter", "cluster", "division", "part", "preamble", "rule"}
    | {"schedule", "section", "subchapter", "subdivision", "subpart", "subtitle", "title", "tome"}
)


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
    unit = Unit(provision, heads) if head is None or provision.kind in _LEVELS else head
    for each in provision.walk():
        found[each.id] = unit


def _holds_units(provision: Provision) -> bool:
    return any(child.kind in _LEVELS or _holds_units(child) for child in provision.children)
