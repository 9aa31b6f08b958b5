"""Both tables in CSV: what a researcher reads of them, and what a spreadsheet cannot be made to do."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydiff.api import compare, read, render
from treatydiff.model import Comparison, Document, Metadata, Provision
from treatydiff.text.eid import with_ids
from treatydiff.writers import csv as changes_csv
from treatydiff.writers import findings_csv
from treatydiff.writers.cells import safe, unsafe

if TYPE_CHECKING:
    from pathlib import Path


def _rows(comparison: Comparison, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(render(comparison, name).decode("utf-8-sig"), newline="")))


def _draft(*texts: str) -> Document:
    paragraphs = tuple(Provision("", "paragraph", num=f"{n}.", text=text) for n, text in enumerate(texts, 1))
    return Document(Metadata(language="en"), with_ids([Provision("", "article", num="Article 1", children=paragraphs)]))


@pytest.fixture(scope="module")
def comparison(drafts: Path) -> Comparison:
    return compare(read(drafts / "revised.xml"), read(drafts / "final.xml"))


def test_there_is_a_row_for_each_change_with_the_values_of_the_json(comparison: Comparison) -> None:
    told = json.loads(render(comparison, "json"))["changes"]
    rows = _rows(comparison, "csv")
    assert [(row["id"], row["kind"], row["moved"] == "true", row["renumbered"] == "true") for row in rows] == [
        (change["id"], change["kind"], change["moved"], change["renumbered"]) for change in told
    ]
    assert [unsafe(row["new_text"]) for row in rows] == ["\n".join(side["text"] for side in change["new"]) for change in told]
    assert [int(row["findings"]) for row in rows] == [len(change["findings"]) for change in told]


def test_there_is_a_row_for_each_finding_and_its_change_is_in_the_other_table(comparison: Comparison) -> None:
    texts = {row["id"]: row for row in _rows(comparison, "csv")}
    found = _rows(comparison, "findings-csv")
    assert len(found) == sum(len(change.findings) for change in comparison.changes)
    for row in found:
        for side in ("old", "new"):
            if row[f"{side}_start"]:
                text = unsafe(texts[row["change"]][f"{side}_text"])
                assert unsafe(row[side]) == text[int(row[f"{side}_start"]) : int(row[f"{side}_end"])]


@pytest.mark.parametrize(("name", "module"), [("csv", changes_csv), ("findings-csv", findings_csv)])
def test_every_column_is_described(comparison: Comparison, name: str, module: object) -> None:
    columns = list(_rows(comparison, name)[0])
    described = (module.__doc__ or "").replace("`new_id` to `new_text`", " ".join(f"`new_{each}`" for each in _SIDE))
    assert [column for column in columns if f"`{column}`" not in described] == []


_SIDE = ("id", "kind", "label", "num", "heading", "text")


def test_the_file_says_that_it_is_utf_8_and_ends_its_lines_as_the_standard_asks() -> None:
    data = render(compare(_draft("Réseaux 网"), _draft("Réseaux 网")), "csv")
    assert data.startswith(b"\xef\xbb\xbfid,kind,")
    assert data.count(b"\r\n") == 2
    assert "Réseaux 网" in data.decode()


def test_no_cell_of_text_starts_a_formula_and_numbers_stay_numbers() -> None:
    for name in ("csv", "findings-csv"):
        for row in _rows(compare(_draft("=A1 Parties shall pay."), _draft("=A1 Parties may pay.", "+1")), name):
            assert not any(cell.startswith(("=", "+", "@")) for cell in row.values())
    assert _rows(compare(_draft("=A1"), _draft("=A1")), "csv")[0]["old_text"] == "'=A1"


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"))))
def test_the_text_of_the_draft_can_be_had_back(text: str) -> None:
    assert unsafe(safe(text)) == text
    assert not safe(text).startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠"])
def test_every_sign_that_starts_a_formula_is_put_behind_an_apostrophe(sign: str) -> None:
    assert safe(f"{sign}1") == f"'{sign}1"
    assert safe(f"'{sign}1") == f"''{sign}1"
    assert safe(f"1{sign}") == f"1{sign}"


def test_hostile_text_stays_in_its_cell() -> None:
    text = 'a "quoted",\n\x00\x1b[31m\ud800 <script>' + "x" * 10_000
    (row,) = _rows(compare(_draft(text), _draft(text)), "csv")
    assert row["old_text"] == text.translate({0: "\ufffd", 27: "\ufffd", 0xD800: "\ufffd"})
