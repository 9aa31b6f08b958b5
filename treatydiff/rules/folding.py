"""Findings that a term which was replaced throughout explains: reported once for the text, quiet in each clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.rules.occurrences import Occurrences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from treatydiff.model import Finding, Span, Term
    from treatydiff.rules.case import Case

_SPEAK_FOR_THEMSELVES = frozenset({"modality", "numbers", "qualifiers", "negation", "exceptions", "references"})
"""Rules whose findings no substitution of terms explains."""


def without_folded(findings: list[Finding], case: Case) -> list[Finding]:
    """Give the findings with severity "info" where the words of one lie within a substitution that is folded into a term."""
    known = case.setting.terms_by_clause if case.setting.terms else {}
    here = dict.fromkeys(term for clause in case.change.link.new for term in known.get(clause.id, ()))
    if not here:
        return findings
    spans = _folded(case, here)
    return [finding._replace(severity="info") if _is_folded(finding, spans, case) else finding for finding in findings]


def _folded(case: Case, terms: Iterable[Term]) -> tuple[list[Span], list[Span]]:
    """Give the places of the old terms that went and of the new terms that came."""
    old = [span for term in terms for span in Occurrences.of(term.old).spans(case.old.text)]
    new = [span for term in terms for span in Occurrences.of(term.new).spans(case.new.text)]
    return (
        [span for span in old if case.places.kept_share(span, of_new=False) < 1],
        [span for span in new if case.places.kept_share(span, of_new=True) < 1],
    )


def _is_folded(finding: Finding, spans: tuple[list[Span], list[Span]], case: Case) -> bool:
    if finding.rule in _SPEAK_FOR_THEMSELVES or (finding.old_span is None and finding.new_span is None):
        return False
    sides = ((case.old.text, finding.old_span, spans[0]), (case.new.text, finding.new_span, spans[1]))
    return all(own is None or _within(text, own, known, case.lexicon.function_words.__contains__) for text, own, known in sides)


def _within(text: str, own: Span, known: list[Span], is_function: Callable[[str], bool]) -> bool:
    """Whether a span lies in one of the known ones, the articles and prepositions before it apart."""
    start, end = own
    while (space := text.find(" ", start, end)) >= 0 and is_function(text[start:space].casefold()):
        start = space + 1
    return any(first <= start and end <= last for first, last in known)
