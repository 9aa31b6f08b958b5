"""Forty clauses of an adopted text, each traced by a reader to the first draft.

`lineages_read.csv` has for each clause, drawn at random with the seed below, the ids of the clauses that it came of in the four
drafts before, as a reader who compared the wordings found them; empty where the draft has nothing that it came of. A new clause
is told from a rewritten one by its subject and its place, not by its words.
"""

from __future__ import annotations

import csv
from pathlib import Path
from random import Random
from shutil import copy
from typing import TYPE_CHECKING

import pytest

from treatydiff.folder import trace
from treatydiff.history import descent

if TYPE_CHECKING:
    from treatydiff.model import History

READ = Path(__file__).with_name("lineages_read.csv")
SEED = 20261122
DRAFTS = ("3-2015-10-23", "4-2015-12-04", "5-2015-12-09", "6-2015-12-12", "7-2016-01-29-final")


@pytest.fixture(scope="module")
def history(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> History:
    folder = tmp_path_factory.mktemp("paris")
    for name in DRAFTS:
        copy(corpus / "paris" / f"{name}.md", folder)
    (folder / "treaty.toml").write_text("\n".join(f'[[draft]]\nfile = "{name}.md"\n' for name in DRAFTS))
    return trace(folder)


def _read() -> dict[str, list[str]]:
    with READ.open(newline="") as file:
        rows = list(csv.reader(file))[1:]
    return {adopted: before for adopted, *before in rows}


def test_the_clauses_that_were_read_are_those_that_the_seed_draws(history: History) -> None:
    clauses = [clause.id for clause in history.drafts[-1].clauses if not clause.is_heading]
    drawn = Random(SEED).sample(range(len(clauses)), 40)  # noqa: S311 (a sample, no secret)
    assert sorted(_read()) == sorted(clauses[n] for n in drawn)


def test_at_least_thirty_six_of_forty_lineages_are_right_in_every_draft(history: History) -> None:
    tree = descent(history.steps, history.returns)
    right = []
    for adopted, before in _read().items():
        origins = tree.origins((len(DRAFTS) - 1, adopted))
        found = [
            " ".join(clause.id for clause in draft.clauses if (place, clause.id) in origins)
            for place, draft in enumerate(history.drafts[:-1])
        ]
        right.append(found == before)
    assert sum(right) >= 36
