"""Changes that are answered for in the message of the commit that brings them."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from treatydiff.checking import Asked, check
from treatydiff.checking.notes import notes_in

if TYPE_CHECKING:
    from pathlib import Path

    from treatydiff.model import Checked

OLD = """# Article 1

1. Each State Party shall light its harbours at night.

2. Searches of vessels shall be subject to judicial review.

3. Pilots who leave their vessel inform the harbour master.
"""
WEAKER = OLD.replace("shall light", "may light")
TREATY = '[[draft]]\nfile = "one.md"\nsymbol = "A/1"\ndate = "2026-01-01"\n[policy]\nneeds-note = ["duty-weakened"]\n'
WEAKENED = ("policy", "article 1, paragraph 1")


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """Make a repository with a treaty folder and its first draft."""
    _git(tmp_path, "init", "-q")
    _commit(tmp_path, "A first draft", one=OLD)
    return tmp_path


def _git(folder: Path, *arguments: str) -> str:
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    done = subprocess.run(  # noqa: S603
        ("git", *who, *arguments),  # noqa: S607
        cwd=folder,
        env={**os.environ, **alone},
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout.strip()


def _commit(folder: Path, message: str, **drafts: str) -> None:
    (folder / "treaty.toml").write_text(TREATY, encoding="utf-8")
    for name, text in drafts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "--allow-empty", "-m", message)


def _checked(folder: Path, since: str, name: str = "one") -> Checked:
    return check(Asked((str(folder / f"{name}.md"),), "2026-06-01", since=since)).drafts[0]


def _told(checked: Checked) -> list[tuple[str, str]]:
    return [(one.check, one.spot.label) for one in checked.problems if one.check in {"policy", "waiver"}]


def test_a_change_is_answered_for_in_the_message_of_its_commit(theirs: Path) -> None:
    _commit(theirs, "Soften a duty", one=WEAKER)
    assert _told(_checked(theirs, "HEAD~1")) == [WEAKENED]
    _git(theirs, "commit", "-q", "--amend", "-m", "Soften a duty\n\nTreatydiff-note: art 1(1): the room asked for it")
    checked = _checked(theirs, "HEAD~1")
    assert _told(checked) == []
    (waived,) = checked.waived
    assert waived.waiver.reason == "the room asked for it"
    assert waived.waiver.path == f"commit {_git(theirs, 'rev-parse', '--short=12', 'HEAD')}"


def test_only_the_commits_since_the_revision_answer(theirs: Path) -> None:
    note = "Soften a duty\n\nTreatydiff-note: art 1(1): the room asked for it"
    _commit(theirs, note, one=OLD + "\n4. Bells ring.\n")
    _commit(theirs, "Soften a duty", one=WEAKER)
    assert _told(_checked(theirs, "HEAD~1")) == [WEAKENED]
    assert _told(_checked(theirs, "HEAD~2")) == []


def test_only_the_commits_that_touch_the_draft_answer_for_it(theirs: Path) -> None:
    _commit(theirs, "Soften a duty", one=WEAKER)
    _commit(theirs, "Another draft\n\nTreatydiff-note: art 1(1): the room asked for it", two=OLD)
    assert _told(_checked(theirs, "HEAD~2")) == [WEAKENED]


def test_a_draft_that_was_renamed_is_answered_for_under_both_names(theirs: Path) -> None:
    _commit(theirs, "Soften a duty\n\nTreatydiff-note: art 1(1): the room asked for it", one=WEAKER)
    (theirs / "one.md").rename(theirs / "two.md")
    _commit(theirs, "Rename it")
    assert _told(_checked(theirs, "HEAD~2", "two")) == []


def test_a_note_in_a_commit_that_answers_for_nothing_is_not_told_as_nobody_can_take_it_out(theirs: Path) -> None:
    _commit(theirs, "Add words\n\nTreatydiff-note: art 1(1): the room asked for it", one=OLD + "\n4. Bells ring.\n")
    checked = _checked(theirs, "HEAD~1")
    assert (_told(checked), checked.waived) == ([], ())


def test_a_note_on_an_earlier_change_is_not_called_unused_when_a_draft_is_held_against_a_commit(theirs: Path) -> None:
    note = '[[change]]\ndraft = "one"\nclause = "art 1(1)"\nreason = "the room asked for it"\n'
    (theirs / "changes.toml").write_text(note, encoding="utf-8")
    _commit(theirs, "Soften a duty", one=WEAKER)
    assert _told(_checked(theirs, "HEAD~1")) == []
    for revision in ("HEAD", "HEAD~1"):
        _commit(theirs, "Say more", one=WEAKER + "\n4. Bells ring.\n")
        assert (_told(_checked(theirs, revision)), _checked(theirs, revision).waived) == ([], ())


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Soften\n\nTreatydiff-note: art 1(1): for all: of it\nSigned-off-by: a", [("art 1(1)", "for all: of it")]),
        ("Soften\n\ntreatydiff-note:art 1 : why\n\nMore words.", [("art 1", "why")]),
        (
            "Soften\n\nTreatydiff-note: art 1: a long\n  reason\nTreatydiff-note: art 2: b",
            [("art 1", "a long reason"), ("art 2", "b")],
        ),
        ("Soften\r\n\r\nTreatydiff-note: art 1: why\r\n", [("art 1", "why")]),
        ("Soften\n\nTreatydiff-note: art 1", []),
        ("Soften\n\nTreatydiff-note: art 1:  ", []),
        ("Soften\n\n> Treatydiff-note: art 1: quoted", []),
        ("", []),
    ],
)
def test_notes_are_found_anywhere_in_a_message_at_the_beginning_of_a_line(message: str, said: list[tuple[str, str]]) -> None:
    assert [(note.clause, note.reason) for note in notes_in(message, "one")] == said
