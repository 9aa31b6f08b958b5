from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydiff.model import Mark, Provision, ReadWarning
from treatydiff.text.brackets import Passage, passages, unbalanced


def _named(*texts: str) -> list[str]:
    """Read texts, one on a line, those in capitals opening an article; give the lines and problems that are named."""
    read = (Passage(text, n, opens_unit=text.strip("[]").isupper()) for n, text in enumerate(texts, start=1))
    return [f"{warning.where}: {warning.message.partition(':')[0]}" for warning in unbalanced(read)]


@pytest.mark.parametrize(
    "texts",
    [
        ("no brackets",),
        ("[a [b [c]] [d]] e",),
        ("[a", "b]"),
        ("[ONE", "a", "TWO", "b]"),
        ("ONE", "[a", "b [c] d]", "TWO"),
    ],
)
def test_brackets_that_answer_each_other_are_not_named(texts: tuple[str, ...]) -> None:
    assert _named(*texts) == []


def test_a_bracket_that_is_open_at_the_end_of_its_article_is_named_and_swallows_no_other() -> None:
    assert _named("ONE", "[a", "TWO", "b]", "[c]") == ["line 2: this [ is never closed", "line 4: this ] closes nothing"]


def test_the_line_is_that_of_the_bracket_and_the_words_are_those_around_it() -> None:
    text = "Ships that wait\nin harbour for the tide] are free of the dues."
    around = "harbour for the tide] are free of the due"
    assert unbalanced([Passage(text, 7, 3)]) == (
        ReadWarning("unbalanced-bracket", f"this ] closes nothing: …{around}…", line=8, page=3, words=around, at=20),
    )


@pytest.mark.parametrize("text", ["a [b", " \n  a\n  b ] c", "[a", "a]", "x" * 30 + " [ y"])
def test_the_place_of_the_bracket_in_the_words_around_it_is_known(text: str) -> None:
    (warning,) = unbalanced([Passage(text)])
    assert warning.words[warning.at] in "[]"
    assert warning.words in " ".join(text.split())


def test_a_hundred_are_named_and_the_rest_counted() -> None:
    found = unbalanced([Passage("[" * 250, 1)])
    assert len(found) == 101
    assert found[-1] == ReadWarning("unbalanced-brackets", "150 more square brackets have no other half")


def test_the_texts_of_provisions_come_in_the_order_of_the_draft() -> None:
    marks = (Mark("bracket", 0, 6, closes=False), Mark("bracket", 7, 11, opens=False))
    point = Provision("", "point", "(a)", text="b", line=2)
    chapeau = Provision("", "paragraph", "1.", text="Ships:", closing="wait", marks=marks, children=(point,), line=1, page=4)
    found = list(passages([chapeau]))
    assert [passage.text for passage in found if passage.text] == ["[Ships:", "b", "wait]"]
    assert unbalanced(found) == ()
    assert {passage.page for passage in found} == {4, None}


@given(st.lists(st.text(alphabet="a[]\n", max_size=12), max_size=6))
def test_what_is_named_is_what_one_half_has_more_than_the_other(texts: list[str]) -> None:
    named = [warning.message for warning in unbalanced(Passage(text) for text in texts)]
    closing = sum("closes nothing" in message for message in named)
    whole = "".join(texts)
    assert whole.count("]") - whole.count("[") == 2 * closing - len(named)
