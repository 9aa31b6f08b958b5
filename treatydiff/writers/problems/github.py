"""What the checks found, as annotations of GitHub Actions (its workflow commands, "Setting a warning message")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.writers.problems.wording import plain, said

if TYPE_CHECKING:
    from treatydiff.model import CheckReport, Gravity, Problem
    from treatydiff.writers.writer import Layout

_COMMANDS: Final[dict[Gravity, str]] = {"error": "error", "warning": "warning", "info": "notice"}
_IN_MESSAGES: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write_problems(report: CheckReport, _layout: Layout) -> bytes:
    """Write a command for each problem; nothing that stands in a draft can begin or end one."""
    return "".join(f"{_command(problem)}\n" for problem in report.problems()).encode()


def _command(problem: Problem) -> str:
    spot = problem.spot
    known = {
        "file": plain(problem.path),
        "line": spot.line,
        "col": spot.column,
        "endColumn": spot.end_column,
        "title": f"{problem.code} {problem.check}",
    }
    properties = ",".join(
        f"{name}={str(value).translate(_IN_PROPERTIES)}" for name, value in known.items() if value is not None
    )
    page = f"page {spot.page}: " if spot.page is not None else ""
    mend = f"; {plain(problem.mend)}" if problem.mend else ""
    return f"::{_COMMANDS[problem.gravity]} {properties}::{f'{page}{said(problem)}{mend}'.translate(_IN_MESSAGES)}"
