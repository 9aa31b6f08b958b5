"""Laws of the table of columns that hold for any drafts, two or more."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from treatydiff.api import compare_in_turn
from treatydiff.model import Document, Mark, Provision
from treatydiff.text.clauses import clauses
from treatydiff.text.eid import with_ids
from treatydiff.writers.columns.making import table_of
from treatydiff.writers.columns.table import headline, own, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.model import Clause
    from treatydiff.writers.columns.table import Cell, Run, Table

_WORDS = st.lists(
    st.sampled_from(["each", "State", "shall", "may", "not", "within", "thirty", "days", "where", "report", "law", "[sic]"]),
    min_size=1,
    max_size=10,
).map(" ".join)


def _bracketed(words: str, start: int, size: int) -> tuple[Mark, ...]:
    """Put brackets and a remark over some of the words, or nothing where they are too short for it."""
    if start >= len(words):
        return ()
    return (Mark("bracket", start, min(len(words), start + size)), Mark("status", len(words), len(words), "agreed"))


_TEXTS = st.tuples(_WORDS, st.integers(0, 90), st.integers(1, 30)).map(lambda drawn: (drawn[0], _bracketed(*drawn)))
_POINTS = st.lists(_TEXTS, max_size=3).map(
    lambda texts: tuple(
        Provision("", "point", num=f"({chr(97 + n)})", text=words, marks=marks) for n, (words, marks) in enumerate(texts)
    )
)
_PARAGRAPHS = st.lists(st.tuples(_TEXTS, _POINTS, st.sampled_from(["", "Terms"])), max_size=4).map(
    lambda items: tuple(
        Provision("", "paragraph", num=f"{n}.", heading=heading, text=text[0], marks=text[1], children=points)
        for n, (text, points, heading) in enumerate(items, 1)
    )
)
_ARTICLES = st.lists(st.tuples(st.one_of(st.just(""), _WORDS), _PARAGRAPHS, st.booleans()), max_size=4).map(
    lambda items: tuple(
        Provision("", "article", num=f"Article {n}", heading=heading, text=heading if has_text else "", children=paragraphs)
        for n, (heading, paragraphs, has_text) in enumerate(items, 1)
    )
)
_CHAPTERS = st.lists(st.tuples(st.sampled_from(["", "Scope", "Final clauses"]), _ARTICLES), min_size=1, max_size=3).map(
    lambda items: tuple(
        Provision("", "chapter", num=f"Chapter {n}", heading=heading, children=articles)
        for n, (heading, articles) in enumerate(items, 1)
    )
)
_DRAFTS = st.one_of(_ARTICLES, _CHAPTERS).map(lambda provisions: Document(provisions=with_ids(provisions)))
_FEW = settings(deadline=None, max_examples=25)
"""Each example compares up to four drafts."""
_SERIES = st.lists(_DRAFTS, min_size=2, max_size=4)


def _table(drafts: Sequence[Document]) -> Table:
    return table_of(compare_in_turn(drafts))


def _column(table: Table, place: int) -> list[Cell]:
    return [row.cells[place] for row in table.rows]


def _texts(found: Iterable[Clause]) -> Counter[tuple[str, str]]:
    return Counter((clause.id, clause.words) for clause in found)


def _letters(runs: Iterable[Run], without: str) -> str:
    """Give the letters of runs; line breaks between clauses of one wording belong to neither of them."""
    return "".join("".join(run.text.split()) for run in runs if run.op != without and not run.is_sign)


@given(_SERIES)
@_FEW
def test_the_cells_of_a_draft_are_its_clauses_each_exactly_once(drafts: list[Document]) -> None:
    table = _table(drafts)
    for place, draft in enumerate(drafts):
        entries = [entry for cell in _column(table, place) for entry in cell.entries if entry.clause_id]
        assert Counter((entry.clause_id, own(entry.words)) for entry in entries) == _texts(clauses(draft))


@given(_SERIES)
@_FEW
def test_what_a_cell_has_kept_and_struck_is_what_the_cell_before_it_says(drafts: list[Document]) -> None:
    for row in _table(drafts).rows:
        for before, after in pairwise(row.cells):
            if all(entry.clause_id or entry.is_gone for entry in (*before.entries, *after.entries)):
                said = Counter("".join(_letters(entry.words, "delete") for entry in before.entries))
                kept = Counter("".join(_letters(entry.words, "insert") for entry in after.entries))
                assert kept == said


@given(_SERIES)
@_FEW
def test_rows_stand_in_the_order_of_the_last_draft(drafts: list[Document]) -> None:
    found = {clause.id: clause.order for clause in clauses(drafts[-1])}
    cells = _column(_table(drafts), -1)
    firsts = [found[cell.entries[0].clause_id] for cell in cells if cell.entries and cell.entries[0].clause_id]
    headings = {clause.order for clause in clauses(drafts[-1]) if clause.is_heading}
    texts = [order for order in firsts if order not in headings]
    assert texts == sorted(texts)


@given(_SERIES)
@_FEW
def test_every_row_has_a_cell_for_every_draft_and_something_to_say(drafts: list[Document]) -> None:
    for row in _table(drafts).rows:
        assert len(row.cells) == len(drafts)
        assert any(cell.entries for cell in row.cells)
        assert not row.level or headline(row).cell.entries


@given(_DRAFTS, st.integers(2, 4))
@_FEW
def test_a_draft_against_itself_has_no_mark_no_remark_and_no_finding(draft: Document, times: int) -> None:
    for row in _table([draft._replace() for _ in range(times)]).rows:
        texts = {tuple(entry.words for entry in cell.entries) for cell in row.cells if cell.entries}
        assert len(texts) == 1
        assert row.level or all(cell.entries for cell in row.cells)
        assert not any(cell.remarks for cell in row.cells)
        assert row.told == ()


@given(_SERIES)
@_FEW
def test_what_is_shown_are_the_letters_of_the_runs(drafts: list[Document]) -> None:
    for row in _table(drafts).rows:
        for entry in (entry for cell in row.cells for entry in cell.entries):
            runs = list(shown(entry.words))
            assert own(runs) == own(entry.words)
            assert all(before[1:] != after[1:] for before, after in pairwise(runs))
