"""The operator that governs the words of a finding on either side, and whom it binds."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from treatydiff.model import Force
from treatydiff.rules.spans import sentence

if TYPE_CHECKING:
    from treatydiff.model import Finding, Span
    from treatydiff.rules.case import Case, Wording
    from treatydiff.rules.operators import Operator


def with_operators(finding: Finding, case: Case) -> Finding:
    """Complete a finding whose rule did not say which operator governs its words, and whom it binds."""
    if finding.old_operator or finding.new_operator:
        return finding
    old = governing(case.old, finding.old_span or _answer(case, finding.new_span, of_new=True))
    new = governing(case.new, finding.new_span or _answer(case, finding.old_span, of_new=False))
    actor = finding.actor or next((one.actor for one in (new, old) if one is not None and one.actor), "")
    return finding._replace(actor=actor, old_operator=force(old), new_operator=force(new))


def governing(side: Wording, span: Span | None) -> Operator | None:
    """Give the last operator before the end of a span in its sentence, else the first after it; None when there is none."""
    if span is None or not side.operators:
        return None
    first, last = sentence(side.text, span, side.lexicon)
    inside = [one for one in side.operators if first <= one.span[0] <= last]
    before = bisect_right([one.span[0] for one in inside], max(span[0], span[1] - 1))
    return inside[max(0, before - 1)] if inside else None


def force(operator: Operator | None) -> Force | None:
    """Say what an operator is called and how much it binds; None for a choice that brackets leave open, and for no operator."""
    if operator is None or len(operator.readings) > 1:
        return None
    return Force(operator.reading.words.casefold(), operator.reading.known.name, operator.reading.known.strength)


def _answer(case: Case, span: Span | None, *, of_new: bool) -> Span | None:
    """Give the place on the other side at which words went or came."""
    place = case.places.opposite(span, of_new=of_new) if span else None
    return place[1] if place else None
