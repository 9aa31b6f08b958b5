from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

DRAFT = "# Article 1\n\n1. Each State Party shall light and/or mark its harbours.\n\n2. The bells of the harbour [ring.\n"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


@pytest.mark.usefixtures("draft")
def test_an_error_fails_the_run(run: Run) -> None:
    outcome = run("check", "draft.md")
    assert outcome.code == 1
    assert "draft.md:5:29: error unbalanced-brackets: this [ is never closed" in outcome.text
    assert outcome.err == ""


def test_what_is_less_grave_than_asked_does_not_fail_the_run(run: Run, draft: Path) -> None:
    draft.write_text(DRAFT.replace("[", ""), encoding="utf-8")
    assert run("check", "draft.md").code == 0
    assert run("check", "draft.md", "--fail-on", "warning").code == 1


def test_standard_input_is_checked(run: Run) -> None:
    outcome = run("check", "-", stdin=DRAFT.encode())
    assert outcome.code == 1
    assert "standard input:3:33: warning and-or" in outcome.text


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize(
    ("suffix", "begins"), [("json", '{\n  "schema"'), ("sarif", '{\n  "$schema"'), ("xml", "<?xml"), ("txt", "draft.md")]
)
def test_the_format_is_that_of_the_output_files_suffix(run: Run, tmp_path: Path, suffix: str, begins: str) -> None:
    outcome = run("check", "draft.md", "-o", f"out.{suffix}")
    assert (outcome.code, outcome.text, outcome.err) == (1, "", "")
    assert (tmp_path / f"out.{suffix}").read_text(encoding="utf-8").startswith(begins)


@pytest.mark.usefixtures("draft")
def test_the_draft_is_never_the_output(run: Run) -> None:
    outcome = run("check", "draft.md", "-o", "draft.md", "-f", "json")
    assert outcome.code == 2
    assert "would overwrite the draft" in outcome.err


def test_mending_says_what_it_did_and_writes_the_file(run: Run, draft: Path) -> None:
    draft.write_text(DRAFT.replace("[", "").replace("harbours", "cafe\u0301s"), encoding="utf-8")
    outcome = run("check", "draft.md", "--fix")
    assert outcome.code == 0
    assert "draft.md:3:52: mended encoding: é is written as 2 characters" in outcome.text
    assert "cafés" in draft.read_text(encoding="utf-8")


def test_mending_in_a_format_for_programs_is_said_on_standard_error(run: Run, draft: Path) -> None:
    draft.write_text(DRAFT.replace("harbours", "cafe\u0301s"), encoding="utf-8")
    outcome = run("check", "draft.md", "--fix", "-f", "json")
    assert outcome.err == "treatydiff: mended 1 problem\n"
    assert [one["check"] for one in json.loads(outcome.out)["drafts"][0]["mended"]] == ["encoding"]


def test_without_fix_nothing_is_written(run: Run, draft: Path) -> None:
    draft.write_text(DRAFT.replace("harbours", "cafe\u0301s"), encoding="utf-8")
    before = draft.read_bytes()
    run("check", "draft.md")
    assert draft.read_bytes() == before


def test_waivers_are_listed(run: Run, draft: Path) -> None:
    waiver = "<!-- treatydiff: allow and-or: so agreed (until 2999-01-31) -->"
    draft.write_text(DRAFT.replace("1. Each", f"{waiver}\n1. Each"), encoding="utf-8")
    outcome = run("check", "draft.md", "--waivers")
    assert outcome.text == "draft.md:3:1: and-or: so agreed, until 2999-01-31 (allows 1 warning)\n\n1 waiver in 1 draft\n"
    assert outcome.code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere.md",), "nowhere.md: there is no such file; check the path"),
        (("draft.md", "--based-on", "nowhere.md"), "nowhere.md: there is no such file"),
        (("draft.md", "--format", "yaml"), "'yaml' is not one of"),
        ((), "missing argument 'FILES...'"),
    ],
)
@pytest.mark.usefixtures("draft")
def test_what_cannot_be_checked_is_one_line(run: Run, arguments: tuple[str, ...], said: str) -> None:
    outcome = run("check", *arguments)
    assert outcome.code == 2
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


def test_every_problem_is_one_line_whatever_the_draft_says(run: Run, draft: Path) -> None:
    draft.write_text("# Article 1\n\nThe \x1b[31mlamps\x1b[0m and/or %0A::error::bells \u202e[burn.\n", encoding="utf-8")
    for name in ("text", "github"):
        outcome = run("check", "draft.md", "-f", name)
        assert "\x1b" not in outcome.text
        assert "\u202e" not in outcome.text
        assert not any(line.startswith("::error::") for line in outcome.text.splitlines())
