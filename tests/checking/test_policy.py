from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.checking import Asked, check
from treatydiff.checking.notes import parse_notes
from treatydiff.errors import ConfigError
from treatydiff.model import ChangeNote

if TYPE_CHECKING:
    from pathlib import Path

    from treatydiff.model import Checked

OLD = """# Article 1

1. Each State Party shall light its harbours at night.

2. Searches of vessels shall be subject to judicial review.

3. The secretariat shall publish the charts of wrecks. [agreed ad referendum]

4. Pilots who leave their vessel inform the harbour master.
"""
ALL = '["duty-weakened", "safeguard-lost", "agreed-text-changed"]'
NOTE = """[[change]]
draft = "two"
clause = "{}"
reason = "the room asked for it on 3 May"
"""


def _checked(folder: Path, new: str, *, kinds: str = ALL, notes: str = "", more: str = "") -> Checked:
    (folder / "one.md").write_text(OLD, encoding="utf-8")
    (folder / "two.md").write_text(new, encoding="utf-8")
    stated = 'symbol = "A/1"\ndate = "2026-01-01"\n'
    drafts = "".join(f'[[draft]]\nfile = "{name}.md"\n{stated}' for name in ("one", "two"))
    (folder / "treaty.toml").write_text(f"{drafts}[policy]\nneeds-note = {kinds}\n{more}", encoding="utf-8")
    if notes:
        (folder / "changes.toml").write_text(notes, encoding="utf-8")
    return check(Asked((str(folder / "two.md"),), "2026-06-01")).drafts[0]


def _told(checked: Checked) -> list[tuple[str, str | None]]:
    return [(one.message.partition(":")[0], one.spot.label) for one in checked.problems if one.check in {"policy", "waiver"}]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("shall light", "may light", ("a duty binds less than before without a note", "article 1, paragraph 1")),
        ("subject to judicial review", "swift", ("a safeguard was lost without a note", "article 1, paragraph 2")),
        ("charts of wrecks", "charts of shoals", ("agreed text was changed without a note", "article 1, paragraph 3")),
    ],
)
def test_a_change_of_a_kind_that_needs_a_note_is_told_until_somebody_answers_for_it(
    tmp_path: Path, old: str, new: str, said: tuple[str, str]
) -> None:
    draft = OLD.replace(old, new).replace(" [agreed ad referendum]", "")
    assert said in _told(_checked(tmp_path, draft))
    answered = _checked(tmp_path, draft, notes=NOTE.format(said[1]))
    assert _told(answered) == []
    assert [one.waiver.reason for one in answered.waived] == ["the room asked for it on 3 May"]


def test_a_note_answers_to_the_checks_that_tell_the_same(tmp_path: Path) -> None:
    draft = OLD.replace("charts of wrecks", "charts of shoals")
    assert "agreed-text-changed" in {one.check for one in _checked(tmp_path, draft).problems}
    assert "agreed-text-changed" not in {one.check for one in _checked(tmp_path, draft, notes=NOTE.format("1(3)")).problems}


def test_only_the_kinds_that_the_folder_names_need_a_note(tmp_path: Path) -> None:
    draft = OLD.replace("shall light", "may light")
    assert _told(_checked(tmp_path, draft, kinds='["safeguard-lost"]')) == []
    assert _told(_checked(tmp_path, draft, kinds="[]")) == []


def test_the_level_of_the_policy_can_be_set(tmp_path: Path) -> None:
    draft = OLD.replace("shall light", "may light")
    (problem,) = [
        one for one in _checked(tmp_path, draft, more='[checks]\npolicy = "warning"\n').problems if one.check == "policy"
    ]
    assert problem.gravity == "warning"
    assert _told(_checked(tmp_path, draft, more='[checks]\npolicy = "off"\n')) == []


def test_a_note_that_answers_for_nothing_is_told(tmp_path: Path) -> None:
    checked = _checked(tmp_path, OLD, notes=NOTE.format("1(1)"))
    assert [one.message for one in checked.problems] == ["policy has nothing to allow here any more"]
    assert checked.problems[0].path.endswith("changes.toml")


def test_a_note_on_another_draft_answers_for_nothing_here(tmp_path: Path) -> None:
    draft = OLD.replace("shall light", "may light")
    notes = NOTE.format("1(1)").replace('"two"', '"one"')
    assert _told(_checked(tmp_path, draft, notes=notes)) == [
        ("a duty binds less than before without a note", "article 1, paragraph 1")
    ]


def test_notes_are_read_in_order() -> None:
    assert parse_notes(NOTE.format("art 5").encode(), "changes.toml") == (
        ChangeNote("two", "art 5", "the room asked for it on 3 May"),
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[[change]]\ndraft = 'a'\nclause = 'b'", r"\[\[change\]\] 1: has no reason"),
        ("[[change]]\ndraft = 'a'\nclause = 'b'\nreason = ' '", "has no reason"),
        ("[[change]]\nwho = 'a'", "has a field that no note has"),
        ("[[note]]\ndraft = 'a'", r"write \[\[change\]\]"),
        ("change = 3", "holds more than notes"),
        ("x", "is no valid TOML"),
    ],
)
def test_notes_that_cannot_be_used_are_refused_with_their_place(written: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        parse_notes(written.encode(), "changes.toml")


@pytest.mark.parametrize(
    ("kinds", "said"), [('["duty-lost"]', "there is no kind of change 'duty-lost'"), ('"all"', "is no list")]
)
def test_a_policy_that_names_no_kind_of_change_is_refused(tmp_path: Path, kinds: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        _checked(tmp_path, OLD, kinds=kinds)
