"""The findings and footnotes that stand beside a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.writers.html.escape import EMPTY, content, html, joined
from treatydiff.writers.html.phrases import AXES, CONTEXT, SEVERITY_NAMES, STROKES, counted, letter, number, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from treatydiff.model import Change, Clause, Finding
    from treatydiff.writers.html.context import Context

_WORDS_LETTERS: Final = 52
"""Letters on a line of a wording, side by side and inline taken together; the heights below are in pixels."""
_WORDS_LINE: Final = 26
_WORDS_GAP: Final = 8
_NOTE_LETTERS: Final = 34
_NOTE_LINE: Final = 19
_NOTE_REST: Final = 46
_SLACK: Final = 60


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
    """Write the findings and footnotes that stand beside a clause; nothing where there are none.

    As many as have room beside the words, the gravest first; the others are folded, so that the words stay together.
    """
    if not change.findings and not any(clause.marks for clause in change.link.new or change.link.old):
        return EMPTY
    fragments = context.notes.get(change.id, ())
    told = [
        (finding, _note(finding, place, fragment))
        for place, (finding, fragment) in enumerate(zip(change.findings, fragments, strict=True), start=1)
        if not stands_in_margin(finding)
    ]
    shown = fitting([finding for finding, _ in told], change)
    notes = [*(note for _, note in told[:shown]), *_folded(told[shown:]), *_footnotes(change)]
    return html('<div class="notes">{notes}</div>', notes=joined(notes)) if notes else EMPTY


def fitting(findings: Sequence[Finding], change: Change) -> int:
    """Give how many of the findings have room beside the words; the first has always, and one that is left over too."""
    room = max(map(_height_of_words, (change.link.old, change.link.new))) + _SLACK
    for place, finding in enumerate(findings):
        room -= -(-len(finding.message) // _NOTE_LETTERS) * _NOTE_LINE + _NOTE_REST
        if room < 0 and place:
            return place if place < len(findings) - 1 else len(findings)
    return len(findings)


def _height_of_words(clauses: Sequence[Clause]) -> int:
    return sum(-(-len(clause.words) // _WORDS_LETTERS) * _WORDS_LINE + _WORDS_GAP for clause in clauses)


def _folded(told: Sequence[tuple[Finding, Markup]]) -> Iterator[Markup]:
    if not told:
        return
    grave = sum(finding.severity == "high" for finding, _ in told)
    yield html(
        '<details class="more"><summary>{count}{grave}</summary>{notes}</details>',
        count=counted(len(told), "more finding"),
        grave=f", {number(grave)} of high weight" if grave else "",
        notes=joined(note for _, note in told),
    )


def stands_in_margin(finding: Finding) -> bool:
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
