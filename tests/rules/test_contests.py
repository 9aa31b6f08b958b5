from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.rules import Case, Setting
from treatydiff.rules.contests import contests, opened, outcomes

if TYPE_CHECKING:
    from tests.rules.conftest import MakeChange
    from treatydiff.lexicon import Lexicon


def _case(make_change: MakeChange, english: Lexicon, old: str, new: str) -> Case:
    return Case(make_change(old, new), Setting(english))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Ports [shall][may] lend [old] tugs.", [["shall", "may"], ["old"]]),
        ("Ports shall/should lend tugs.", [["shall", "should"]]),
        ("Ports lend [tugs [and barges]].", [["tugs and barges"]]),
        ("Ports lend [tugs] / [barges].", [["tugs", "barges"]]),
        ("Ports lend tugs.", []),
        ("Ports lend tugs [or barges", []),
    ],
)
def test_brackets_side_by_side_are_one_contest(
    make_change: MakeChange, english: Lexicon, raw: str, expected: list[list[str]]
) -> None:
    side = _case(make_change, english, raw, raw).old
    assert [[side.text[slice(*choice.span)] for choice in one.choices] for one in contests(side)] == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[A tug] [A tug or a barge] waits.", "A tug or a barge waits.", [("chosen", ["A tug or a barge"], ["A tug"])]),
        ("A tug [waits] [sails] [sinks].", "A tug sails.", [("chosen", ["sails"], ["waits", "sinks"])]),
        ("A tug [always] waits.", "A tug always waits.", [("lifted", ["always"], [])]),
        ("A tug [always] waits.", "A tug waits.", [("dropped", [], ["always"])]),
        ("[A tug [always] waits.]", "A tug waits.", [("dropped", [], ["always"])]),
        ("[A tug [always] waits.]", "A tug always waits.", [("lifted", ["A tug always waits."], [])]),
        ("A tug [[waits] [sails]].", "A tug [waits] [sails].", []),
        ("A tug [waits] [sails].", "A tug [sails] [waits].", []),
        ("Part[y][ies] wait.", "Party waits.", []),
        ("See annex [X].", "See annex 2.", []),
    ],
)
def test_a_contest_is_settled_where_its_words_stand_or_went_as_a_whole(
    make_change: MakeChange, english: Lexicon, old: str, new: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    case = _case(make_change, english, old, new)
    found = [
        (
            one.fate,
            [case.old.text[slice(*choice.span)] for choice in one.stands],
            [case.old.text[slice(*choice.span)] for choice in one.gone],
        )
        for one in outcomes(case)
    ]
    assert found == expected


def test_the_draft_tells_who_proposed_a_choice(make_change: MakeChange, english: Lexicon) -> None:
    side = _case(make_change, english, "Ports lend [Canada proposes: tugs] [barges (EU)].", "Ports lend tugs.").old
    assert [choice.who for one in contests(side) for choice in one.choices] == ["Canada proposes", "EU"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("A tug waits.", "A tug [always] waits.", [("always", False)]),
        ("A tug always waits.", "A tug [always] waits.", [("always", True)]),
        ("[A tug always waits.]", "A tug [always] waits.", []),
        ("A tug [always] waits.", "A barge [always] waits.", []),
    ],
)
def test_words_in_new_brackets_are_open_now(
    make_change: MakeChange, english: Lexicon, old: str, new: str, expected: list[tuple[str, bool]]
) -> None:
    case = _case(make_change, english, old, new)
    assert [(case.new.text[slice(*contest.span)], stood) for contest, stood in opened(case)] == expected
