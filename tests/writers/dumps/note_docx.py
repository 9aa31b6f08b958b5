"""The paragraphs of a note in Word, each behind the name of its style, and its tables row by row; bold words are `**bold**`."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.text.paragraph import Paragraph


def readable(data: bytes) -> str:
    return "".join(f"{line}\n" for line in _lines(data))


def _lines(data: bytes) -> Iterator[str]:
    for block in docx.Document(BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            yield from (f"| {' | '.join(cell.text for cell in row.cells)} |" for row in block.rows)
        elif block.text:
            yield f"[{_style(block)}] {''.join(f'**{run.text}**' if run.bold else run.text for run in block.runs)}"


def _style(paragraph: Paragraph) -> str:
    return str(paragraph.style.name) if paragraph.style else ""
