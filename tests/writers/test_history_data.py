from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

import treatydiff
from treatydiff import folder
from treatydiff.writers.history_data import history_schema, write_csv, write_json
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from tests.conftest import MakeTreaty

SHIPPED = Path(treatydiff.__file__).parent / "writers" / "schemas" / "report-1.schema.json"


@pytest.fixture(scope="module")
def rows(harbours: Path) -> list[dict[str, str]]:
    text = write_csv(folder.report(harbours), Layout()).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def loaded(harbours: Path) -> dict[str, Any]:
    found = json.loads(write_json(folder.report(harbours), Layout()))
    assert isinstance(found, dict)
    return found


def test_the_shipped_schema_is_that_of_the_code() -> None:
    command = (
        "python -c 'import json; from treatydiff.writers.history_data import *; print(json.dumps(history_schema(), indent=2))'"
    )
    assert json.loads(SHIPPED.read_text()) == history_schema(), f"out of date; write it anew with: {command} > {SHIPPED}"


def test_the_history_is_valid_by_its_schema(loaded: dict[str, Any], drafts: Path) -> None:
    jsonschema.validate(loaded, history_schema())
    jsonschema.validate(json.loads(write_json(folder.report(drafts), Layout())), history_schema())


def test_there_is_one_row_for_each_line_and_draft(rows: list[dict[str, str]]) -> None:
    told = [(row["draft"], row["kind"], row["standing"]) for row in rows if row["line"] == "fourth/art_1__para_2"]
    assert told == [
        ("first", "first", "contested"),
        ("second", "edited", "plain"),
        ("third", "edited", "plain"),
        ("fourth", "same", "plain"),
    ]
    assert len({(row["line"], row["draft"]) for row in rows}) == len(rows)


def test_a_row_sums_up_its_findings(rows: list[dict[str, str]]) -> None:
    row = next(row for row in rows if (row["line"], row["draft"]) == ("fourth/art_1__para_2", "second"))
    assert (row["severity"], row["bindingness"]) == ("high", "weakens")
    assert "duty (shall) became discretion (may)" in row["messages"]
    assert "modality" in row["rules"].split("; ")


def test_the_draft_that_drops_a_clause_has_a_row_without_words(rows: list[dict[str, str]]) -> None:
    row = next(row for row in rows if row["kind"] == "deleted" and row["line"] == "fourth/art_4__para_1")
    assert (row["draft"], row["text"], row["share_changed"]) == ("second", "", "1.0000")


def test_drafts_carry_what_is_counted_in_them(loaded: dict[str, Any]) -> None:
    assert [draft["brackets"] for draft in loaded["drafts"]] == [1, 0, 0, 0]
    assert [draft["operators"].get("duty", 0) for draft in loaded["drafts"]] == [2, 1, 2, 2]


def test_proposals_name_the_lines_that_they_are_about(loaded: dict[str, Any]) -> None:
    assert [(one["id"], one["fate"], one["decided"], one["lines"]) for one in loaded["proposals"]] == [
        ("P1", "done", "third", ["fourth/art_1__para_2"])
    ]


def test_no_cell_starts_a_formula(make_treaty: MakeTreaty) -> None:
    text = "Article 1. Lamps\n\n1. =HYPERLINK(1) is written on every lamp of the harbour.\n"
    found = folder.report(make_treaty(one=text))
    cells = [cell for row in csv.reader(io.StringIO(write_csv(found, Layout()).decode("utf-8-sig"))) for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
