from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.rules.roles import Lead, is_near, is_negative, role

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Each Party shall train crews, including", "examples"),
        ("gear such as", "examples"),
        ("The following are offences:", "offences"),
        ("Each Party shall make it an offence, when done on purpose, to:", "offences"),
        ("No one is turned away on grounds of", "grounds"),
        ("A ship may leave if", "conditions"),
        ("A ship may leave where:", "conditions"),
        ("If fog comes down, each Party shall close", "duties"),
        ("Where appropriate, each Party shall close", "duties"),
        ('"Vessel" means', "definition"),
        ("A crew shall not", "bans"),
        ("A harbour master may", "powers"),
        ("Parties should", "advice"),
        ("a chart of", "plain"),
    ],
)
def test_what_stands_before_a_list_says_what_it_is_a_list_of(english: Lexicon, before: str, expected: str) -> None:
    assert role(Lead(before, ("lamps", "bells")), english) == expected


def test_who_may_authorise_an_act_is_a_list_of_safeguards(english: Lexicon) -> None:
    assert role(Lead("a search approved by a", ("judge", "master")), english) == "authorisers"
    assert role(Lead("a search approved by a", ("sailor", "master")), english) == "plain"


def test_names_of_offences_alone_are_a_list_of_offences(english: Lexicon) -> None:
    assert role(Lead("", ("piracy", "smuggling of goods")), english) == "offences"
    assert role(Lead("", ("piracy", "tolls")), english) == "plain"


def test_an_operator_is_near_where_few_words_and_no_comma_follow_it(english: Lexicon) -> None:
    assert is_near(Lead("Each Party shall keep", ()), english)
    assert not is_near(Lead("Each Party shall keep, as its harbours need them,", ()), english)
    assert not is_near(Lead("a chart of", ()), english)


def test_a_negative_counts_only_near_the_list(english: Lexicon) -> None:
    assert is_negative("A crew shall not", english)
    assert not is_negative("A crew shall not " + "keep a long log of every sail that is set " * 4, english)
