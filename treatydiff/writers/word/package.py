"""The parts of a Word file: an empty one made by python-docx, filled with our body, always to the same bytes."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree

from treatydiff.writers.word.elements import NAMESPACES, add, add_run, bare_paragraph, blocks, tag
from treatydiff.writers.word.letters import printable
from treatydiff.writers.word.styles import is_right_to_left, set_styles
from treatydiff.writers.word.values import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docx.document import Document

    from treatydiff.writers.word.values import Paragraph, Sheet, Table

_DOCUMENT: Final = "word/document.xml"
_COMMENTS: Final = "word/comments.xml"
_FOOTER: Final = "word/footer1.xml"
_CORE: Final = "docProps/core.xml"
_LONG, _SHORT, _SIDE, _EDGE = 297, 210, 25, 20
"""The sheet (A4) and its margins, in millimetres."""
_TWENTIETHS_OF_A_POINT_PER_MM: Final = 1440 / 25.4
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip archive can hold: the date of every part, so that equal files have equal bytes."""
_REST: Final = frozenset({"stylesWithEffects", "thumbnail", "customXml"})
"""Relations of the template that our files do without."""
_DC: Final = "http://purl.org/dc/elements/1.1/"
_CP: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def word_file(content: Iterable[Paragraph | Table], sheet: Sheet) -> bytes:
    """Write paragraphs and tables as a Word file."""
    return packed(blocks(content, text_width(sheet), is_right_to_left=is_right_to_left(sheet.language)), sheet)


def packed(body: Iterable[etree._Element], sheet: Sheet, comments: Iterable[etree._Element] = ()) -> bytes:
    """Write elements of WordprocessingML as a Word file; the bytes depend on nothing but what is given."""
    said = list(comments)
    empty = _empty(sheet.language, is_landscape=sheet.is_landscape, has_comments=bool(said))
    parts = {**empty.parts, _DOCUMENT: _body(empty, body), _FOOTER: _foot(sheet), _CORE: _core(sheet)}
    if said:
        root = etree.Element(tag("comments"), nsmap=NAMESPACES)
        root.extend(said)
        parts[_COMMENTS] = _serialised(root)
    return _zipped(parts)


def text_width(sheet: Sheet) -> int:
    """Give the width of the text between the margins, in twentieths of a point."""
    return round(((_LONG if sheet.is_landscape else _SHORT) - 2 * _side(sheet.is_landscape)) * _TWENTIETHS_OF_A_POINT_PER_MM)


def _side(is_landscape: bool) -> int:  # noqa: FBT001 (a measure of one sheet or the other)
    return _EDGE if is_landscape else _SIDE


class _Empty(NamedTuple):
    """The parts of a file without text, by name, and the properties of its only section."""

    parts: Mapping[str, bytes]
    section: bytes


@cache
def _empty(language: str, *, is_landscape: bool, has_comments: bool) -> _Empty:
    document = docx.Document()
    set_styles(document, language)
    _drop_the_rest(document)
    _set_page(document, is_landscape=is_landscape)
    if has_comments:
        list(document.comments)  # python-docx adds the part when it is first asked for
    target = BytesIO()
    document.save(target)
    section = document.element.body.find(qn("w:sectPr"))
    with ZipFile(target) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return _Empty(parts, etree.tostring(section))


def _drop_the_rest(document: Document) -> None:
    for holder in (document.part, document.part.package):
        for key, relation in list(holder.rels.items()):
            if relation.reltype.rpartition("/")[2] in _REST:
                del holder.rels[key]


def _set_page(document: Document, *, is_landscape: bool) -> None:
    section = document.sections[0]
    width, height = (_LONG, _SHORT) if is_landscape else (_SHORT, _LONG)
    section.orientation = WD_ORIENTATION.LANDSCAPE if is_landscape else WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(_side(is_landscape))
    section.top_margin = section.bottom_margin = Mm(_EDGE)
    section.header_distance = section.footer_distance = Mm(_EDGE // 2)
    section.footer.is_linked_to_previous = False


def _body(empty: _Empty, content: Iterable[etree._Element]) -> bytes:
    root = etree.Element(tag("document"), nsmap=NAMESPACES)
    body = add(root, "body")
    body.extend(content)
    body.append(etree.fromstring(empty.section))
    return _serialised(root)


def _foot(sheet: Sheet) -> bytes:
    """Write what stands at the foot of every page: the line of the sheet, and at the other side the number of the page."""
    root = etree.Element(tag("ftr"), nsmap=NAMESPACES)
    line = bare_paragraph("Quiet")
    add(add(line[0], "tabs"), "tab", val="right", pos=str(text_width(sheet)))
    add_run(line, Run(f"{sheet.foot}\t"))
    add_run(add(line, "fldSimple", instr="PAGE"), Run("1"))
    root.append(line)
    return _serialised(root)


def _core(sheet: Sheet) -> bytes:
    root = etree.Element(f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC})
    for name, value in (("title", sheet.title), ("creator", sheet.author), ("language", sheet.language)):
        if value:
            etree.SubElement(root, f"{{{_DC}}}{name}").text = printable(value)
    return _serialised(root)


def _serialised(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, data in parts.items():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, data)
    return target.getvalue()
