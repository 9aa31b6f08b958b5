from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from treatydiff.amendments.places import anonymous
from treatydiff.api import read

if TYPE_CHECKING:
    from tests.conftest import Run

CASES = Path(__file__).parent.parent / "cases"
NAMES = sorted(path.parent.name for path in CASES.glob("*/old.*"))
FORMS = ("amendments.md", "amendments.xml")


def drafts(case: str) -> tuple[Path, Path]:
    old, new = (next((CASES / case).glob(f"{side}.*")) for side in ("old", "new"))
    return old, new


def provisions(path: Path) -> object:
    draft = read(path)
    return draft.metadata.title, tuple(map(anonymous, draft.provisions))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", NAMES)
def test_the_amendments_of_a_case_make_the_old_draft_into_the_new(run: Run, tmp_path: Path, case: str, form: str) -> None:
    old, new = drafts(case)
    listed, made = tmp_path / form, tmp_path / "made.xml"
    assert run("compare", old, new, "-o", listed).code == 0
    outcome = run("apply", old, listed, "-o", made)
    assert (outcome.code, outcome.err) == (0, "")
    assert provisions(made) == provisions(new)


def test_without_an_output_file_the_draft_goes_to_standard_output_as_akoma_ntoso(run: Run, tmp_path: Path) -> None:
    old, new = drafts("modality")
    listed = tmp_path / "a.amendments.md"
    run("compare", old, new, "-o", listed)
    outcome = run("apply", old, "-", stdin=listed.read_bytes())
    assert outcome.code == 0
    assert outcome.text.startswith("<?xml")
    assert run("apply", old, listed, "-f", "json").text.startswith("{")


def test_what_cannot_be_applied_is_listed_and_the_exit_code_is_one(run: Run, tmp_path: Path) -> None:
    old, new = drafts("modality")
    listed, made = tmp_path / "a.amendments.xml", tmp_path / "made.xml"
    run("compare", old, new, "-o", listed)
    outcome = run("apply", new, listed, "-o", made)
    assert outcome.code == 1
    first = "treatydiff: amendment 1 (article 1, paragraph 1) was not applied: “shall” is not found in article 1, paragraph 1"
    assert outcome.err.splitlines()[0] == first
    assert provisions(made) == provisions(new)


def test_markdown_for_another_draft_asks_for_the_one_that_it_was_made_for(run: Run, tmp_path: Path) -> None:
    old, new = drafts("thresholds")
    theirs = tmp_path / "theirs.md"
    theirs.write_bytes(old.read_bytes() + b"\nNothing more.\n")
    listed, made = tmp_path / "a.amendments.md", tmp_path / "made.xml"
    run("compare", old, new, "-o", listed)
    refused = run("apply", theirs, listed, "-o", made)
    assert refused.code == 2
    assert "made for another text" in refused.err
    assert len(refused.err.splitlines()) == 1
    assert not made.exists()
    assert run("apply", theirs, listed, "--base", old, "-o", made).code == 0
    assert run("apply", theirs, listed, "--base", new, "-o", made).code == 2


def test_neither_the_draft_nor_the_amendments_are_overwritten(run: Run, tmp_path: Path) -> None:
    old, new = drafts("thresholds")
    listed = tmp_path / "a.amendments.xml"
    run("compare", old, new, "-o", listed)
    before = listed.read_bytes()
    assert run("apply", old, listed, "-o", listed).code == 2
    assert listed.read_bytes() == before


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"1. Delete article 1.\n", "does not say which draft it amends"),
        (b"<?xml version='1.0'?><akomaNtoso><act/></akomaNtoso>", "no draft is attached"),
        (b"<?xml version='1.0'?><akomaNtoso>", "malformed"),
        (b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><akomaNtoso>&b;</akomaNtoso>", "entities"),
        (b"", "does not say which draft it amends"),
    ],
)
def test_a_file_that_holds_no_amendments_is_refused_in_one_line(run: Run, tmp_path: Path, data: bytes, said: str) -> None:
    old, _ = drafts("thresholds")
    listed = tmp_path / "a.md"
    listed.write_bytes(data)
    outcome = run("apply", old, listed)
    assert outcome.code == 2
    assert outcome.out == b""
    assert said in outcome.err
    assert len(outcome.err.splitlines()) == 1


def test_the_labels_of_the_itu_are_an_option(run: Run) -> None:
    old, new = drafts("renumbered-and-moved")
    labelled = run("compare", old, new, "-f", "amendments", "--itu-labels").text
    plain = run("compare", old, new, "-f", "amendments").text
    for label in ("**ADD** Insert", "**(MOD)** Article 3 becomes", "**SUP\\* ADD\\*** Move", "- **NOC**"):
        assert label in labelled
        assert label not in plain
