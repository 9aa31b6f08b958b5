from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.rules.operators import operators

if TYPE_CHECKING:
    from tests.rules.conftest import MakeClause
    from treatydiff.lexicon import Lexicon


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Parties shall not be required to sail.", [("exemption", "shall not be required to")]),
        ("Parties shall not sail.", [("prohibition", "shall not")]),
        ("No Party may sail.", [("prohibition", "no … may")]),
        ("Not later than May, Parties may not sail.", [("ambiguous", "may not")]),
        ("This rule shall apply.", [("constitutive", "shall")]),
        ("Parties shall, in time, strive to sail.", [("conduct", "shall strive to")]),
        ("Parties shall also consider sailing.", [("consider", "shall also consider")]),
        ("Parties shall consider and adopt a plan.", [("obligation", "shall")]),
        ("Parties shall take steps to sail.", [("measures", "shall take steps to")]),
        ("Parties must sail and may rest.", [("obligation", "must"), ("permission", "may")]),
        ("Parties are strongly encouraged to sail.", [("recommendation", "are strongly encouraged to")]),
        ("Parties should not sail.", [("advice-against", "should not")]),
        ("Parties shall be entitled to sail.", [("permission", "shall be entitled to")]),
        ("Ships will sail.", [("futurity", "will")]),
        ("Parties take such steps as may be necessary.", []),
        ("It is for each Party, as the case may be.", []),
        ("Should a dispute arise, it is put on 3 May 2030 to a court of its own will.", []),
    ],
)
def test_the_rung_of_the_ladder_is_told(
    make_clause: MakeClause, english: Lexicon, words: str, expected: list[tuple[str, str]]
) -> None:
    found = operators((make_clause(words),), english)
    assert [(one.reading.known.id, one.reading.words.casefold()) for one in found] == expected


@pytest.mark.parametrize(
    ("words", "chapeau", "actor"),
    [
        ("Each State Party shall sail.", "", "each State Party"),
        (
            "At the request of the requested State Party, the requesting State Party shall pay.",
            "",
            "the requesting State Party",
        ),
        ("The Conference of the Parties shall meet.", "", "the Conference of the Parties"),
        ("The port authority shall meet.", "", "the port authority"),
        ("The national lighthouse keeper shall rest.", "", "the national lighthouse keeper"),
        ("Where fog has come down over the whole of a port and its roads nobody shall sail.", "", ""),
        ("Shall sail.", "Each Party:", "each Party"),
        ("shall, where possible, sail", "Each Party:", "each Party"),
        ("sail", "Parties shall, in time:", "Parties"),
    ],
)
def test_the_actor_is_the_grammatical_subject(
    make_clause: MakeClause, english: Lexicon, words: str, chapeau: str, actor: str
) -> None:
    (found,) = operators((make_clause(words, chapeau=chapeau),), english)
    assert found.actor == actor


def test_an_item_inherits_the_operator_with_which_its_chapeau_ends(make_clause: MakeClause, english: Lexicon) -> None:
    (lent,) = operators((make_clause("sail at dawn", chapeau="Each Party shall:"),), english)
    (joined,) = operators((make_clause("endeavour to sail", chapeau="Each Party shall:"),), english)
    (own,) = operators((make_clause("may sail", chapeau="Each Party shall:"),), english)
    assert (lent.reading.known.id, lent.is_inherited) == ("obligation", True)
    assert (joined.reading.known.id, joined.span) == ("conduct", (0, len("endeavour to")))
    assert (own.reading.known.id, own.span) == ("permission", (0, 3))


def test_an_item_after_a_chapeau_with_a_verb_of_its_own_inherits_nothing(make_clause: MakeClause, english: Lexicon) -> None:
    assert operators((make_clause("lamps", chapeau="Each Party shall keep the following:"),), english) == ()


@pytest.mark.parametrize(
    "words", ["Each Party [shall][may] sail.", "Each Party [shall] / [may] sail.", "Each Party shall/may sail."]
)
def test_operators_side_by_side_are_a_choice_left_open(make_clause: MakeClause, english: Lexicon, words: str) -> None:
    (found,) = operators((make_clause(words),), english)
    assert ([reading.words for reading in found.readings], found.bracketed) == (["shall", "may"], True)


def test_brackets_around_a_whole_paragraph_do_not_contest_its_operator(make_clause: MakeClause, english: Lexicon) -> None:
    (found,) = operators((make_clause("[Each Party shall sail at dawn from the nearest port.]"),), english)
    assert not found.bracketed
