from __future__ import annotations

import pytest

from tests.histories import harbours, history_of
from treatydiff.history.standing import standing

DUTY = "Each Party shall open its harbours"


@pytest.mark.parametrize(
    ("written", "state", "said"),
    [
        (f"{DUTY}.", "plain", ()),
        (f"[{DUTY}.]", "bracketed", ()),
        (f"{DUTY} [without delay].", "contested", ()),
        (f"{DUTY}. [agreed ad referendum]", "agreed", ("agreed ad referendum",)),
    ],
)
def test_a_clause_stands_as_its_marks_say(written: str, state: str, said: tuple[str, ...]) -> None:
    found = standing(history_of(harbours(written)).drafts[0].clauses[1])
    assert (found.state, found.said) == (state, said)


def test_an_option_is_one_of_several() -> None:
    text = f"Article 1. Harbours\n\n1.\n\nOption 1: {DUTY}.\n\nOption 2: {DUTY} in winter.\n"
    states = [standing(clause).state for clause in history_of(text).drafts[0].clauses]
    assert states == ["plain", "optional", "optional"]
