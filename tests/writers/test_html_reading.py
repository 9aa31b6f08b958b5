"""What counts as a change that a reader should stop at."""

from __future__ import annotations

import pytest

from treatydiff.diff import redline
from treatydiff.model import Change, Clause, Link, MarkChange, Provision
from treatydiff.writers.html.reading import (
    follows_renumbering,
    is_punctuation_only,
    kinds,
    mark_changes,
    reads_the_same,
    touched,
)

RENUMBERED = {"6": "7", "15": "16"}


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


@pytest.mark.parametrize(
    ("old", "new", "follows"),
    [
        ("See article 6.", "See article 7.", True),
        ("See articles 6 to 15 below.", "See articles 7 to 16 below.", True),
        ("See articles 6 and 9.", "See articles 7 and 9.", True),
        ("See article 6.", "See article 8.", False),
        ("See article 9.", "See article 10.", False),
        ("Within 6 days.", "Within 7 days.", False),
        ("See article 3, paragraph 6.", "See article 3, paragraph 7.", False),
        ("See article 6.", "Read article 7.", False),
        ("See article 6.", "See article 6.", False),
        ("See article 9 ; and on.", "See article 9; and on.", False),
        ("See article 9, and on.", "See article 9 and on.", False),
        ("See article 9 and on.", "See article 9, and on.", False),
        ("See article 6, and on.", "See article 7; and on.", False),
    ],
)
def test_a_reference_follows_only_where_the_article_was_renumbered_so(old: str, new: str, *, follows: bool) -> None:
    assert follows_renumbering(change(old, new), RENUMBERED) is follows


def test_the_touched_share_counts_the_characters_of_both_wordings() -> None:
    assert touched(change("Nets rest.", "Nets sink.")) == (8, 20)
