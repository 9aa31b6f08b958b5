from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.folder import trace
from treatydiff.history.stations import share, stations

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import MakeTreaty
    from treatydiff.history.stations import Station
    from treatydiff.model import History


@pytest.fixture(scope="module")
def history(harbours: Path) -> History:
    return trace(harbours)


def of_line(history: History, name: str) -> tuple[Station, ...]:
    number = next(number for number, line in enumerate(history.lines) if line.id == name)
    return stations(history)[number]


def test_a_line_has_a_station_in_every_draft_that_has_the_clause(history: History) -> None:
    told = of_line(history, "fourth/art_1__para_2")
    assert [(one.draft, one.kind) for one in told] == [(0, "first"), (1, "edited"), (2, "edited"), (3, "same")]


def test_a_clause_that_goes_and_comes_back_is_deleted_then_returned(history: History) -> None:
    told = of_line(history, "fourth/art_4__para_1")
    assert [(one.draft, one.kind, one.clause is None) for one in told] == [
        (0, "first", False),
        (1, "deleted", True),
        (3, "returned", False),
    ]


def test_what_came_back_is_held_against_its_last_wording(history: History) -> None:
    change = of_line(history, "fourth/art_4__para_1")[-1].change
    assert change is not None
    assert "".join(part.text for part in change.redline if part.op == "equal") == change.new_words


def test_the_share_counts_words_of_both_wordings(history: History) -> None:
    told = of_line(history, "fourth/art_1__para_2")
    # 14 words stay on either side, "shall", "and each night" and "may" come or go
    assert told[1].share == pytest.approx(5 / (5 + 2 * 14))
    assert told[3].share == 0.0


def test_what_is_new_or_gone_changed_as_a_whole(history: History) -> None:
    assert [one.share for one in of_line(history, "fourth/art_2__para_1")] == [1.0, 0.0]
    assert of_line(history, "fourth/art_4__para_1")[1].share == 1.0


def test_brackets_show_in_the_standing_of_the_draft_that_has_them(history: History) -> None:
    states = [one.standing.state for one in of_line(history, "fourth/art_1__para_2") if one.standing]
    assert states == ["contested", "plain", "plain", "plain"]


def test_a_clause_that_only_follows_a_renumbering_did_not_change(make_treaty: MakeTreaty) -> None:
    boats = "Article 1. Boats\n\n1. Boats bear the marks that article 2 asks for, on bow and stern alike.\n\n"
    marks = "Article 2. Marks\n\n1. Marks are painted in white on black, three cubits high and one cubit wide.\n"
    sails = "Article 2. Sails\n\n1. Sails are furled before the bar is passed, whatever the wind may be that day.\n\n"
    after = boats.replace("article 2", "article 3") + sails + marks.replace("Article 2", "Article 3")
    history = trace(make_treaty(old=boats + marks, new=after))
    followed = next(one for told in stations(history) for one in told if one.change and one.change.follows)
    assert share(followed.change) == 0.0


def test_every_clause_of_every_draft_has_one_station(history: History) -> None:
    found = [(one.draft, one.clause.id) for told in stations(history) for one in told if one.clause]
    assert sorted(found) == sorted((n, clause.id) for n, draft in enumerate(history.drafts) for clause in draft.clauses)
