from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest
from lxml import etree

from treatydiff import __version__, api

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

OLD = "Article 1. Help\n\n1. Each Party shall help the others at once.\n\n2. Costs lie where they fall.\n"
NEW = "Article 1. Help\n\n1. Each Party may help the others at once.\n\n2. Costs lie where they fall.\n"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD)
    new.write_text(NEW)
    return old, new


def test_compare_shows_the_redline_in_a_pipe_without_colour(run: Run, pair: tuple[Path, Path]) -> None:
    outcome = run("compare", *pair)
    assert outcome.code == 0
    assert "Each Party [-shall-]{+may+} help" in outcome.text
    assert "\x1b" not in outcome.text
    assert outcome.err == ""


def test_colour_is_used_when_it_is_forced_and_not_when_it_is_unwanted(
    run: Run, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run("compare", *pair).text
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("compare", *pair).text


@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_line_is_wider_than_the_terminal(run: Run, drafts: Path, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    text = run("compare", drafts / "zero.xml", drafts / "revised.xml").text
    assert max(map(len, text.splitlines())) <= width


def test_the_exit_code_says_whether_drafts_differ_only_when_asked(run: Run, pair: tuple[Path, Path]) -> None:
    assert run("compare", *pair).code == 0
    assert run("compare", "--exit-code", *pair).code == 1
    assert run("compare", "--exit-code", pair[0], pair[0]).code == 0


def test_the_suffix_of_the_output_chooses_the_format(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    assert run("compare", *pair, "-o", tmp_path / "c.json") == (0, b"", "")
    assert run("compare", *pair, "-o", tmp_path / "c.html") == (0, b"", "")
    assert json.loads((tmp_path / "c.json").read_text())["schema"] == "treatydiff.comparison/1"
    assert (tmp_path / "c.html").read_text().startswith("<!doctype html>")


def test_several_outputs_are_written_from_one_comparison(
    run: Run, pair: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compare = Mock(wraps=api.compare)
    monkeypatch.setattr(api, "compare", compare)
    outcome = run("compare", *pair, "-o", tmp_path / "c.json", "-o", "-", "-o", tmp_path / "c.html", "-o", tmp_path / "c.txt")
    assert (outcome.code, outcome.err) == (0, "")
    assert compare.call_count == 1
    assert json.loads((tmp_path / "c.json").read_text())["schema"] == "treatydiff.comparison/1"
    assert (tmp_path / "c.html").read_text().startswith("<!doctype html>")
    assert outcome.text == (tmp_path / "c.txt").read_text()


def test_nothing_is_written_or_compared_when_one_output_cannot_be(
    run: Run, pair: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(api, "compare")
    for unusable in (tmp_path, tmp_path / "missing" / "c.json", pair[0], pair[0] / "c.json"):
        outcome = run("compare", *pair, "-o", tmp_path / "c.json", "-o", unusable)
        assert (outcome.code, outcome.out) == (2, b"")
        assert not (tmp_path / "c.json").exists()


def test_one_draft_may_be_standard_input(run: Run, pair: tuple[Path, Path]) -> None:
    outcome = run("compare", pair[0], "-", "--format", "json", stdin=NEW.encode())
    assert json.loads(outcome.text)["new"]["path"] == "standard input"


def test_show_prints_the_tree(run: Run, pair: tuple[Path, Path]) -> None:
    outcome = run("show", pair[0])
    assert outcome.code == 0
    assert [line.strip() for line in outcome.text.splitlines() if "Costs" in line] == ["2.  Costs lie where they fall."]
    assert "holds     1 article, 2 paragraphs" in outcome.text


def test_show_can_print_json_and_akoma_ntoso(run: Run, pair: tuple[Path, Path]) -> None:
    assert json.loads(run("show", pair[0], "--format", "json").text)["schema"] == "treatydiff.document/1"
    root = etree.fromstring(run("show", pair[0], "--format", "akn").out)
    assert etree.QName(root).localname == "akomaNtoso"


def test_what_convert_writes_reads_as_the_same_draft(run: Run, drafts: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.xml"
    assert run("convert", drafts / "cnd.xml", "-o", copy) == (0, b"", "")
    assert run("compare", "--exit-code", drafts / "cnd.xml", copy).code == 0


def test_align_prints_every_link_and_explains_one(run: Run, drafts: Path) -> None:
    table = run("align", drafts / "cnd.xml", drafts / "final.xml")
    assert (table.code, table.err) == (0, "")
    assert any(line.split() == ["article", "31", "article", "4", "same", "moved"] for line in table.text.splitlines())
    told = run("align", drafts / "cnd.xml", drafts / "final.xml", "--explain", "art 45(1)")
    assert told.text.startswith("article 45, paragraph 1 comes from article 64, paragraph 1: edited")
    refused = run("align", drafts / "cnd.xml", drafts / "final.xml", "--explain", "art 900")
    assert (refused.code, refused.out) == (2, b"")
    assert "no clause of the new draft is cited as 'art 900'" in refused.err


def test_completion_prints_a_script_for_each_shell(run: Run) -> None:
    for shell in ("bash", "zsh", "fish"):
        assert "_TREATYDIFF_COMPLETE" in run("completion", shell).text


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version").text == f"treatydiff {__version__}\n"


@pytest.mark.parametrize("command", ["compare", "align", "show", "convert", "completion"])
def test_every_command_explains_itself(run: Run, command: str) -> None:
    outcome = run(command, "--help")
    assert outcome.code == 0
    assert outcome.text.startswith(f"Usage: treatydiff {command}")
    assert not set(outcome.text) & set("\b\\")
    assert max(map(len, outcome.text.splitlines())) <= 80


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("compare", "{old}"), r"missing argument 'NEW'"),
        (("compare", "{old}", "{new}", "--colour"), r"no such option '?--colour"),
        (("compare", "{old}", "{new}", "-f", "wordstar"), r"'wordstar' is not one of"),
        (("compare", "{old}", "{new}", "-o", "out.ws"), r"no format goes by the suffix '\.ws'; the name can end in .*\.html"),
        (("compare", "{old}", "{new}", "-o", "out.jsom"), r"did you mean \.json\?"),
        (("compare", "{old}", "{new}", "-f", "json", "-o", "a.html", "-o", "b.html"), r"--format names one format for 2"),
        (("compare", "{old}", "{new}", "-o", "{folder}/a.json", "-o", "{folder}/./a.json"), r"named as output twice"),
        (("compare", "{old}", "{new}", "-o", "-", "-o", "-"), r"named as output twice"),
        (("compare", "{old}", "{new}", "--stat", "-o", "a.json"), r"--stat show a part, and json is of the whole"),
        (("compare", "-", "-"), r"only one of the two drafts can be standard input"),
        (("compare", "{old}", "{new}", "-o", "{old}"), r"would overwrite the draft"),
        (("compare", "{old}", "{new}", "-f", "json", "-o", "{folder}"), r"is a directory"),
        (("compare", "{old}", "{new}", "-o", "{folder}/missing/out.json"), r"cannot be written"),
        (("convert", "{old}"), r"missing option"),
        (("compaer",), r"no such command"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_two(
    run: Run, pair: tuple[Path, Path], tmp_path: Path, args: tuple[str, ...], said: str
) -> None:
    filled = [arg.format(old=pair[0], new=pair[1], folder=tmp_path) for arg in args]
    outcome = run(*filled)
    assert (outcome.code, outcome.out) == (2, b"")
    assert outcome.err.count("\n") == 1
    assert re.match(rf"treatydiff: .*{said}", outcome.err, re.IGNORECASE)
    assert pair[0].read_text() == OLD


def test_no_arguments_print_the_help_and_leave_with_two(run: Run) -> None:
    outcome = run()
    assert outcome.code == 2
    assert "Usage: treatydiff" in outcome.err
