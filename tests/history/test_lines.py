from __future__ import annotations

from typing import TYPE_CHECKING

from tests.histories import harbours, history_of

if TYPE_CHECKING:
    from treatydiff.model import History, Line

OPEN = "Each harbour is open to every vessel that seeks shelter from a storm at sea."
FEES = "Fees for the use of a quay are made public by the keeper once a year."
NETS = "Nets are dried on the northern pier and nowhere else in the harbour at all."
BOTH = f"{FEES} {NETS}"


def line_of(history: History, words: str) -> Line:
    return next(line for line in history.lines if any(clause and clause.words == words for clause in line.places))


def labels(line: Line) -> list[str]:
    return [clause.label if clause else "" for clause in line.places]


def test_a_clause_is_followed_through_renumbering() -> None:
    history = history_of(harbours(OPEN, FEES), harbours(NETS, OPEN, FEES), harbours(FEES, OPEN))
    assert labels(line_of(history, OPEN)) == [f"article 1, paragraph {n}" for n in (1, 2, 2)]
    nets = line_of(history, NETS)
    assert (labels(nets), nets.begins, nets.ends, nets.id) == (
        ["", "article 1, paragraph 1", ""],
        "inserted",
        "deleted",
        f"b/{nets.places[1].id if nets.places[1] else ''}",
    )


def test_a_clause_that_came_back_is_on_the_line_that_it_left() -> None:
    history = history_of(harbours(OPEN, FEES), harbours(OPEN), harbours(OPEN, FEES))
    line = line_of(history, FEES)
    assert line.drafts == (0, 2)
    assert (line.begins, line.ends) == ("first", "last")
    assert [(one.before, one.after, one.old.words) for one in history.returns] == [(0, 2, FEES)]


def test_a_split_goes_on_in_the_likest_part_and_the_other_comes_out_of_it() -> None:
    history = history_of(harbours(OPEN, BOTH), harbours(OPEN, FEES, NETS))
    line = line_of(history, BOTH)
    other = next(one for one in history.lines if one.begins == "split")
    assert (line.begins, line.drafts) == ("first", (0, 1))
    assert other.source == line.id


def test_of_two_that_are_merged_one_goes_on_and_the_other_ends_in_it() -> None:
    history = history_of(harbours(OPEN, FEES, NETS), harbours(OPEN, BOTH))
    line = line_of(history, BOTH)
    other = next(one for one in history.lines if one.ends == "merged")
    assert line.drafts == (0, 1)
    assert other.heir == line.id


def test_a_line_that_ended_stands_behind_what_stood_before_it() -> None:
    history = history_of(harbours(OPEN, NETS, FEES), harbours(OPEN, FEES))
    words = [next(clause.words for clause in line.places if clause) for line in history.lines]
    assert words.index(NETS) == words.index(OPEN) + 1
