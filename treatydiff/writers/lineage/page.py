"""The numbers of provisions over all drafts, as one HTML file that needs nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from treatydiff.text.citations import short
from treatydiff.version import __version__
from treatydiff.writers.html.escape import EMPTY, attribute, html, joined
from treatydiff.writers.html.frame import policy
from treatydiff.writers.lineage.table import summary

if TYPE_CHECKING:
    from treatydiff.history.concordance import Concordance, Row
    from treatydiff.model import Draft
    from treatydiff.writers.writer import Layout

_STYLE = Path(__file__).parent / "concordance.css"


def write_html(concordance: Concordance, _layout: Layout) -> bytes:
    """Write the table as a page in UTF-8 that loads nothing, runs nothing, prints, and finds its own width and colours."""
    title = concordance.history.treaty.title or "Treaty"
    page = html(
        """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="generator" content="treatydiff {version}">
<title>Concordance: {title}</title>
<style>{style}</style>
</head>
<body>
<main>
<p class="kind">Concordance · treatydiff</p>
<h1>{title}</h1>
<p class="lede">{summary} A number in bold is not that of the draft before; a dash means that the draft does not have the \
provision.</p>
<ol class="drafts">{drafts}</ol>
<div class="scroll" role="region" aria-label="Numbers over all drafts" tabindex="0">
<table>
<caption class="unseen">The number of each provision in every draft</caption>
<thead><tr><th scope="col">Subject</th>{heads}</tr></thead>
<tbody>
{rows}</tbody>
</table>
</div>
</main>
</body>
</html>
""",
        policy=policy(_style(), ""),
        version=__version__,
        title=title,
        style=Markup(_style()),  # noqa: S704 - ours
        summary=summary(concordance),
        drafts=joined(map(_draft_html, concordance.history.drafts)),
        heads=joined(html('<th scope="col"><bdi>{id}</bdi></th>', id=draft.id) for draft in concordance.history.drafts),
        rows=joined(map(_row_html, concordance.rows)),
    )
    return page.encode("utf-8", errors="replace")


def _draft_html(draft: Draft) -> Markup:
    said = ", ".join(part for part in (draft.entry.title, draft.entry.symbol, draft.entry.date) if part)
    return html("<li><b><bdi>{id}</bdi></b> <bdi>{said}</bdi></li>", id=draft.id, said=said)


def _row_html(row: Row) -> Markup:
    return html(
        '<tr id="{id}"><th scope="row"><bdi>{subject}</bdi></th>{cells}</tr>\n',
        id=attribute(row.line.id),
        subject=" ".join(row.subject.split()),
        cells=joined(_cell_html(row, place) for place in range(len(row.labels))),
    )


def _cell_html(row: Row, place: int) -> Markup:
    label = row.labels[place]
    if not label:
        return html('<td class="none"><span aria-hidden="true">–</span><span class="unseen">not there</span></td>')
    before = next((one for one in reversed(row.labels[:place]) if one), label)
    changed = label != before or (place > 0 and not row.labels[place - 1])
    return html(
        '<td{kind} title="{label}"><bdi>{number}</bdi></td>',
        kind=html(' class="new"') if changed else EMPTY,
        label=attribute(label),
        number=short(label),
    )


@cache
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")
