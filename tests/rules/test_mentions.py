from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.rules.case import Wording
from treatydiff.rules.mentions import mentions

if TYPE_CHECKING:
    from tests.rules.conftest import MakeClause
    from treatydiff.lexicon import Lexicon
    from treatydiff.rules.mentions import Mention


def _found(text: str, make_clause: MakeClause, lexicon: Lexicon) -> tuple[Mention, ...]:
    return mentions(Wording((make_clause(text),), lexicon), [(0, len(text))])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Each Party shall mark wrecks.", [("Each Party", "subject")]),
        (
            "The owner, within a year, shall pay the port authority.",
            [("The owner", "subject"), ("the port authority", "other")],
        ),
        ("The chart is drawn by the Committee.", [("the Committee", "agent")]),
        ("Each Party shall report to the secretariat.", [("Each Party", "subject"), ("the secretariat", "recipient")]),
        ("A State Party that has dredged may rest.", [("A State Party", "subject")]),
        ("The master of the ship shall call the coastguard.", [("The master", "subject"), ("the coastguard", "other")]),
        ("At the wish of the owner, ships shall wait.", [("the owner", "other")]),
        ("Parties shall state the draught and chair the meeting.", [("Parties", "subject")]),
        (
            "The court fees of the United States lie with a person of authority.",
            [("a person", "other"), ("authority", "other")],
        ),
        ("It has the authority to sail in person.", []),
    ],
)
def test_an_actor_is_found_with_the_part_that_it_plays(
    make_clause: MakeClause, english: Lexicon, text: str, said: list[tuple[str, str]]
) -> None:
    assert [(text[slice(*one.span)], one.role) for one in _found(text, make_clause, english)] == said


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("each State Party", "a Party", True),
        ("the requested State Party", "the State Party that received the request", True),
        ("the requested State Party", "the requesting State Party", False),
        ("UNODC", "the United Nations Office on Drugs and Crime", True),
        ("a law-enforcement agency", "law enforcement agencies", True),
        ("the organisation", "the organization", True),
        ("each State", "each State Party", False),
        ("the competent authority", "the judicial authority", False),
    ],
)
def test_one_actor_has_one_name_however_it_is_called(
    make_clause: MakeClause, english: Lexicon, one: str, other: str, *, alike: bool
) -> None:
    (first,), (second,) = _found(one, make_clause, english), _found(other, make_clause, english)
    assert (first.name == second.name) is alike


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Each Party", "each"),
        ("Every State", "each"),
        ("The Parties", "all together"),
        ("States Parties", "all together"),
        ("All Parties", "any"),
        ("A Party", "any"),
        ("The Committee", "any"),
    ],
)
def test_each_one_is_told_from_all_together(make_clause: MakeClause, english: Lexicon, text: str, number: str) -> None:
    assert [one.number for one in _found(text, make_clause, english)] == [number]
