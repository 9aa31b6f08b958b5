from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.api import compare, read

if TYPE_CHECKING:
    from pathlib import Path


def test_two_editions_of_one_text_give_next_to_no_grave_finding(corpus: Path) -> None:
    old, new = (read(corpus / "paris" / name) for name in ("6-2015-12-12.md", "7-2016-01-29-final.md"))
    grave = [one for change in compare(old, new).changes for one in change.findings if one.severity == "high"]
    assert len(grave) <= 5


def test_two_stages_of_one_negotiation_give_grave_findings_of_modality_and_numbers(corpus: Path) -> None:
    old, new = (read(corpus / "paris" / name) for name in ("5-2015-12-09.md", "6-2015-12-12.md"))
    grave = [one for change in compare(old, new).changes for one in change.findings if one.severity == "high"]
    assert {"modality", "numbers"} <= {one.rule for one in grave}


def test_two_editions_of_one_text_have_nothing_to_tell_of_brackets_lists_and_verbs(corpus: Path) -> None:
    old, new = (read(corpus / "paris" / name) for name in ("6-2015-12-12.md", "7-2016-01-29-final.md"))
    said = {one.rule for change in compare(old, new).changes for one in change.findings}
    assert said.isdisjoint({"brackets", "items", "conjunctions", "verbs"})


def test_the_last_round_of_a_negotiation_settles_contests_and_changes_lists(corpus: Path) -> None:
    old, new = (read(corpus / "paris" / name) for name in ("5-2015-12-09.md", "6-2015-12-12.md"))
    said = [one for change in compare(old, new).changes for one in change.findings]
    settled = [one.message for one in said if one.rule == "brackets" and " chosen, " in one.message]
    assert len(settled) >= 8
    assert len([one for one in said if one.rule == "items"]) >= 15
