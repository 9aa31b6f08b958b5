"""Mending the source of a draft where no judgement is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.checks.source import Source
    from treatydiff.model import Fix, Problem


class Mended(NamedTuple):
    """A text after mending, and the problems that are gone with it."""

    text: str
    problems: tuple[Problem, ...]


def mended(source: Source | None, problems: Sequence[Problem]) -> Mended | None:
    """Mend what can be mended together; None when nothing can.

    Where two mends touch the same characters the first one wins, and the other waits for the next round.
    """
    if source is None:
        return None
    fixes: list[Fix] = []
    done = []
    for problem in problems:
        if problem.fixes and not any(_touch(one, other) for one in problem.fixes for other in fixes):
            fixes += problem.fixes
            done.append(problem)
    return Mended(_applied(source.text, fixes), tuple(done)) if done else None


def _touch(one: Fix, other: Fix) -> bool:
    return one.start < other.end and other.start < one.end


def _applied(text: str, fixes: Sequence[Fix]) -> str:
    parts: list[str] = []
    place = 0
    for fix in sorted(fixes):
        parts += (text[place : fix.start], fix.replacement)
        place = fix.end
    return "".join((*parts, text[place:]))
