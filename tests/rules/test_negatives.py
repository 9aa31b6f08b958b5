from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.rules.case import Case, Wording
from treatydiff.rules.negatives import flips, negatives
from treatydiff.rules.polarity import is_negation_only
from treatydiff.rules.setting import Setting

if TYPE_CHECKING:
    from tests.rules.conftest import MakeChange, MakeClause
    from treatydiff.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("No ship that leaks shall sail.", [("no", "ship that leaks shall sail")]),
        ("It shall not later than noon not be closed.", [("not", "be closed")]),
        ("Neither the ship nor its crew waits.", [("neither", "the ship nor its crew waits")]),
        ("It sails without delay, without a pilot.", [("without", "a pilot")]),
        ("It does not fail to sail.", [("not", "fail to sail"), ("fail to", "sail")]),
        ("It counts whether or not it is laden, and not only by day.", []),
        ("It names non-public ports, not limited to these.", []),
    ],
)
def test_a_negative_is_found_with_what_it_negates(
    make_clause: MakeClause, english: Lexicon, text: str, found: list[tuple[str, str]]
) -> None:
    said = negatives(Wording((make_clause(text),), english), [(0, len(text))])
    assert [(one.words, one.shown.strip()) for one in said] == found


@pytest.mark.parametrize(
    ("old", "new", "negated"),
    [
        ("a lawful catch", "an unlawful catch", [True]),
        ("a non-binding list", "a binding list", [False]),
        ("an informal talk", "a formal talk", [False]),
        ("It refuses tolls.", "It accepts tolls.", [False]),
        ("a non-governmental port", "a governmental port", []),
        ("an irregular immigration", "an irregular migration", []),
        ("it is so until noon", "it is so till noon", []),
    ],
)
def test_a_word_that_became_its_opposite_is_told_from_one_that_looks_like_it(
    make_change: MakeChange, english: Lexicon, old: str, new: str, negated: list[bool]
) -> None:
    change = make_change(old, new)
    assert [flip.negated for flip in flips(Case(change, Setting(english)))] == negated


@pytest.mark.parametrize(
    ("old", "new", "alone"),
    [
        ("Parties shall sail.", "Parties shall not sail.", True),
        ("Any Party may sail.", "No Party may sail.", True),
        ("Parties should sail.", "Parties should not sail.", True),
        ("Parties may sail.", "Parties may not sail.", False),
        ("Parties may sail.", "Parties shall not sail.", False),
        ("Parties shall sail.", "Parties shall not be required to sail.", False),
    ],
)
def test_operators_that_differ_by_a_negative_alone_are_left_to_the_rule_for_negation(
    make_clause: MakeClause, english: Lexicon, old: str, new: str, *, alone: bool
) -> None:
    (a,), (b,) = (Wording((make_clause(text),), english).operators for text in (old, new))
    assert is_negation_only(a.reading, b.reading) is alone
