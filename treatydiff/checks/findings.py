"""What the rules found between the draft and the one before, for the checks that tell it again at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Change, Clause, Finding, Span


def reported(subject: Subject, *rules: str) -> Iterator[tuple[Finding, Clause]]:
    """Yield the findings of some rules that have words in the new draft, each with its clause and its span in that clause."""
    for change in subject.comparison.changes if subject.comparison else ():
        for finding in change.findings:
            if finding.rule in rules and finding.new_span is not None and (found := _clause(change, finding.new_span)):
                clause, span = found
                yield finding._replace(new_span=span), clause


def _clause(change: Change, span: Span) -> tuple[Clause, Span] | None:
    """Give the clause of the new wording in which a span begins, and the span in it."""
    start = 0
    for clause in change.link.new:
        end = start + len(clause.words)
        if start <= span[0] <= end:
            return clause, (span[0] - start, min(span[1], end) - start)
        start = end + 1
    return None
