from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.rules.connectors import connectors

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Parties pay, unless ice came.", [("exception", "unless", " ice came")]),
        ("Ships wait, save in so far as they carry mail, in port.", [("exception", "save in so far as", " they carry mail")]),
        ("Ships pay, provided that they load; others wait.", [("condition", "provided that", " they load")]),
        ("It sails only if the sea is calm.", [("condition", "only if", " the sea is calm")]),
        ("Subject to article 5, ships pay.", [("subject", "Subject to", " article 5")]),
        ("Notwithstanding article 5, ships pay.", [("notwithstanding", "Notwithstanding", " article 5")]),
        ("Nothing in this Annex affects article 5.", [("without prejudice", "Nothing in this Annex affects", " article 5")]),
        ("This article does not apply to lifeboats.", [("not apply", "does not apply to", " lifeboats")]),
        ("Parties mark wrecks if they can.", [("if", "if", " they can")]),
        ("Buoys save lives and the costs are subject to tolls.", []),
        ("Food is provided for crews whether or not they pay.", []),
        ("It is open to each party, subject to ratification.", []),
    ],
)
def test_a_connector_is_found_with_what_it_introduces(english: Lexicon, text: str, found: list[tuple[str, str, str]]) -> None:
    said = [(one.id, text[slice(*one.span)], text[slice(*one.complement)]) for one in connectors(text, english)]
    assert said == found


def test_a_default_rule_is_told_from_an_exception(english: Lexicon) -> None:
    text = "Ships pay, unless otherwise agreed; crews eat, unless the Parties agree otherwise; pilots wait, unless ice came."
    assert [one.is_boilerplate for one in connectors(text, english)] == [True, True, False]


def test_only_the_stretches_that_are_asked_for_are_searched(english: Lexicon) -> None:
    text = "Ships pay unless ice came. Crews eat unless they slept."
    assert [one.span for one in connectors(text, english, [(27, len(text))])] == [(37, 43)]


def test_the_words_before_a_connector_are_those_of_its_item(english: Lexicon) -> None:
    (found,) = connectors("A port may: (a) move a ship; (b) sell the cargo, provided that the owner was asked.", english)
    assert found.anchor == {english.stem("sell"), english.stem("cargo")}
