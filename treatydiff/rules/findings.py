"""Making the finding of a rule from what it judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model import Finding
from treatydiff.rules.spans import sentence

if TYPE_CHECKING:
    from treatydiff.model import Axis, ScopeAxis, Severity, Span
    from treatydiff.rules.case import Case, Wording

_SHOWN = 60


class Judged(NamedTuple):
    """How grave a finding is, what it does on each axis, and whom it concerns, empty where the clause does not say."""

    severity: Severity
    bindingness: Axis = "context"
    rights: Axis = "context"
    scope: ScopeAxis = "neutral"
    actor: str = ""


class Of(NamedTuple):
    """The rule that speaks: its id and its category."""

    rule: str
    category: str


def made(of: Of, case: Case, judged: Judged, spans: tuple[Span | None, Span | None], said: str) -> Finding:
    """Make a finding that quotes the words at its spans; a sentence that starts with the actor says so first."""
    old, new = spans
    text = f"{judged.actor}: {said}" if judged.actor else said
    return Finding(
        rule=of.rule,
        category=of.category,
        severity=judged.severity,
        bindingness=judged.bindingness,
        rights=judged.rights,
        scope=judged.scope,
        actor=judged.actor,
        old=case.old.text[slice(*old)] if old else "",
        new=case.new.text[slice(*new)] if new else "",
        old_span=old,
        new_span=new,
        message=f"{text[:1].upper()}{text[1:]}",
    )


def quoted(text: str) -> str:
    """Give words in quotation marks, white space made even, long ones cut at a word."""
    shown = " ".join(text.split()).strip(" ,;:.")
    if len(shown) > _SHOWN:
        shown = f"{shown[:_SHOWN].rsplit(' ', 1)[0].rstrip(' ,;:.')} …"
    return f'"{shown}"'


def kept_around(case: Case, side: Wording, span: Span, within: Span | None = None) -> float:
    """Give the share of a sentence that stayed, the words at `span` left out; 1 when nothing else stands in it.

    The sentence is that of the span, or what stands at `within`.
    """
    start, end = within or sentence(side.text, span, case.lexicon)
    of_new = side is case.new
    kept = size = 0.0
    for part in ((start, max(start, span[0])), (min(span[1], end), end)):
        length = part[1] - part[0]
        if length > 0:
            size += length
            kept += case.places.kept_share(part, of_new=of_new) * length
    return kept / size if size else 1.0
