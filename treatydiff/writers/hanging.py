"""How a clause stands beside the margin: the number that hangs there, and how far it is set in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from treatydiff.model import Clause

_DEEPEST: Final = 4
_TOP: Final = frozenset({"article", "section", "chapter", "part", "annex", "preamble", "title", "schedule"})
_NAMED_ABOVE: Final = frozenset({"article", "section", "chapter", "part"})


def depth(clause: Clause) -> int:
    """Give the steps of indentation, at most four: one for each numbered or worded level above it and below its article."""
    steps = 0
    for ancestor in reversed(clause.ancestors):
        if ancestor.kind in _TOP:
            break
        steps += bool(ancestor.num or ancestor.text)
    return min(steps, _DEEPEST)


def number(clause: Clause) -> str:
    """Give the number that hangs beside the words, with those of levels above that have no words to hang beside.

    Empty for an article, whose number stands over it.
    """
    if clause.provision.kind == "article":
        return ""
    found = [clause.provision.num]
    node = clause.provision
    for ancestor in reversed(clause.ancestors):
        is_first = ancestor.children[:1] == (node,)
        if ancestor.words or ancestor.heading or not is_first or ancestor.kind in _NAMED_ABOVE:
            break
        found.append(ancestor.num)
        node = ancestor
    return " ".join(num for num in reversed(found) if num)
