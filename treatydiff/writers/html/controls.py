"""The bar over the text: view, filters, search, and the names of both drafts over their columns."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.model import CATEGORIES, SEVERITIES
from treatydiff.writers.html.escape import EMPTY, html, joined
from treatydiff.writers.html.notes import axes, axis_words
from treatydiff.writers.html.phrases import AXES, SEVERITY_NAMES, capital, excerpt, rule_name
from treatydiff.writers.html.reading import KINDS, kinds, says_the_same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markupsafe import Markup

    from treatydiff.model import Change
    from treatydiff.writers.html.context import Context
    from treatydiff.writers.html.drafts import DraftView

_SHOWN_AT_FIRST: Final = 12


class Filter(NamedTuple):
    """A group of boxes to tick: the letter of the data attribute, and (value, name, count) for each box."""

    name: str
    key: str
    boxes: tuple[tuple[str, str, int], ...]


def controls_html(context: Context, drafts: tuple[DraftView, DraftView]) -> Markup:
    """Write the bar, hidden until the script has begun."""
    found = filters(context)
    changed = text_changes(context.comparison.changes)
    return html(
        """\
<div class="bar" hidden>
<div class="controls" role="toolbar" aria-label="Reading the text">
<span class="choice" role="group" aria-label="View"><button type="button" data-set="view" data-to="side" aria-pressed="true">\
Side by side</button><button type="button" data-set="view" data-to="inline" aria-pressed="false">Inline</button></span>
<span class="choice show" role="group" aria-label="Clauses shown"><button type="button" data-set="show" data-to="changed" \
aria-pressed="true">Changed</button><button type="button" data-set="show" data-to="all" aria-pressed="false">All</button></span>
{button}<label class="seek"><span class="unseen">Search the text</span><input type="search" id="search" \
placeholder="Search words or article" autocomplete="off"></label>
<button type="button" class="plain marks" data-do="marks" aria-pressed="true">Brackets</button>
<span class="step"><span id="position" aria-live="polite">{changed} change{s}</span><button type="button" \
data-do="previous" aria-label="Previous change" title="Previous change (p)">↑</button><button type="button" data-do="next" \
aria-label="Next change" title="Next change (n)">↓</button></span>
</div>
{panel}<div class="heads grid" aria-hidden="true"><span></span><span class="h-old"><b>Earlier</b> · <bdi>{earlier}</bdi></span>\
<span class="h-new"><b>Later</b> · <bdi>{later}</bdi></span><span class="h-both">One text: <del>went out</del>, \
<ins>came in</ins></span><span class="h-notes">What it means</span></div>
</div>
""",
        button=_button_html() if found else EMPTY,
        changed=changed,
        s="" if changed == 1 else "s",
        panel=_panel_html(found) if found else EMPTY,
        earlier=drafts[0].name,
        later=drafts[1].name,
    )


def text_changes(changes: Sequence[Change]) -> int:
    """Count the changes that a reader steps through."""
    return sum(not says_the_same(change) for change in changes)


def _button_html() -> Markup:
    return html(
        '<button type="button" class="plain" data-do="filter" aria-expanded="false" aria-controls="filter">'
        'Filter <span id="ticked"></span></button>'
    )


def _panel_html(found: Sequence[Filter]) -> Markup:
    return html(
        """\
<div class="panel" id="filter" role="region" aria-label="Filter" hidden>
{fieldsets}<p class="foot"><span id="tally" aria-live="polite">All clauses shown</span> \
<button type="button" class="plain" data-do="clear">Clear</button></p>
</div>
""",
        fieldsets=joined(_fieldset_html(each) for each in found),
    )


def _fieldset_html(told: Filter) -> Markup:
    first, rest = told.boxes[:_SHOWN_AT_FIRST], told.boxes[_SHOWN_AT_FIRST:]
    folded = html("<details><summary>{n} more</summary>{boxes}</details>", n=len(rest), boxes=_boxes_html(told.key, rest))
    return html(
        "<fieldset><legend>{name}</legend>{boxes}{rest}</fieldset>",
        name=told.name,
        boxes=_boxes_html(told.key, first),
        rest=folded if rest else EMPTY,
    )


def _boxes_html(key: str, boxes: Iterable[tuple[str, str, int]]) -> Markup:
    return joined(
        html(
            '<label><input type="checkbox" name="{key}" value="{value}"> <bdi>{label}</bdi> <span>{count}</span></label>',
            key=key,
            value=value,
            label=label,
            count=count,
        )
        for value, label, count in boxes
    )


def filters(context: Context) -> tuple[Filter, ...]:
    """Give every filter that would leave something out, with the number of changes that it keeps."""
    changes = context.comparison.changes
    happened = Counter(kind for change in changes for kind in kinds(change))
    judged = [change for change in changes if change.findings]
    found = (
        Filter("Weight", "s", tuple(_severity_boxes(judged))),
        Filter("What happened", "k", tuple((kind, label, happened[kind]) for kind, label in KINDS.items() if happened[kind])),
        Filter("What it touches", "x", tuple(_axis_boxes(judged))),
        Filter("Category", "r", tuple(_rule_boxes(judged))),
        Filter("Who is bound", "a", tuple(_actor_boxes(judged, context))),
    )
    return tuple(each for each in found if each.boxes)


def _severity_boxes(judged: Sequence[Change]) -> Iterator[tuple[str, str, int]]:
    counts = Counter(value for change in judged for value in {finding.severity for finding in change.findings})
    yield from ((value, SEVERITY_NAMES[value], counts[value]) for value in SEVERITIES if counts[value])


def _rule_boxes(judged: Sequence[Change]) -> Iterator[tuple[str, str, int]]:
    """Give the categories of the taxonomy, the most frequent first; one in which two rules found something, by rule."""
    counts = Counter(each for change in judged for each in {(one.category, one.rule) for one in change.findings})
    rules = Counter(category for category, _ in counts)
    for category, rule in sorted(counts, key=lambda each: (-counts[each], each)):
        called = CATEGORIES.get(category) or rule_name(rule)
        is_alone = rules[category] == 1 or called == rule_name(rule)
        yield rule, called if is_alone else f"{called}: {rule}", counts[category, rule]


def _axis_boxes(judged: Sequence[Change]) -> Iterator[tuple[str, str, int]]:
    counts = Counter(each for change in judged for each in {each for finding in change.findings for each in axes(finding)})
    for axis, (called, values) in AXES.items():
        for value in (*values, "context"):
            if counts[axis, value]:
                yield f"{axis}-{value}", f"{called}: {axis_words(axis, value)[2]}", counts[axis, value]


def _actor_boxes(judged: Sequence[Change], context: Context) -> Iterator[tuple[str, str, int]]:
    counts = Counter(actor for change in judged for actor in {finding.actor for finding in change.findings if finding.actor})
    for actor in sorted(counts, key=lambda each: (-counts[each], each)):
        yield context.actors[actor], capital(excerpt(actor, 40)), counts[actor]
