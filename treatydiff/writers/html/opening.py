"""The head of the page: what is compared, and the sentences that sum it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.writers.html.drafts import shared_title
from treatydiff.writers.html.escape import EMPTY, html, joined, listed_html
from treatydiff.writers.html.findings import foremost_html
from treatydiff.writers.html.lede import reading, weighed

if TYPE_CHECKING:
    from markupsafe import Markup

    from treatydiff.model import Comparison
    from treatydiff.writers.html.context import Context
    from treatydiff.writers.html.drafts import DraftView
    from treatydiff.writers.html.lede import Doing


_FOREMOST = 5


def title_text(comparison: Comparison, drafts: tuple[DraftView, DraftView]) -> str:
    """Give the name of the page for a tab or a list of bookmarks."""
    title = shared_title(comparison)
    return f"{title}: {_both(drafts)}" if title else _both(drafts)


def opening_html(context: Context, drafts: tuple[DraftView, DraftView]) -> Markup:
    """Write the title, both drafts, the lede and the five changes that a lawyer would mention first."""
    comparison = context.comparison
    title = shared_title(comparison)
    return html(
        """\
<section class="opening" aria-labelledby="title">
{heading}
<div class="pair{apart}">
{earlier}
{later}
<div class="lede"><p>{reading} {weighing}</p>{foremost}</div>
</div>
</section>
""",
        heading=_heading(title, drafts),
        apart="" if title else " apart",
        earlier=_draft("Earlier draft", drafts[0]),
        later=_draft("Later draft", drafts[1]),
        reading=reading(comparison),
        weighing=_weighing(comparison),
        foremost=foremost_html(context, _FOREMOST),
    )


def _both(drafts: tuple[DraftView, DraftView]) -> str:
    return f"{drafts[0].name} and {drafts[1].name} compared"


def _heading(title: str, drafts: tuple[DraftView, DraftView]) -> Markup:
    if title:
        return html('<h1 id="title"><bdi>{title}</bdi></h1>', title=title)
    return html(
        '<h1 id="title" class="unseen"><bdi>{earlier}</bdi> and <bdi>{later}</bdi> compared</h1>',
        earlier=drafts[0].name,
        later=drafts[1].name,
    )


def _draft(called: str, draft: DraftView) -> Markup:
    return html(
        '<dl class="draft"><dt>{called}</dt><dd class="what"><bdi>{name}</bdi></dd>{facts}</dl>',
        called=called,
        name=draft.name,
        facts=joined(html("<dd><bdi>{fact}</bdi></dd>", fact=fact) for fact in draft.facts),
    )


def _weighing(comparison: Comparison) -> Markup:
    said = weighed(comparison)
    if not said.strong and not said.end:
        return EMPTY
    return html(
        "<span><b>{strong}</b>{lead}{doings}{end}</span>",
        strong=said.strong,
        lead=said.lead,
        doings=listed_html([_doing(doing) for doing in said.doings]),
        end=said.end,
    )


def _doing(doing: Doing) -> Markup:
    """Write what changes do as a link to the findings, which a script narrows down to those of these changes."""
    if not doing.axis:
        return html("{said}", said=doing.said)
    return html(
        '<a href="#findings" data-only="s=high x={axis}-{value}">{said}</a>',
        axis=doing.axis,
        value=doing.value,
        said=doing.said,
    )
