"""The whole page: the parts of the history in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.writers.history_page.cells import cells
from treatydiff.writers.history_page.clauses import Clauses, clauses_html
from treatydiff.writers.history_page.colophon import colophon_html, help_html
from treatydiff.writers.history_page.context import Context
from treatydiff.writers.history_page.heat import heat_html
from treatydiff.writers.history_page.lineage import lineage_html
from treatydiff.writers.history_page.opening import opening_html, title_text
from treatydiff.writers.history_page.plots import plots_html
from treatydiff.writers.history_page.timeline import timeline_html
from treatydiff.writers.history_page.turns import Turns, turns_html
from treatydiff.writers.html.escape import html, joined
from treatydiff.writers.html.frame import asset, css_string, framed
from treatydiff.writers.html.phrases import excerpt

if TYPE_CHECKING:
    from markupsafe import Markup

    from treatydiff.model import Report

_PACKAGE: Final = __package__
_GROUND: Final = "treatydiff.writers.html"
_FOOT: Final = '"treaty"'
_LONGEST_FOOT: Final = 80
_PARTS: Final = (
    ("sessions", "Drafts"),
    ("changes", "Changes"),
    ("lineage", "Lineage"),
    ("counts", "Counts"),
    ("turns", "Turns"),
    ("clauses", "Clauses"),
)


def history_page(report: Report) -> str:
    """Write the whole page."""
    context = Context(report)
    title = title_text(context)
    own = asset(_PACKAGE, "history.css").replace(_FOOT, css_string(excerpt(title, _LONGEST_FOOT)))
    style = f"{asset(_GROUND, 'ground.css')}\n{own}"
    body = html("{main}{help}", main=_main_html(context), help=help_html())
    root = html(' data-layer="amount" data-show="all" data-view="inline" data-marks="on"')
    return framed(f"{title}: drafting history", body, style, asset(_PACKAGE, "history.js"), root=root)


def _main_html(context: Context) -> Markup:
    turns = Turns(context)
    parts = {
        "sessions": timeline_html(context),
        "changes": heat_html(context, cells(context)),
        "lineage": lineage_html(context),
        "counts": plots_html(context),
        "turns": turns_html(context, turns),
        "clauses": clauses_html(Clauses(context, turns.proposals)),
    }
    links = joined(html('<a href="#{to}">{name}</a>', to=to, name=name) for to, name in _PARTS if parts[to])
    return html(
        """\
<a class="skip" href="#clauses">Skip to the clauses</a>
<header class="running"><div class="page">
<nav aria-label="Parts of the page">{links}</nav>
<form role="search" class="seek" data-script hidden><label><span class="unseen">Search a clause by number or words</span>\
<input type="search" id="search" placeholder="45(1), 61(1)@{first} or words" autocomplete="off"></label>\
<span id="found" role="status"></span></form>
<p class="tools" data-script hidden><button type="button" data-do="theme">Light or dark</button> \
<button type="button" data-do="print">Print</button> <button type="button" data-do="help"><kbd>?</kbd> Help</button></p>
</div></header>
<main class="page" id="main">
{opening}{parts}{colophon}</main>
""",
        links=links,
        first=context.drafts[0].id,
        opening=opening_html(context, turns),
        parts=joined(parts.values()),
        colophon=colophon_html(context),
    )
