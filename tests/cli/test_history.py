from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from treatydiff.folder.manifest import read_manifest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

OPEN = "Each Party {} open its harbours to every vessel that seeks shelter from a storm at sea."
TEXT = f"# Article 1. Harbours\n\n1. {OPEN}\n\n2. Fees for the use of a quay are made public once a year.\n"
DATED = "---\ntitle: Draft\ndate: {}\n---\n\n"


@pytest.fixture
def treaty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, verb, date in (("a", "shall", "2024-01-01"), ("b", "may", "2024-03-01"), ("c", "shall", "2024-02-01")):
        (tmp_path / f"{name}.md").write_text(DATED.format(date) + TEXT.format(verb))
    assert run("init", "--title", "Harbours").code == 0
    assert run("add", "a.md", "b.md").code == 0
    return tmp_path


@pytest.fixture
def example(tmp_path: Path, drafts: Path) -> Path:
    copy = tmp_path / "cybercrime"
    shutil.copytree(drafts, copy, ignore=shutil.ignore_patterns(".*"))
    return copy


def test_a_folder_is_begun_and_says_how_to_go_on(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run("init", "--title", "A treaty")
    assert (outcome.code, outcome.err) == (0, "")
    assert "add drafts with treatydiff add FILE" in outcome.text
    assert read_manifest(tmp_path).treaty.title == "A treaty"
    again = run("init")
    assert (again.code, again.err) == (2, "treatydiff: treaty.toml: is there already; add drafts with treatydiff add\n")


def test_add_tells_what_it_read_and_points_out_what_is_older(run: Run, treaty: Path) -> None:
    outcome = run("add", "c.md")
    assert outcome.code == 0
    assert outcome.text.splitlines() == [
        "added     c  c.md",
        "title     Draft",
        "symbol    not said in the file",
        "date      2024-02-01",
        "holds     3 clauses, read as markdown",
    ]
    assert outcome.err.startswith("treatydiff: c.md: 2024-02-01 is before 2024-03-01, the date of b;")
    assert [draft.id for draft in read_manifest(treaty).treaty.drafts] == ["a", "b", "c"]


def test_add_refuses_what_is_there(run: Run, treaty: Path) -> None:
    shutil.copy(treaty / "a.md", treaty / "d.md")
    before = (treaty / "treaty.toml").read_bytes()
    assert run("add", "a.md").err == "treatydiff: a.md: is listed already: a; add another file\n"
    outcome = run("add", "c.md", "d.md")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, b"", 1)
    assert "holds the same bytes as a draft that is listed: a" in outcome.err
    assert (treaty / "treaty.toml").read_bytes() == before


def test_status_shows_what_changed_on_disk(run: Run, treaty: Path) -> None:
    (treaty / "b.md").write_text("changed")
    told = run("status").text
    assert [line.split() for line in told.splitlines() if line.endswith(("yet", "added"))] == [
        ["a", "2024-01-01", *told.split("2024-01-01")[1].split()[:1], "a.md", "not", "read", "yet"],
        ["b", "2024-03-01", *told.split("2024-03-01")[1].split()[:1], "b.md", "CHANGED", "since", "it", "was", "added"],
    ]
    assert told.endswith("Not listed:\n  c.md\n")


@pytest.mark.usefixtures("treaty")
@pytest.mark.parametrize("command", [("proposals",), ("positions", "--state", "Norland")])
def test_a_folder_without_a_record_is_told_of(run: Run, command: tuple[str, ...]) -> None:
    outcome = run(*command, "-q")
    assert outcome.code == 0
    assert outcome.err == "treatydiff: there is no record.toml beside the drafts, so no proposal is known\n"


