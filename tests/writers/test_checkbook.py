from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from treatydiff.checking import checkbook
from treatydiff.checks import CHECKS
from treatydiff.writers.checkbook import write_check, write_checks, write_handbook
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from tests.conftest import Run

HANDBOOK = Path(__file__).parent.parent.parent / "docs" / "checks.md"


def test_the_page_of_documentation_is_that_of_the_code() -> None:
    command = "treatydiff checks --format markdown -o docs/checks.md"
    assert HANDBOOK.read_text(encoding="utf-8") == write_handbook(checkbook()), f"out of date; write it anew with: {command}"


def test_a_line_for_each_check_names_it_and_how_grave_it_is() -> None:
    written = " ".join(write_checks(checkbook(examples=False), Layout()).decode().split())
    for one in CHECKS:
        assert one.id in written
    assert "(error, needs the draft before)" in written


def test_a_check_is_shown_with_what_it_says_and_why_it_is_silent() -> None:
    entry = next(one for one in checkbook() if one.id == "and-or")
    written = " ".join(write_check(entry, Layout(width=100)).decode().split())
    assert "TD019, warning" in written
    assert "line 3: “and/or” leaves open whether both are asked or one is enough" in written
    assert "silent: the choice is said in words" in written


@pytest.mark.parametrize("name", ["and-or", "TD019"])
def test_a_check_is_found_by_its_id_and_by_its_number(run: Run, name: str) -> None:
    outcome = run("checks", "show", name)
    assert outcome.code == 0
    assert outcome.text.startswith("and-or: ")


def test_a_check_that_does_not_exist_is_refused_with_those_that_do(run: Run) -> None:
    outcome = run("checks", "show", "nor-xor")
    assert outcome.code == 2
    assert "there is no check 'nor-xor'; choose from metadata-missing, encoding" in outcome.err


def test_the_checks_are_listed_without_checking_their_examples(run: Run) -> None:
    assert run("checks").text.startswith("metadata-missing")
