from __future__ import annotations

from treatydiff.model import Added, Document, DraftEntry, DraftStatus, Metadata, Status
from treatydiff.writers.lineage.folder import older_said, write_added, write_status
from treatydiff.writers.writer import Layout

FIRST = DraftEntry("zero", "zero.xml", "Zero draft", "A/1", "2023-06-01")


def test_the_status_is_a_line_for_each_draft() -> None:
    drafts = (DraftStatus(FIRST, "ab" * 32, "read"), DraftStatus(DraftEntry("b", "b.md"), "cd" * 32, "changed"))
    assert (
        write_status(Status("Harbours", drafts, ("new.docx",)), Layout()).decode()
        == """\
Harbours

DRAFT  DATE        SHA-256       FILE      STATE
zero   2023-06-01  abababababab  zero.xml  read
b                  cdcdcdcdcdcd  b.md      CHANGED since it was added

Not listed:
  new.docx
"""
    )


def test_an_empty_folder_says_how_to_go_on() -> None:
    assert "add one with treatydiff add FILE" in write_status(Status("", (), ()), Layout()).decode()


def test_what_was_read_of_a_draft_that_was_added_is_told() -> None:
    document = Document(Metadata(title="Zero draft", date="2023-06-01", format="akn"))
    assert (
        write_added(Added(FIRST, document, 1506, None), Layout()).decode()
        == """\
added     zero  zero.xml
title     Zero draft
symbol    not said in the file
date      2023-06-01
holds     1,506 clauses, read as akn
"""
    )


def test_an_older_draft_is_pointed_out() -> None:
    later = DraftEntry("rev", "rev.xml", date="2024-01-28")
    assert older_said(Added(FIRST, Document(), 0, None)) == ""
    assert older_said(Added(FIRST, Document(), 0, later)).startswith(
        "zero.xml: 2023-06-01 is before 2024-01-28, the date of rev;"
    )
