from __future__ import annotations

from tests.histories import harbours, history_of
from treatydiff.history.overview import overview

DUTY = "Each Party shall open its harbours to every vessel that seeks shelter from a storm at sea."


def test_the_overview_has_each_step_and_what_went_back_and_forth() -> None:
    seen = overview(history_of(harbours(DUTY), harbours(DUTY.replace("shall", "may")), harbours(DUTY)))
    assert [(step.before, step.after, counted.kinds["edited"]) for step, counted in seen.steps] == [(0, 1, 1), (1, 2, 1)]
    assert [path.rule for path in seen.reversals] == ["modality"]
    assert (seen.options, seen.reopened) == ((), ())


def test_reversals_of_mere_spelling_are_left_out() -> None:
    spelt = DUTY.replace("harbours", "harbors")
    assert overview(history_of(harbours(DUTY), harbours(spelt), harbours(DUTY))).reversals == ()
