"""The table as a Word file to work in: landscape, its header repeated on every page, a title over every article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.writers.columns.fragments import cell_lines, title_lines, told_lines
from treatydiff.writers.columns.making import table_of
from treatydiff.writers.columns.phrases import COMMENTS, FINDINGS, KEY, feet, table_title
from treatydiff.writers.word import (
    Cell,
    Paragraph,
    Row,
    Run,
    Sheet,
    Table,
    cell_clause_style,
    enclosed,
    text,
    word_file,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.model import Comparison
    from treatydiff.writers.columns import table as columns
    from treatydiff.writers.columns.fragments import Fragment, Line
    from treatydiff.writers.word import StyleId
    from treatydiff.writers.writer import Layout

_DRAFT: Final = 2.0
_WIDTHS: Final = (1.6, 0.9)
"""Parts of the page that a draft takes, and what findings and comments take."""
_LONGEST_FOOT: Final = 120
_LONGEST_WHOLE: Final = 1500
"""Characters of a cell beyond which its row may break between two pages, so that no page is left half empty for it."""
_TITLE_GROUND: Final = "F5F2EB"
_HEADINGS: Final[dict[int, StyleId]] = {1: "Heading1", 2: "Heading2", 3: "Heading3"}
_COLOURS: Final = {"insert": "0A4D9C", "delete": "A11D30", "sign": "755000", "quiet": "5C5851"}


def write_comparison(comparison: Comparison, layout: Layout) -> bytes:
    """Write two drafts as a table of two columns."""
    return write_columns((comparison,), layout)


def write_columns(comparisons: Sequence[Comparison], _layout: Layout) -> bytes:
    """Write the table of drafts, given the comparison of each with the next, as a Word file."""
    table = table_of(comparisons)
    title = table_title(table)
    language = table.columns[-1].language
    sheet = Sheet(title, language, foot=feet(table.columns, _LONGEST_FOOT), is_landscape=True)
    key = _to_the_right(KEY) if table.columns[-1].is_right_to_left else KEY
    rows = (_head(table.columns), *(_row(row, table.columns) for row in table.rows))
    return word_file(
        [text(title, "Title"), text(key, "Subtitle"), Table((*(_DRAFT for _ in table.columns), *_WIDTHS), rows)], sheet
    )


def _head(drafts: Sequence[columns.Column]) -> Row:
    named = [
        Cell((text(column.name, "CellHead"), *([text(", ".join(column.facts), "Quiet")] if column.facts else [])))
        for column in drafts
    ]
    return Row((*named, *(Cell((text(name, "CellHead"),)) for name in (FINDINGS, COMMENTS))), is_header=True)


def _row(row: columns.Row, drafts: Sequence[columns.Column]) -> Row:
    if row.level:
        return _title_row(row, drafts)
    told = Cell(_paragraphs(told_lines(row.told, drafts), drafts))
    cells = (*(Cell(_paragraphs(cell_lines(cell), drafts)) for cell in row.cells), told, Cell(()))
    longest = max(sum(len(run.text) for each in cell.paragraphs for run in each.runs) for cell in cells)
    return Row(cells, keeps_whole=longest <= _LONGEST_WHOLE)


def _title_row(row: columns.Row, drafts: Sequence[columns.Column]) -> Row:
    """Write a title over the whole table, on the page of what follows it."""
    kept = tuple(each._replace(keeps_next=True) for each in _paragraphs(title_lines(row, drafts), drafts, _HEADINGS[row.level]))
    return Row((Cell(kept, span=len(drafts) + len(_WIDTHS), shade=_TITLE_GROUND),), keeps_whole=True)


def _paragraphs(
    lines: Iterable[Line], drafts: Sequence[columns.Column], heading: StyleId = "CellHead"
) -> tuple[Paragraph, ...]:
    """Write paragraphs of a cell; titles in the style `heading`."""
    written = map(_turned, lines) if drafts[-1].is_right_to_left else lines
    return tuple(Paragraph(tuple(_runs(line)), _style(line, heading)) for line in written)


def _turned(line: Line) -> Line:
    """Let what we say in English run to the right in a file whose text runs to the left."""
    is_ours = line.kind == "beside"
    turned = (
        fragment._replace(text=_to_the_right(fragment.text)) if is_ours or fragment.role == "quiet" else fragment
        for fragment in line.fragments
    )
    return line._replace(fragments=tuple(turned))


def _to_the_right(words: str) -> str:
    """Give words as a LEFT-TO-RIGHT ISOLATE."""
    return f"\u2066{words}\u2069"


def _style(line: Line, heading: StyleId) -> StyleId:
    if line.kind == "clause":
        return cell_clause_style(line.depth)
    return heading if line.kind == "title" else "Cell"


def _runs(line: Line) -> Iterator[Run]:
    """Write the number, then the words, which hang behind a tab where they are those of a clause."""
    gap = "\t" if line.kind == "clause" else "  " if line.number else ""
    if line.number:
        number = _run(line.number)
        yield number._replace(text=number.text + gap)
    elif gap:
        yield Run(gap)
    yield from (_run(fragment) for fragment in line.fragments)


def _run(fragment: Fragment) -> Run:
    return Run(
        enclosed(fragment.text),
        bold=fragment.role in {"number", "sign"},
        italic=fragment.is_emphasised or fragment.role in {"heading", "quiet"},
        underline=fragment.op == "insert",
        strike=fragment.op == "delete",
        colour=_COLOURS.get(fragment.role) or _COLOURS.get(fragment.op, ""),
    )
