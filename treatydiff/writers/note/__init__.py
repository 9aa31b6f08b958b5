"""A comparison as a chair's explanatory note, in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.writers.markdown_text import escaped
from treatydiff.writers.note.content import note
from treatydiff.writers.note.values import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Comparison
    from treatydiff.writers.note.values import Block
    from treatydiff.writers.writer import Layout

_HEADINGS: Final = {"title": "#", "part": "##", "chapter": "###", "article": "####"}


def write_comparison(comparison: Comparison, _layout: Layout) -> bytes:
    """Write the note as UTF-8: numbered paragraphs under headings, each on one line."""
    return "\n".join(line for block in note(comparison) for line in _lines(block)).encode()


def _lines(block: Block | Table) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (_row(block.head), _row(("---",) * len(block.head)))
        yield from (_row(tuple(escaped(cell) for cell in row)) for row in block.rows)
    else:
        yield _line(block)
    yield ""


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _line(block: Block) -> str:
    text = escaped(block.text)
    if block.kind in _HEADINGS:
        number = f"{block.number} " if block.number else ""
        return f"{_HEADINGS[block.kind]} {number}{text}"
    if block.kind == "subtitle":
        return f"*{text}*"
    lead = f"{escaped(block.lead)}. " if block.lead else ""
    lead = f"**{lead.strip()}** " if lead else ""
    indent = "    " if block.kind == "item" else ""
    return f"{indent}{block.number} {lead}{text}"
