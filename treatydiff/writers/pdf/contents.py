"""What a PDF report says, as plain values: the opening, the map, the findings, the terms and the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from treatydiff.model import SEVERITIES
from treatydiff.text.numbers import bare
from treatydiff.version import __version__
from treatydiff.writers.html.context import Context
from treatydiff.writers.html.drafts import draft_views, shared_title
from treatydiff.writers.html.lede import reading, weighing
from treatydiff.writers.html.notes import axes, axis_words
from treatydiff.writers.html.phrases import SEVERITY_NAMES, STROKES, capital, counted, excerpt, name, sentence
from treatydiff.writers.pdf.articles import articles
from treatydiff.writers.pdf.letters import on_paper
from treatydiff.writers.unjudged import nothing_found

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from treatydiff.model import Change, Comparison, Finding
    from treatydiff.writers.html.drafts import DraftView
    from treatydiff.writers.html.sheet import Group

_SHADES = ((0.0, 0), (0.1, 1), (1 / 3, 2), (1.0, 3))
_LONGEST_FOOT = 60
_LISTED = ("high", "medium")


def contents(comparison: Comparison) -> dict[str, Any]:
    """Give everything that the template sets, ready for JSON."""
    context = Context(comparison)
    drafts = draft_views(context)
    strong, rest = weighing(comparison)
    text = list(articles(context))
    anchors = {article["change"] for article in text} | {row.get("to") for article in text for row in article["rows"]}
    return {
        "title": on_paper(shared_title(comparison)),
        "drafts": [_draft(called, draft) for called, draft in zip(("Earlier draft", "Later draft"), drafts, strict=True)],
        "foot": [_foot(comparison.old.metadata.symbol, drafts[0]), _foot(comparison.new.metadata.symbol, drafts[1])],
        "reading": reading(comparison),
        "weighing": [strong, rest],
        "map": list(_map(context)),
        "findings": list(_findings(comparison, anchors)),
        "lighter": _lighter(comparison),
        "nothing": nothing_found(comparison),
        "terms": [[on_paper(term.old), on_paper(term.new), counted(term.times, "time")] for term in comparison.terms],
        "articles": text,
        "version": __version__,
        "warnings": [on_paper(w.message) for side in (comparison.old, comparison.new) for w in side.warnings],
        "languages": [comparison.old.metadata.language or "en", comparison.new.metadata.language or "en"],
    }


def _draft(called: str, draft: DraftView) -> dict[str, Any]:
    return {"called": called, "name": on_paper(draft.name), "facts": [on_paper(fact) for fact in draft.facts]}


def _foot(symbol: str, draft: DraftView) -> str:
    return on_paper(excerpt(symbol or draft.name, _LONGEST_FOOT))


def _map(context: Context) -> Iterator[dict[str, Any]]:
    """Yield each article in the order of the text: its number, what happened to it, how much of it, and where it stands."""
    for group in context.sheet.groups:
        if not group.unit.is_head:
            own = bare(group.unit.provision.num)
            yield {
                "no": on_paper(own or name(group.unit.provision)),
                "state": group.state,
                "shade": _shade(group),
                "high": group.severity == "high",
                "to": f"u-{context.unit(group.unit, new=group.new is not None)}",
            }


def _shade(group: Group) -> int:
    return next(shade for bound, shade in _SHADES if group.share <= bound) if group.state == "edited" else 0


def _findings(comparison: Comparison, anchors: Container[str]) -> Iterator[dict[str, Any]]:
    """Yield the grades that are listed; what weighs less stands with its clause."""
    told = comparison.findings()
    for severity in SEVERITIES:
        found = [item for item in told if item[0].severity == severity]
        if found and severity in _LISTED:
            yield {
                "name": SEVERITY_NAMES[severity],
                "strokes": STROKES[severity],
                "items": list(_items(found, anchors)),
            }


def _lighter(comparison: Comparison) -> str:
    count = sum(finding.severity not in _LISTED for change in comparison.changes for finding in change.findings)
    return f"{counted(count, 'finding')} of less weight {'stands' if count == 1 else 'stand'} with the text." if count else ""


def _items(found: Sequence[tuple[Finding, Change]], anchors: Container[str]) -> Iterator[dict[str, Any]]:
    for finding, change in found:
        place = change.link.new[0].label if change.link.new else f"earlier {change.link.old[0].label}"
        yield {
            "place": on_paper(capital(place)),
            "actor": on_paper(finding.actor),
            "say": on_paper(sentence(finding.message)),
            "old": on_paper(excerpt(finding.old)),
            "new": on_paper(excerpt(finding.new)),
            "axes": said_axes(finding),
            "rule": finding.rule,
            "to": to if (to := f"c-{change.id}") in anchors else "",
        }


def said_axes(finding: Finding) -> list[str]:
    """Say what a finding decides: "Duty: weaker"; nothing where it decides no axis."""
    said = list(axes(finding))
    if not any(value != "context" for _, value in said):
        return []
    return [f"{called}: {word}" for called, _, word in (axis_words(axis, value) for axis, value in said)]