@pytest.mark.parametrize("command", ["status", "history", "log", "blame", "concordance"])
def test_the_folder_is_found_from_below_and_can_be_named(
    run: Run, treaty: Path, command: str, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    run("history")  # so that all is read, whoever asks first
    here = run(command)
    (treaty / "below").mkdir()
    monkeypatch.chdir(treaty / "below")
    assert run(command).out == here.out
    outside = tmp_path_factory.mktemp("outside")
    monkeypatch.chdir(outside)
    assert run(command, "--treaty", treaty).out == here.out
    assert run(command, "--treaty", treaty / "treaty.toml").out == here.out
    nowhere = run(command)
    assert (nowhere.code, nowhere.out) == (2, b"")
    assert nowhere.err.endswith("there is no treaty.toml here or above; begin one with treatydiff init\n")
    assert "holds no treaty.toml" in run(command, "--treaty", outside).err


def test_show_takes_a_file_for_a_file_and_anything_else_for_a_clause(run: Run, treaty: Path) -> None:
    assert "holds     1 article, 2 paragraphs" in run("show", "a.md").text
    assert run("show", "art 1(1)@a").text.startswith("Article 1, paragraph 1\nin a   2024-01-01\n")
    (treaty / "art 1(1)").write_text("Article 5\n\n1. A file with an unusual name.\n")
    assert "unusual name" in run("show", "art 1(1)").text
    part = json.loads(run("show", "art 1", "--format", "json").text)
    assert [provision["num"] for provision in part["provisions"]] == ["Article 1"]
    assert b"<article" in run("show", "art 1", "--format", "akn").out
    assert run("show", "none.md").err == "treatydiff: none.md: there is no such file; check the path\n"
    assert "no clause of any draft is cited as 'art 9'" in run("show", "art 9").err


def test_diff_compares_drafts_by_their_ids_as_compare_does_files(run: Run, treaty: Path) -> None:
    by_ids, by_files = (
        json.loads(run(*words, "--format", "json").text) for words in (["diff", "a", "b"], ["compare", "a.md", "b.md"])
    )
    assert by_ids == by_files
    assert run("diff", "a", "b", "--exit-code").code == 1
    assert run("diff", "a", "a", "--exit-code").code == 0
    assert run("diff", "a", "b", "-o", treaty / "out.html") == (0, b"", "")
    assert (treaty / "out.html").read_text().startswith("<!doctype html>")
    assert "would overwrite the draft" in run("diff", "a", "b", "-f", "json", "-o", "b.md").err
    (treaty / "quiet.toml").write_text('[rules]\nmodality = "off"\n')
    assert "[modality]" not in run("diff", "a", "b", "--config", "quiet.toml").text
    assert "rule modality" in run("diff", "a", "b").text


def test_diff_reads_tracked_changes_as_it_is_told(run: Run, treaty: Path, word_file: object) -> None:
    body = (
        "<w:p><w:r><w:t>Article 1. Harbours</w:t></w:r></w:p><w:p><w:r><w:t>1. Each Party </w:t></w:r>"
        '<w:del w:id="1" w:author="A"><w:r><w:delText>shall</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="A"><w:r><w:t>may</w:t></w:r></w:ins><w:r><w:t> open its harbours.</w:t></w:r></w:p>'
    )
    (treaty / "d.docx").write_bytes(word_file(body))  # type: ignore[operator]
    assert run("add", "d.docx").code == 0
    for revisions, verb in (("accepted", "may"), ("rejected", "shall")):
        told = json.loads(run("diff", "a", "d", "--revisions", revisions, "--format", "json").text)
        assert f"Each Party {verb} open its harbours." in json.dumps(told)
        assert told["new"]["clauses"] == 2


def test_log_blame_and_concordance_write_what_is_asked(run: Run, treaty: Path) -> None:
    run("add", "c.md")
    assert "shall (a) → may (b) → shall (c, back) [modality]" in run("log", "art 1(1)").text
    assert "c back" not in run("blame").text
    assert "a back  shall" in run("blame", "c", "art 1(1)").text.splitlines()
    assert run("blame", "art 1(1)@c").out == run("blame", "c", "art 1(1)").out
    assert run("blame", "b").text.startswith("Who brought the words of b")
    assert run("concordance", "-o", "numbers.csv") == (0, b"", "")
    assert (treaty / "numbers.csv").read_text("utf-8-sig").splitlines()[1].startswith("c/art_1,Harbours,article 1,article 1")
    for command in ("log", "blame", "concordance", "history"):
        name = f"{command}.json"
        assert run(command, "-o", name) == (0, b"", "")
        assert json.loads((treaty / name).read_text())["schema"] == f"treatydiff.{command}/1"
    assert "no format goes by the suffix '.pdf'" in run("history", "-o", "x.pdf").err
    assert "would overwrite the draft" in run("concordance", "-f", "csv", "-o", "a.md").err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("log", "art 99"), "no clause of any draft is cited as 'art 99'"),
        (("log", "art 1@z"), "there is no draft 'z'; choose from a, b"),
        (("blame", "z", "art 1"), "there is no draft 'z'; choose from a, b"),
        (("blame", "a", "art", "1"), "there are more arguments than a draft and a clause"),
        (("diff", "a", "z"), "there is no draft 'z'; choose from a, b"),
        (("concordance", "--depth", "points"), "'points' is not one of"),
        (("log", "--git", "a.md", "--treaty", "."), "--git and --treaty exclude each other"),
        (("proposals", "--fate", "enterd"), "'enterd' is not one of"),
    ],
)
@pytest.mark.usefixtures("treaty")
def test_what_makes_no_sense_is_one_line(run: Run, words: tuple[str, ...], said: str) -> None:
    outcome = run(*words)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, b"", 1)
    assert said in outcome.err


def test_the_versions_of_a_file_come_from_git(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_DIR", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    names = [word for role in ("user.name=A", "user.email=a@b.example", "commit.gpgSign=false") for word in ("-c", role)]
    subprocess.run(["git", "init", "-q"], check=True)  # noqa: S607 (git, found where the user has it)
    for text in (b"", TEXT.format("shall").encode(), TEXT.format("may").encode()):
        (tmp_path / "draft.md").write_bytes(text)
        subprocess.run(["git", "add", "."], check=True)  # noqa: S607 (the same)
        subprocess.run(["git", *names, "commit", "-q", "-m", "change"], check=True)  # noqa: S603, S607 (the same)
    outcome = run("log", "--git", "draft.md", "art 1(1)")
    assert outcome.code == 0
    assert "Each Party [-shall-]{+may+} open" in outcome.text
    assert outcome.err.endswith("is left out: the file is empty\n")
    assert not (tmp_path / ".treatydiff").exists()
    assert "is in no git repository" in run("log", "--git", os.devnull).err


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize(
    "words",
    [["log"], ["log", "art 45"], ["blame", "art 45"], ["history"], ["concordance", "--depth", "all"], ["show", "art 45"]],
)
def test_no_line_of_the_worked_example_is_wider_than_the_terminal(
    run: Run, example: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    text = run(*words, "--treaty", example).text
    assert max(map(len, text.splitlines())) <= width


@pytest.mark.parametrize("command", ["init", "add", "status", "history", "log", "blame", "diff", "concordance", "show"])
def test_every_command_explains_itself(run: Run, command: str) -> None:
    outcome = run(command, "--help")
    assert outcome.code == 0
    assert outcome.text.startswith(f"Usage: treatydiff {command}")
    assert not set(outcome.text) & set("\b\\")
    assert max(map(len, outcome.text.splitlines())) <= 80
