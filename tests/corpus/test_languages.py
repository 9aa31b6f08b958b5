"""One agreement in three languages: what its French and Spanish texts ask of whom, beside what the English text asks.

The texts answer to each other clause by clause. Translators put some duties as permissions and some relative clauses as
sentences, and the other way round, so the figures cannot reach 1; a floor lies just below what is reached.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest

from treatydiff import api
from treatydiff.text.clauses import clauses

if TYPE_CHECKING:
    from pathlib import Path

    from treatydiff.model import Document

AGREEMENT = "bbnj-agreement-2023"


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
