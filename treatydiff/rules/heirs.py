"""What each provision of the old draft became in the new, also those that have no words by which they could be linked."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from treatydiff.crossrefs.provisions import UNITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatydiff.crossrefs.provisions import Node, Provisions

_NONE: frozenset[str] = frozenset()
_AT_LEAST = 3


def heirs(old: Provisions, new: Provisions, became: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """Give the ids of the new provisions that each old one became, by its id; none where it went.

    A clause became what it is linked to. What has no words of its own, or lost all of them, became what now holds a third or
    more of the provisions right below it, if that is of its kind.
    """
    found: dict[str, frozenset[str]] = {}
    for node in reversed(old.nodes.values()):
        linked = frozenset(became.get(node.id, ())) if node.clause else _NONE
        found[node.id] = linked or _holders(node, new, found)
    return found


def origins(found: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Turn round what each old provision became."""
    turned: defaultdict[str, set[str]] = defaultdict(set)
    for old, ids in found.items():
        for new in ids:
            turned[new].add(old)
    return {new: frozenset(ids) for new, ids in turned.items()}


def _holders(node: Node, new: Provisions, found: Mapping[str, frozenset[str]]) -> frozenset[str]:
    counts: Counter[str] = Counter()
    for child in node.children:
        counts.update({holder.id for heir in found[child.id] if (holder := _holder(new.nodes.get(heir), node, child))})
    return frozenset(id_ for id_, count in counts.items() if count * _AT_LEAST >= len(node.children))


def _holder(heir: Node | None, like: Node, child: Node) -> Node | None:
    """Give the first provision over an heir of `child` that is of the same kind as `like`.

    The heir itself, where `child` was an alternative that became the text.
    """
    kinds = UNITS if like.kind in UNITS else {like.kind}
    is_text = child.kind == "alternative"
    over = heir.above() if heir else ()
    return next((above for above in over if (above is not heir or is_text) and above.kind in kinds), None)
