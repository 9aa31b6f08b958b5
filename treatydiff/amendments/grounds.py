"""The draft that instructions are applied to, as it answers to the one that they were made for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.align import align
from treatydiff.amendments.pairs import pairs
from treatydiff.amendments.places import TOP, fingerprint, tree
from treatydiff.errors import AmendmentsError
from treatydiff.text.clauses import clauses

if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatydiff.amendments.places import Tree
    from treatydiff.model import Amendments, Document, Place


class NotApplicableError(Exception):
    """An instruction cannot be applied; the only argument says why, in a phrase."""


class Grounds(NamedTuple):
    """Both drafts, and which provision of the draft at hand each provision of the base became; `TOP` became `TOP`."""

    base: Tree
    here: Tree
    became: Mapping[str, str]

    def former(self, place: Place) -> str:
        """Give the id in the base of the provision that a place names.

        Raises:
            NotApplicableError: the base has none.

        """
        if not (place.id or place.label):
            return TOP
        if place.id in self.base.nodes:
            return place.id
        own = self.base.named.get(place.label) if not place.id else None
        if own is None:
            raise NotApplicableError(f"the draft that it was made for has no {place.label or place.id}")
        return own

    def found(self, place: Place) -> str:
        """Give the id in the draft at hand of the provision that a place names.

        Raises:
            NotApplicableError: there is none any more.

        """
        own = self.became.get(self.former(place))
        if own is None:
            raise NotApplicableError(f"nothing in this draft is what {place.label} was")
        return own


def grounds(document: Document, amendments: Amendments) -> Grounds:
    """Find out what the provisions of the base became in the draft at hand, by alignment where the two differ.

    Raises:
        AmendmentsError: the draft is not the one that the instructions were made for, and they do not carry that one.

    """
    here = tree(document)
    if fingerprint(document) == amendments.fingerprint:
        base = _with_the_words_of(here, tree(amendments.base)) if amendments.base else here
        return Grounds(base, here, dict(zip((TOP, *base.nodes), (TOP, *here.nodes), strict=True)))
    if amendments.base is None:
        raise AmendmentsError(
            "the amendments were made for another text, and this file does not carry it",
            mend="apply their Akoma Ntoso form (.amendments.xml), which does, or give the draft that they were made for",
        )
    base = tree(amendments.base)
    links = align(clauses(amendments.base), clauses(document))
    return Grounds(base, here, {TOP: TOP, **pairs(base, here, links)})


def _with_the_words_of(here: Tree, base: Tree) -> Tree:
    """Give the base with the provisions of the same draft as another file has it, whose signs XML may not be able to hold."""
    return base._replace(nodes=dict(zip(base.nodes, here.nodes.values(), strict=True)))
