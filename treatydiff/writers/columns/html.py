"""The table as one HTML file that needs nothing else: to read on a screen, to print, to send on."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from treatydiff.version import __version__
from treatydiff.writers.columns.making import table_of
from treatydiff.writers.columns.phrases import COMMENTS, FINDINGS, KEY, by_draft, feet, remark_line, table_title, title_line
from treatydiff.writers.columns.table import headline, shown
from treatydiff.writers.html.anchors import short
from treatydiff.writers.html.escape import EMPTY, attribute, content, html, joined
from treatydiff.writers.html.frame import css_string, policy
from treatydiff.writers.html.phrases import SEVERITY_NAMES, STROKES, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import Comparison
    from treatydiff.writers.columns.table import Cell, Column, Entry, Row, Run, Table, Told
    from treatydiff.writers.writer import Layout

_SHEET: Final = Path(__file__).parent / "columns.css"
_FOOT: Final = '"drafts"'
_LONGEST_FOOT: Final = 150
_TAGS: Final = {
    "equal": (EMPTY, EMPTY),
    "delete": (html("<del>"), html("</del>")),
    "insert": (html("<ins>"), html("</ins>")),
}


def write_comparison(comparison: Comparison, layout: Layout) -> bytes:
    """Write two drafts as a table of two columns."""
    return write_columns((comparison,), layout)


def write_columns(comparisons: Sequence[Comparison], _layout: Layout) -> bytes:
    """Write the table of drafts, given the comparison of each with the next, as UTF-8."""
    return _page(table_of(comparisons)).encode()


def _page(table: Table) -> str:
    style = _style().replace(_FOOT, css_string(feet(table.columns, _LONGEST_FOOT)))
    return html(
        """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="generator" content="treatydiff {version}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
<header><h1>{title}</h1><p>{key}</p></header>
<table class="of{count}">
{head}
{bodies}</table>
</main>
</body>
</html>""",
        policy=policy(style),
        version=__version__,
        title=table_title(table),
        style=Markup(style),  # noqa: S704 - ours, and the one value in it is a string of a style sheet
        key=KEY,
        count=len(table.columns),
        head=_head(table.columns),
        bodies=joined(_bodies(table)),
    )


@cache
def _style() -> str:
    return _SHEET.read_text(encoding="utf-8")


def _head(columns: Sequence[Column]) -> Markup:
    drafts = joined(
        html('<th scope="col"><b>{name}</b>{facts}</th>', name=column.name, facts=_facts(column)) for column in columns
    )
    return html(
        '<thead><tr>{drafts}<th scope="col" class="told"><b>{findings}</b></th>'
        '<th scope="col" class="said"><b>{comments}</b></th></tr></thead>',
        drafts=drafts,
        findings=FINDINGS,
        comments=COMMENTS,
    )


def _facts(column: Column) -> Markup:
    return html(" <span>{facts}</span>", facts=", ".join(column.facts)) if column.facts else EMPTY


def _bodies(table: Table) -> Iterator[Markup]:
    """Write the rows, every title with what follows it in a group of its own."""
    fragments: set[str] = set()
    speech = [_speech(column) for column in table.columns]
    yield html("<tbody>")
    for row in table.rows:
        if row.level:
            yield html("</tbody>\n<tbody>")
            yield _title_row(row, table.columns, speech[-1], _own_id(row, fragments))
        else:
            yield _clause_row(row, table.columns, speech, _own_id(row, fragments))
    yield html("</tbody>\n")


def _speech(column: Column) -> Markup:
    """Give the attributes that tell a browser the language and the direction of a draft's words."""
    language = html(' lang="{code}"', code=attribute(column.language)) if column.language not in {"", "en"} else EMPTY
    return html('{language} dir="{direction}"', language=language, direction="rtl" if column.is_right_to_left else "auto")


