from __future__ import annotations

from tests.histories import harbours, history_of
from treatydiff.history.outcomes import options, reopened

DUTY = "Each Party shall open its harbours to every vessel that seeks shelter from a storm at sea."
CHOICE = (
    "Article 1. Harbours\n\n1.\n\nOption 1: Fees for the use of a quay are made public by the keeper once a year.\n\n"
    "Option 2: No vessel pays for the use of any quay, whatever flag she flies and whatever she carries.\n\n"
    "Article 2. Lights\n\n1. Each light on the coast is lit at dusk.\n"
)
ONE = harbours("Fees for the use of a quay are made public by the keeper once a year.")


def test_the_option_that_goes_on_as_text_won_and_the_other_lost() -> None:
    found = options(history_of(CHOICE, CHOICE, ONE))
    assert [(one.draft, one.fate, one.decided) for one in found] == [(0, "won", 2), (0, "lost", 2)]


def test_options_that_stand_to_the_end_are_open() -> None:
    assert [(one.fate, one.decided) for one in options(history_of(CHOICE, CHOICE))] == [("open", None), ("open", None)]


def test_text_that_was_agreed_and_changed_is_reopened_even_when_the_remark_is_gone() -> None:
    agreed = harbours(f"{DUTY} [agreed ad referendum]")
    history = history_of(harbours(DUTY), agreed, harbours(DUTY), harbours(DUTY.replace("shall", "may")))
    assert [(one.agreed, one.step.after, one.change.new_words) for one in reopened(history)] == [
        (1, 3, DUTY.replace("shall", "may"))
    ]


def test_agreed_text_that_stays_is_not_reopened() -> None:
    agreed = harbours(f"{DUTY} [agreed ad referendum]")
    assert reopened(history_of(agreed, harbours(DUTY), agreed)) == ()
