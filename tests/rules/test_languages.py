"""Pairs of wordings in French and in Spanish, with the one finding that a lawyer expects of each, or none."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatydiff.lexicon import load
from treatydiff.rules import Setting, judge
from treatydiff.rules.examples import change_of

if TYPE_CHECKING:
    from tests.rules.conftest import MakeChange

LANGUAGES = ("fr", "es")
FEWEST_PAIRS = 40
FEWEST_SILENT = 15


class Pair(NamedTuple):
    """A row of a table; `rule` is empty where nothing may be said."""

    old: str
    new: str
    rule: str
    severity: str
    bindingness: str
    actor: str
    chapeau: str


def _pairs(language: str) -> list[Pair]:
    with (Path(__file__).parent / f"{language}.csv").open(encoding="utf-8", newline="") as file:
        return [Pair(**row) for row in csv.DictReader(file)]


PAIRS = [
    pytest.param(language, pair, id=f"{language}-{n}")
    for language in LANGUAGES
    for n, pair in enumerate(_pairs(language), start=2)
]


@pytest.mark.parametrize(("language", "pair"), PAIRS)
def test_a_pair_has_the_finding_that_is_expected_and_no_other(make_change: MakeChange, language: str, pair: Pair) -> None:
    change = make_change(pair.old, pair.new, chapeau=pair.chapeau)
    said = [(f.rule, f.severity, f.bindingness, f.actor) for f in judge(change, Setting(load(language)))]
    assert said == ([(pair.rule, pair.severity, pair.bindingness, pair.actor)] if pair.rule else [])


@pytest.mark.parametrize(("language", "pair"), PAIRS)
def test_a_pair_says_nothing_in_the_words_of_another_language(make_change: MakeChange, language: str, pair: Pair) -> None:
    change = make_change(pair.old, pair.new, chapeau=pair.chapeau)
    other = "es" if language == "fr" else "fr"
    assert [f for f in judge(change, Setting(load(other))) if f.rule == "modality"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_enough_pairs_on_which_something_and_on_which_nothing_is_said(language: str) -> None:
    pairs = _pairs(language)
    assert len(pairs) >= FEWEST_PAIRS
    assert sum(not pair.rule for pair in pairs) >= FEWEST_SILENT


_WORDS = {
    "fr": [
        *[
            "chaque Partie",
            "les Parties",
            "publie",
            "publient",
            "ne",
            "pas",
            "peut",
            "n’adopte",
            "s’efforcent de",
            "[peut][doit]",
        ],
        *[
            "qui",
            "lorsque",
            "aucune Partie",
            "dans un délai de",
            "trente jours",
            "[10] [20] jours",
            "les deux tiers",
            "l’article 7",
        ],
        *[
            "selon qu’il convient",
            "notamment",
            "le rapport",
            "sans",
            ",",
            ".",
            ";",
            "conformément à son droit interne",
            "et",
            "(",
        ],
    ],
    "es": [
        *[
            "cada Parte",
            "las Partes",
            "publicará",
            "publicarán",
            "no",
            "podrá",
            "deberá",
            "se esforzarán por",
            "[podrá][deberá]",
        ],
        *["que", "cuando", "ninguna Parte", "en un plazo de", "treinta días", "[10] [20] días", "dos tercios", "el artículo 7"],
        *[
            "según proceda",
            "entre otras cosas",
            "el informe",
            "sin",
            ",",
            ".",
            ";",
            "de conformidad con su derecho interno",
            "y",
            "(",
        ],
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(deadline=None)
def test_every_finding_quotes_the_words_at_its_spans(language: str, data: st.DataObject) -> None:
    words = st.lists(st.sampled_from(_WORDS[language]), min_size=1, max_size=14).map(" ".join)
    change = change_of(data.draw(words), data.draw(words))
    for finding in judge(change, Setting(load(language))):
        for text, span, quoted in (
            (change.old_words, finding.old_span, finding.old),
            (change.new_words, finding.new_span, finding.new),
        ):
            assert quoted == (text[slice(*span)] if span else "")
        assert finding.old or finding.new


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(deadline=None)
def test_equal_wordings_give_no_finding_even_when_they_are_judged(language: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(_WORDS[language]), min_size=1, max_size=14).map(" ".join))
    change = change_of(words, words)
    edited = change._replace(link=change.link._replace(kind="edited"))
    assert judge(edited, Setting(load(language))) == ()
