"""Our values as WordprocessingML, its elements in the order that the schema of ISO/IEC 29500-1 gives them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from treatydiff.writers.word.letters import printable
from treatydiff.writers.word.values import Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.writers.word.values import Cell, Row, Run, StyleId

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES: Final = {"w": W, "r": R}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS: Final = re.compile("([\n\t])")
_HAIRLINE: Final = {"val": "single", "sz": "4", "space": "0", "color": "BFB8AA"}
_MARGIN: Final = "85"
"""Of a cell to its left and right, in twentieths of a point: 1.5 mm."""


def tag(name: str) -> str:
    """Give the qualified name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


_RPR, _T, _R, _P, _PPR, _VAL = tag("rPr"), tag("t"), tag("r"), tag("p"), tag("pPr"), tag("val")


def add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    """Add a child of WordprocessingML with attributes of WordprocessingML."""
    return etree.SubElement(parent, tag(name), {tag(key): value for key, value in attributes.items()})


def blocks(values: Iterable[Paragraph | Table], width: int, *, is_right_to_left: bool) -> Iterator[etree._Element]:
    """Give paragraphs and tables as elements of a body whose text is `width` twentieths of a point wide.

    A table is followed by an empty line, since Word joins tables that touch.
    """
    for value in values:
        if isinstance(value, Paragraph):
            yield paragraph(value)
        else:
            yield table(value, width, is_right_to_left=is_right_to_left)
            yield paragraph(Paragraph((), "Quiet"))


def paragraph(value: Paragraph) -> etree._Element:
    """Give a paragraph as its element."""
    element = bare_paragraph(value.style)
    if value.keeps_next:
        add(element[0], "keepNext")
    for run in value.runs:
        if run.text:
            add_run(element, run)
    return element


def bare_paragraph(style: StyleId) -> etree._Element:
    """Give a paragraph without runs, its properties being its first child."""
    element = etree.Element(_P, nsmap=NAMESPACES)
    properties = etree.SubElement(element, _PPR)
    etree.SubElement(properties, tag("pStyle")).set(_VAL, style)
    return element


def add_run(parent: etree._Element, run: Run, *, is_deleted: bool = False) -> etree._Element:
    """Add a run; deleted text is held by `w:delText`, which `w:del` asks for."""
    element = etree.SubElement(parent, _R)
    _add_look(element, run)
    name = tag("delText") if is_deleted else _T
    for piece in _BREAKS.split(printable(run.text)) if "\n" in run.text or "\t" in run.text else (printable(run.text),):
        if piece == "\n":
            add(element, "br")
        elif piece == "\t":
            add(element, "tab")
        elif piece:
            words = etree.SubElement(element, name)
            words.text = piece
            if piece[0].isspace() or piece[-1].isspace() or "  " in piece:
                words.set(_SPACE, "preserve")
    return element


def _add_look(element: etree._Element, run: Run) -> None:
    """Add the properties of a run, if it has any."""
    look = [name for name, is_set in (("b", run.bold), ("i", run.italic), ("strike", run.strike)) if is_set]
    if not (look or run[2:] != _PLAIN):
        return
    properties = etree.SubElement(element, _RPR)
    for name in look:
        add(properties, name)
        if name != "strike":
            add(properties, f"{name}Cs")
    for name, value in (("color", run.colour), ("highlight", run.highlight), ("u", "single" if run.underline else "")):
        if value:
            add(properties, name, val=value)
    if run.raised:
        add(properties, "vertAlign", val="superscript")


_PLAIN: Final = (False, False, False, False, "", "")
"""The look of a run behind `bold`."""


def table(value: Table, width: int, *, is_right_to_left: bool = False) -> etree._Element:
    """Give a table as its element, its first column at the right where text runs to the left."""
    whole = sum(value.widths)
    columns = [round(width * part / whole) for part in value.widths]
    element = etree.Element(tag("tbl"), nsmap=NAMESPACES)
    _add_table_properties(element, sum(columns), is_right_to_left=is_right_to_left)
    grid = add(element, "tblGrid")
    for column in columns:
        add(grid, "gridCol", w=str(column))
    for row in value.rows:
        _add_row(element, row, columns)
    return element


def _add_table_properties(element: etree._Element, width: int, *, is_right_to_left: bool) -> None:
    properties = add(element, "tblPr")
    if is_right_to_left:
        add(properties, "bidiVisual")
    add(properties, "tblW", w=str(width), type="dxa")
    borders = add(properties, "tblBorders")
    for side in ("top", "bottom", "insideH", "insideV"):
        add(borders, side, **_HAIRLINE)
    add(properties, "tblLayout", type="fixed")
    margins = add(properties, "tblCellMar")
    for side in ("left", "right"):
        add(margins, side, w=_MARGIN, type="dxa")


def _add_row(parent: etree._Element, row: Row, columns: Sequence[int]) -> None:
    element = add(parent, "tr")
    if row.is_header or row.keeps_whole:
        properties = add(element, "trPr")
        for name in ("cantSplit", *(("tblHeader",) if row.is_header else ())):
            add(properties, name)
    at = 0
    for cell in row.cells:
        _add_cell(element, cell, sum(columns[at : at + cell.span]))
        at += cell.span


def _add_cell(parent: etree._Element, cell: Cell, width: int) -> None:
    element = add(parent, "tc")
    properties = add(element, "tcPr")
    add(properties, "tcW", w=str(width), type="dxa")
    if cell.span > 1:
        add(properties, "gridSpan", val=str(cell.span))
    if cell.shade:
        add(properties, "shd", val="clear", color="auto", fill=cell.shade)
    element.extend(paragraph(each) for each in cell.paragraphs or (Paragraph((), "Cell"),))
