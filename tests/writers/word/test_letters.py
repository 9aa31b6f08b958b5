from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from treatydiff.writers.word import enclosed
from treatydiff.writers.word.letters import printable

DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_line_feeds_and_tabs_are_printable() -> None:
    assert printable("a\nb\tc") == "a\nb\tc"


def test_control_characters_and_lone_surrogates_are_shown() -> None:
    assert printable("a\x00\x0b\r\x7f\x85\udc00b") == "a\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdb"


def test_arabic_with_its_marks_of_direction_is_left_alone() -> None:
    assert printable("المادة\u200f 5") == enclosed("المادة\u200f 5") == "المادة\u200f 5"


def test_an_override_ends_with_the_words_that_it_stands_in() -> None:
    assert enclosed("pay \u202eeno\u202c all \u202e") == "\u2068pay \u202eeno\u202c all \u202e\u202c\u2069"


def test_what_closes_nothing_is_left_out() -> None:
    assert enclosed("a\u2069b\u202c") == "\u2068ab\u2069"


@given(st.text(alphabet=f"ab{DIRECTIONS}", max_size=12))
def test_enclosed_words_close_all_that_they_open(words: str) -> None:
    open_: list[str] = []
    for letter in enclosed(words):
        kind = unicodedata.bidirectional(letter)
        if kind in {"PDI", "PDF"}:
            assert (open_.pop() in {"LRI", "RLI", "FSI"}) is (kind == "PDI")
        elif kind in {"LRI", "RLI", "FSI", "LRE", "RLE", "LRO", "RLO"}:
            open_.append(kind)
    assert not open_
