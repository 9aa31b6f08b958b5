from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
from lxml import etree

from tests.writers.columns.drafts import FIRST, HOSTILE, SECOND, THIRD, draft, read, written

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _body(data: bytes) -> etree._Element:
    with ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def test_the_header_row_is_repeated_and_short_rows_are_not_parted() -> None:
    rows = list(_body(written("docx", *read(FIRST, SECOND, THIRD))).iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, *(False for _ in rows[1:])]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_a_row_longer_than_a_page_may_be_parted() -> None:
    words = "All nets are marked in red. " * 200
    rows = list(_body(written("docx", draft(words), draft(words))).iter(f"{W}tr"))
    assert rows[-1].find(f"{W}trPr/{W}cantSplit") is None


def test_titles_span_the_table_and_stay_with_what_follows() -> None:
    table = docx.Document(BytesIO(written("docx", *read(FIRST, SECOND)))).tables[0]
    titles = [row.cells[0] for row in table.rows if row.cells[0].grid_span == 4]
    assert [cell.text for cell in titles] == ["Article 1  Nets", "Article 2  Wrecks"]
    assert all(paragraph.paragraph_format.keep_with_next for cell in titles for paragraph in cell.paragraphs)
    assert {cell.paragraphs[0].style.style_id for cell in titles if cell.paragraphs[0].style} == {"Heading3"}


def test_numbers_hang_before_the_words() -> None:
    cell = docx.Document(BytesIO(written("docx", *read(FIRST, SECOND)))).tables[0].rows[2].cells[0]
    style = cell.paragraphs[0].style
    assert cell.text == "1.\tEach Party shall mark its nets."
    assert style is not None
    assert style.paragraph_format.first_line_indent == -(style.paragraph_format.left_indent or 0)


def test_the_page_is_landscape() -> None:
    section = docx.Document(BytesIO(written("docx", *read(FIRST, SECOND)))).sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)


def test_hostile_text_gives_a_file_that_opens_with_the_words_as_words() -> None:
    data = written("docx", draft(HOSTILE, title=HOSTILE), draft(HOSTILE, "x" * 10_000, language="ar"))
    table = docx.Document(BytesIO(data)).tables[0]
    assert "<script>alert(1)</script> ]]>" in table.rows[2].cells[0].text
    assert not _body(data).findall(f".//{W}script")


def test_equal_drafts_give_equal_bytes() -> None:
    assert written("docx", *read(FIRST, SECOND)) == written("docx", *read(FIRST, SECOND))


def test_what_we_say_runs_to_the_right_in_a_text_that_runs_to_the_left() -> None:
    table = docx.Document(BytesIO(written("docx", draft("شباك", language="ar"), draft("شباك", "جديد", language="ar")))).tables[
        0
    ]
    assert table.rows[3].cells[1].paragraphs[1].text.strip("\t\u2068\u2069") == "\u2066Is new."
    assert table.rows[3].cells[1].paragraphs[0].text == "2.\tجديد"
