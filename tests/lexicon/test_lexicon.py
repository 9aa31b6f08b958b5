from __future__ import annotations

from fractions import Fraction

import pytest

from treatydiff.lexicon import Lexicon, load


@pytest.fixture(scope="session")
def english() -> Lexicon:
    return load("en")


@pytest.mark.parametrize("language", ["", "xx", "../en", "en/..", "EN.toml"])
def test_a_language_without_a_file_has_an_empty_lexicon(language: str) -> None:
    lexicon = load(language)
    assert (lexicon.language, lexicon.operators, lexicon.settings) == (language, (), {})


def test_an_empty_lexicon_matches_nothing() -> None:
    lexicon = Lexicon()
    text = "Each Party shall, where possible, lend 3 ships."
    finders = [lexicon.operator_pattern, lexicon.actor_pattern, lexicon.qualifier_pattern, lexicon.unit_pattern]
    patterns = [lexicon.operator_formulas, lexicon.qualifier_formulas, lexicon.pattern("numbers", "age")]
    assert [finder.search(text) for finder in (*finders, lexicon.safeguards)] == [None] * 5
    assert [pattern.search(text) for pattern in patterns] == [None] * 3


def test_the_ladder_is_matched_from_exemption_to_permission(english: Lexicon) -> None:
    order = [known.id for known in english.operators]
    ladder = ["exemption", "prohibition", "constitutive", "conduct", "consider", "obligation", "recommendation", "permission"]
    assert sorted(ladder, key=order.index) == ladder


def test_every_operator_has_a_name_and_a_strength_on_the_ladder(english: Lexicon) -> None:
    assert [known.id for known in english.operators if not known.name or known.strength not in range(-1, 6)] == []
    assert len({known.name for known in english.operators}) == len(english.operators)


def test_number_words_have_their_values(english: Lexicon) -> None:
    assert dict(english.numerals)["forty"] == dict(english.ordinals)["fortieth"] == 40
    assert dict(english.fractions)["two-thirds"] == Fraction(2, 3)


def test_every_name_of_a_unit_belongs_to_one_unit(english: Lexicon) -> None:
    names = [word for unit in english.units for word in unit.words]
    assert len(names) == len(set(names))
    assert {word: english.units_by_name[word].days for word in ("days", "week", "votes")} == {
        "days": 1,
        "week": 7,
        "votes": None,
    }


def test_only_periods_have_a_length(english: Lexicon) -> None:
    assert {unit.kind for unit in english.units if unit.days is not None} == {"period"}


@pytest.mark.parametrize(
    ("one", "other"), [("establish", "establishing"), ("transfer", "transferring"), ("apply", "applies"), ("share", "shared")]
)
def test_the_forms_of_a_word_share_a_stem(english: Lexicon, one: str, other: str) -> None:
    assert english.stem(one) == english.stem(other)


def test_words_of_different_meaning_have_different_stems(english: Lexicon) -> None:
    assert len({english.stem(word) for word in ("sail", "said", "ship", "shall", "lend", "land")}) == 6
