"""The head of the page: the treaty, its history in three sentences, and the changes that weigh most."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from treatydiff.writers.html.escape import EMPTY, content, html, joined
from treatydiff.writers.html.phrases import capital, counted, listed, number, sentence

if TYPE_CHECKING:
    from markupsafe import Markup

    from treatydiff.model import Change, Finding
    from treatydiff.writers.history_page.context import Context
    from treatydiff.writers.history_page.turns import Turns

_FOREMOST: Final = 5
_FIRST_SAID: Final = ("T01", "T11", "T02", "T13", "T07", "T15", "T10", "T05", "T04", "T08", "T09", "T03")
"""Categories in the order in which a lawyer would mention a finding of each."""


def title_text(context: Context) -> str:
    """Give the name of the treaty, or of its last draft where the folder gives none."""
    return context.history.treaty.title or context.drafts[-1].name


def opening_html(context: Context, turns: Turns) -> Markup:
    """Write the title, the sentences and the list."""
    return html(
        """\
<section class="opening" aria-labelledby="title">
<p class="sort">Drafting history</p>
<h1 id="title"><bdi>{title}</bdi></h1>
<div class="intro"><p class="lede">{span} {fate} <b>{turned}</b></p>{foremost}</div>
</section>
""",
        title=title_text(context),
        span=_span(context),
        fate=_fate(context),
        turned=_turned(turns),
        foremost=_foremost_html(context),
    )


def _span(context: Context) -> str:
    drafts = context.drafts
    dates = [view.date for view in (drafts[0], drafts[-1])]
    when = f" from {dates[0]} to {dates[1]}" if all(dates) and len(drafts) > 1 else ""
    return f"{capital(number(len(drafts)))} draft{'s' if len(drafts) > 1 else ''}{when}."


def _fate(context: Context) -> str:
    """Say how many clauses of the first draft reached the last, how many of them word for word, and how many came in."""
    history = context.history
    if not history.steps:
        return ""
    last = len(context.drafts) - 1
    first = [line for line in history.lines if line.places[0]]
    through = [line for line in first if line.places[last]]
    whole = sum(len({clause.words for clause in line.places if clause}) == 1 for line in through)
    came = sum(1 for line in history.lines if line.places[last] and not line.places[0])
    return (
        f"Of {counted(len(first), 'clause')} of the first, {len(through):,} reached the last, {whole:,} of them word for word; "
        f"{came:,} of its clauses came in on the way."
    )


def _turned(turns: Turns) -> str:
    """Say what went back and forth."""
    won = Counter(one.fate for one in turns.options)
    told = [
        (len(turns.reversals), "wording went back and forth", "wordings went back and forth"),
        (len(turns.reopened), "clause changed after it was agreed", "clauses changed after they were agreed"),
        (won["lost"], "option fell away", "options fell away"),
    ]
    found = [f"{number(count)} {one if count == 1 else many}" for count, one, many in told if count]
    return f"{capital(listed(found))}." if found else ""


def _foremost_html(context: Context) -> Markup:
    """Write the findings of high severity that a lawyer would mention first, one of every kind before a second of any."""
    ranks: Counter[str] = Counter()
    found: list[tuple[int, int, int, Finding, Change]] = []
    for step in reversed(context.history.steps):
        for finding, change in step.comparison.findings():
            if finding.severity == "high":
                order = _FIRST_SAID.index(finding.category) if finding.category in _FIRST_SAID else len(_FIRST_SAID)
                found.append((ranks[finding.category], order, step.after, finding, change))
                ranks[finding.category] += 1
    first = sorted(found, key=lambda one: one[:2])[:_FOREMOST]
    items = joined(_item_html(context, draft, finding, change) for _, _, draft, finding, change in first)
    return html('<ol class="foremost" aria-label="Changes that weigh most">{items}</ol>', items=items) if items else EMPTY


def _item_html(context: Context, draft: int, finding: Finding, change: Change) -> Markup:
    step = next(one for one in context.history.steps if one.after == draft)
    clause, place = (change.link.new[0], draft) if change.link.new else (change.link.old[0], step.before)
    return html(
        '<li><a href="#{to}">{label}</a> <span>in {sign}: {say}</span></li>',
        to=context.line_fragment(context.places[place, clause.id]),
        label=content(capital(clause.label)),
        sign=context.drafts[draft].sign,
        say=content(sentence(finding.message)),
    )
