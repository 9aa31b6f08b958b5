"""What the action runs on the changes of a pull request: a repository with a base and a head, and a summary to write to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / ".github" / "check_drafts.sh"
OLD = """Article 1. Harbours

1. Each Party shall mark its harbours.

2. Parties shall lend tugs to one another.

3. The master of a harbour keeps a log of all ships that enter it and of all that leave it.

4. Each Party shall keep its lamps lit from dusk to dawn, and in fog by day as well.
"""
NEW = OLD.replace("1. Each Party shall", "1. Each Party may").replace("to one another", "under article 9")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    summary = str(tmp_path / "summary.md")
    asked = {"FILES": "drafts/**/*.txt\n", "FAIL_ON": "error", "BASE": "base", "GITHUB_STEP_SUMMARY": summary}
    return {**os.environ, **alone, **asked, "PATH": path}


def _git(folder: Path, environment: dict[str, str], *arguments: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True, env=environment)  # noqa: S603, S607


@pytest.fixture
def repository(tmp_path: Path, environment: dict[str, str]) -> Path:
    folder = tmp_path / "repository"
    (folder / "drafts").mkdir(parents=True)
    _git(folder, environment, "init", "-q")
    (folder / "drafts" / "zero draft.txt").write_text(OLD)
    (folder / "readme.txt").write_text(OLD)
    _git(folder, environment, "add", "-A")
    _git(folder, environment, "commit", "-qm", "first")
    _git(folder, environment, "tag", "base")
    return folder


def _run(folder: Path, environment: dict[str, str]) -> tuple[int, str, str]:
    command = ["bash", str(SCRIPT)]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, text=True)  # noqa: S603
    summary = Path(environment["GITHUB_STEP_SUMMARY"])
    return done.returncode, done.stdout, summary.read_text() if summary.exists() else ""


def test_a_renamed_and_changed_draft_is_compared_and_its_problems_are_annotated(
    repository: Path, environment: dict[str, str]
) -> None:
    (repository / "drafts" / "zero draft.txt").rename(repository / "drafts" / "revised.txt")
    (repository / "drafts" / "revised.txt").write_text(NEW)
    _git(repository, environment, "add", "-A")
    _git(repository, environment, "commit", "-qm", "second")
    code, told, summary = _run(repository, environment)
    assert code == 1
    assert "::error file=drafts/revised.txt,line=5" in told
    assert "duty (shall) became discretion (may)" in summary


def test_a_change_that_touches_no_draft_passes(repository: Path, environment: dict[str, str]) -> None:
    (repository / "readme.txt").write_text(NEW)
    _git(repository, environment, "commit", "-qam", "second")
    assert _run(repository, environment) == (0, "", "No draft changed.\n")


def test_without_a_base_every_draft_is_new(repository: Path, environment: dict[str, str]) -> None:
    code, _, summary = _run(repository, {**environment, "BASE": "0000000000000000000000000000000000000000"})
    assert code == 0
    assert summary == "## drafts/zero draft.txt\n\nThis draft is new.\n"
