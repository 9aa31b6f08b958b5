"""What counts as a change that a reader should stop at."""

from __future__ import annotations

import pytest

from treatydiff.diff import redline
from treatydiff.model import Change, Clause, Link, MarkChange, Provision
from treatydiff.writers.html.reading import (
    is_punctuation_only,
    kinds,
    mark_changes,
    reads_the_same,
    says_the_same,
    touched,
)


def clause(text: str) -> Clause:
    return Clause(Provision("para_1", "paragraph", num="1.", text=text), (), "paragraph 1", 0)


def change(old: str, new: str, *, renumbered: bool = False, marks: tuple[MarkChange, ...] = ()) -> Change:
    link = Link("same" if old == new else "edited", (clause(old),), (clause(new),), 0.9, renumbered=renumbered)
    return Change("c1", link, redline(old, new), marks)


def test_a_new_number_alone_is_read_as_the_same() -> None:
    assert reads_the_same(change("Nets rest.", "Nets rest.", renumbered=True))
    assert not reads_the_same(change("Nets rest.", "Nets sink."))


def test_brackets_that_went_are_a_change_and_emphasis_is_none() -> None:
    bracket, emphasis = MarkChange("bracket", "resolved", "Nets", "Nets"), MarkChange("emphasis", "added", "", "Nets")
    kept = MarkChange("bracket", "kept", "Nets", "Nets")
    told = change("Nets rest.", "Nets rest.", marks=(emphasis, kept, bracket))
    assert (mark_changes(told), kinds(told), reads_the_same(told)) == ((bracket,), ("marks",), False)
    assert reads_the_same(change("Nets rest.", "Nets rest.", marks=(emphasis, kept)))


@pytest.mark.parametrize(
    ("old", "new", "is_quiet"),
    [
        ("Nets, hooks.", "Nets; hooks.", True),
        ("Nets rest", "Nets rest.", True),
        ("Nets rest.", "Nets sink.", False),
        ("Within 3 days.", "Within 4 days.", False),
        ("Nets rest.", "Nets rest.", False),
    ],
)
def test_punctuation_is_told_apart_from_words_and_numbers(old: str, new: str, *, is_quiet: bool) -> None:
    assert is_punctuation_only(change(old, new)) is is_quiet


def test_a_clause_whose_references_follow_a_renumbering_need_not_stop_a_reader() -> None:
    reworded = change("See article 6.", "See article 7.")
    follows = reworded._replace(follows=True)
    assert [(says_the_same(each), kinds(each), touched(each)[0]) for each in (reworded, follows)] == [
        (False, ("edited",), 2),
        (True, ("follows",), 0),
    ]
    bracket = MarkChange("bracket", "resolved", "See", "See")
    assert not says_the_same(follows._replace(marks=(bracket,)))
    assert not says_the_same(follows._replace(link=follows.link._replace(moved=True)))


def test_the_touched_share_counts_the_characters_of_both_wordings() -> None:
    assert touched(change("Nets rest.", "Nets sink.")) == (8, 20)
