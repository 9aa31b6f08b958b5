"""A treaty folder whose runs are killed, run at once, or that somebody else wrote."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from random import Random
from typing import TYPE_CHECKING

import pytest

from treatydiff.folder import add, begin, trace
from treatydiff.folder.manifest import read_manifest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run
    from treatydiff.model import History

ARTICLE = (
    "Article {n}. Harbour {n}\n\n1. Each Party shall open harbour {n} to vessels of version {v}.\n\n2. Fees are public.\n\n"
)
KILLS = 12


def _draft(version: int, articles: int = 40) -> str:
    return "".join(ARTICLE.format(n=n, v=version if n % 3 else 0) for n in range(1, articles + 1))


@pytest.fixture
def treaty(tmp_path: Path) -> Path:
    begin(tmp_path, "Harbours")
    for n in range(1, 9):
        (tmp_path / f"{n}.txt").write_text(_draft(n))
    add(tmp_path, [tmp_path / "1.txt", tmp_path / "2.txt"])
    return tmp_path


def _started(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "treatydiff", *arguments]
    return subprocess.Popen(  # noqa: S603 (ourselves)
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


def _seconds(folder: Path, *arguments: str) -> float:
    begun = time.monotonic()
    process = _started(folder, *arguments)
    process.communicate()
    assert process.returncode == 0
    return time.monotonic() - begun


def _killed(process: subprocess.Popen[bytes], after: float) -> None:
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.communicate()


def _visible(folder: Path) -> dict[str, bytes]:
    """Give what the user put into the folder: what is derived and what is half written begins with a dot."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def _same(one: History, other: History) -> bool:
    return (one.drafts, one.steps, one.lines) == (other.drafts, other.steps, other.lines)


def test_an_add_that_is_killed_at_any_moment_leaves_the_folder_as_before_or_as_after(treaty: Path) -> None:
    before = _visible(treaty)
    whole = _seconds(treaty, "add", "3.txt")
    after = _visible(treaty)
    random = Random(7)  # noqa: S311 (moments, no secrets)
    for _ in range(KILLS):
        (treaty / "treaty.toml").write_bytes(before["treaty.toml"])
        _killed(_started(treaty, "add", "3.txt"), random.uniform(0.3, 1.05) * whole)
        assert _visible(treaty) in (before, after)
    (treaty / "treaty.toml").write_bytes(before["treaty.toml"])
    (treaty / ".treatydiff.1.partial").write_bytes(b"half of a treaty.toml")
    add(treaty, [treaty / "3.txt"])
    assert _visible(treaty) == after
    assert not list(treaty.glob("*.partial"))


def test_a_history_that_is_killed_at_any_moment_leaves_a_cache_from_which_the_next_is_right(treaty: Path) -> None:
    add(treaty, [treaty / f"{n}.txt" for n in (3, 4, 5)])
    before = _visible(treaty)
    whole = _seconds(treaty, "history")
    expected = trace(treaty)
    random = Random(11)  # noqa: S311 (moments, no secrets)
    for _ in range(KILLS):
        for path in (treaty / ".treatydiff").iterdir():
            path.unlink()
        _killed(_started(treaty, "history"), random.uniform(0.3, 1.05) * whole)
        assert _visible(treaty) == before
        assert _same(trace(treaty), expected)


def test_two_adds_at_once_lose_none(treaty: Path) -> None:
    running = [_started(treaty, "add", f"{n}.txt") for n in range(3, 9)]
    assert [process.communicate()[1] or process.returncode for process in running] == [0] * 6
    files = [draft.file for draft in read_manifest(treaty).treaty.drafts]
    assert files[:2] == ["1.txt", "2.txt"]
    assert sorted(files) == [f"{n}.txt" for n in range(1, 9)]


def test_of_two_adds_of_one_file_at_once_one_is_refused(treaty: Path) -> None:
    running = [_started(treaty, "add", "3.txt") for _ in range(3)]
    said = sorted((process.communicate()[1].decode(), process.returncode) for process in running)
    refusal = "treatydiff: 3.txt: is listed already: 3; add another file\n"
    assert said == [("", 0), (refusal, 2), (refusal, 2)]


