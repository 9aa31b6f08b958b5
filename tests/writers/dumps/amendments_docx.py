"""The paragraphs of a list of amendments in Word, each behind the name of its style; words in italics are `_quoted_`."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.text.paragraph import Paragraph


def readable(data: bytes) -> str:
    blocks = docx.Document(BytesIO(data)).iter_inner_content()
    return "".join(f"{_line(block)}\n" for block in blocks if isinstance(block, Paragraph) and block.text)


def _line(paragraph: Paragraph) -> str:
    style = paragraph.style.name if paragraph.style else ""
    return f"[{style}] {''.join(f'_{run.text}_' if run.italic else run.text for run in paragraph.runs)}"
