from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.writers.columns.drafts import FIRST, SECOND, THIRD, compared, draft, read
from treatydiff.api import compare, compare_in_turn, read_bytes
from treatydiff.errors import UsageError
from treatydiff.model import Document, Metadata
from treatydiff.writers.columns.making import table_of
from treatydiff.writers.columns.table import Row, Run, Table, headline, own, shown

if TYPE_CHECKING:
    from tests.conftest import WordFile


def _said(table: Table) -> list[list[str]]:
    """Give for each clause row what each draft says in it, what went left out."""
    return [
        [" / ".join(own(entry.words) for entry in cell.entries) for cell in row.cells] for row in table.rows if not row.level
    ]


def _row(table: Table, words: str) -> Row:
    return next(row for row in table.rows if any(words in own(entry.words) for cell in row.cells for entry in cell.entries))


def test_a_clause_that_ended_earlier_stands_where_it_stood() -> None:
    assert _said(table_of(compared(*read(FIRST, SECOND, THIRD)))) == [
        ["Each Party shall mark its nets.", "Each Party should mark its nets.", "Each Party may mark its nets with a flag."],
        ["A lost net is reported at once.", "", ""],
        ["The owner removes the wreck.", "The owner removes the wreck.", "The owner removes the wreck."],
        ["", "", "Costs lie where they fall."],
    ]


def test_a_column_is_marked_against_the_one_to_its_left() -> None:
    row = _row(table_of(compared(*read(FIRST, SECOND, THIRD))), "mark its nets")
    ops = [[(run.op, run.text) for run in cell.entries[0].words if run.op != "equal"] for cell in row.cells]
    assert ops == [
        [],
        [("delete", "shall"), ("insert", "should")],
        [("delete", "should"), ("insert", "may"), ("insert", " with a flag")],
    ]
    assert (row.told[0].column, row.told[0].finding.rule) == (1, "modality")


def test_what_was_deleted_is_struck_in_the_next_column_and_nowhere_later() -> None:
    row = _row(table_of(compared(*read(FIRST, SECOND, THIRD))), "A lost net")
    assert [[entry.is_gone for entry in cell.entries] for cell in row.cells] == [[False], [True], []]
    assert [cell.remarks for cell in row.cells] == [(), ("was deleted",), ()]


def test_a_split_stands_in_one_row() -> None:
    old = draft("Each Party marks the nets that its ships set. A ship that loses a net reports the loss to the harbour.")
    new = draft("Each Party marks the nets that its ships set.", "A ship that loses a net reports the loss to the harbour.")
    table = table_of(compared(old, new))
    assert [[len(cell.entries) for cell in row.cells] for row in table.rows if not row.level] == [[1, 2]]
    assert _row(table, "A ship").cells[1].remarks[0].startswith("article 1, paragraph 1 was split into")


def test_a_title_without_a_heading_is_made_of_the_number_and_tells_what_it_was() -> None:
    old, new = read("Article 4\n\n1. Nets are marked in red.\n", "Article 5\n\n1. Nets are marked in red.\n")
    head = headline(table_of(compared(old, new)).rows[0])
    assert ([entry.number for entry in head.cell.entries], head.earlier) == (["Article 5"], ((0, "Article 4"),))


def test_a_heading_is_marked_in_its_title() -> None:
    table = table_of(compared(*read(FIRST, FIRST.replace("Nets", "Lost nets"))))
    words = headline(table.rows[0]).cell.entries[0].words
    assert words == (Run("Nets", "delete"), Run("Lost nets", "insert"))


def test_an_article_that_was_deleted_keeps_its_title_struck() -> None:
    table = table_of(compared(*read(FIRST, FIRST.partition("Article 2")[0])))
    title = next(row for row in table.rows if row.level and "Wrecks" in str(row))
    assert headline(title).cell.entries[0].is_gone
    assert headline(title).cell.remarks == ("was deleted",)


def test_an_article_that_lost_its_heading_keeps_its_number() -> None:
    without = FIRST.replace("Article 1. Nets", "Article 1")
    table = table_of(compared(*read(FIRST, without, without)))
    assert [[(entry.number, entry.is_gone) for entry in cell.entries] for cell in table.rows[0].cells] == [
        [("Article 1", False)],
        [("Article 1", False), ("", True)],
        [("Article 1", False)],
    ]
    assert [cell.remarks for cell in table.rows[0].cells] == [(), ("its heading was deleted",), ()]
    assert headline(table.rows[0]).earlier == ((0, "Article 1 Nets"),)


def test_an_article_that_got_a_heading_had_its_number_before() -> None:
    without = FIRST.replace("Article 1. Nets", "Article 1")
    row = table_of(compared(*read(without, FIRST))).rows[0]
    assert [[entry.number for entry in cell.entries] for cell in row.cells] == [["Article 1"], ["Article 1"]]
    assert row.cells[1].remarks == ("its heading is new",)


def test_brackets_and_footnotes_are_shown_as_signs_of_their_draft() -> None:
    old, new = read("Article 1\n\n1. Each Party shall mark nets.\n", "Article 1\n\n1. Each Party [shall][may] mark nets.\n")
    entry = _row(table_of(compared(old, new)), "mark").cells[1].entries[0]
    assert [run.text for run in entry.words if run.is_sign] == ["[", "]", "[", "]"]
    assert "".join(run.text for run in entry.words if run.op != "delete") == "Each Party [shall] [may] mark nets."


def test_drafts_go_by_the_first_fact_that_tells_them_apart() -> None:
    drafts = [
        Document(Metadata(title="Accord", symbol="A/1", date="2020-01-02", path="a.xml")),
        Document(Metadata(title="Accord", symbol="A/1", date="2021-02", path="b.xml")),
        Document(Metadata(title="Accord", symbol="A/3", path="b.xml")),
    ]
    table = table_of(compare_in_turn(drafts))
    assert table.title == "Accord"
    assert [column.name for column in table.columns] == ["2 January 2020", "February 2021", "A/3"]


def test_drafts_that_nothing_tells_apart_go_by_their_places() -> None:
    table = table_of(compared(draft("One."), draft("Two.")))
    assert [column.name for column in table.columns] == ["Draft 1", "Draft 2"]


def test_a_single_draft_is_refused() -> None:
    with pytest.raises(UsageError, match="one draft alone"):
        compare_in_turn([draft("One.")])


def test_comparisons_that_do_not_follow_one_another_are_refused() -> None:
    one, two = draft("One."), draft("Two.")
    with pytest.raises(ValueError, match="begins with the draft"):
        table_of([compare(one, two), compare(one, two)])
    with pytest.raises(ValueError, match="begins with the draft"):
        table_of([])


def test_white_space_that_went_is_not_shown_and_what_came_is_not_marked() -> None:
    runs = (Run("a"), Run(" ", "delete"), Run("b"), Run(" ", "insert"), Run("c", "insert"))
    assert list(shown(runs)) == [Run("ab "), Run("c", "insert")]


def test_tracked_changes_of_a_draft_are_spelt_out(word_file: WordFile) -> None:
    body = (
        "<w:p><w:r><w:t>Each Party marks </w:t></w:r>"
        '<w:ins w:author="A"><w:r><w:t>all </w:t></w:r></w:ins><w:r><w:t>nets.</w:t></w:r></w:p>'
    )
    document = read_bytes(word_file(body), "draft.docx")
    said = [run.text for row in table_of(compared(document, document._replace())).rows for run in row.cells[0].entries[0].words]
    assert "".join(said).replace(" ", "") == "EachPartymarks{+all+}nets."
