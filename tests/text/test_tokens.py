from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydiff.text import tokens as module
from treatydiff.text.tokens import Word, bare_words, cut, is_word, tokens, words


@given(st.text())
def test_the_tokens_of_a_text_join_to_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@given(st.text())
def test_white_space_and_words_come_in_turn(text: str) -> None:
    parts = cut(text)
    assert "".join(parts) == text
    assert not "".join(parts[::2]).strip()
    assert all(part and not part.isspace() for part in parts[1::2])


@pytest.mark.parametrize("word", ["law", "الدَّوْلَة", "条"])
def test_a_run_of_white_space_of_any_kind_is_one_token(word: str) -> None:
    gap = "\x1f\r\x1c \u2028\x85"
    assert tokens(f"{word}{gap}{word}") == [word, gap, word]


def test_words_keep_their_apostrophes_hyphens_and_decimal_points() -> None:
    assert tokens("State's law-making 1.5 °C") == ["State's", " ", "law-making", " ", "1.5", " ", "°", "C"]


def test_punctuation_stands_alone() -> None:
    assert tokens("may, (a)") == ["may", ",", " ", "(", "a", ")"]


def test_vowelled_arabic_words_stay_whole() -> None:
    assert tokens("الدَّوْلَة الطَّرَف") == ["الدَّوْلَة", " ", "الطَّرَف"]


def test_chinese_is_cut_into_characters() -> None:
    assert tokens("第五条 缔约国") == ["第", "五", "条", " ", "缔", "约", "国"]


def test_words_know_their_places_and_leave_white_space_out() -> None:
    assert words("a  b.") == [Word("a", 0, 1), Word("b", 3, 4), Word(".", 4, 5)]


@pytest.mark.parametrize(("token", "expected"), [("shall", True), ("40", True), ("—", False), ("’", False), ("’s", True)])
def test_a_word_carries_letters_or_digits(token: str, expected: bool) -> None:  # noqa: FBT001
    assert is_word(token) is expected


_WITHOUT_MARKS = st.text(alphabet=st.characters(max_codepoint=0x205E))


@given(_WITHOUT_MARKS)
def test_the_fast_way_cuts_as_the_full_one(text: str) -> None:
    assert cut(text) == module._full(with_marks=True).split(text)  # noqa: SLF001 (the law is about the two ways)
    assert bare_words(text) == module._full(with_marks=False).findall(text)  # noqa: SLF001


def test_bare_words_leave_punctuation_and_white_space_out() -> None:
    assert bare_words("Parties' ships, (a) 1.5 °C\n第五") == ["Parties", "ships", "a", "1.5", "C", "第", "五"]
