from __future__ import annotations

from treatydiff.diff import mark_changes, redline
from treatydiff.model import Clause, MarkChange, Provision
from treatydiff.text.marks import extract


def _clause(raw: str) -> Clause:
    words, marks = extract(raw)
    return Clause(Provision("p", "paragraph", text=words, marks=marks), (), "paragraph", 0)


def _changes(old: str, new: str) -> list[MarkChange]:
    before, after = _clause(old), _clause(new)
    return list(mark_changes([before], [after], redline(before.words, after.words)))


def test_a_bracket_whose_words_stayed_is_resolved() -> None:
    assert _changes("Parties [shall] [may] act.", "Parties shall act.") == [
        MarkChange("bracket", "resolved", "shall", "shall"),
        MarkChange("bracket", "removed", "may", ""),
    ]


def test_a_bracket_that_stands_in_both_drafts_is_kept() -> None:
    assert _changes("Parties [shall] act now.", "Parties [shall] act.") == [MarkChange("bracket", "kept", "shall", "shall")]


def test_a_new_bracket_is_added() -> None:
    assert _changes("Parties act.", "Parties act [promptly].") == [MarkChange("bracket", "added", "", "promptly")]


def test_a_status_is_removed_and_never_resolved() -> None:
    assert _changes("Parties act. [agreed ad referendum]", "Parties act.") == [
        MarkChange("status", "removed", "agreed ad referendum", "")
    ]


def test_equal_marks_are_paired_as_often_as_they_stand() -> None:
    found = _changes("[a] b [a] c", "[a] b a c")
    assert [change.op for change in found] == ["kept", "resolved"]
