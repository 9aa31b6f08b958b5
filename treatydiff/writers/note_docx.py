"""A comparison as a chair's explanatory note, in a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.writers.html.drafts import shared_title
from treatydiff.writers.note.content import note
from treatydiff.writers.note.values import Table
from treatydiff.writers.word import Cell, Paragraph, Row, Run, Sheet, text, word_file
from treatydiff.writers.word import Table as WordTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Comparison
    from treatydiff.writers.note.values import Block, BlockKind
    from treatydiff.writers.word import StyleId
    from treatydiff.writers.writer import Layout

_STYLES: Final[dict[BlockKind, StyleId]] = {
    "title": "Title",
    "subtitle": "Subtitle",
    "part": "Heading1",
    "chapter": "Heading2",
    "article": "Heading3",
    "numbered": "Clause",
    "item": "Clause1",
}
_GAPS: Final[dict[BlockKind, str]] = {"numbered": "\t", "item": "\N{EN SPACE}"}
"""What stands between a number and what it is of: letters differ too much in width for a tab."""
_COLUMNS: Final = (1.0, 1.0, 4.0)


def write_comparison(comparison: Comparison, _layout: Layout) -> bytes:
    """Write the note as a Word file with real headings."""
    title = shared_title(comparison)
    sheet = Sheet(f"Explanatory note{f': {title}' if title else ''}", "en", foot=title or "Explanatory note")
    return word_file(_blocks(comparison), sheet)


def _blocks(comparison: Comparison) -> Iterator[Paragraph | WordTable]:
    for block in note(comparison):
        yield _table(block) if isinstance(block, Table) else _paragraph(block)


def _paragraph(block: Block) -> Paragraph:
    number = f"{block.number}{_GAPS.get(block.kind, ' ')}" if block.number else ""
    lead = f"{block.lead}. " if block.lead else ""
    runs = (Run(number), Run(lead, bold=True), Run(block.text))
    return Paragraph(tuple(run for run in runs if run.text), _STYLES[block.kind])


def _table(table: Table) -> WordTable:
    head = Row(tuple(Cell((text(cell, "CellHead"),)) for cell in table.head), is_header=True)
    rows = (Row(tuple(Cell((text(cell, "Cell"),)) for cell in row), keeps_whole=True) for row in table.rows)
    return WordTable(_COLUMNS, (head, *rows))
