from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.cli.targets import Target, chosen, suffix_table, targets
from treatydiff.errors import UsageError
from treatydiff.writers.writer import ComparisonWriter

if TYPE_CHECKING:
    from treatydiff.writers.writer import WriteComparison


def _nothing() -> WriteComparison:
    raise NotImplementedError


WRITERS = (
    ComparisonWriter("terminal", (), _nothing),
    ComparisonWriter("docx", (".docx",), _nothing),
    ComparisonWriter("note-docx", (".note.docx",), _nothing),
    ComparisonWriter("table", (".xlsx", ".columns.xlsx"), _nothing),
)


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("a.docx", "docx"),
        ("A.DOCX", "docx"),
        ("a.note.docx", "note-docx"),
        ("note.docx", "note-docx"),
        ("keynote.docx", "docx"),
        ("note.docx/a.docx", "docx"),
        ("a.b.xlsx", "table"),
        ("a.columns.xlsx", "table"),
        ("a.txt", "terminal"),
        ("a", "terminal"),
        ("-", "terminal"),
        ("", "terminal"),
    ],
)
def test_the_longest_suffix_that_fits_chooses_the_format(name: str, format_name: str) -> None:
    assert chosen(WRITERS, None, name, "terminal") == format_name


def test_a_named_format_wins_over_the_suffix() -> None:
    assert chosen(WRITERS, "docx", "a.xlsx", "terminal") == "docx"


def test_an_unknown_suffix_is_answered_by_those_there_are_and_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"'\.doxc'; did you mean \.docx\? the name can end in \.docx, \.note\.docx, \.xlsx"):
        chosen(WRITERS, None, "a.doxc", "terminal")


def test_without_an_output_the_terminal_is_written_to() -> None:
    assert targets(WRITERS, None, ()) == (Target("terminal", ""),)
    assert targets(WRITERS, "docx", ("-",)) == (Target("docx", "-"),)


def test_the_help_lists_every_format_with_its_suffixes() -> None:
    assert suffix_table(WRITERS).splitlines()[2:] == [
        "  terminal",
        "  docx       .docx",
        "  note-docx  .note.docx",
        "  table      .xlsx .columns.xlsx",
    ]
