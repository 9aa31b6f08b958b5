"""What the checks found, for people: a line for each problem, the words with a caret below them, and a line that sums it up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.writers.characters import columns, printable
from treatydiff.writers.problems.wording import counted, listed, place, plain, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Checked, CheckReport, Excerpt, Gravity, Problem, Waived
    from treatydiff.writers.writer import Layout

_STYLES: Final[dict[Gravity, str]] = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;36m"}
_BOLD: Final = "\x1b[1m"
_DIM: Final = "\x1b[2m"
_PLAIN: Final = "\x1b[0m"


def write_problems(report: CheckReport, layout: Layout) -> bytes:
    """Write the problems of all drafts in order."""
    lines: list[str] = []
    for draft in report.drafts:
        lines += [f"{place(one.path, one.spot)}: mended {one.check}: {plain(one.message)}" for one in draft.mended]
        for problem in draft.problems:
            lines += _problem(problem, layout)
    if lines:
        lines.append("")
    return "\n".join([*lines, *_summary(report), ""]).encode()


def write_waivers(report: CheckReport, layout: Layout) -> bytes:
    """Write the waivers of all drafts in order, each with what it allows and why."""
    waived = [one for draft in report.drafts for one in draft.waived]
    lines = [_waiver(one, layout) for one in waived]
    total = f"{len(waived):,} {'waiver' if len(waived) == 1 else 'waivers'} in {_drafts(report)}"
    return "\n".join([*lines, *([""] if lines else []), total, ""]).encode()


def _problem(problem: Problem, layout: Layout) -> Iterator[str]:
    gravity = _styled(problem.gravity, _STYLES[problem.gravity], layout)
    check = _styled(problem.check, _BOLD, layout)
    yield f"{_styled(place(problem.path, problem.spot), _BOLD, layout)}: {gravity} {check}: {said(problem)}"
    if problem.excerpt is not None and problem.excerpt.text.strip():
        yield from _excerpt(problem.excerpt, problem.spot.line, layout)
    if problem.mend:
        yield f"    {_styled('mend:', _DIM, layout)} {plain(problem.mend)}{_mendable(problem)}"


def _mendable(problem: Problem) -> str:
    return " (--fix does)" if problem.fixes else ""


def _excerpt(excerpt: Excerpt, line: int | None, layout: Layout) -> Iterator[str]:
    """Show the words with a caret under each column of what is wrong, however wide its characters are."""
    text = printable(excerpt.text.replace("\t", " ").replace("\n", " "))
    start, end = excerpt.span
    margin = f"{line} | " if line is not None else "| "
    before, inside = columns(text[:start]), max(1, columns(text[start:end]))
    yield f"    {_styled(margin, _DIM, layout)}{text.rstrip()}"
    yield f"    {' ' * (len(margin) - 2)}{_styled('| ', _DIM, layout)}{' ' * before}{_styled('^' * inside, _BOLD, layout)}"


def _styled(text: str, style: str, layout: Layout) -> str:
    return f"{style}{text}{_PLAIN}" if layout.colour else text


def _summary(report: CheckReport) -> Iterator[str]:
    problems = report.problems()
    parts = [f"{counted(problems)} in {_drafts(report)}"]
    mended = sum(len(draft.mended) for draft in report.drafts)
    waived = sum(len(one.problems) for draft in report.drafts for one in draft.waived)
    mendable = sum(1 for problem in problems if problem.fixes)
    parts += [f"{mended:,} mended"] if mended else []
    parts += [f"{waived:,} waived"] if waived else []
    parts += [f"{mendable:,} that --fix mends"] if mendable else []
    yield f"{'; '.join(parts)}".capitalize() if parts[0].startswith("no") else "; ".join(parts)
    if alone := [draft for draft in report.drafts if not draft.based_on]:
        needing = sum(1 for one in report.checks if one.needs_previous)
        yield f"{needing} checks need the draft before, which is not known of {_named(alone)}: name it with --based-on"


def _named(drafts: list[Checked]) -> str:
    names = [plain(draft.path) for draft in drafts]
    return listed(names) if len(names) < 3 else f"{len(names):,} drafts"  # noqa: PLR2004 (two are read at a glance)


def _drafts(report: CheckReport) -> str:
    return f"{len(report.drafts):,} {'draft' if len(report.drafts) == 1 else 'drafts'}"


def _waiver(one: Waived, layout: Layout) -> str:
    waiver = one.waiver
    until = f", until {plain(waiver.until)}" if waiver.until else ""
    allows = f"allows {counted(one.problems)}" if one.problems else "allows nothing"
    where = _styled(place(waiver.path, waiver.spot), _BOLD, layout)
    return f"{where}: {plain(waiver.check) or 'no check'}: {plain(waiver.reason) or 'no reason'}{until} ({allows})"
