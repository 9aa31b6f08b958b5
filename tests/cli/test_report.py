from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

KILLS = 6


@pytest.fixture
def here(harbours: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Be in a copy of the treaty's folder."""
    place = tmp_path / "treaty"
    shutil.copytree(harbours, place)
    monkeypatch.chdir(place)
    return place


def test_the_page_goes_to_history_html_in_the_current_folder(run: Run, here: Path) -> None:
    outcome = run("report")
    assert (outcome.code, outcome.out, outcome.err) == (0, b"", "treatydiff: history.html written\n")
    assert (here / "history.html").read_bytes().startswith(b"<!doctype html>")


def test_the_treaty_is_found_above_and_the_page_written_where_one_is(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = here / "notes"
    below.mkdir()
    monkeypatch.chdir(below)
    assert run("report", "-q").err == ""
    assert (below / "history.html").exists()


def test_a_folder_can_be_named(run: Run, here: Path, tmp_path: Path) -> None:
    outcome = run("report", "--treaty", here, "-o", tmp_path / "page.html")
    assert (outcome.code, outcome.err) == (0, "")
    assert (tmp_path / "page.html").exists()


def test_data_goes_to_standard_output(run: Run, here: Path) -> None:
    assert run("report", "--format", "csv").text.lstrip("\ufeff").startswith("line,draft,kind,id,")
    assert run("report", "--format", "json").text.startswith('{\n  "schema": "treatydiff.report/1"')
    assert sorted(path.name for path in here.glob("history.*")) == []


def test_the_page_goes_to_standard_output_when_that_is_asked_for(run: Run, here: Path) -> None:
    assert run("report", "-o", "-", "--format", "html").out.startswith(b"<!doctype html>")
    assert not (here / "history.html").exists()


def test_the_suffix_of_the_output_chooses_the_format(run: Run, here: Path) -> None:
    assert run("report", "-o", "data.json").code == 0
    assert (here / "data.json").read_text().startswith("{")


@pytest.mark.parametrize("name", ["first.txt", "treaty.toml", "record.toml"])
def test_nothing_of_the_folder_is_overwritten(run: Run, here: Path, name: str) -> None:
    before = (here / name).read_bytes()
    outcome = run("report", "--format", "html", "-o", name)
    assert outcome.code == 2
    assert outcome.err.startswith(f"treatydiff: {name}: would overwrite")
    assert (here / name).read_bytes() == before


def test_a_folder_without_a_treaty_is_named_with_the_mend(run: Run, tmp_path: Path) -> None:
    outcome = run("report", "--treaty", tmp_path)
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert "treatydiff init" in outcome.err


def test_killed_at_any_moment_the_page_is_as_before_or_as_after(here: Path) -> None:
    command = [sys.executable, "-m", "treatydiff", "report", "-q"]
    started = time.monotonic()
    subprocess.run(command, check=True, cwd=here)  # noqa: S603 (our own program)
    whole = time.monotonic() - started
    after = (here / "history.html").read_bytes()
    before = b"the page of yesterday"
    chance = random.Random(7)  # noqa: S311 (no secret)
    for _ in range(KILLS):
        shutil.rmtree(here / ".treatydiff", ignore_errors=True)
        (here / "history.html").write_bytes(before)
        with subprocess.Popen(command, cwd=here) as running:  # noqa: S603 (our own program)
            time.sleep(whole * chance.random())
            os.kill(running.pid, signal.SIGKILL)
        assert (here / "history.html").read_bytes() in {before, after}
    subprocess.run(command, check=True, cwd=here)  # noqa: S603 (our own program)
    assert (here / "history.html").read_bytes() == after
