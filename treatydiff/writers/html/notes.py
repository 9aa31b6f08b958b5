"""The findings and footnotes that stand beside a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.writers.html.escape import EMPTY, content, html, joined
from treatydiff.writers.html.phrases import AXES, CONTEXT, SEVERITY_NAMES, STROKES, letter, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from treatydiff.model import Change, Finding
    from treatydiff.writers.html.context import Context


def axes(finding: Finding) -> Iterator[tuple[str, str]]:
    """Yield the axes on which a finding says something, each with its value."""
    for axis in AXES:
        value = getattr(finding, axis)
        if value != "neutral":
            yield axis, value


def axis_words(axis: str, value: str) -> tuple[str, str, str]:
    """Give an axis's name, the sign and the word of a value."""
    name, values = AXES[axis]
    return name, *values.get(value, CONTEXT)


def axes_html(finding: Finding, style: str = "") -> Markup:
    """Write the axes on which a finding says something as a list of that class; nothing where it decides none of them."""
    said = list(axes(finding))
    decided = any(value != "context" for _, value in said)
    rows = joined(
        html('<li><span>{name}</span> <i aria-hidden="true">{sign}</i> {word}</li>', name=name, sign=sign, word=word)
        for name, sign, word in (axis_words(axis, value) for axis, value in said if decided)
    )
    of_class = html(' class="{style}"', style=style) if style else EMPTY
    return html("<ul{of_class}>{rows}</ul>", of_class=of_class, rows=rows) if rows else EMPTY


def notes_html(change: Change, context: Context) -> Markup:
    """Write the findings and footnotes that stand beside a clause; nothing where there are none."""
    if not change.findings and not any(clause.marks for clause in change.link.new or change.link.old):
        return EMPTY
    fragments = context.notes.get(change.id, ())
    notes = [
        _note(finding, place, fragment)
        for place, (finding, fragment) in enumerate(zip(change.findings, fragments, strict=True), start=1)
        if not _stands_in_margin(finding)
    ]
    notes += _footnotes(change)
    return html('<div class="notes">{notes}</div>', notes=joined(notes)) if notes else EMPTY


def _stands_in_margin(finding: Finding) -> bool:
    """Whether a finding is of no weight and on no words, so about a number or place that the margin names already."""
    return finding.severity == "info" and finding.old_span is None and finding.new_span is None


def _note(finding: Finding, place: int, fragment: Markup) -> Markup:
    return html(
        '<div class="note {severity}" id="{fragment}"><p class="say">{strokes}<b>{say}</b>'
        ' <a class="ref" href="#{fragment}" aria-label="{sign}: link to this finding">{sign}</a></p>'
        '{axes}<p class="rule">{rule}{actor}</p></div>',
        severity=finding.severity,
        fragment=fragment,
        strokes=_strokes(finding.severity),
        say=content(sentence(finding.message)),
        sign=letter(place),
        axes=axes_html(finding),
        rule=content(finding.rule),
        actor=html(" · {actor}", actor=content(finding.actor)) if finding.actor else EMPTY,
    )


def _strokes(severity: str) -> Markup:
    """Write a severity as one to three strokes with its name for those who do not see them."""
    return html(
        '<span class="sev" data-n="{strokes}"><i></i><i></i><i></i><span class="unseen">{name}: </span></span>',
        strokes=STROKES[severity],
        name=SEVERITY_NAMES[severity],
    )


def _footnotes(change: Change) -> list[Markup]:
    clauses = change.link.new or change.link.old
    return [
        html('<p class="footnote"><sup>{label}</sup> {note}</p>', label=content(mark.label or "*"), note=content(mark.note))
        for clause in clauses
        for mark in clause.marks
        if mark.kind == "footnote" and mark.note
    ]
