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

from treatydiff.writers.word.elements import blocks, escaped, paragraph_of, run
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
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_CP: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def word_file(content: Iterable[Paragraph | Table], sheet: Sheet) -> bytes:
    """Write paragraphs and tables as a Word file."""
    return packed(blocks(content, text_width(sheet), is_right_to_left=is_right_to_left(sheet.language)), sheet)


def packed(body: Iterable[str], sheet: Sheet, comments: Iterable[str] = ()) -> bytes:
    """Write elements of WordprocessingML as a Word file; the bytes depend on nothing but what is given."""
    said = "".join(comments)
    empty = _empty(sheet.language, is_landscape=sheet.is_landscape, has_comments=bool(said))
    content = "".join(body)
    parts = {
        **empty.parts,
        _DOCUMENT: _part("document", f"<w:body>{content}{empty.section}</w:body>"),
        _FOOTER: _part("ftr", _foot(sheet)),
        _CORE: _core(sheet),
    }
    if said:
        parts[_COMMENTS] = _part("comments", said)
    return _zipped(parts)


def text_width(sheet: Sheet) -> int:
    """Give the width of the text between the margins, in twentieths of a point."""
    return round(((_LONG if sheet.is_landscape else _SHORT) - 2 * _side(sheet.is_landscape)) * _TWENTIETHS_OF_A_POINT_PER_MM)


def _side(is_landscape: bool) -> int:  # noqa: FBT001 (a measure of one sheet or the other)
    return _EDGE if is_landscape else _SIDE


class _Empty(NamedTuple):
    """The parts of a file without text, by name, and the properties of its only section."""

    parts: Mapping[str, bytes]
    section: str


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
    return _Empty(parts, etree.tostring(section, encoding="unicode"))


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


def _foot(sheet: Sheet) -> str:
    """Give what stands at the foot of every page: the line of the sheet, and at the other side the number of the page."""
    number = f'<w:fldSimple w:instr="PAGE">{run(Run("1"))}</w:fldSimple>'
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{text_width(sheet)}"/></w:tabs>'
    return paragraph_of("Quiet", run(Run(f"{sheet.foot}\t")) + number, tabs)


def _core(sheet: Sheet) -> bytes:
    said = (("title", sheet.title), ("creator", sheet.author), ("language", sheet.language))
    content = "".join([f"<dc:{name}>{escaped(value)}</dc:{name}>" for name, value in said if value])
    return f'{_XML}<cp:coreProperties xmlns:cp="{_CP}" xmlns:dc="{_DC}">{content}</cp:coreProperties>'.encode()


def _part(root: str, content: str) -> bytes:
    return f'{_XML}<w:{root} xmlns:w="{_W}" xmlns:r="{_R}">{content}</w:{root}>'.encode()


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, data in parts.items():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, data)
    return target.getvalue()
