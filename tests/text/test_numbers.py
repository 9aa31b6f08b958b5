from __future__ import annotations

import pytest

from treatydiff.text.numbers import bare, cleaned, comparable


@pytest.mark.parametrize(
    ("num", "expected"),
    [
        ("Article 5 bis", "5 bis"),
        ("ARTICLE  12.", "12"),
        ("1.", "1"),
        ("(b)", "b"),
        ("a)", "a"),
        ("Chapter IV", "IV"),
        ("Artículo 5", "5"),
        ("المادة 5", "5"),
        ("", ""),
    ],
)
def test_a_number_stands_bare_of_its_level_and_its_punctuation(num: str, expected: str) -> None:
    assert bare(num) == expected


@pytest.mark.parametrize(("one", "other"), [("1.", "(1)"), ("Article 5 bis", "article 5bis."), ("(A)", "a)")])
def test_numbers_that_differ_in_style_alone_compare_equal(one: str, other: str) -> None:
    assert comparable(one) == comparable(other)


def test_numbers_that_differ_do_not_compare_equal() -> None:
    assert comparable("5 bis") != comparable("5 ter")


@pytest.mark.parametrize(("num", "expected"), [("Article 5 bis", "5bis"), ("(a)", "a"), ("3.3 bis", "3-3bis"), ("IV.", "IV")])
def test_a_number_in_an_id_has_no_spaces_and_hyphens_inside(num: str, expected: str) -> None:
    assert cleaned(num) == expected
