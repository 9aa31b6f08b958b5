from __future__ import annotations

from pathlib import Path

import pytest

from treatydiff.api import rule, rulebook
from treatydiff.errors import UsageError
from treatydiff.rules import RULES
from treatydiff.writers.rulebook import write_handbook, write_rule, write_rules
from treatydiff.writers.writer import Layout

HANDBOOK = Path(__file__).parent.parent.parent / "docs" / "rules.md"


def test_the_handbook_in_the_documentation_is_that_of_the_rules() -> None:
    command = "treatydiff rules --format markdown -o docs/rules.md"
    assert HANDBOOK.read_text(encoding="utf-8") == write_handbook(rulebook()), f"out of date; write it anew with: {command}"


def test_the_list_has_a_line_for_each_rule() -> None:
    written = write_rules(rulebook(), Layout(width=100)).decode()
    assert [line.split()[0] for line in written.splitlines() if line[:1].strip()] == [rule.id for rule in RULES]


def test_a_rule_is_explained_with_what_it_says_of_its_examples() -> None:
    written = write_rule(rule("modality"), Layout(width=100)).decode()
    assert written.startswith(
        "modality: The operator that says whether somebody must, should or may act\nT01, Deontic modality\n"
    )
    assert "high: Each Party: duty (shall) became discretion (may) (bindingness weakens," in written
    assert "silent: a definition binds nobody" in written
    assert "  under     Each State Party shall:" in written


def test_an_unknown_rule_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="choose from modality"):
        rule("modalty")