def test_two_histories_at_once_do_each_other_no_harm(treaty: Path) -> None:
    add(treaty, [treaty / f"{n}.txt" for n in (3, 4)])
    running = [_started(treaty, "history", "-q") for _ in range(3)]
    assert [process.communicate()[1] or process.returncode for process in running] == [0] * 3
    kept = trace(treaty)
    for path in (treaty / ".treatydiff").iterdir():
        path.unlink()
    assert _same(trace(treaty), kept)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_read_all_the_same(treaty: Path, run: Run) -> None:
    treaty.chmod(0o555)
    try:
        assert run("history", "--treaty", treaty).code == 0
        outcome = run("add", "--treaty", treaty, treaty / "3.txt")
        assert (outcome.code, outcome.err.count("\n")) == (2, 1)
        assert "cannot be written" in outcome.err
    finally:
        treaty.chmod(0o755)


def test_a_cache_that_cannot_be_made_is_done_without(treaty: Path, run: Run) -> None:
    (treaty / ".treatydiff").write_text("in the way")
    assert run("history", "--treaty", treaty).code == 0
    assert (treaty / ".treatydiff").read_text() == "in the way"


@pytest.mark.parametrize(
    "written",
    [
        b"[treaty",
        b"\xff\xfe\x00",
        b"[[draft]]\nfile = '../../etc/passwd'\n",
        b"[[draft]]\nfile = '/dev/zero'\n",
        b"[[draft]]\nfile = 'missing.xml'\n",
        b"[[draft]]\nfile = '.'\n",
        b"[[draft]]\nfile = '1.txt'\nid = \"a\\u001b[31m\"\n",
        b"[[draft]]\nfile = '1.txt'\n[[link]]\nfrom = 'a@b'\nto = 'c@d'\n",
        b"[rules]\nnone = 'high'\n",
        b"x = " + b"[" * 50_000,
    ],
)
@pytest.mark.parametrize("command", ["history", "log", "blame", "concordance", "status"])
def test_a_hostile_treaty_is_one_line_and_exit_code_two(run: Run, tmp_path: Path, written: bytes, command: str) -> None:
    (tmp_path / "1.txt").write_text(_draft(1, 2))
    (tmp_path / "treaty.toml").write_bytes(written)
    outcome = run(command, "--treaty", tmp_path)
    if command == "status" and outcome.code == 0:
        assert b"MISSING" in outcome.out
        return
    assert (outcome.code, outcome.out) == (2, b"")
    assert outcome.err.count("\n") == 1
    assert outcome.err.startswith("treatydiff: ")
    assert "\x1b" not in outcome.err


def test_no_word_of_a_draft_or_of_its_entry_commands_a_terminal(run: Run, tmp_path: Path) -> None:
    evil = "\x1b]0;evil\x07\x1b[2J\u202e"
    begin(tmp_path, f"Title {evil}")
    for n in (1, 2):
        text = f"Article 1. Harbour{evil}s\n\n1. Each Party shall {evil} open harbour {n}.\n"
        (tmp_path / f"{n}.txt").write_text(text)
    add(tmp_path, [tmp_path / "1.txt", tmp_path / "2.txt"])
    for command in (["history"], ["log"], ["log", "art 1"], ["blame"], ["concordance"], ["status"], ["show", "art 1"]):
        out = run(*command, "--treaty", tmp_path).out.decode()
        assert out
        assert not {"\x1b", "\x07", "\u202e"} & set(out), command


def test_no_word_of_a_draft_is_markup_in_the_page(run: Run, tmp_path: Path) -> None:
    begin(tmp_path, "</title><script>alert(1)</script>")
    (tmp_path / "1.txt").write_text('Article 1. <img src=x onerror=alert(1)>\n\n1. Each Party shall "open" harbours.\n')
    add(tmp_path, [tmp_path / "1.txt"])
    page = run("concordance", "--treaty", tmp_path, "--format", "html").out.decode()
    assert "<script" not in page
    assert "<img" not in page
    assert 'http-equiv="Content-Security-Policy" content="default-src' in page
