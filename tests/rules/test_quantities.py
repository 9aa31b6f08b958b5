from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from treatydiff.rules.numerals import numerals
from treatydiff.rules.quantities import quantities

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("forty ships", [("forty", Fraction(40))]),
        ("forty (40) ships", [("forty (40)", Fraction(40))]),
        ("forty (41) ships", [("forty", Fraction(40))]),
        ("twenty-five ships", [("twenty-five", Fraction(25))]),
        ("the twenty-fifth ship", [("twenty-fifth", Fraction(25))]),
        ("one hundred and twenty ships and two boats", [("one hundred and twenty", Fraction(120)), ("two", Fraction(2))]),
        ("two thousand three hundred ships", [("two thousand three hundred", Fraction(2300))]),
        ("the two hundredth ship", [("two hundredth", Fraction(200))]),
        ("thirty forty sixty", [("thirty", Fraction(30)), ("forty", Fraction(40)), ("sixty", Fraction(60))]),
        ("a two-thirds majority", [("two-thirds", Fraction(2, 3))]),
        ("1,500 ships and 2.5 metres", [("1,500", Fraction(1500)), ("2.5", Fraction(5, 2))]),
        ("on the 30th day", [("30th", Fraction(30))]),
        ("40–70 ships", [("40", Fraction(40)), ("70", Fraction(70))]),
        ("3/AB.11, B-12, model 7a, item (4)", []),
    ],
)
def test_numbers_are_read_in_words_and_in_digits(english: Lexicon, text: str, expected: list[tuple[str, Fraction]]) -> None:
    found = numerals(text, frozenset(), english)
    assert [(text[slice(*one.span)], one.value) for one in found] == expected


def test_no_number_runs_across_a_bracket(english: Lexicon) -> None:
    found = numerals("twenty five ships", frozenset({6}), english)
    assert [one.value for one in found] == [20, 5]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not later than 30 days after", ("30 days", "day", "period", "ceiling")),
        ("for a period of at least two years", ("two years", "year", "period", "floor")),
        (
            "It enters into force after the fiftieth instrument of accession",
            ("fiftieth instrument", "instrument", "count", "trigger"),
        ),
        ("by a two-thirds majority", ("two-thirds majority", "majority", "share", "ceiling")),
        ("sailors under 16 rest", ("16", "year of age", "age", "none")),
        ("no net growth by 2040", ("2040", "year", "deadline", "ceiling")),
        ("two working days", ("two working days", "working day", "period", "none")),
        ("40–70 per cent of ships", ("40–70 per cent", "per cent", "share", "none")),
        ("three lamps", ("three lamps", "lamp", "other", "none")),
    ],
)
def test_a_quantity_has_its_unit_and_bound(english: Lexicon, text: str, expected: tuple[str, str, str, str]) -> None:
    (found,) = quantities(text, frozenset(), english)
    assert (text[slice(*found.span)], found.unit, found.kind, found.bound) == expected


@pytest.mark.parametrize(
    "text",
    [
        "articles 4, 5 and 7 to 9",
        "paragraph 2 of annex 3",
        "decision 12 of 2019",
        "on 3 March 2021",
        "the second session",
        "1. Ships wait",
        "one of the ships",
        "since 1990 ships wait",
    ],
)
def test_numbers_of_provisions_dates_and_labels_are_no_quantities(english: Lexicon, text: str) -> None:
    assert quantities(text, frozenset(), english) == ()


def test_periods_in_different_units_have_a_common_size(english: Lexicon) -> None:
    (months,) = quantities("twelve months", frozenset(), english)
    (year,) = quantities("one year", frozenset(), english)
    assert months.size == year.size
