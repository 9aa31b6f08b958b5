"""Words that the formats share: where a problem is, and what a line says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.writers.characters import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.model import Gravity, Problem, Spot

_PLURALS: Final[dict[Gravity, str]] = {"error": "errors", "warning": "warnings", "info": "infos"}


def plain(text: str) -> str:
    """Give a text as one line in which no character commands a terminal or hides from the reader."""
    return printable(" ".join(text.split()))


def place(path: str, spot: Spot) -> str:
    """Say where something is: "draft.md:12:7", "draft.pdf: page 3", or the path alone."""
    if spot.line is not None:
        return f"{plain(path)}:{spot.line}" + (f":{spot.column}" if spot.column is not None else "")
    return f"{plain(path)}: page {spot.page}" if spot.page is not None else plain(path)


def said(problem: Problem) -> str:
    """Say what is wrong and in which provision."""
    label = f" ({plain(problem.spot.label)})" if problem.spot.label else ""
    return f"{plain(problem.message)}{label}"


def counted(problems: Iterable[Problem]) -> str:
    """Count problems by how grave they are: "2 errors and 1 warning"; "no problems" for none."""
    found = [problem.gravity for problem in problems]
    parts = [
        f"{number:,} {gravity if number == 1 else plural}"
        for gravity, plural in _PLURALS.items()
        if (number := found.count(gravity))
    ]
    return listed(parts) or "no problems"


def listed(parts: list[str]) -> str:
    """Join parts of a sentence."""
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part) if parts else ""
