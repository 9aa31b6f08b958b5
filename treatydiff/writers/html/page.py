"""The whole page: the parts of the report in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.writers.html.article_map import map_html
from treatydiff.writers.html.colophon import colophon_html, help_html
from treatydiff.writers.html.context import Context
from treatydiff.writers.html.controls import controls_html
from treatydiff.writers.html.drafts import draft_views
from treatydiff.writers.html.escape import html
from treatydiff.writers.html.findings import findings_html
from treatydiff.writers.html.frame import asset, css_string, framed
from treatydiff.writers.html.opening import opening_html, title_text
from treatydiff.writers.html.phrases import excerpt
from treatydiff.writers.html.terms import terms_html
from treatydiff.writers.html.text import text_html

if TYPE_CHECKING:
    from markupsafe import Markup

    from treatydiff.model import Comparison
    from treatydiff.writers.html.drafts import DraftView

_PACKAGE: Final = __package__
_FOOT: Final = '"drafts"'
_LONGEST_FOOT: Final = 60


def report(comparison: Comparison) -> str:
    """Write the whole page."""
    context = Context(comparison)
    drafts = draft_views(context)
    symbols = (comparison.old.metadata.symbol, comparison.new.metadata.symbol)
    foot = " / ".join(excerpt(symbol or draft.name, _LONGEST_FOOT) for symbol, draft in zip(symbols, drafts, strict=True))
    style, script = _style(foot), asset(_PACKAGE, "report.js")
    body = html("{main}{help}", main=_main_html(context, drafts), help=help_html())
    return framed(title_text(comparison, drafts), body, style, script, root=html(' data-view="side" data-marks="on"'))


def _style(foot: str) -> str:
    own = asset(_PACKAGE, "report.css").replace(_FOOT, css_string(foot))
    return f"{asset(_PACKAGE, 'ground.css')}\n{own}"


def _main_html(context: Context, drafts: tuple[DraftView, DraftView]) -> Markup:
    return html(
        """\
<a class="skip" href="#text">Skip to the text</a>
<header class="running page">
<p><b>Comparison of two drafts</b> · treatydiff</p>
<p class="tools" hidden><button type="button" data-do="theme">Light or dark</button> \
<button type="button" data-do="print">Print</button> <button type="button" data-do="help"><kbd>?</kbd> Help</button></p>
</header>
<main class="page">
{opening}
{map}
{findings}
{terms}
<section class="text" id="text" aria-labelledby="text-name" data-old="{earlier}" data-new="{later}">
<h2 id="text-name" class="unseen">The text of both drafts</h2>
{controls}{text}
<p id="nothing" hidden>Nothing fits this search and these filters.</p>
</section>

{colophon}</main>
""",
        opening=opening_html(context, drafts),
        map=map_html(context),
        findings=findings_html(context),
        terms=terms_html(context),
        earlier=drafts[0].cite,
        later=drafts[1].cite,
        controls=controls_html(context, drafts),
        text=text_html(context),
        colophon=colophon_html(context.comparison),
    )
