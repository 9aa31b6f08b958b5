"""The table of columns over real drafts: every clause of every draft stands in it once, with its own words."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from treatydiff.api import compare_in_turn, read
from treatydiff.text.clauses import clauses
from treatydiff.writers.columns.making import table_of
from treatydiff.writers.columns.table import own

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from treatydiff.model import Document
    from treatydiff.writers.columns.table import Table


@pytest.fixture(scope="module")
def documents(corpus: Path) -> list[Document]:
    return [read(path) for path in sorted((corpus / "paris").glob("[567]-*.md"))]


@pytest.fixture(scope="module")
def table(documents: Sequence[Document]) -> Table:
    return table_of(compare_in_turn(documents))


def test_every_clause_of_three_drafts_stands_in_the_table_once(documents: Sequence[Document], table: Table) -> None:
    for place, document in enumerate(documents):
        entries = [entry for row in table.rows for entry in row.cells[place].entries if entry.clause_id]
        assert Counter((entry.clause_id, own(entry.words)) for entry in entries) == Counter(
            (clause.id, clause.words) for clause in clauses(document)
        )


def test_neighbouring_cells_agree_on_what_was_kept_and_struck(table: Table) -> None:
    for row in table.rows:
        for before, after in pairwise(row.cells):
            kept = Counter(
                letter
                for entry in after.entries
                if entry.clause_id or entry.is_gone
                for run in entry.words
                if run.op != "insert" and not run.is_sign
                for letter in "".join(run.text.split())
            )
            said = Counter(
                letter for entry in before.entries if entry.clause_id for letter in "".join(own(entry.words).split())
            )
            assert kept == said
