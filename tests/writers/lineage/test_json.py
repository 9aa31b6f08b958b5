from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

import treatydiff
from tests.histories import harbours, history_of
from treatydiff import folder
from treatydiff.history.blame import DraftBlame, blame
from treatydiff.history.concordance import concordance
from treatydiff.history.log import log
from treatydiff.history.overview import overview
from treatydiff.history.subject import subject
from treatydiff.writers.lineage import json as writer
from treatydiff.writers.lineage.contract import FILES, history_schema
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from treatydiff.model import History

SCHEMAS = Path(treatydiff.__file__).parent / "writers" / "schemas"
OPEN = "Each Party {} open its harbours to every vessel that seeks shelter from a storm at sea."
FEES = "Fees for the use of a quay are made public by the keeper once a year."


@pytest.fixture(scope="module")
def history() -> History:
    return history_of(
        harbours(OPEN.format("shall"), FEES), harbours(OPEN.format("[may]")), harbours(FEES, OPEN.format("shall"))
    )


def written(history: History) -> dict[str, Any]:
    last = len(history.drafts) - 1
    files = {
        "log": writer.write_log(log(history), Layout()),
        "blame": writer.write_blame(DraftBlame(history, last, blame(history, last)), Layout()),
        "concordance": writer.write_concordance(concordance(history, "all"), Layout()),
        "history": writer.write_overview(overview(history), Layout()),
    }
    return {name: json.loads(data) for name, data in files.items()}


@pytest.mark.parametrize("name", FILES)
def test_the_shipped_schema_is_that_of_the_code(name: str) -> None:
    shipped = json.loads((SCHEMAS / f"{name}-1.schema.json").read_text())
    command = (
        "python -c 'import json; from treatydiff.writers.lineage.contract import history_schema; "
        f'print(json.dumps(history_schema("{name}"), indent=2))\''
    )
    assert shipped == history_schema(name), f"write it anew with: {command} > treatydiff/writers/schemas/{name}-1.schema.json"


def test_what_is_told_of_the_worked_example_is_valid_by_its_schema(drafts: Path) -> None:
    traced = folder.trace(drafts)
    for name, value in written(traced).items():
        jsonschema.validate(value, history_schema(name))
    one = writer.write_log(log(traced, subject(traced, "art 45")), Layout())
    jsonschema.validate(json.loads(one), history_schema("log"))


def test_a_log_has_each_wording_its_standing_and_the_way_back(history: History) -> None:
    found = json.loads(writer.write_log(log(history, subject(history, "art 1(2)")), Layout()))
    assert found["subject"] == {"draft": "c", "id": "art_1__para_2", "label": "article 1, paragraph 2"}
    assert [entry["draft"] for entry in found["entries"]] == ["a", "b", "c"]
    second = found["entries"][1]["passages"][0]
    assert (second["event"], second["standing"]) == ("changed", [{"state": "contested", "said": []}])
    assert second["change"]["findings"][0]["rule"] == "modality"
    assert found["paths"][0]["stops"] == [
        {"draft": "a", "words": "shall"},
        {"draft": "b", "words": "may"},
        {"draft": "c", "words": "shall"},
    ]
    assert found["paths"][0]["reversal"]


def test_what_came_back_names_its_last_place(history: History) -> None:
    found = json.loads(writer.write_log(log(history, subject(history, "art 1(1)")), Layout()))
    assert found["entries"][-1]["passages"][0]["returned"] == {
        "draft": "a",
        "id": "art_1__para_2",
        "label": "article 1, paragraph 2",
    }


def test_the_runs_of_a_clause_join_to_its_words(history: History) -> None:
    found = written(history)["blame"]
    assert (found["draft"], found["words"]) == ("c", {"a": 44})
    last = next(clause for clause in found["clauses"] if clause["label"] == "article 1, paragraph 2")
    assert "".join(run["text"] for run in last["runs"]) == OPEN.format("shall")
    assert [run["text"].strip() for run in last["runs"] if run["restored"]] == ["shall"]


def test_numbers_stand_in_the_order_of_the_drafts(history: History) -> None:
    found = written(history)["concordance"]
    row = next(row for row in found["rows"] if row["line"] == "c/art_1__para_1")
    assert row["labels"] == ["article 1, paragraph 2", None, "article 1, paragraph 1"]
    assert (row["kind"], row["renumbered"], found["depth"]) == ("paragraph", True, "all")


def test_a_history_has_its_lines_and_counts(history: History) -> None:
    found = written(history)["history"]
    assert [step["kinds"]["edited"] for step in found["steps"]] == [1, 1]
    assert found["steps"][1]["returned"] == 1
    line = next(line for line in found["lines"] if line["id"] == "c/art_1__para_1")
    assert line["clauses"] == ["art_1__para_2", None, "art_1__para_1"]