def _own_id(row: Row, taken: set[str]) -> Markup:
    """Give a row of the newest draft the short, stable fragment under which it is found."""
    clause_id = next((entry.clause_id for entry in row.cells[-1].entries if entry.clause_id), "")
    fragment = short(clause_id) if clause_id else ""
    if not fragment or fragment in taken:
        return EMPTY
    taken.add(fragment)
    return html(' id="{fragment}"', fragment=attribute(fragment))


def _title_row(row: Row, columns: Sequence[Column], speech: Markup, own_id: Markup) -> Markup:
    head = headline(row)
    said = title_line(head, columns)
    return html(
        '<tr class="level{level}"{own_id}><th scope="rowgroup" colspan="{span}">{titles}{said}{told}</th></tr>\n',
        level=row.level,
        own_id=own_id,
        span=len(columns) + 2,
        titles=joined(_title(entry, speech) for entry in head.cell.entries),
        said=html('<p class="remark">{said}</p>', said=content(said)) if said else EMPTY,
        told=_findings(row.told, columns),
    )


def _title(entry: Entry, speech: Markup) -> Markup:
    number = html("<bdi>{number}</bdi> ", number=_number(entry)) if entry.number else EMPTY
    return html('<p class="title"{speech}>{number}{words}</p>', speech=speech, number=number, words=_ink(entry.words))


def _clause_row(row: Row, columns: Sequence[Column], speech: Sequence[Markup], own_id: Markup) -> Markup:
    cells = joined(
        html("<td{speech}>{cell}</td>", speech=said, cell=_cell(cell)) for cell, said in zip(row.cells, speech, strict=True)
    )
    return html(
        '<tr{own_id}>{cells}<td class="told">{told}</td><td class="said"></td></tr>\n',
        own_id=own_id,
        cells=cells,
        told=_findings(row.told, columns),
    )


def _cell(cell: Cell) -> Markup:
    return joined((*(_entry(entry) for entry in cell.entries), _remarks(cell)))


def _entry(entry: Entry) -> Markup:
    number = html('<bdi class="n">{number} </bdi>', number=_number(entry)) if entry.number else EMPTY
    over = html('<span class="over">{heading}</span>', heading=_ink(entry.heading)) if entry.heading else EMPTY
    style = html(' class="d{depth}"', depth=entry.depth) if entry.depth else EMPTY
    return html("<p{style}>{number}{over}{words}</p>", style=style, number=number, over=over, words=_ink(entry.words))


def _number(entry: Entry) -> Markup:
    number = content(entry.number)
    return html("<del>{number}</del>", number=number) if entry.is_gone else number


def _remarks(cell: Cell) -> Markup:
    line = remark_line(cell.remarks)
    return html('<p class="remark" lang="en" dir="ltr">{line}</p>', line=line) if line else EMPTY


def _ink(runs: Sequence[Run]) -> Markup:
    return joined(part for run in shown(runs) for part in _run(run))


def _run(run: Run) -> tuple[Markup, ...]:
    written = content(run.text)
    if run.is_sign:
        written = html('<b class="sign">{written}</b>', written=written)
    if run.is_emphasised:
        written = html("<em>{written}</em>", written=written)
    before, after = _TAGS[run.op]
    return before, written, after


def _findings(told: Sequence[Told], columns: Sequence[Column]) -> Markup:
    return joined(
        joined((html('<p class="by">{name}</p>', name=name) if name else EMPTY, *(_finding(each) for each in found)))
        for name, found in by_draft(told, columns)
    )


def _finding(told: Told) -> Markup:
    finding = told.finding
    return html(
        '<p class="finding {severity}"><span class="sev" data-n="{strokes}"><i></i><i></i><i></i></span>'
        '<span class="grade">{grade}.</span> <bdi>{say}</bdi> <span class="rule">{rule}</span></p>',
        severity=finding.severity,
        strokes=STROKES[finding.severity],
        grade=SEVERITY_NAMES[finding.severity],
        say=content(sentence(finding.message)),
        rule=finding.rule,
    )
