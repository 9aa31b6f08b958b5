"""One agreement in three languages: what its French and Spanish texts ask of whom, beside what the English text asks.

The texts answer to each other clause by clause. Translators put some duties as permissions and some relative clauses as
sentences, and the other way round, so the figures cannot reach 1; a floor lies just below what is reached.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest

from treatydiff import api
from treatydiff.lexicon import load
from treatydiff.rules import Setting, judge
from treatydiff.rules.examples import change_of
from treatydiff.text.clauses import clauses

if TYPE_CHECKING:
    from pathlib import Path

    from treatydiff.model import Document

AGREEMENT = "bbnj-agreement-2023"
_ACTORS = {
    "fr": "(?:Les|Chaque|Toute) Parties?|La Conférence des Parties|Le secrétariat|L’Organe scientifique et technique",
    "es": "(?:[Ll]as|[Cc]ada|[Tt]oda) Partes?|[Ll]a Conferencia de las Partes|[Ll]a secretaría|El Órgano Científico y Técnico",
}
_REGULAR = "adopt|examin|élabor|décid|notifi|publi|présent|évalu|veill|assur|encourag|favoris|exig|nomm"
_DUTIES = {
    "fr": re.compile(rf"(?P<who>{_ACTORS['fr']}) (?P<verb>{_REGULAR})(?P<many>ent|e)(?!\w)"),
    "es": re.compile(rf"(?P<who>{_ACTORS['es']}) (?P<verb>(?!har)\w+[aei]r)(?P<many>án|á)(?!\w)"),
}
"""Duties in main clauses in verbs with regular forms, which this module can turn into discretions by itself."""


LEAST_REPORTED = 0.98


class Agreement(NamedTuple):
    """Shares of the clauses in which an operator that binds or frees was found in one language or the other."""

    same_operators: float
    same_first_operator: float
    clauses: int


@cache
def _read(folder: Path, language: str) -> Document:
    suffix = "" if language == "en" else f"-{language}"
    return api.read(folder / "un-pdf" / f"{AGREEMENT}{suffix}.pdf")


def _asked(document: Document) -> list[list[str]]:
    """Give for each clause in order the classes of its operators that bind or free somebody."""
    by_clause: defaultdict[str, list[str]] = defaultdict(list)
    for duty in api.duties(document):
        by_clause[duty.clause.id] += [force.name for force in duty.operators if force.strength >= 0]
    return [by_clause[clause.id] for clause in clauses(document)]


def _agreement(one: Document, other: Document) -> Agreement:
    pairs = [(a, b) for a, b in zip(_asked(one), _asked(other), strict=True) if a or b]
    same = sum(set(a) == set(b) for a, b in pairs)
    first = sum(a[:1] == b[:1] for a, b in pairs)
    return Agreement(same / len(pairs), first / len(pairs), len(pairs))


@pytest.mark.parametrize(("language", "floor"), [("fr", Agreement(0.75, 0.82, 300)), ("es", Agreement(0.79, 0.85, 300))])
def test_a_translation_asks_what_the_english_text_asks(corpus: Path, language: str, floor: Agreement) -> None:
    reached = _agreement(_read(corpus, "en"), _read(corpus, language))
    assert [reached_ >= least for reached_, least in zip(reached, floor, strict=True)] == [True] * len(floor), reached


def _as_discretion(duty: re.Match[str], language: str) -> str:
    if language == "fr":
        return f"{duty['who']} {'peuvent' if duty['many'] == 'ent' else 'peut'} {duty['verb']}er"
    return f"{duty['who']} {'podrán' if duty['many'] == 'án' else 'podrá'} {duty['verb']}"


@pytest.mark.parametrize(("language", "fewest"), [("fr", 20), ("es", 60)])
def test_nearly_every_duty_that_is_made_a_discretion_is_reported_as_weaker(corpus: Path, language: str, fewest: int) -> None:
    reported = []
    for clause in clauses(_read(corpus, language)):
        duty = _DUTIES[language].search(clause.words)
        if duty is None or clause.is_heading:
            continue
        weaker = clause.words[: duty.start()] + _as_discretion(duty, language) + clause.words[duty.end() :]
        found = judge(change_of(clause.words, weaker), Setting(load(language)))
        reported.append([one.rule for one in found if one.bindingness == "weakens"] == ["modality"])
    assert len(reported) >= fewest
    assert sum(reported) / len(reported) >= LEAST_REPORTED, (sum(reported), len(reported))


@pytest.mark.parametrize("language", ["fr", "es"])
def test_the_language_of_a_text_is_known_by_its_words(corpus: Path, language: str) -> None:
    assert _read(corpus, language).metadata.language == language


@pytest.mark.parametrize("language", ["fr", "es"])
def test_texts_in_two_languages_are_not_judged(corpus: Path, language: str) -> None:
    compared = api.compare(_read(corpus, "en"), _read(corpus, language))
    assert [change for change in compared.changes if change.findings] == []


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_text_beside_itself_gives_no_finding(corpus: Path, language: str) -> None:
    text = _read(corpus, language)
    assert [change for change in api.compare(text, text).changes if change.findings] == []
