from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from treatydiff.writers.word import Cell, Paragraph, Row, Run, Sheet, StyleId, Table, clause_style, packed, text, word_file
from treatydiff.writers.word.values import DEEPEST


def tag(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


SHEET = Sheet("Draft convention", "en", author="treatydiff", foot="Two drafts")


def _part(data: bytes, name: str) -> etree._Element:
    with ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def _opened(*content: Paragraph | Table, sheet: Sheet = SHEET) -> tuple[bytes, docx.document.Document]:
    data = word_file(content, sheet)
    return data, docx.Document(BytesIO(data))


def test_paragraphs_keep_their_words_and_their_styles() -> None:
    _, document = _opened(text("Convention", "Title"), text("Article 1", "Heading2"), text("(a) fish;", "Clause1"))
    assert [(p.text, p.style.style_id) for p in document.paragraphs if p.style] == [
        ("Convention", "Title"),
        ("Article 1", "Heading2"),
        ("(a) fish;", "Clause1"),
    ]


@pytest.mark.parametrize("style", StyleId.__args__)  # type: ignore[attr-defined]
def test_every_style_that_a_paragraph_may_have_is_defined(style: StyleId) -> None:
    data, document = _opened(text("words", style))
    assert document.paragraphs[0].style is not None
    assert document.paragraphs[0].style.style_id == style
    defined = [found.get(tag("styleId")) for found in _part(data, "word/styles.xml").iter(tag("style"))]
    assert len(defined) == len(set(defined))


def test_headings_are_those_of_words_own_outline() -> None:
    _, document = _opened(text("Chapter I", "Heading1"))
    style = document.paragraphs[0].style
    assert style is not None
    assert (style.name, style.builtin) == ("Heading 1", True)


def test_clauses_below_the_deepest_level_look_like_the_deepest() -> None:
    assert [clause_style(depth) for depth in (-1, 0, 1, DEEPEST, DEEPEST + 3)] == [
        "Clause",
        "Clause",
        "Clause1",
        "Clause5",
        "Clause5",
    ]


def test_a_run_looks_as_asked() -> None:
    run = Run("shall", bold=True, italic=True, underline=True, strike=True, raised=True, highlight="yellow", colour="0A4D9C")
    _, document = _opened(Paragraph((Run("plain "), run)))
    plain, marked = (each.font for each in document.paragraphs[0].runs)
    assert (plain.bold, plain.italic, plain.underline, plain.strike, plain.superscript) == (None,) * 5
    assert (marked.bold, marked.italic, marked.underline, marked.strike, marked.superscript) == (True,) * 5
    assert str(marked.color.rgb) == "0A4D9C"
    assert str(marked.highlight_color) == "YELLOW (7)"


def test_the_properties_of_a_run_stand_in_the_order_of_the_schema() -> None:
    run = Run("shall", bold=True, italic=True, underline=True, strike=True, raised=True, highlight="yellow", colour="0A4D9C")
    data, _ = _opened(Paragraph((run,)))
    properties = _part(data, "word/document.xml").find(f".//{tag('r')}/{tag('rPr')}")
    assert properties is not None
    names = [etree.QName(child).localname for child in properties]
    assert names == ["b", "bCs", "i", "iCs", "strike", "color", "highlight", "u", "vertAlign"]


def test_line_feeds_and_tabs_become_breaks_and_tabs() -> None:
    _, document = _opened(text("one\ntwo\tthree"))
    assert document.paragraphs[0].text == "one\ntwo\tthree"


def test_white_space_at_the_edges_of_a_run_is_kept() -> None:
    _, document = _opened(Paragraph((Run(" a"), Run("  "), Run("b  c"), Run(" "))))
    assert document.paragraphs[0].text == " a  b  c "


def test_what_xml_cannot_hold_is_shown_and_the_file_still_opens() -> None:
    _, document = _opened(text("a\x00b\x1bc\ud800d\ufffee ]]> <w:t> &amp;"), sheet=SHEET._replace(title="\x01", foot="\udfff"))
    assert document.paragraphs[0].text == "a\ufffdb\ufffdc\ufffdd\ufffde ]]> <w:t> &amp;"
    assert document.core_properties.title == "\ufffd"


def test_the_same_content_gives_the_same_bytes_and_the_zip_has_no_date_of_today() -> None:
    once, _ = _opened(text("words"))
    again, _ = _opened(text("words"))
    assert once == again
    with ZipFile(BytesIO(once)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_says_what_it_is_and_whose() -> None:
    _, document = _opened(text("words"))
    properties = document.core_properties
    assert (properties.title, properties.author, properties.language) == ("Draft convention", "treatydiff", "en")


def test_nothing_of_the_template_is_left_that_the_file_does_not_need() -> None:
    data, _ = _opened(text("words"))
    with ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        assert not [name for name in names if "customXml" in name or "thumbnail" in name or "stylesWithEffects" in name]
        assert "word/comments.xml" not in names
    assert len(data) < 20_000


def test_a_header_row_is_repeated_and_a_heading_spans_the_columns() -> None:
    rows = (
        Row((Cell((text("Old", "CellHead"),)), Cell((text("New", "CellHead"),))), is_header=True),
        Row((Cell((text("Article 1", "CellHead"),), span=2, shade="ECE7DC"),)),
        Row((Cell((text("a", "Cell"), text("b", "Cell"))), Cell(()))),
    )
    data, document = _opened(Table((2, 1), rows))
    table = document.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Old", "New"], ["Article 1"] * 2, ["a\nb", ""]]
    body = _part(data, "word/document.xml")
    assert [row.find(f"{tag('trPr')}/{tag('tblHeader')}") is not None for row in body.iter(tag("tr"))] == [True, False, False]
    wide, narrow = (int(column.get(tag("w"), "0")) for column in body.iter(tag("gridCol")))
    assert wide == pytest.approx(2 * narrow, abs=2)


def test_every_cell_ends_with_a_paragraph_as_word_asks() -> None:
    data, _ = _opened(Table((1,), (Row((Cell(()),)),)))
    assert [cell[-1].tag for cell in _part(data, "word/document.xml").iter(tag("tc"))] == [tag("p")]


def test_two_tables_do_not_touch() -> None:
    table = Table((1,), (Row((Cell((text("a", "Cell"),)),)),))
    data, _ = _opened(table, table)
    assert [etree.QName(block).localname for block in _part(data, "word/document.xml")[0]] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_sheet_can_lie_on_its_side() -> None:
    _, upright = _opened(text("words"))
    _, lying = _opened(text("words"), sheet=SHEET._replace(is_landscape=True))
    assert upright.sections[0].page_width == lying.sections[0].page_height
    assert str(lying.sections[0].orientation) == "LANDSCAPE (1)"


def test_the_foot_of_the_page_has_its_line_and_the_number_of_the_page() -> None:
    data, document = _opened(text("words"))
    assert document.sections[0].footer.paragraphs[0].text.startswith("Two drafts\t")
    foot = _part(data, "word/footer1.xml")
    assert [field.get(tag("instr")) for field in foot.iter(tag("fldSimple"))] == ["PAGE"]


@pytest.mark.parametrize(("language", "is_turned"), [("ar", True), ("he", True), ("en", False), ("", False)])
def test_text_and_tables_of_right_to_left_languages_run_to_the_left(language: str, *, is_turned: bool) -> None:
    table = Table((1,), (Row((Cell((text("a", "Cell"),)),)),))
    data, _ = _opened(table, sheet=SHEET._replace(language=language))
    defaults = _part(data, "word/styles.xml").find(tag("docDefaults"))
    assert defaults is not None
    assert (defaults.find(f".//{tag('bidi')}") is not None) is is_turned
    assert (_part(data, "word/document.xml").find(f".//{tag('bidiVisual')}") is not None) is is_turned


def test_comments_are_a_part_of_their_own_with_its_relation_and_type() -> None:
    comment = '<w:comment w:id="0" w:author="treatydiff"><w:p><w:r><w:t>A duty became a choice.</w:t></w:r></w:p></w:comment>'
    data = packed(["<w:p/>"], SHEET, [comment])
    document = docx.Document(BytesIO(data))
    assert [(said.author, said.text) for said in document.comments] == [("treatydiff", "A duty became a choice.")]
