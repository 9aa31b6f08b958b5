from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydiff.model import Mark
from treatydiff.text.marks import Marked, extract, restore


def _bracketed(raw: str) -> tuple[str, list[str]]:
    words, marks = extract(raw)
    return words, [words[mark.start : mark.end] for mark in marks if mark.kind == "bracket"]


@pytest.mark.parametrize(
    ("raw", "words", "bracketed"),
    [
        ("Each Party [shall] [may] act.", "Each Party shall may act.", ["shall", "may"]),
        ("in [pursuit][furtherance] of", "in pursuit furtherance of", ["pursuit", "furtherance"]),
        ("the State[s] and [re]allocate", "the States and reallocate", ["s", "re"]),
        ("[a, [b]] c", "a, b c", ["a, b", "b"]),
        ("(islands) [, small ones] and", "(islands), small ones and", [", small ones"]),
        ("x [...] y", "x [...] y", []),
        ("[ ]", "", [""]),
    ],
)
def test_brackets_leave_the_words_and_keep_their_places(raw: str, words: str, bracketed: list[str]) -> None:
    assert _bracketed(raw) == (words, bracketed)


def test_a_bracket_that_never_closes_runs_to_the_end() -> None:
    assert extract("x [open words") == Marked("x open words", (Mark("bracket", 2, 12, closes=False),))


def test_a_bracket_that_never_opened_runs_from_the_beginning() -> None:
    assert extract("words] x") == Marked("words x", (Mark("bracket", 0, 5, opens=False),))


def test_an_attribution_is_the_label_of_its_bracket() -> None:
    assert extract("act [Utopia proposes; Ruritania opposes: at once]") == Marked(
        "act at once", (Mark("bracket", 4, 11), Mark("attribution", 4, 11, label="Utopia proposes; Ruritania opposes"))
    )


def test_a_status_is_a_point_and_no_words() -> None:
    assert extract("Parties shall act. [agreed ad referendum]") == Marked(
        "Parties shall act.", (Mark("status", 18, 18, label="agreed ad referendum"),)
    )


def test_an_option_covers_the_text_that_it_labels() -> None:
    assert extract("Option 2: Parties act.") == Marked("Parties act.", (Mark("option", 0, 12, label="Option 2"),))


def test_marks_of_the_reader_move_with_the_words() -> None:
    emphasis = Mark("emphasis", 5, 14)
    assert extract("[x]  Recalling  y", [emphasis]).marks[-1] == Mark("emphasis", 2, 11)


@pytest.mark.parametrize(
    "raw",
    [
        "Each Party [shall] [may] act.",
        "[a, [b]] c]",
        "act [Utopia proposes: at once]",
        "Option 2: Parties act.",
        "Parties act. [agreed ad referendum]",
        "x [open words",
    ],
)
def test_marks_are_written_back_where_they_were(raw: str) -> None:
    assert restore(*extract(raw)) == raw


@given(st.text(alphabet="ab [].:,\nOption1"))
def test_no_letter_is_lost_and_every_mark_lies_within_the_words(raw: str) -> None:
    words, marks = extract(raw)
    assert sorted(c for c in restore(words, marks) if c.isalnum()) == sorted(c for c in raw if c.isalnum())
    assert all(0 <= mark.start <= mark.end <= len(words) for mark in marks)


@given(st.text())
def test_the_words_of_any_text_have_no_white_space_at_their_ends_or_doubled(raw: str) -> None:
    words = extract(raw).words
    assert words == words.strip()
    assert "  " not in words
