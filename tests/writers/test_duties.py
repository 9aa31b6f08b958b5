from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from treatydiff.api import duties, read_bytes, render_duties
from treatydiff.errors import UsageError
from treatydiff.writers.cells import safe
from treatydiff.writers.writer import Layout

DRAFT = b"""Article 1. Harbours

1. Where asked, each Party [shall][should], as appropriate, mark its harbours.

2. =Parties may lend tugs.
"""


def _written(name: str) -> bytes:
    return render_duties(duties(read_bytes(DRAFT, "draft.txt")), name, Layout(width=60))


def test_the_terminal_lists_clause_by_clause_and_counts_at_the_end() -> None:
    assert _written("terminal").decode() == (
        "article 1, paragraph 1\n"
        "  each Party: duty (shall) or recommendation (should),\n"
        "  contested\n"
        "    as appropriate, mark its harbours\n"
        "    room: as appropriate\n"
        "    condition: Where asked\n"
        "article 1, paragraph 2\n"
        "  Parties: discretion (may)\n"
        "    lend tugs\n"
        "\n"
        "2 operators in 2 clauses: 1 discretion, 1 duty.\n"
    )


def test_the_csv_has_one_row_for_each_operator() -> None:
    rows = list(csv.DictReader(StringIO(_written("csv").decode("utf-8-sig"))))
    assert [(row["clause"], row["actor"], row["operator"], row["strength"]) for row in rows] == [
        ("article 1, paragraph 1", "each Party", "shall / should", "5 / 2"),
        ("article 1, paragraph 2", "Parties", "may", "1"),
    ]
    assert (rows[0]["contested"], rows[0]["qualifiers"], rows[0]["conditions"]) == ("yes", "as appropriate", "Where asked")


def test_no_cell_of_the_csv_starts_a_formula() -> None:
    rows = list(csv.DictReader(StringIO(_written("csv").decode("utf-8-sig"))))
    assert rows[1]["subject"] == "'=Parties"
    assert [safe(cell) for cell in ("=1", "+1", "-1", "@a", "a=1", "")] == ["'=1", "'+1", "'-1", "'@a", "a=1", ""]


def test_the_json_tells_the_same() -> None:
    written = json.loads(_written("json"))
    assert written["schema"] == "treatydiff.duties/1"
    assert [duty["operators"] for duty in written["duties"]] == [
        [{"words": "shall", "name": "duty", "strength": 5}, {"words": "should", "name": "recommendation", "strength": 2}],
        [{"words": "may", "name": "discretion", "strength": 1}],
    ]


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="terminal, csv, json"):
        render_duties((), "yaml")
