from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.checks import CHECKS, Check, Fails, Passes, check
from treatydiff.checks.places import Places

if TYPE_CHECKING:
    from collections.abc import Callable

    from treatydiff.checks import Subject

    SubjectOf = Callable[[Fails | Passes], Subject]

FEWEST_EXAMPLES = 3
TELLS = {"bracket-count"}
"""What tells how far the talks have got, which is no fault in anybody's example."""
FAILS = [pytest.param(one, example, id=f"{one.id}-{n}") for one in CHECKS for n, example in enumerate(one.fails)]
PASSES = [pytest.param(one, example, id=f"{one.id}-{n}") for one in CHECKS for n, example in enumerate(one.passes)]


@pytest.mark.parametrize(("one", "example"), FAILS)
def test_a_check_sees_exactly_what_is_wrong_in_its_failing_examples(subject_of: SubjectOf, one: Check, example: Fails) -> None:
    subject = subject_of(example)
    places = Places(subject)
    found = [places.problem(seen, one, one.gravity) for seen in one.look(subject)]
    assert [(problem.words, problem.spot.line) for problem in found] == [(example.words, example.line)]
    assert found[0].message
    assert found[0].mend


@pytest.mark.parametrize(("one", "example"), PASSES)
def test_every_check_passes_over_the_passing_examples_of_all_checks(subject_of: SubjectOf, one: Check, example: Passes) -> None:
    found = [(problem.check, problem.message) for problem in check(subject_of(example)) if problem.check not in TELLS]
    assert found == [], one.id


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.id)
def test_a_check_has_enough_examples_and_each_silence_has_its_reason(one: Check) -> None:
    assert len(one.fails) >= FEWEST_EXAMPLES
    assert len(one.passes) >= FEWEST_EXAMPLES
    assert all(example.why for example in one.passes)


def test_the_checks_stand_in_the_order_of_the_catalogue() -> None:
    assert [one.code for one in sorted(CHECKS, key=lambda one: one.code)] == [f"TD{n:03}" for n in range(1, 37)]
    assert [one.code for one in CHECKS] == sorted(one.code for one in CHECKS)
