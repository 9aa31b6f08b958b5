"""Which verb of a French or Spanish sentence binds by its tense, and as what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.lexicon import load
from treatydiff.rules.operators import operators

if TYPE_CHECKING:
    from tests.rules.conftest import MakeClause


def _said(make_clause: MakeClause, language: str, words: str, chapeau: str = "") -> list[tuple[str, str]]:
    found = operators((make_clause(words, chapeau=chapeau),), load(language))
    return [(one.reading.known.id, one.reading.words) for one in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Chaque Partie balise ses ports.", [("obligation", "balise")]),
        ("Chaque Partie, selon ses moyens, balise ses ports.", [("obligation", "balise")]),
        ("Les Parties se réunissent.", [("obligation", "se réunissent")]),
        ("Le port n’accueille pas de navires.", [("prohibition", "n’accueille pas")]),
        ("Aucune Partie ne ferme un port.", [("prohibition", "Aucune … ferme")]),
        ("Aucune Partie ne peut fermer un port.", [("prohibition", "Aucune … peut")]),
        ("Les Parties ne peuvent fermer un port.", [("prohibition", "ne peuvent")]),
        ("Les Parties ne peuvent fermer un port que la nuit.", [("permission", "ne peuvent")]),
        ("Les Parties s’efforcent, de bonne foi, de baliser.", [("conduct", "s’efforcent de")]),
        ("Les Parties examinent le plan.", [("consider", "examinent")]),
        ("Les Parties prennent des mesures pour baliser.", [("measures", "prennent des mesures pour")]),
        ("Les Parties ne sont pas tenues de baliser.", [("exemption", "ne sont pas tenues de")]),
        ("Les Parties devraient baliser.", [("recommendation", "devraient")]),
        ("Le phare est éteint par le gardien.", [("obligation", "est")]),
        ("Les ports qui accueillent des navires publient leurs tarifs.", [("obligation", "publient")]),
        ("Lorsqu’un navire coule, les Parties avertissent les autres.", [("obligation", "avertissent")]),
        ("S’il coule, les Parties avertissent les autres.", [("obligation", "avertissent")]),
        ("Les Parties balisent les ports et publient les cartes.", [("obligation", "balisent"), ("obligation", "publient")]),
        ("Les navires qui portent une lampe et sonnent une cloche.", []),
        ("La Partie contractante au sud du port.", []),
        ("Un agent compétent du port.", []),
        ("Le phare est au nord.", []),
        ("Les Parties ont balisé les ports.", []),
        ("Le phare sera rouge.", []),
    ],
)
def test_the_french_present_of_a_main_clause_binds(
    make_clause: MakeClause, words: str, expected: list[tuple[str, str]]
) -> None:
    assert _said(make_clause, "fr", words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Cada Parte balizará sus puertos.", [("obligation", "balizará")]),
        ("Las Partes se reunirán.", [("obligation", "se reunirán")]),
        ("El puerto no recibirá buques.", [("prohibition", "no recibirá")]),
        ("Ninguna Parte cerrará un puerto.", [("prohibition", "Ninguna … cerrará")]),
        ("Ninguna Parte podrá cerrar un puerto.", [("prohibition", "Ninguna … podrá")]),
        ("Las Partes no podrán cerrar un puerto.", [("prohibition", "no podrán")]),
        ("Las Partes se esforzarán, de buena fe, por balizar.", [("conduct", "se esforzarán por")]),
        ("Las Partes examinarán el plan.", [("consider", "examinarán")]),
        ("Las Partes adoptarán medidas para balizar.", [("measures", "adoptarán medidas para")]),
        ("Las Partes no estarán obligadas a balizar.", [("exemption", "no estarán obligadas a")]),
        ("Las Partes deberían balizar.", [("recommendation", "deberían")]),
        ("El faro será apagado por el guardián.", [("obligation", "será")]),
        ("El Acuerdo se aplicará a los puertos.", [("constitutive", "se aplicará")]),
        ("Los métodos que se utilizarán en el puerto.", []),
        ("El faro está en Teherán.", []),
        ("Las Partes publican las cartas.", []),
    ],
)
def test_the_spanish_future_of_a_main_clause_binds(
    make_clause: MakeClause, words: str, expected: list[tuple[str, str]]
) -> None:
    assert _said(make_clause, "es", words) == expected


@pytest.mark.parametrize(
    ("language", "chapeau", "words", "expected"),
    [
        ("fr", "Le secrétariat :", "Balise les ports", [("obligation", "Balise")]),
        ("fr", "Les petits bateaux, lorsque :", "ils portent une lampe", []),
        ("fr", "Les Parties peuvent :", "baliser les ports", [("permission", "peuvent")]),
        ("es", "La secretaría:", "Balizará los puertos", [("obligation", "Balizará")]),
        ("es", "Las Partes deberán:", "balizar los puertos", [("obligation", "deberán")]),
    ],
)
def test_an_item_is_read_by_how_its_chapeau_ends(
    make_clause: MakeClause, language: str, chapeau: str, words: str, expected: list[tuple[str, str]]
) -> None:
    assert _said(make_clause, language, words, chapeau) == expected


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "adopte", "adopter"),
        ("fr", "protègent", "protéger"),
        ("fr", "prennent", "prendre"),
        ("fr", "établit", "établissent"),
        ("fr", "l’échange", "échanger"),
        ("fr", "assure", "assurer"),
        ("fr", "publie", "publier"),
        ("es", "adoptará", "adoptar"),
        ("es", "mantendrán", "mantener"),
        ("es", "harán", "hacer"),
        ("es", "protegerá", "proteger"),
    ],
)
def test_the_forms_of_a_verb_share_a_stem(language: str, one: str, other: str) -> None:
    assert load(language).stem(one) == load(language).stem(other)
