"""The findings that matter, the gravest first, and the terms that were replaced throughout."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, Literal

from rich.text import Text

from treatydiff.model import SEVERITIES
from treatydiff.writers.places import place
from treatydiff.writers.screen import printable
from treatydiff.writers.statements import axes_said, some
from treatydiff.writers.terminal.head import MARGIN
from treatydiff.writers.unjudged import unjudged

if TYPE_CHECKING:
    from treatydiff.model import Comparison, Finding, Severity
    from treatydiff.writers.screen import Screen

_LISTED: Final = ("high", "medium")
SEVERITY_STYLE: Final = {"high": "bold", "medium": "", "low": "dim", "info": "dim"}


def write_findings(screen: Screen, comparison: Comparison, *, only: Severity | Literal[""]) -> None:
    """Write the findings of high and medium severity, and how many there are of each."""
    found = comparison.findings()
    counted = Counter(finding.severity for finding, _ in found)
    if not found:
        screen.line(unjudged(comparison) or _nothing(only))
        screen.line()
        return
    said = ", ".join(f"{counted[severity]:,} {severity}" for severity in SEVERITIES if counted[severity])
    screen.line(Text(f"FINDINGS  {said}", "bold"))
    screen.line()
    for finding, change in found:
        if finding.severity in _LISTED:
            _finding(screen, finding, place(change))
            screen.line()
    if rest := counted["low"]:
        stand = "stands with its clause" if rest == 1 else "stand with their clauses"
        screen.line(Text(f"{rest:,} of low severity {stand} below.", "dim"), indent=MARGIN)
        screen.line()


def _nothing(only: Severity | Literal[""]) -> str:
    if not only:
        return "No change of words was found that a rule knows the meaning of."
    return f"There is no finding of {only} severity{'' if only == 'high' else ' or above'} here."


def _finding(screen: Screen, finding: Finding, where: str) -> None:
    style = SEVERITY_STYLE[finding.severity]
    screen.line(Text(printable(where), "bold"), indent=MARGIN, label=finding.severity, label_style=style)
    screen.line(printable(finding.message), indent=MARGIN)
    said = "; ".join(part for part in (axes_said(finding), f"rule {finding.rule}") if part)
    screen.line(Text(said, "dim"), indent=MARGIN)


def write_terms(screen: Screen, comparison: Comparison) -> None:
    """List the terms that were replaced throughout, with the clauses in which the old one is left."""
    if not comparison.terms:
        return
    labels = {clause.id: clause.label for clause in comparison.new_clauses}
    screen.line(Text("TERMS REPLACED THROUGHOUT", "bold"))
    screen.line()
    for term in comparison.terms:
        screen.line(printable(f"{term.old} → {term.new}"), indent=MARGIN, label=f"{term.times:,} times")
        clauses = [labels[each] for each in term.clauses if each in labels]
        screen.line(Text(printable(f"in {some(clauses)}"), "dim"), indent=MARGIN)
        if term.survivors:
            left = [labels[each] for each in term.survivors if each in labels]
            screen.line(printable(f"the old term is left in {some(left)}"), indent=MARGIN)
        screen.line()
