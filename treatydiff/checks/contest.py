"""What in a draft is not agreed: alternatives, brackets around whole provisions, words under brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from treatydiff.model import Clause, Provision, Span

_CONTESTING: Final = frozenset({"bracket", "option", "attribution"})
_ALTERNATIVE: Final = "alternative"
_SIGNS: Final = "[]{"


def is_alternative(provision: Provision) -> bool:
    """Whether a provision is one of several, or contested as a whole: an option, or one whose number a bracket opens."""
    if provision.kind == _ALTERNATIVE or any(sign in provision.num for sign in _SIGNS):
        return True
    if any(mark.kind in _CONTESTING for mark in provision.heading_marks):
        return True
    return any(
        mark.kind == "option" or (mark.kind in _CONTESTING and mark.start == 0 and mark.end >= len(provision.text))
        for mark in provision.marks
        if mark.start == 0
    ) or _begins_contested(provision)


def _begins_contested(provision: Provision) -> bool:
    """Whether a bracket opens with the first words below a number and closes elsewhere, or the words have none but such."""
    return any(mark.kind == "bracket" and mark.start == 0 and not mark.closes for mark in provision.marks)


def is_contested(clause: Clause, span: Span | None = None) -> bool:
    """Whether words of a clause, or the whole of it, stand under brackets, or it or what holds it is an alternative."""
    start, end = span or (0, len(clause.words))
    if any(mark.kind in _CONTESTING and mark.start <= start and end <= mark.end for mark in clause.marks):
        return True
    return is_alternative(clause.provision) or any(is_alternative(above) for above in clause.ancestors)
