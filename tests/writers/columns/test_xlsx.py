from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook

from tests.writers.columns.drafts import FIRST, HOSTILE, SECOND, THIRD, draft, read, written
from treatydiff.writers.columns.fitting import GOES_ON, LONGEST, WENT_BEFORE, cut, height
from treatydiff.writers.columns.fragments import Fragment

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://a.example")', "http://a.example", "007", "<r><t>x</t></r>")


def _sheet(data: bytes) -> Worksheet:
    return load_workbook(BytesIO(data)).worksheets[0]


def _parts(data: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_header_stays_in_sight_and_is_printed_on_every_page() -> None:
    sheet = _sheet(written("xlsx", *read(FIRST, SECOND, THIRD)))
    assert [cell.value for cell in sheet[1]] == ["draft-1.txt", "draft-2.txt", "draft-3.txt", "Findings", "Comments"]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == ("landscape", 9, 0)


def test_titles_span_the_table() -> None:
    sheet = _sheet(written("xlsx", *read(FIRST, SECOND)))
    assert {str(span): sheet[str(span).partition(":")[0]].value for span in sheet.merged_cells.ranges} == {
        "A2:D2": "Article 1 Nets",
        "A5:D5": "Article 2 Wrecks",
    }


def test_text_stays_text_whatever_it_begins_with() -> None:
    data = written("xlsx", draft(*FORMULAS), draft(*FORMULAS))
    cells = [cell for row in _sheet(data).iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells if cell.column == 1][2:] == [f"{n}. {text}" for n, text in enumerate(FORMULAS, 1)]
    written_cells = _parts(data)["xl/worksheets/sheet1.xml"]
    assert not re.search("<(f|hyperlinks?)[ >]", written_cells)


@pytest.mark.parametrize("text", FORMULAS)
def test_a_clause_without_a_number_stays_text_too(text: str) -> None:
    bare = draft(text, is_numbered=False)
    cell = _sheet(written("xlsx", bare, bare._replace()))["A3"]
    assert (cell.data_type, cell.value) == ("s", text)


def test_a_cell_of_one_look_has_it_as_a_whole() -> None:
    sheet = _sheet(written("xlsx", *read(FIRST, SECOND)))
    assert [bool(sheet[place].font.b) for place in ("A1", "A2", "A3")] == [True, True, False]


def test_text_beyond_a_cell_goes_on_in_the_next_row_and_nothing_is_lost() -> None:
    words = " ".join(f"word{n}" for n in range(9000))
    sheet = _sheet(written("xlsx", draft(words), draft(words, "More.")))
    cells = [str(row[0].value or "") for row in sheet.iter_rows(min_row=3)]
    assert all(len(cell) <= LONGEST for cell in cells)
    assert all(cell.endswith(GOES_ON) for cell in cells[:-2])
    assert all(cell.startswith(WENT_BEFORE) for cell in cells[1:-1])
    text = "".join(cell.removeprefix(f"{WENT_BEFORE}\n").removesuffix(f"\n{GOES_ON}") for cell in cells[:-1])
    assert text == f"1. {words}"


def test_a_word_longer_than_a_cell_is_cut_where_the_cell_ends() -> None:
    cells = cut([Fragment("x" * 10_000), Fragment("y" * 10_000, "words", "insert")], 50)
    assert "".join(f.text for cell in cells for f in cell if f.role == "words") == "x" * 10_000 + "y" * 10_000
    assert {fragment.op for cell in cells for fragment in cell if "y" in fragment.text} == {"insert"}
    assert all(height(cell, 50) <= 31 for cell in cells)


def test_letters_beyond_the_first_plane_count_as_two() -> None:
    cells = cut([Fragment("𝒩" * 20_000)], 10_000)
    assert all(sum(len(f.text.encode("utf-16-le")) // 2 for f in cell) <= LONGEST for cell in cells)


def test_hostile_text_gives_a_file_that_opens_with_the_words_as_words() -> None:
    data = written("xlsx", draft(HOSTILE, title=HOSTILE, name=HOSTILE), draft(HOSTILE, "x" * 10_000, name="b" + HOSTILE))
    for name, text in _parts(data).items():
        assert name.endswith(".bin") or etree.fromstring(text.encode()) is not None
    value = _sheet(data)["A3"].value
    assert isinstance(value, str)
    assert "<script>alert(1)</script> ]]>" in value
    assert not {"\u202e", "\x00", "\x07", "\ud800"} & set(value)


def test_equal_drafts_give_equal_bytes() -> None:
    assert written("xlsx", *read(FIRST, SECOND)) == written("xlsx", *read(FIRST, SECOND))


def _calc() -> str:
    """Give LibreOffice, if it has the part that opens spreadsheets."""
    program = shutil.which("soffice") or ""
    return program if program and Path(program).resolve().with_name("libsclo.so").exists() else ""


@pytest.mark.skipif(not _calc(), reason="LibreOffice Calc is not installed")
def test_libreoffice_reads_every_cell_as_text(tmp_path: Path) -> None:
    (tmp_path / "table.xlsx").write_bytes(written("xlsx", draft(*FORMULAS, is_numbered=False), draft(*FORMULAS[1:])))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [_calc(), profile, "--headless", "--convert-to", "fods", "--outdir", str(tmp_path), str(tmp_path / "table.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 (the command is ours)
    names = {name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "table", "text")}
    page = etree.parse(tmp_path / "table.fods")
    assert set(page.xpath("//table:table-cell/@office:value-type", namespaces=names)) == {"string"}
    assert not page.xpath("//@table:formula", namespaces=names)
    assert set(FORMULAS[:6]) <= set(page.xpath("//table:table-cell/text:p/text()", namespaces=names))
