from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import load_workbook

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.conftest import Run


def test_columns_sets_drafts_side_by_side_in_the_order_given(run: Run, drafts: Path, tmp_path: Path) -> None:
    names = [drafts / f"{name}.xml" for name in ("zero", "revised", "final")]
    assert run("columns", *names, "-o", tmp_path / "table.xlsx") == (0, b"", "")
    head = [cell.value for cell in load_workbook(tmp_path / "table.xlsx").worksheets[0][1]]
    assert [str(cell).split("\n")[-1] for cell in head] == [
        "1 June 2023",
        "28 January 2024",
        "A/AC.291/L.15, 8 August 2024",
        "Findings",
        "Comments",
    ]


def test_the_suffix_or_the_option_names_the_format(run: Run, drafts: Path, tmp_path: Path) -> None:
    pair = (drafts / "revised.xml", drafts / "final.xml")
    run("columns", *pair, "-o", tmp_path / "t.html")
    assert (tmp_path / "t.html").read_bytes() == run("columns", *pair, "-f", "html").out
    assert run("columns", *pair, "-f", "docx").out.startswith(b"PK")


def test_two_drafts_give_the_same_table_as_compare(run: Run, drafts: Path, tmp_path: Path) -> None:
    pair = (drafts / "revised.xml", drafts / "final.xml")
    for suffix in ("columns.docx", "xlsx", "columns.html"):
        assert run("compare", *pair, "-o", tmp_path / f"a.{suffix}").code == 0
        assert run("columns", *pair, "-o", tmp_path / f"b.{suffix}").code == 0
        assert (tmp_path / f"a.{suffix}").read_bytes() == (tmp_path / f"b.{suffix}").read_bytes()


def test_what_cannot_be_a_table_is_refused_in_one_line(run: Run, drafts: Path, tmp_path: Path) -> None:
    final = drafts / "final.xml"
    assert run("columns", final, "-o", tmp_path / "t.xlsx").err.startswith("treatydiff: one draft alone cannot be compared")
    assert run("columns", "-", "-", "-o", tmp_path / "t.xlsx").err.count("\n") == 1
    assert "no output file is named" in run("columns", final, final).err
    assert "no format goes by the suffix" in run("columns", final, final, "-o", tmp_path / "t.odt").err
    assert list(tmp_path.iterdir()) == []


def test_a_draft_is_never_written_over(run: Run, tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text("<p>Article 1. Nets</p><p>1. Nets are red.</p>")
    outcome = run("columns", tmp_path / "a.html", tmp_path / "b.html", "-o", tmp_path / "a.html")
    assert (outcome.code, "would overwrite the draft" in outcome.err) == (2, True)


def test_one_draft_may_be_standard_input(run: Run, drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(drafts)
    data = run("columns", "revised.xml", "-", "-f", "xlsx", stdin=(drafts / "final.xml").read_bytes()).out
    assert load_workbook(BytesIO(data)).worksheets[0].max_row > 100


def test_a_second_file_is_refused_rather_than_the_first_forgotten(run: Run, drafts: Path, tmp_path: Path) -> None:
    outputs = (tmp_path / "table.docx", tmp_path / "table.html")
    code, out, told = run("columns", drafts / "zero.xml", drafts / "final.xml", *(f"-o{path}" for path in outputs))
    assert (code, out) == (2, b"")
    assert "several files are named, and this command writes one" in told
    assert not any(path.exists() for path in outputs)
