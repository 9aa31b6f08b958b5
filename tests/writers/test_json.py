from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import treatydiff
from treatydiff.api import compare, read, read_bytes, render
from treatydiff.writers import json as writer

SCHEMAS = Path(treatydiff.__file__).parent / "writers" / "schemas"
OLD = b"Article 1. Help\n\n1. Each Party shall help [at once].\n\n2. Costs lie where they fall.\n"
NEW = b"Article 1. Help\n\n1. Each Party may help at once.\n"


def _compared() -> dict[str, Any]:
    comparison = compare(read_bytes(OLD, "old.txt"), read_bytes(NEW, "new.txt"))
    loaded = json.loads(render(comparison, "json"))
    assert isinstance(loaded, dict)
    return loaded


@pytest.mark.parametrize(
    ("name", "schema"), [("comparison-1", writer.comparison_schema()), ("document-1", writer.document_schema())]
)
def test_the_shipped_schema_is_that_of_the_code(name: str, schema: dict[str, Any]) -> None:
    shipped = json.loads((SCHEMAS / f"{name}.schema.json").read_text())
    command = (
        f"python -c 'import json; from treatydiff.writers.json import *; print(json.dumps({name[:-2]}_schema(), indent=2))'"
    )
    assert shipped == schema, f"out of date; write it anew with: {command} > treatydiff/writers/schemas/{name}.schema.json"


def test_a_comparison_is_valid_by_its_schema(drafts: Path) -> None:
    comparison = compare(read(drafts / "cnd.xml"), read(drafts / "final.xml"))
    jsonschema.validate(json.loads(render(comparison, "json")), writer.comparison_schema())


def test_a_document_is_valid_by_its_schema(drafts: Path) -> None:
    jsonschema.validate(json.loads(render(read(drafts / "cnd.xml"), "json")), writer.document_schema())


def test_the_keys_stand_as_the_contract_says() -> None:
    compared = _compared()
    assert list(compared) == ["schema", "generator", "old", "new", "changes", "terms", "summary"]
    assert list(compared["old"]) == [
        "path",
        "title",
        "symbol",
        "date",
        "language",
        "format",
        "sha256",
        "clauses",
        "warnings",
    ]
    change = compared["changes"][1]
    assert list(change) == [
        "id",
        "kind",
        "renumbered",
        "moved",
        "heading_changed",
        "old",
        "new",
        "similarity",
        "redline",
        "marks",
        "findings",
        "moved_words",
    ]
    assert list(change["old"][0]) == ["id", "kind", "label", "num", "heading", "text"]
    assert list(change["findings"][0]) == [
        "rule",
        "category",
        "severity",
        "bindingness",
        "rights",
        "scope",
        "actor",
        "old",
        "new",
        "old_span",
        "new_span",
        "message",
        "old_operator",
        "new_operator",
    ]


def test_a_change_says_what_happened_and_what_it_means() -> None:
    compared = _compared()
    change = compared["changes"][1]
    assert (change["kind"], change["old"][0]["label"]) == ("edited", "article 1, paragraph 1")
    assert {"op": "delete", "text": "shall"} in change["redline"]
    assert change["marks"] == [{"kind": "bracket", "op": "resolved", "old": "at once", "new": "at once"}]
    assert [finding["rule"] for finding in change["findings"]] == ["modality", "brackets"]
    assert compared["summary"] == {
        "kinds": {"same": 1, "edited": 1, "inserted": 0, "deleted": 1, "split": 0, "merged": 0, "regrouped": 0},
        "renumbered": 0,
        "moved": 0,
        "findings": {"high": 1, "medium": 0, "low": 2, "info": 0},
    }


def test_the_generator_names_the_version() -> None:
    assert _compared()["generator"] == f"treatydiff {treatydiff.__version__}"
