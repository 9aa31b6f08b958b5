"""The frame around the text: one file that loads nothing and runs only its own script."""

from __future__ import annotations

from binascii import b2a_base64
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from treatydiff.version import __version__
from treatydiff.writers.html.article_map import map_html
from treatydiff.writers.html.colophon import colophon_html, help_html
from treatydiff.writers.html.context import Context
from treatydiff.writers.html.controls import controls_html
from treatydiff.writers.html.drafts import draft_views
from treatydiff.writers.html.escape import html, printable
from treatydiff.writers.html.findings import findings_html
from treatydiff.writers.html.opening import opening_html, title_text
from treatydiff.writers.html.phrases import excerpt
from treatydiff.writers.html.terms import terms_html
from treatydiff.writers.html.text import text_html

if TYPE_CHECKING:
    from treatydiff.model import Comparison
    from treatydiff.writers.html.drafts import DraftView

_FOLDER = Path(__file__).parent / "assets"
_FOOT = '"drafts"'
_LONGEST_FOOT = 60


def report(comparison: Comparison) -> str:
    """Write the whole page."""
    context = Context(comparison)
    drafts = draft_views(context)
    symbols = (comparison.old.metadata.symbol, comparison.new.metadata.symbol)
    foot = " / ".join(excerpt(symbol or draft.name, _LONGEST_FOOT) for symbol, draft in zip(symbols, drafts, strict=True))
    style, script = _asset("report.css").replace(_FOOT, css_string(foot)), _asset("report.js")
    return html(
        """\
<!doctype html>
<html lang="en" id="top" data-view="side" data-marks="on">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="generator" content="treatydiff {version}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{main}{help}<script>{script}</script>
</body>
</html>""",
        policy=policy(style, script),
        version=__version__,
        title=title_text(comparison, drafts),
        style=Markup(style),  # noqa: S704 - ours, and the one value in it is a string of a style sheet
        main=_main_html(context, drafts),
        help=help_html(),
        script=Markup(script),  # noqa: S704 - ours
    )


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


def policy(style: str, script: str = "") -> str:
    """Give the content security policy under which exactly this style and this script are used, and nothing is loaded."""
    runs = f" script-src '{_digest(script)}';" if script else ""
    return f"default-src 'none'; style-src '{_digest(style)}';{runs} base-uri 'none'; form-action 'none'"


def css_string(text: str) -> str:
    """Give the text as a string of a style sheet, every character but letters, digits and spaces escaped."""
    written = (c if c == " " or (c.isascii() and c.isalnum()) else f"\\{ord(c):x} " for c in printable(text))
    return f'"{"".join(written)}"'


def _digest(text: str) -> str:
    return f"sha256-{b2a_base64(sha256(text.encode()).digest(), newline=False).decode('ascii')}"


@cache
def _asset(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
