"""Our values as WordprocessingML, its elements in the order that the schema of ISO/IEC 29500-1 gives them.

Markup is text, since a file has tens of thousands of elements; every word and every attribute in it passes through `escaped`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markupsafe import escape

from treatydiff.writers.word.letters import printable
from treatydiff.writers.word.values import Paragraph, Run, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.writers.word.values import Cell, Row, StyleId

_BREAKS: Final = re.compile("([\n\t])")
_BREAK_ELEMENTS: Final = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_HAIRLINE: Final = 'w:val="single" w:sz="4" w:space="0" w:color="BFB8AA"'
_MARGIN: Final = 85
"""Of a cell to its left and right, in twentieths of a point: 1.5 mm."""
_PLAIN: Final = Run("")[1:]
"""How a run looks that has no properties."""


def escaped(text: str) -> str:
    """Give a draft's or a user's text as content of an element or of an attribute between double quotes."""
    return str(escape(printable(text)))


def blocks(values: Iterable[Paragraph | Table], width: int, *, is_right_to_left: bool) -> Iterator[str]:
    """Give paragraphs and tables as elements of a body whose text is `width` twentieths of a point wide.

    A table is followed by an empty line, since Word joins tables that touch.
    """
    for value in values:
        if isinstance(value, Paragraph):
            yield paragraph(value)
        else:
            yield table(value, width, is_right_to_left=is_right_to_left)
            yield paragraph(Paragraph((), "Quiet"))


def paragraph(value: Paragraph) -> str:
    """Give a paragraph as its element."""
    properties = "<w:keepNext/>" if value.keeps_next else ""
    return paragraph_of(value.style, "".join([run(each) for each in value.runs if each.text]), properties)


def paragraph_of(style: StyleId, content: str, properties: str = "") -> str:
    """Give a paragraph with these elements; `properties` are those that follow its style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def run(value: Run, *, is_deleted: bool = False) -> str:
    """Give a run as its element; deleted text is held by `w:delText`, which `w:del` asks for."""
    look = _look(value) if value[1:] != _PLAIN else ""
    name = "delText" if is_deleted else "t"
    text = escaped(value.text)
    if "\n" not in text and "\t" not in text:
        return f'<w:r>{look}<w:{name} xml:space="preserve">{text}</w:{name}></w:r>'
    pieces = [
        _BREAK_ELEMENTS.get(piece) or f'<w:{name} xml:space="preserve">{piece}</w:{name}>'
        for piece in _BREAKS.split(text)
        if piece
    ]
    return f"<w:r>{look}{''.join(pieces)}</w:r>"


def _look(value: Run) -> str:
    """Give the properties of a run that has any."""
    told = (
        (value.style, f'<w:rStyle w:val="{value.style}"/>'),
        (value.bold, "<w:b/><w:bCs/>"),
        (value.italic, "<w:i/><w:iCs/>"),
        (value.strike, "<w:strike/>"),
        (value.colour, f'<w:color w:val="{value.colour}"/>'),
        (value.highlight, f'<w:highlight w:val="{value.highlight}"/>'),
        (value.underline, '<w:u w:val="single"/>'),
        (value.raised, '<w:vertAlign w:val="superscript"/>'),
    )
    return f"<w:rPr>{''.join([element for is_set, element in told if is_set])}</w:rPr>"


def table(value: Table, width: int, *, is_right_to_left: bool = False) -> str:
    """Give a table as its element, its first column at the right where text runs to the left."""
    whole = sum(value.widths)
    columns = [round(width * part / whole) for part in value.widths]
    grid = "".join([f'<w:gridCol w:w="{column}"/>' for column in columns])
    rows = "".join([_row(row, columns) for row in value.rows])
    properties = _table_properties(sum(columns), is_right_to_left=is_right_to_left)
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _table_properties(width: int, *, is_right_to_left: bool) -> str:
    borders = "".join([f"<w:{side} {_HAIRLINE}/>" for side in ("top", "bottom", "insideH", "insideV")])
    margins = "".join([f'<w:{side} w:w="{_MARGIN}" w:type="dxa"/>' for side in ("left", "right")])
    return (
        f'<w:tblPr>{"<w:bidiVisual/>" if is_right_to_left else ""}<w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
    )


def _row(row: Row, columns: Sequence[int]) -> str:
    kept = "<w:cantSplit/>" if row.is_header or row.keeps_whole else ""
    properties = f"<w:trPr>{kept}{'<w:tblHeader/>' if row.is_header else ''}</w:trPr>" if kept else ""
    cells = []
    at = 0
    for cell in row.cells:
        cells.append(_cell(cell, sum(columns[at : at + cell.span])))
        at += cell.span
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _cell(cell: Cell, width: int) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.shade}"/>' if cell.shade else ""
    content = "".join([paragraph(each) for each in cell.paragraphs or (Paragraph((), "Cell"),)])
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{shade}</w:tcPr>{content}</w:tc>'
