from __future__ import annotations

from tests.histories import harbours, history_of
from treatydiff.history.story import story

OPEN = "Each harbour is open to every vessel that seeks shelter from a storm at sea."
FEES = "Fees for the use of a quay are made public by the keeper once a year."


def test_a_story_goes_from_the_first_draft_to_the_one_that_deleted_the_clause() -> None:
    changed = FEES.replace("once", "twice")
    history = history_of(harbours(OPEN, FEES), harbours(OPEN, FEES), harbours(OPEN, changed), harbours(OPEN), harbours(OPEN))
    told = story(history, 2, history.drafts[2].clauses[2])
    assert [(chapter.draft, chapter.event) for chapter in told] == [
        (0, "first"),
        (1, "unchanged"),
        (2, "changed"),
        (3, "deleted"),
    ]


def test_what_came_back_is_compared_with_its_last_wording() -> None:
    history = history_of(harbours(OPEN, FEES), harbours(OPEN), harbours(OPEN, FEES.replace("once", "twice")))
    told = story(history, 0, history.drafts[0].clauses[2])
    assert [chapter.event for chapter in told] == ["first", "deleted", "returned"]
    assert [part.text.strip() for part in told[2].redline if part.op != "equal"] == ["once", "twice"]


def test_what_is_new_begins_where_it_came() -> None:
    history = history_of(harbours(OPEN), harbours(OPEN, FEES))
    assert [(one.draft, one.event) for one in story(history, 1, history.drafts[1].clauses[2])] == [(1, "inserted")]
