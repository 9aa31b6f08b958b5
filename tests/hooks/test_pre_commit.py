"""The hook as others use it: pre-commit installs it from this repository and runs it in theirs.

`TREATYDIFF_WHEELS` names a folder of wheels from which pre-commit installs the package and what it depends on; the test is
skipped without it, because no test asks a package registry for anything.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOOD = """Article 1. Harbours

1. Each Party shall mark its harbours.

2. Parties shall lend tugs to one another.

3. The master of a harbour keeps a log of all ships that enter it and of all that leave it.

4. Each Party shall keep its lamps lit from dusk to dawn, and in fog by day as well.
"""
OTHER = "Article 1. Pilots\n\n1. A pilot shall know the lagoon.\n\n2. No pilot may sail alone at night.\n"
BAD = OTHER.replace("sail alone at night", "sail under article 9")
AGREED = GOOD.replace("tugs to one another.", "tugs to one another. [agreed ad referendum]")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    wheels = os.environ.get("TREATYDIFF_WHEELS")
    if not wheels:
        pytest.skip("TREATYDIFF_WHEELS is not set: pre-commit would ask a package registry")
    if not (ROOT / ".git").exists():
        pytest.skip("the checkout is no git repository, which pre-commit would clone")
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    packages = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": wheels, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return {**os.environ, **alone, **packages, "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit"))}


def _run(folder: Path, environment: dict[str, str], *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, text=True)  # noqa: S603


def _git(folder: Path, environment: dict[str, str], *arguments: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    done = _run(folder, environment, "git", *who, *arguments)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def theirs(tmp_path: Path, environment: dict[str, str]) -> Path:
    """Make a repository with a committed draft that is renamed and changed, and other files that are staged."""
    (tmp_path / "drafts").mkdir()
    _git(tmp_path, environment, "init", "-q")
    (tmp_path / "drafts" / "old.txt").write_text(AGREED)
    _git(tmp_path, environment, "add", "-A")
    _git(tmp_path, environment, "commit", "-qm", "first")
    (tmp_path / "drafts" / "old.txt").rename(tmp_path / "drafts" / "new.txt")
    (tmp_path / "drafts" / "good.txt").write_text(OTHER)
    (tmp_path / "notes.txt").write_text(BAD)
    return tmp_path


def _tried(theirs: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    _git(theirs, environment, "add", "-A")
    command = (sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "treatydiff-check", "--verbose", "--color", "never")
    return _run(theirs, environment, *command)


def test_good_drafts_pass_and_unrelated_files_are_skipped(theirs: Path, environment: dict[str, str]) -> None:
    done = _tried(theirs, environment)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout
    assert "notes.txt" not in done.stdout


def test_a_bad_draft_fails_at_its_line_and_a_renamed_one_is_held_against_its_old_self(
    theirs: Path, environment: dict[str, str]
) -> None:
    (theirs / "drafts" / "bad.txt").write_text(BAD)
    (theirs / "drafts" / "new.txt").write_text(AGREED.replace("2. Parties shall", "2. Parties may"))
    done = _tried(theirs, environment)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "drafts/bad.txt:5:28: error dangling-reference" in done.stdout
    assert "drafts/new.txt:5:12: error agreed-text-changed" in done.stdout
    of_the_good = [line for line in done.stdout.splitlines() if line.startswith("drafts/good.txt:")]
    assert all(": info " in line for line in of_the_good)
