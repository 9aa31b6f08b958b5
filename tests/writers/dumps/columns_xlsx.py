"""What the table of columns holds as a workbook, read by openpyxl: the cells by their names, with what came and what went."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell


def readable(data: bytes) -> str:
    """Give every cell that holds something as "B3: words [+came+]{-went-}"."""
    sheet = load_workbook(BytesIO(data), rich_text=True).worksheets[0]
    merged = {str(span).partition(":")[0]: str(span) for span in sheet.merged_cells.ranges}
    lines = []
    for row in sheet.iter_rows():
        lines += [f"{merged.get(cell.coordinate, cell.coordinate)}: {_written(cell)}" for cell in row if cell.value is not None]
        lines.append("")
    return "\n".join(lines)


def _written(cell: Cell | MergedCell) -> str:
    value = cell.value
    if not isinstance(value, CellRichText):
        return _signed(str(value), came=bool(cell.font.u), went=bool(cell.font.strike))
    return "".join(
        _signed(part.text, came=bool(part.font.u), went=bool(part.font.strike)) if isinstance(part, TextBlock) else part
        for part in value
    )


def _signed(text: str, *, came: bool, went: bool) -> str:
    if came:
        return f"[+{text}+]"
    return f"{{-{text}-}}" if went else text
