"""What the table of columns holds as a Word file, read by python-docx: a line for each paragraph of each cell."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx

if TYPE_CHECKING:
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph


def readable(data: bytes) -> str:
    """Give the paragraphs before the table, then its cells: "2.1" is the first of the second row; "header" is repeated."""
    document = docx.Document(BytesIO(data))
    lines = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    for n, row in enumerate(document.tables[0].rows):
        lines += ["", *_row(n, row)]
    return "\n".join(lines) + "\n"


def _row(place: int, row: _Row) -> list[str]:
    cells = list(dict.fromkeys(row.cells))
    is_header = bool(row._tr.xpath("./w:trPr/w:tblHeader"))  # noqa: SLF001 (python-docx has no name for it)
    said = []
    for n, cell in enumerate(cells, start=1):
        spans = f" over {cell.grid_span}" if cell.grid_span > 1 else ""
        said += [f"{'header' if is_header else place}.{n}{spans}: {line}" for line in _lines(cell) if line]
    return said


def _lines(cell: _Cell) -> list[str]:
    return [_written(paragraph).strip() for paragraph in cell.paragraphs]


def _written(paragraph: Paragraph) -> str:
    parts = []
    for run in paragraph.runs:
        sign = ("[+", "+]") if run.font.underline else ("{-", "-}") if run.font.strike else ("", "")
        parts.append(f"{sign[0]}{run.text}{sign[1]}" if run.text else "")
    return "".join(parts).replace("\t", " ")
