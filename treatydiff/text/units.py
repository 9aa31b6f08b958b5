"""The article that a clause belongs to, or what stands for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from treatydiff.model import Clause, Provision

_UNITS: Final = frozenset({"article", "preamble"})
_BIG_UNITS: Final = frozenset({"part", "chapter", "title", "section", "annex", "schedule"})


def unit(clause: Clause) -> Provision:
    """Give the provision under which a clause is shown: its article, or whatever stands highest below the chapters."""
    path = (*clause.ancestors, clause.provision)
    for provision in path:
        if provision.kind in _UNITS:
            return provision
    return next((provision for provision in path if provision.kind not in _BIG_UNITS), path[0])
