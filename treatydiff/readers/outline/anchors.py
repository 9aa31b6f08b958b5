"""Which provision a footnote belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.model import Provision


def footnote_places(provisions: Iterable[Provision]) -> dict[str, str]:
    """Give for the label of every footnote mark the id of the provision that carries it first."""
    places: dict[str, str] = {}
    for top in provisions:
        for provision in top.walk():
            for mark in (*provision.heading_marks, *provision.marks):
                if mark.kind == "footnote":
                    places.setdefault(mark.label, provision.id)
    return places
