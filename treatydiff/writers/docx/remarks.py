"""Findings as comments: at which words each stands, and what it says."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from treatydiff.writers.html.phrases import AXES, CONTEXT, SEVERITY_NAMES, capital, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import Change, Comparison, Finding, Span
    from treatydiff.writers.docx.lines import Line

Side = Literal["old", "new"]
_TOLD: Final = frozenset({"high", "medium", "low"})


class Remark(NamedTuple):
    """A finding at the words of one line, which is given by its side and its order; without `span` at the whole line."""

    finding: Finding
    change: Change
    side: Side
    line: int
    span: Span | None


Remarks = dict[tuple[Side, int], list[Remark]]


def remarks(comparison: Comparison, old: Sequence[Line], new: Sequence[Line]) -> Remarks:
    """Give the remarks by side and line.

    Findings for information say what the tracked changes show, and a change that only follows a renumbering says nothing.
    """
    here, there = _judged(old), _judged(new)
    found: Remarks = defaultdict(list)
    for change in comparison.changes:
        for finding in change.findings:
            if finding.severity in _TOLD and not change.follows:
                remark = _placed(finding, change, here, there)
                found[remark.side, remark.line].append(remark)
    return found


def _judged(lines: Sequence[Line]) -> dict[str, list[Line]]:
    """Give the lines that changes judge, by the id of their provision."""
    found: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.is_judged:
            found[line.provision.id].append(line)
    return found


def _placed(finding: Finding, change: Change, old: dict[str, list[Line]], new: dict[str, list[Line]]) -> Remark:
    """Place a finding at the new words that decided, else at the old ones, else at the first line of the clause."""
    after = [line for clause in change.link.new for line in new[clause.id]]
    before = [line for clause in change.link.old for line in old[clause.id]]
    if finding.new_span and after:
        return Remark(finding, change, "new", _line_at(after, finding.new_span[0]).order, finding.new_span)
    if finding.old_span and before:
        return Remark(finding, change, "old", _line_at(before, finding.old_span[0]).order, finding.old_span)
    return Remark(finding, change, "new" if after else "old", (after or before)[0].order, None)


def _line_at(lines: Sequence[Line], place: int) -> Line:
    return next((line for line in reversed(lines) if line.start <= place), lines[0])


def said(remark: Remark) -> Iterator[str]:
    """Give what a comment says, line by line: the finding, its weight and place, what it does to whom, and its rule."""
    finding = remark.finding
    yield sentence(finding.message)
    yield f"{SEVERITY_NAMES[finding.severity]} · {_place(remark.change)}"
    if axes := " · ".join(_axes(finding)):
        yield axes
    if finding.actor:
        yield f"Concerns: {finding.actor}"
    yield f"Rule: {finding.rule}"


def _place(change: Change) -> str:
    now = (change.link.new or change.link.old)[0].label
    was = change.link.old[0].label if change.link.old and change.link.new else now
    return capital(now) + (f" (was {was})" if was != now else "")


def _axes(finding: Finding) -> Iterator[str]:
    """Say what the change does to duty, rights and scope, where it decides one of them."""
    values = {axis: getattr(finding, axis) for axis in AXES}
    if all(value in {"neutral", "context"} for value in values.values()):
        return
    for axis, (name, words) in AXES.items():
        if values[axis] != "neutral":
            yield f"{name}: {words.get(values[axis], CONTEXT)[1]}"
