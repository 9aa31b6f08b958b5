"""How far the room had got with a clause in one draft, as its marks say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from treatydiff.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Clause, Mark

_SHARE_OF_ALL = 0.9
State = Literal["agreed", "bracketed", "contested", "optional", "plain"]


class Standing(NamedTuple):
    """Where a clause stands: `said` are the words of its statuses and attributions, as written.

    `state` is "agreed" as a status says, "bracketed" as a whole, "contested" in part, "optional" as one of several
    alternatives, or "plain".
    """

    state: State
    said: tuple[str, ...] = ()


def standing(clause: Clause, language: str = "en") -> Standing:
    """Say how far the room had got with a clause; a status of its article or paragraph is its own too."""
    said = tuple(dict.fromkeys(mark.label for mark in _marks(clause) if mark.kind in {"status", "attribution"} and mark.label))
    return Standing(_state(clause, language), said)


def _state(clause: Clause, language: str) -> State:
    agreed = load(language).pattern("brackets", "agreed")
    if any(mark.kind == "status" and agreed.search(mark.label) for mark in _marks(clause)):
        return "agreed"
    if any(one.kind == "alternative" for one in (*clause.ancestors, clause.provision)):
        return "optional"
    contested = [mark for mark in clause.marks if mark.kind in {"bracket", "option"}]
    if any(_is_whole(mark, clause) for mark in contested):
        return "bracketed"
    return "contested" if contested else "plain"


def _is_whole(mark: Mark, clause: Clause) -> bool:
    return mark.kind == "bracket" and mark.end - mark.start >= _SHARE_OF_ALL * len(clause.words) > 0


def _marks(clause: Clause) -> Iterator[Mark]:
    """Yield the marks of a clause and the statuses of what it stands in."""
    yield from clause.provision.heading_marks
    yield from clause.provision.marks
    for ancestor in clause.ancestors:
        yield from (mark for mark in (*ancestor.heading_marks, *ancestor.marks) if mark.kind == "status")
