"""What the rules found between the draft and the one before, for the checks that tell it again at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.checks.check import Seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Change, Clause, Finding, Provision, Span


class Told(NamedTuple):
    """A finding at its place in the new draft.

    `clause` is None where the clause went with all its words; `provision` is then the one behind which it stood. `span` is that
    of the finding's new words in the clause, None where it has none.
    """

    finding: Finding
    clause: Clause | None
    provision: Provision | None
    span: Span | None
    change: Change


def reported(subject: Subject, rule: str) -> Iterator[Told]:
    """Yield the findings of a rule in the order of the new draft."""
    before: Provision | None = None
    for change in subject.comparison.changes if subject.comparison else ():
        if change.link.new:
            before = change.link.new[0].provision
        for finding in change.findings:
            if finding.rule == rule:
                clause, span = _clause(change, finding.new_span)
                yield Told(finding, clause, clause.provision if clause else before, span, change)


def _clause(change: Change, span: Span | None) -> tuple[Clause | None, Span | None]:
    """Give the clause of the new wording in which a span begins, and the span in it."""
    start = 0
    for clause in change.link.new:
        end = start + len(clause.words)
        if span is not None and start <= span[0] <= end:
            return clause, (span[0] - start, min(span[1], end) - start)
        start = end + 1
    return (change.link.new[0] if change.link.new else None), None


def seen(told: Told, mend: str) -> Seen:
    """Tell a finding as a problem."""
    finding = told.finding
    message = finding.message
    if finding.actor and message.casefold().startswith(finding.actor.casefold()):
        message = finding.actor + message[len(finding.actor) :]
    elif message[1:2].islower():
        message = message[:1].lower() + message[1:]
    where = "" if told.clause is not None else f", with {told.change.link.old[0].label} of the draft before"
    return Seen(
        words=finding.new or finding.old,
        message=f"{message}{where}",
        mend=mend,
        provision=told.provision,
        span=told.span,
        part="heading" if told.clause is not None and told.clause.is_heading else "words",
    )
