"""What each draft did to each article: the figures behind the map of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from treatydiff.history.stations import weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from treatydiff.model import Change, Finding
    from treatydiff.writers.history_page.context import Context

AXES: Final = ("bindingness", "rights", "scope")
_UP: Final = frozenset({"strengthens", "widens"})
_DOWN: Final = frozenset({"weakens", "narrows"})

State = Literal["none", "kept", "new", "gone"]
Sign = Literal["up", "down", "either", ""]


class Cell(NamedTuple):
    """One article in one draft against the draft before: what became of it, the share of its words that changed, findings.

    `signs` gives for each axis whether the findings point up (stronger, wider), down, either way, or nowhere.
    """

    state: State
    share: float = 0.0
    findings: tuple[Finding, ...] = ()
    signs: tuple[Sign, Sign, Sign] = ("", "", "")

    @property
    def high(self) -> int:
        """How many findings of high severity it holds."""
        return sum(finding.severity == "high" for finding in self.findings)


def cells(context: Context) -> Mapping[int, tuple[Cell, ...]]:
    """Give for every thread its cell in every draft that is based on another, in the order of the drafts."""
    steps = context.history.steps
    told = [_changes(context, step.after, step.before, step.comparison.changes) for step in steps]
    return {
        number: tuple(
            _cell(context, number, step.before, step.after, changes.get(number, ()))
            for step, changes in zip(steps, told, strict=True)
        )
        for number in range(len(context.articles.threads))
    }


def _changes(context: Context, after: int, before: int, changes: Iterable[Change]) -> Mapping[int, Sequence[Change]]:
    found: dict[int, list[Change]] = {}
    for change in changes:
        sides = [(after, one) for one in change.link.new] or [(before, one) for one in change.link.old]
        for number in dict.fromkeys(context.thread(draft, clause) for draft, clause in sides):
            found.setdefault(number, []).append(change)
    return found


def _cell(context: Context, number: int, before: int, after: int, changes: Sequence[Change]) -> Cell:
    stood, stands = (context.articles.threads[number].places[place] is not None for place in (before, after))
    findings = tuple(finding for change in changes for finding in change.findings)
    signs = (_sign(findings, AXES[0]), _sign(findings, AXES[1]), _sign(findings, AXES[2]))
    if not stands:
        return Cell("gone" if stood else "none", float(stood), findings if stood else (), signs if stood else ("", "", ""))
    touched, kept = weights(changes)
    share = touched / (touched + kept) if touched else 0.0
    return Cell("kept" if stood else "new", share, findings, signs)


def _sign(findings: Iterable[Finding], axis: str) -> Sign:
    values = {getattr(finding, axis) for finding in findings} - {"neutral"}
    up, down = bool(values & _UP), bool(values & _DOWN)
    if up and down:
        return "either"
    if up or down:
        return "up" if up else "down"
    return "either" if values else ""
