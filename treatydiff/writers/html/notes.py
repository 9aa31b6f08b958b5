"""The findings and footnotes that stand beside a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.writers.html.escape import attribute, content
from treatydiff.writers.html.phrases import AXES, CONTEXT, SEVERITY_NAMES, STROKES, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def notes_html(change: Change, context: Context) -> str:
    """Write the findings and footnotes that stand beside a clause; nothing where there are none."""
    fragments = context.notes.get(change.id, ())
    notes = [
        _note(finding, place + 1, fragment)
        for place, (finding, fragment) in enumerate(zip(change.findings, fragments, strict=True))
    ]
    notes += _footnotes(change)
    return f'<div class="notes">{"".join(notes)}</div>' if notes else ""


def _note(finding: Finding, place: int, fragment: str) -> str:
    rows = "".join(
        f'<li><span>{name}</span> <i aria-hidden="true">{sign}</i> {word}</li>'
        for name, sign, word in (axis_words(axis, value) for axis, value in axes(finding))
    )
    actor = f" · {content(finding.actor)}" if finding.actor else ""
    return (
        f'<div class="note {finding.severity}" id="{attribute(fragment)}"><p class="say">{strokes(finding.severity)}'
        f'<b>{content(sentence(finding.message))}</b> <a class="ref" href="#{attribute(fragment)}"'
        f' aria-label="{place}: link to this finding">{place}</a></p>'
        f'{f"<ul>{rows}</ul>" if rows else ""}<p class="rule">{content(finding.rule)}{actor}</p></div>'
    )


def strokes(severity: str) -> str:
    """Write a severity as one to three strokes with its name for those who do not see them."""
    unseen = f'<span class="unseen">{SEVERITY_NAMES[severity]}: </span>'
    return f'<span class="sev" data-n="{STROKES[severity]}"><i></i><i></i><i></i>{unseen}</span>'


def _footnotes(change: Change) -> list[str]:
    clauses = change.link.new or change.link.old
    return [
        f'<p class="footnote"><sup>{content(mark.label or "*")}</sup> {content(mark.note)}</p>'
        for clause in clauses
        for mark in clause.marks
        if mark.kind == "footnote" and mark.note
    ]
