from __future__ import annotations

from typing import TYPE_CHECKING

from tests.histories import harbours, history_of
from treatydiff.history.blame import blame, shares

if TYPE_CHECKING:
    from treatydiff.model import History

DUTY = "Each Party shall open its harbours to every vessel that seeks shelter from a storm at sea."
FEES = "Fees for the use of a quay are made public by the keeper once a year."


def runs(history: History, draft: int, label: str = "article 1, paragraph 1") -> list[tuple[str, int, bool]]:
    blamed = next(one for one in blame(history, draft) if one.clause.label == label)
    return [(run.text, run.draft, run.restored) for run in blamed.runs]


def test_each_word_is_of_the_draft_that_brought_it() -> None:
    history = history_of(harbours(DUTY), harbours(DUTY.replace("shall", "may")), harbours(DUTY.replace("shall", "may")))
    assert runs(history, 2) == [
        ("Each Party ", 0, False),
        ("may ", 1, False),
        ("open its harbours to every vessel that seeks shelter from a storm at sea.", 0, False),
    ]


def test_a_word_that_went_and_came_back_is_of_its_first_draft_and_restored() -> None:
    shorter = DUTY.replace("that seeks shelter from a storm ", "")
    history = history_of(harbours(DUTY), harbours(shorter), harbours(DUTY))
    assert ("that seeks shelter from a storm ", 0, True) in runs(history, 2)


def test_a_clause_that_came_back_is_restored_but_for_what_is_new_in_it() -> None:
    history = history_of(harbours(DUTY, FEES), harbours(DUTY), harbours(DUTY, FEES.replace("once", "twice")))
    found = runs(history, 2, "article 1, paragraph 2")
    assert [(text.strip(), draft, back) for text, draft, back in found] == [
        ("Fees for the use of a quay are made public by the keeper", 0, True),
        ("twice", 2, False),
        ("a year.", 0, True),
    ]


def test_common_words_do_not_come_back_alone() -> None:
    history = history_of(harbours(f"{DUTY} It is of use."), harbours(DUTY), harbours(f"{DUTY} Fees of quays fall."))
    assert all(not restored for _, _, restored in runs(history, 2))


def test_words_keep_their_draft_through_a_split_and_a_merger() -> None:
    both = f"{DUTY} {FEES}"
    history = history_of(harbours(both), harbours(DUTY, FEES), harbours(both))
    assert {draft for _, draft, _ in runs(history, 1, "article 1, paragraph 2")} == {0}
    assert {draft for _, draft, _ in runs(history, 2)} == {0}


def test_shares_count_words_by_draft() -> None:
    history = history_of(harbours(DUTY), harbours(DUTY.replace("shall", "may now")))
    blamed = [one for one in blame(history, 1) if one.clause.label == "article 1, paragraph 1"]
    assert shares(blamed) == {0: 16, 1: 2}
