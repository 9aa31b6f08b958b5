"""The styles of our Word files: treaty text in a serif, what we say beside it small and quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt, RGBColor

from treatydiff.writers.word.values import DEEPEST

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from lxml import etree

SERIF: Final = "Times New Roman"
_FONTS: Final = {"ascii": SERIF, "hAnsi": SERIF, "eastAsia": "SimSun", "cs": SERIF}
_INK: Final = "1C1B19"
_APPARATUS: Final = "5C5851"
_STEP: Final = 9.0
"""Millimetres by which a level of clauses stands further in."""
_CELL_STEP: Final = 4.0
_HANGING: Final = 7.0
"""The same inside a table, and the room for the number before the text."""
_KEPT: Final = frozenset({"Normal", "DefaultParagraphFont", "TableNormal", "NoList", "ListBullet"})
_OF_WORD: Final = frozenset({"Title", "Subtitle", "Heading1", "Heading2", "Heading3", "Heading4", "CommentText"})
"""Styles that Word knows by their names and gives a place in its outline and its lists."""
_RIGHT_TO_LEFT: Final = frozenset({"ar", "dv", "fa", "he", "ps", "ur", "yi"})


class _Style(NamedTuple):
    """A style: sizes and distances in points, indents in millimetres; `level` is that of a heading in Word's outline.

    The first line begins `hanging` before the others, with the number of the clause.
    """

    id: str
    name: str
    size: float
    before: float = 0.0
    after: float = 6.0
    bold: bool = False
    italic: bool = False
    colour: str = _INK
    indent: float = 0.0
    hanging: float = 0.0
    level: int | None = None


_STYLES: Final = (
    _Style("Title", "Title", 18, after=4, bold=True),
    _Style("Subtitle", "Subtitle", 11, after=14, colour=_APPARATUS),
    _Style("Heading1", "heading 1", 14, before=20, bold=True, level=0),
    _Style("Heading2", "heading 2", 12, before=14, bold=True, level=1),
    _Style("Heading3", "heading 3", 11, before=10, bold=True, level=2),
    _Style("Heading4", "heading 4", 11, before=4, bold=True, italic=True, level=3),
    _Style("Clause", "Clause", 11),
    *(_Style(f"Clause{depth}", f"Clause {depth}", 11, indent=depth * _STEP) for depth in range(1, DEEPEST + 1)),
    _Style("Numbered", "Numbered clause", 11, indent=_STEP, hanging=_STEP),
    *(
        _Style(f"Numbered{depth}", f"Numbered clause {depth}", 11, indent=(depth + 1) * _STEP, hanging=_STEP)
        for depth in range(1, DEEPEST + 1)
    ),
    _Style("Quotation", "Quotation", 11, indent=_STEP),
    _Style("Bullet", "Bullet", 11, after=3),
    _Style("Quiet", "Quiet", 9, after=4, colour=_APPARATUS),
    _Style("Cell", "Cell", 9.5, after=2),
    _Style("CellHead", "Cell head", 9.5, before=2, after=2, bold=True),
    _Style("CellClause", "Cell clause", 9.5, after=2, indent=_HANGING, hanging=_HANGING),
    *(
        _Style(
            f"CellClause{depth}", f"Cell clause {depth}", 9.5, after=2, indent=_HANGING + depth * _CELL_STEP, hanging=_HANGING
        )
        for depth in (1, 2, 3)
    ),
    _Style("CommentText", "annotation text", 10, after=2),
)


def is_right_to_left(language: str) -> bool:
    """Whether a language, by its code of ISO 639-1, is written from right to left."""
    return language.partition("-")[0].lower() in _RIGHT_TO_LEFT


def set_styles(document: Document, language: str) -> None:
    """Put our styles in the place of those of the template."""
    root = document.styles.element
    bullets = _number_of_bullets(document)
    for style in list(root.iterchildren(qn("w:style"), qn("w:latentStyles"))):
        if style.get(qn("w:styleId")) not in _KEPT:
            root.remove(style)
    _set_defaults(document, language)
    for style in _STYLES:
        _set_style(document, style)
    _set_letter_styles(document)
    _bind_bullets(document, bullets)


def _number_of_bullets(document: Document) -> str:
    """Give the list definition of the template's own style for bullets."""
    found = document.styles.element.find(f".//{qn('w:style')}[@{qn('w:styleId')}='ListBullet']//{qn('w:numId')}")
    return str(found.get(qn("w:val"))) if found is not None else "0"


def _bind_bullets(document: Document, number: str) -> None:
    root = document.styles.element
    root.remove(root.find(f"{qn('w:style')}[@{qn('w:styleId')}='ListBullet']"))
    properties = document.styles["Bullet"].element.get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_numId().val = int(number)


def _set_defaults(document: Document, language: str) -> None:
    """Set fonts, language and direction for all text of the file."""
    root = document.styles.element
    look, setting = (root.find(f"{qn('w:docDefaults')}/{qn(f'w:{x}Default')}/{qn(f'w:{x}')}") for x in ("rPr", "pPr"))
    for element in (look, setting, *root.iterfind(f"{qn('w:style')}/{qn('w:rPr')}")):
        for child in list(element):
            element.remove(child)
    look.append(_element("rFonts", **_FONTS))
    look.append(_element("sz", val="22"))
    look.append(_element("szCs", val="22"))
    if is_right_to_left(language):
        look.append(_element("rtl"))
        setting.append(_element("bidi"))
    code = language or "en"
    look.append(_element("lang", val=code, eastAsia="zh-CN", bidi=code if is_right_to_left(language) else "ar-SA"))


def _set_style(document: Document, style: _Style) -> None:
    made: ParagraphStyle = document.styles.add_style(style.name, WD_STYLE_TYPE.PARAGRAPH, builtin=style.id in _OF_WORD)
    made.element.set(qn("w:styleId"), style.id)
    made.base_style = document.styles["Normal"]
    made.quick_style = True
    made.hidden = made.unhide_when_used = False
    space = made.paragraph_format
    space.space_before, space.space_after = Pt(style.before), Pt(style.after)
    space.left_indent = Mm(style.indent) if style.indent else None
    space.first_line_indent = Mm(-style.hanging) if style.hanging else None
    space.keep_with_next = True if style.level is not None or style.id == "Title" else None
    _set_font(made, style)
    if style.level is not None:
        made.element.get_or_add_pPr().append(_element("outlineLvl", val=str(style.level)))


def _set_letter_styles(document: Document) -> None:
    """Set the styles of single words: the numbers of clauses, and the anchors of comments."""
    number = document.styles.add_style("Clause number", WD_STYLE_TYPE.CHARACTER)
    number.element.set(qn("w:styleId"), "Number")
    anchor = document.styles.add_style("annotation reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    anchor.element.set(qn("w:styleId"), "CommentReference")
    anchor.font.size = Pt(8)


def _set_font(made: ParagraphStyle, style: _Style) -> None:
    font = made.font
    font.bold, font.italic = style.bold or None, style.italic or None
    font.cs_bold, font.cs_italic = font.bold, font.italic
    font.size, font.color.rgb = Pt(style.size), RGBColor.from_string(style.colour)
    size = font.element.get_or_add_rPr().find(qn("w:sz"))
    size.addnext(_element("szCs", val=size.get(qn("w:val"))))


def _element(name: str, **attributes: str) -> etree._Element:
    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
