"""Links of real drafts that were judged by reading both texts: the least certain ones, right and wrong.

`links_read.csv` has one link a row, its drafts and clauses, the judgement and why. A wrong one stays in the table after the
aligner has stopped making it, so that it is noticed when it comes back.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from treatydiff.api import align, read

RIGHT = "right"


class Judged(NamedTuple):
    """A row: two drafts, an old and a new clause by their ids, the judgement and a short reason."""

    old_draft: str
    new_draft: str
    old: str
    new: str
    judgement: str
    reason: str


class Floors(NamedTuple):
    """How many of the right links are made at least, and how many of the wrong ones at most."""

    right: int
    wrong: int


FLOORS = {"us-uslm": Floors(50, 0), "us-bill-dtd": Floors(50, 0), "paris": Floors(85, 10)}


def _table() -> list[Judged]:
    with (Path(__file__).parent / "links_read.csv").open(encoding="utf-8", newline="") as file:
        return [Judged(**row) for row in csv.DictReader(file)]


@cache
def _linked(old: Path, new: Path) -> frozenset[tuple[str, str]]:
    return frozenset((i.id, j.id) for link in align(read(old), read(new)) for i in link.old for j in link.new)


@pytest.mark.parametrize("folder", FLOORS)
def test_links_that_were_read_are_made_when_right_and_not_made_when_wrong(corpus: Path, folder: str) -> None:
    rows = [row for row in _table() if row.old_draft.startswith(f"{folder}/")]
    made = [row for row in rows if (row.old, row.new) in _linked(corpus / row.old_draft, corpus / row.new_draft)]
    right = sum(row.judgement == RIGHT for row in made)
    assert len(rows) >= 50
    assert right >= FLOORS[folder].right
    assert len(made) - right <= FLOORS[folder].wrong


def test_every_judgement_is_one_of_two_and_says_why() -> None:
    table = _table()
    assert {row.judgement for row in table} <= {RIGHT, "wrong"}
    assert all(row.reason for row in table)
    assert len({row[:4] for row in table}) == len(table)
