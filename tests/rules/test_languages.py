"""Pairs of wordings in French and in Spanish, with the one finding that a lawyer expects of each, or none."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from treatydiff.lexicon import load
from treatydiff.rules import Setting, judge

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
