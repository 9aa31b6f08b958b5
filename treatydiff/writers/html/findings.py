"""The list of findings: the gravest first, each with its place, its wordings and its axes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from treatydiff.writers.html.escape import EMPTY, html, joined
from treatydiff.writers.html.facts import finding_facts
from treatydiff.writers.html.notes import axes, axes_html, stands_in_margin
from treatydiff.writers.html.phrases import SEVERITIES, SEVERITY_NAMES, STROKES, capital, counted, excerpt, listed, sentence
from treatydiff.writers.unjudged import nothing_found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from treatydiff.model import Change, Finding
    from treatydiff.writers.html.context import Context

_FIRST_SAID: Final = ("T01", "T11", "T02", "T13", "T07", "T15", "T10", "T05", "T04", "T08", "T09", "T03")
"""Categories in the order in which a lawyer would mention a finding of each."""
_LENSES: Final = (
    ("bindingness", "weakens", "Duties weakened"),
    ("bindingness", "strengthens", "Duties strengthened"),
    ("rights", "weakens", "Rights weakened"),
    ("rights", "strengthens", "Rights strengthened"),
    ("scope", "widens", "Scope widened"),
    ("scope", "narrows", "Scope narrowed"),
)
_SHOWN_AT_FIRST: Final = {"high": 12, "medium": 12, "low": 0, "info": 0}


def findings_html(context: Context) -> Markup:
    """Write the findings by severity, each list in the order in which a lawyer would read it."""
    told = context.comparison.findings()
    grades = [(each, [item for item in told if item[0].severity == each]) for each in SEVERITIES]
    counts = listed(f"{len(found):,} {SEVERITY_NAMES[severity].lower()}" for severity, found in grades if found)
    return html(
        """\
<section class="findings" id="findings" aria-labelledby="findings-name">
<div class="over"><h2 id="findings-name">What matters most</h2><p>{tally}</p></div>
{lenses}{grades}</section>
""",
        tally=f"{counted(len(told), 'finding')}: {counts}" if told else nothing_found(context.comparison),
        lenses=_lenses_html(context),
        grades=joined(_grade_html(severity, found, context) for severity, found in grades if found),
    )


def _lenses_html(context: Context) -> Markup:
    """Write the choices that leave one kind of meaning, in the list and in the text, hidden until the script has begun."""
    changes = context.comparison.changes
    counts = Counter(each for change in changes for each in {each for finding in change.findings for each in axes(finding)})
    lenses = [(said, axis, value) for axis, value, said in _LENSES if counts[axis, value]]
    if not lenses:
        return EMPTY
    buttons = (
        html(
            '<button type="button" data-only="x={axis}-{value}" aria-pressed="false">{said} <span>{count}</span></button>',
            axis=axis,
            value=value,
            said=said,
            count=counts[axis, value],
        )
        for said, axis, value in lenses
    )
    return html(
        """\
<div class="lenses" role="group" aria-label="Findings shown" hidden><button type="button" data-only="" aria-pressed="true">\
All</button>{buttons}</div>
<p class="sifted" id="sifted" role="status" hidden></p>
""",
        buttons=joined(buttons),
    )


def foremost_html(context: Context, count: int) -> Markup:
    """Write the findings of high severity that a lawyer would mention first, one line each; nothing when there is none."""
    high = [(finding, change) for finding, change in context.comparison.findings() if finding.severity == "high"]
    found = _of_every_kind(high)[:count]
    items = joined(
        html(
            '<li><a href="#{fragment}">{place}</a> {say}</li>',
            fragment=_reached(finding, change, context),
            place=_place(change),
            say=sentence(finding.message),
        )
        for finding, change in found
    )
    return html('<ol class="foremost" aria-label="The first of them">{items}</ol>', items=items) if found else EMPTY


def _of_every_kind(found: Sequence[tuple[Finding, Change]]) -> list[tuple[Finding, Change]]:
    """Give one finding of each category before a second of any, so that one kind of change does not hide the others."""
    ranks: Counter[str] = Counter()
    ordered: list[tuple[int, int, tuple[Finding, Change]]] = []
    for item in found:
        category = item[0].category
        ordered.append((ranks[category], _FIRST_SAID.index(category) if category in _FIRST_SAID else len(_FIRST_SAID), item))
        ranks[category] += 1
    return [item for _, _, item in sorted(ordered, key=lambda one: one[:2])]


def _place(change: Change) -> str:
    return capital(change.link.new[0].label if change.link.new else f"earlier {change.link.old[0].label}")


def _grade_html(severity: str, found: Sequence[tuple[Finding, Change]], context: Context) -> Markup:
    return html(
        '<div class="graded"><h3 class="grade">'
        '<span class="sev" data-n="{strokes}" aria-hidden="true"><i></i><i></i><i></i></span>'
        " {name} <span>{count}</span></h3>\n{lists}</div>\n",
        strokes=STROKES[severity],
        name=SEVERITY_NAMES[severity],
        count=len(found),
        lists=joined(_lists(severity, found, context)),
    )


def _lists(severity: str, found: Sequence[tuple[Finding, Change]], context: Context) -> Iterator[Markup]:
    first = _SHOWN_AT_FIRST[severity]
    if found[:first]:
        yield _list_html(severity, found[:first], context)
    if rest := found[first:]:
        yield html(
            '<details class="rest"><summary>{which} {count}</summary>{list}</details>',
            which="The other" if first else "All",
            count=len(rest),
            list=_list_html(severity, rest, context),
        )


def _list_html(severity: str, found: Sequence[tuple[Finding, Change]], context: Context) -> Markup:
    items = joined(_item_html(finding, change, context) for finding, change in found)
    return html('<ol class="list {severity}">\n{items}</ol>\n', severity=severity, items=items)


def _item_html(finding: Finding, change: Change, context: Context) -> Markup:
    return html(
        '<li{facts}><p class="place"><a href="#{fragment}">{place}</a>{actor}</p><div><p class="say">{say}</p>'
        '<p class="words">{words}</p></div><div class="side">{axes}<p class="rule">{rule}</p></div></li>\n',
        facts=finding_facts(finding, context),
        fragment=_reached(finding, change, context),
        place=_place(change),
        actor=html(" <span><bdi>{actor}</bdi></span>", actor=finding.actor) if finding.actor else EMPTY,
        say=sentence(finding.message),
        words=became_html(excerpt(finding.old), excerpt(finding.new)),
        axes=axes_html(finding, "axes"),
        rule=finding.rule,
    )


def _reached(finding: Finding, change: Change, context: Context) -> Markup:
    """Give the fragment of the note beside the words, or of the clause where the margin says it."""
    if stands_in_margin(finding):
        return context.of(change)
    place = next(place for place, own in enumerate(change.findings) if own is finding)
    return context.notes[change.id][place]


def became_html(old: str, new: str) -> Markup:
    """Write what words became, either of them perhaps nothing."""
    gone = html('<del dir="auto">{old}</del>', old=old) if old else EMPTY
    came = html('<ins dir="auto">{new}</ins>', new=new) if new else EMPTY
    arrow = html(' <span role="img" aria-label="became">→</span> ') if old and new else EMPTY
    return joined((gone, arrow, came))
