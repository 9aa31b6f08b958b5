from __future__ import annotations

from tests.histories import harbours, history_of

OPEN = "Each harbour is open to every vessel that seeks shelter from a storm at sea."
FEES = "Fees for the use of a quay are made public by the keeper once a year."


def test_what_came_back_nearly_word_for_word_is_known_again() -> None:
    history = history_of(harbours(OPEN, FEES), harbours(OPEN), harbours(OPEN, FEES.replace("once", "twice")))
    assert [(one.before, one.after) for one in history.returns] == [(0, 2)]
    assert 0.85 <= history.returns[0].similarity < 1


def test_a_new_text_on_an_old_subject_is_none_that_came_back() -> None:
    other = "The keeper tells the public of the fees for quays whenever they change."
    assert history_of(harbours(OPEN, FEES), harbours(OPEN), harbours(OPEN, other)).returns == ()


def test_a_few_words_come_back_by_chance() -> None:
    assert history_of(harbours(OPEN, "Fees are due."), harbours(OPEN), harbours(OPEN, "Fees are due.")).returns == ()


def test_one_of_two_alike_is_not_known_again() -> None:
    twice = [FEES.replace("quay", thing) for thing in ("quay", "dock")]
    history = history_of(harbours(OPEN, *twice), harbours(OPEN), harbours(OPEN, FEES.replace("quay", "pier")))
    assert history.returns == ()


def test_a_clause_comes_back_once() -> None:
    history = history_of(harbours(OPEN, FEES), harbours(OPEN), harbours(OPEN, FEES), harbours(OPEN), harbours(OPEN, FEES))
    assert [(one.before, one.after) for one in history.returns] == [(0, 2), (2, 4)]
