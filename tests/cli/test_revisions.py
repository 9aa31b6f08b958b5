from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from treatydiff.cli.options import STATES
from treatydiff.readers.reader import REVISIONS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run, WordFile


@pytest.fixture
def draft(word_file: WordFile, tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(
        word_file(
            "<w:p><w:r><w:t>Article 1. Help</w:t></w:r></w:p><w:p><w:r><w:t>1. Each Party </w:t></w:r>"
            '<w:del w:author="Ada"><w:r><w:delText>shall</w:delText></w:r></w:del>'
            '<w:ins w:author="Bo"><w:r><w:t>may</w:t></w:r></w:ins><w:r><w:t> help.</w:t></w:r></w:p>'
        )
    )
    return path


def test_a_comparison_judges_what_is_proposed_and_tells_who_proposed_it(run: Run, draft: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_text("Article 1. Help\n\n1. Each Party shall help.\n")
    change = json.loads(run("compare", old, draft, "--format", "json").text)["changes"][1]
    assert "".join(part["text"] for part in change["redline"] if part["op"] != "delete") == "Each Party may help."
    assert [(m["kind"], m["op"], m["new"]) for m in change["marks"]] == [
        ("insertion", "added", "Bo: may"),
        ("deletion", "added", "Ada: shall"),
    ]


def test_the_terminal_says_who_proposed_which_words(run: Run, draft: Path, tmp_path: Path) -> None:
    accepted = tmp_path / "accepted.txt"
    accepted.write_text("Article 1. Help\n\n1. Each Party may help.\n")
    text = " ".join(run("compare", accepted, draft).text.split())
    assert "same words insertion added: Bo: may; deletion added: Ada: shall" in text


def test_a_comparison_may_take_both_drafts_as_if_all_changes_were_rejected(run: Run, draft: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_text("Article 1. Help\n\n1. Each Party shall help.\n")
    assert run("compare", old, draft, "--revisions", "rejected", "--exit-code").code == 0
    assert run("compare", old, draft, "--revisions", "accepted", "--exit-code").code == 1


def test_formats_that_know_no_revisions_take_the_option_and_ignore_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "d.txt"
    path.write_text("Article 1. Help\n\n1. Each Party shall help.\n")
    assert run("show", "--revisions", "rejected", path) == run("show", path)


def test_convert_writes_the_state_that_is_asked_for(run: Run, draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert run("convert", draft, "--revisions", "rejected", "-o", out).code == 0
    (article,) = json.loads(out.read_text())["provisions"]
    assert (article["children"][0]["text"], article["children"][0]["marks"]) == ("Each Party shall help.", [])


def test_the_option_offers_every_state_and_the_default_first() -> None:
    assert STATES == REVISIONS


def test_another_word_for_a_state_is_wrong_usage(run: Run, draft: Path) -> None:
    outcome = run("show", "--revisions", "all", draft)
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
