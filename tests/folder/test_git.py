from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from treatydiff.errors import DraftError
from treatydiff.folder import trace_file
from treatydiff.folder.git import versions

if TYPE_CHECKING:
    from pathlib import Path

OPEN = "Each Party {} open its harbours to every vessel that seeks shelter from a storm at sea."
TEXT = f"Article 1. Harbours\n\n1. {OPEN}\n\n2. Fees for the use of a quay are made public once a year.\n"


class Repository:
    """A git repository that is written to as a person does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q")

    def git(self, *arguments: str, date: str = "2024-01-01") -> str:
        """Run git, and give what it says."""
        at = {"GIT_AUTHOR_DATE": f"{date}T12:00:00Z", "GIT_COMMITTER_DATE": f"{date}T12:00:00Z"}
        names = {f"GIT_{role}_{what}": "a@b.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        command = ["git", "-C", str(self.folder), "-c", "commit.gpgSign=false", *arguments]
        return subprocess.run(  # noqa: S603 (git, found where the user has it)
            command, check=True, capture_output=True, text=True, env={**os.environ, **at, **names}
        ).stdout

    def commit(self, name: str, text: str, *, said: str = "a change", date: str = "2024-01-01") -> str:
        """Commit a file, and give the short hash."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", said, date=date)
        return self.git("rev-parse", "--short", "HEAD").strip()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    return Repository(tmp_path / "repository")


def test_each_commit_that_changed_the_file_is_a_draft(repository: Repository) -> None:
    first = repository.commit("a.md", TEXT.format("shall"), said="Begin", date="2024-01-05")
    repository.commit("other.md", "not the file")
    second = repository.commit("a.md", TEXT.format("may"), date="2024-02-06")
    history = trace_file(str(repository.folder / "a.md")).history
    assert [(draft.id, draft.entry.date) for draft in history.drafts] == [(first, "2024-01-05"), (second, "2024-02-06")]
    assert history.drafts[0].entry.title == "Begin"
    assert [change.link.kind for change in history.steps[0].comparison.changes] == ["same", "edited", "same"]


def test_a_file_is_followed_under_its_earlier_names_and_a_mere_renaming_is_no_draft(repository: Repository) -> None:
    first = repository.commit("a.md", TEXT.format("shall") * 3)
    (repository.folder / "sub").mkdir()
    repository.git("mv", "a.md", "sub/b.md")
    repository.git("commit", "-q", "-m", "rename")
    second = repository.commit("sub/b.md", TEXT.format("may") * 3)
    found = versions(str(repository.folder / "sub" / "b.md"))
    assert [(version.name, version.path) for version in found] == [(first, "a.md"), (second, "sub/b.md")]


def test_a_version_that_is_no_draft_is_left_out_and_named(repository: Repository) -> None:
    empty = repository.commit("a.md", "")
    repository.commit("a.md", TEXT.format("shall"))
    found = trace_file(str(repository.folder / "a.md"))
    assert (len(found.history.drafts), found.left_out) == (1, ((empty, "the file is empty"),))


def test_a_file_that_was_deleted_is_told_to_its_end(repository: Repository) -> None:
    first = repository.commit("a.md", TEXT.format("shall"))
    (repository.folder / "a.md").unlink()
    repository.git("commit", "-q", "-a", "-m", "delete")
    assert [draft.id for draft in trace_file(str(repository.folder / "a.md")).history.drafts] == [first]


@pytest.mark.parametrize("name", ["-a.md", "a b.md", ":(glob)*.md", "é.md", "a\nb.md", "*.md", "a'$(touch x)'.md"])
def test_any_name_is_a_name(repository: Repository, name: str) -> None:
    first = repository.commit(name, TEXT.format("shall"))
    repository.commit("other.md", TEXT.format("may"))
    assert [version.name for version in versions(str(repository.folder / name))] == [first]
    assert not (repository.folder / "x").exists()


@pytest.mark.parametrize("said", ["a\x01b", "M", "a" * 40, "0" * 40, "R100\nx", "\x02\x02"])
def test_any_message_is_a_message(repository: Repository, said: str) -> None:
    first = repository.commit("a.md", TEXT.format("shall"), said=said)
    second = repository.commit("a.md", TEXT.format("may"), said=said)
    assert [version.name for version in versions(str(repository.folder / "a.md"))] == [first, second]


def test_no_program_that_the_repository_names_is_started(repository: Repository) -> None:
    mark = repository.folder / "started"
    program = repository.folder / "program"
    program.write_text(f"#!/bin/sh\ntouch '{mark}'\ncat \"$1\" 2>/dev/null\nexit 0\n")
    program.chmod(0o755)
    repository.commit(".gitattributes", "*.md diff=evil filter=evil\n")
    repository.commit("a.md", TEXT.format("shall"))
    repository.commit("a.md", TEXT.format("may"))
    for name in (
        "diff.external",
        "diff.evil.textconv",
        "diff.evil.command",
        "filter.evil.smudge",
        "filter.evil.clean",
        "core.pager",
        "core.fsmonitor",
        "core.sshCommand",
        "gpg.program",
    ):
        repository.git("config", name, str(program))
    repository.git("config", "log.showSignature", "true")
    repository.git("config", "diff.relative", "true")
    assert len(versions(str(repository.folder / "a.md"))) == 2
    assert not mark.exists()


def test_nothing_is_written_outside_a_treaty_folder(repository: Repository) -> None:
    repository.commit("a.md", TEXT.format("shall"))
    before = sorted(repository.folder.rglob("*"))
    trace_file(str(repository.folder / "a.md"))
    assert sorted(repository.folder.rglob("*")) == before
    (repository.folder / "treaty.toml").write_text("")
    trace_file(str(repository.folder / "a.md"))
    assert (repository.folder / ".treatydiff").is_dir()


def test_what_git_does_not_have_is_refused_in_one_line(repository: Repository, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(TEXT.format("shall"))
    with pytest.raises(DraftError, match="is in no git repository"):
        versions(str(outside))
    with pytest.raises(DraftError, match="no commit has this file"):
        versions(str(repository.folder / "a.md"))
    repository.commit("a.md", "")
    with pytest.raises(DraftError, match="no commit has this file"):
        versions(str(repository.folder / "b.md"))
    with pytest.raises(DraftError, match="no version of it is a draft"):
        trace_file(str(repository.folder / "a.md"))
    with pytest.raises(DraftError, match="there is no such folder"):
        versions(str(repository.folder / "none" / "a.md"))
