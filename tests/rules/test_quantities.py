from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from treatydiff.lexicon import load
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


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("fr", "vingt et un navires", [21]),
        ("fr", "entre vingt et trente jours", [20, 30]),
        ("fr", "soixante-douze heures et quatre-vingt-dix-sept jours", [72, 97]),
        ("fr", "quatre-vingts phares", [80]),
        ("fr", "deux cent trente-cinq ports", [235]),
        ("fr", "trois mille cinq cents marins", [3500]),
        ("fr", "le quarantième instrument", [40]),
        ("fr", "le vingt et unième jour", [21]),
        ("fr", "cinquante pour cent", [50]),
        ("fr", "1 500 tonnes et 2,5 mètres", [1500, Fraction(5, 2)]),
        ("fr", "la 30e journée, le 1er port", [30, 1]),
        ("fr", "quarante (40) navires", [40]),
        ("es", "treinta y cinco buques", [35]),
        ("es", "entre veinte y treinta días", [20, 30]),
        ("es", "ciento veinte buques", [120]),
        ("es", "doscientas treinta y cuatro boyas", [234]),
        ("es", "dos mil quinientos faros", [2500]),
        ("es", "el cuadragésimo segundo instrumento", [42]),
        ("es", "veintidós días", [22]),
        ("es", "cincuenta por ciento", [50]),
        ("es", "1.500 toneladas y 2,5 metros", [1500, Fraction(5, 2)]),
        ("es", "el 30.º día", [30]),
    ],
)
def test_numbers_are_read_as_other_languages_write_them(language: str, text: str, values: list[Fraction]) -> None:
    assert [one.value for one in numerals(text, frozenset(), load(language))] == values


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "au plus tard 30 jours après", ("30 jours", "day", "period", "ceiling")),
        ("fr", "dans un délai d’un mois", ("un mois", "month", "period", "ceiling")),
        ("fr", "une durée de six ans au moins", ("six ans au moins", "year", "period", "floor")),
        ("fr", "à la majorité des deux tiers", ("majorité des deux tiers", "majority", "share", "none")),
        ("fr", "les marins âgés de moins de 16 ans", ("16 ans", "year of age", "age", "ceiling")),
        ("es", "a más tardar 30 días después", ("30 días", "day", "period", "ceiling")),
        ("es", "en un plazo de un mes", ("un mes", "month", "period", "ceiling")),
        ("es", "una duración de seis años como mínimo", ("seis años como mínimo", "year", "period", "floor")),
        ("es", "por mayoría de dos tercios", ("mayoría de dos tercios", "majority", "share", "none")),
        ("es", "los menores de 16 años", ("16 años", "year of age", "age", "none")),
    ],
)
def test_a_quantity_has_its_unit_and_bound_in_other_languages(
    language: str, text: str, expected: tuple[str, str, str, str]
) -> None:
    (found,) = quantities(text, frozenset(), load(language))
    assert (text[slice(*found.span)], found.unit, found.kind, found.bound) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "les articles 4, 5 et 7"),
        ("fr", "un État et une carte"),
        ("fr", "le 3 mars 2021"),
        ("es", "los artículos 4, 5 y 7"),
        ("es", "un Estado y una carta"),
        ("es", "el 3 de marzo de 2021"),
    ],
)
def test_articles_provisions_and_dates_are_no_quantities_in_other_languages(language: str, text: str) -> None:
    assert quantities(text, frozenset(), load(language)) == ()
