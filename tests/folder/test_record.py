from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

import treatydiff.folder.record as module
from treatydiff.errors import ConfigError
from treatydiff.folder import read_record
from treatydiff.folder.record import parse_record, schema
from treatydiff.model import Event, Record, Source, Votes

SHIPPED = Path(module.__file__).parent / "record.schema.json"
GOOD = """
[[source]]
id = "log"
publisher = "Lagoon Log"

[[event]]
date = "2030-01"
title = "The session opens"

[[proposal]]
id = "P1"
date = "2030-01-05"
operation = "insert"
said = "Mark wrecks too"
draft = "a"
clauses = ["art 1(1)"]
words-in = ["wrecks"]
proposed-by = ["Norland"]
votes = { yes = 3, no = 2 }
source = "log"
"""


def test_a_record_is_read_with_what_its_fields_say() -> None:
    record = parse_record(GOOD.encode(), "record.toml", ["a", "b"])
    assert record.sources == (Source("log", "Lagoon Log", "", ""),)
    assert record.events == (Event("2030-01", "", "The session opens", ""),)
    (proposal,) = record.proposals
    assert (proposal.clauses, proposal.words_in, proposal.votes) == (("art 1(1)",), ("wrecks",), Votes(3, 2, 0))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[[source]]", "[[source", "record.toml: is no valid TOML"),
        ('date = "2030-01-05"', 'date = "5 May"', "record.toml, proposal, 1, date: "),
        ("words-in", "wordsin", "record.toml, proposal, 1: Object contains unknown field `wordsin`"),
        ('operation = "insert"', 'operation = "add"', "record.toml, proposal, 1, operation: Invalid enum value 'add'"),
        ('source = "log"', 'source = "blog"', "record.toml, proposal P1: there is no source 'blog'; choose from log"),
        ('draft = "a"', 'draft = "z"', "record.toml, proposal P1: there is no draft 'z'; choose from a, b"),
        ('draft = "a"\n', "", "record.toml, proposal P1: names clauses but no draft"),
        ('title = "The session opens"', 'title = "x"\nsource = "blog"', "record.toml, event 1: there is no source 'blog'"),
        ("votes = { yes = 3", "votes = { yes = -3", "record.toml, proposal, 1, votes, yes: "),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(old: str, new: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_record(GOOD.replace(old, new, 1).encode(), "record.toml", ["a", "b"])
    assert str(caught.value).startswith(said)


def test_a_date_may_be_written_as_one() -> None:
    record = parse_record(GOOD.replace('date = "2030-01-05"', "date = 2030-01-05", 1).encode(), "record.toml", ["a", "b"])
    assert record.proposals[0].date == "2030-01-05"


def test_an_id_is_used_once() -> None:
    twice = f"{GOOD}\n[[proposal]]{GOOD.rpartition('[[proposal]]')[2]}"
    with pytest.raises(ConfigError, match=r"proposal P1.*is there twice"):
        parse_record(twice.encode(), "record.toml", ["a"])


def test_a_folder_without_a_record_has_an_empty_one(tmp_path: Path) -> None:
    assert read_record(tmp_path, ["a"]) == Record()


def test_the_shipped_schema_is_that_of_the_reader() -> None:
    command = "python -c 'import json; from treatydiff.folder.record import schema; print(json.dumps(schema(), indent=2))'"
    assert json.loads(SHIPPED.read_text()) == json.loads(json.dumps(schema())), (
        f"out of date; write it anew with: {command} > {SHIPPED.name}"
    )


def test_the_record_of_the_worked_example_fits_the_schema_and_has_all_proposals(drafts: Path) -> None:
    data = (drafts / "record.toml").read_bytes()
    jsonschema.validate(tomllib.loads(data.decode()), schema())
    record = parse_record(data, "record.toml", ["cnd", "zero", "revised", "final"])
    assert len(record.proposals) == 105
    assert {source.publisher for source in record.sources} >= {"Electronic Frontier Foundation", "Chatham House"}
    assert all(proposal.proposed_by for proposal in record.proposals)
