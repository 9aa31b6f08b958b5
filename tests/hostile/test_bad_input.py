"""Files that cannot be used give one clear line and exit code 2, and nothing is fetched, expanded or written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

GOOD = "Article 1\n\n1. Each Party shall help.\n"
AKN = (
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
    '<doc name="x"><mainBody>{}</mainBody></doc></akomaNtoso>'
)


def _bomb() -> str:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    return f"<!DOCTYPE akomaNtoso [{entities}]>" + AKN.format("<p>&e9;</p>")


def _external(target: str) -> str:
    return f'<!DOCTYPE akomaNtoso [<!ENTITY x SYSTEM "{target}">]>' + AKN.format("<p>&x;</p>")


BAD = {
    "malformed.xml": (AKN.format("<p>open").encode(), "line 1, column"),
    "empty.xml": (b"", "the file is empty"),
    "blank.txt": (b" \n\t ", "the file is empty"),
    "binary.xml": (bytes(range(256)) * 64, ""),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + bytes(2000), ""),
    "bomb.xml": (_bomb().encode(), ""),
    "other.xml": (b"<?xml version='1.0'?><invoice><total>4</total></invoice>", ""),
    "html.xml": (b"<?xml version='1.0'?><akomaNtoso", "line 1"),
    "deep.xml": (AKN.format("<blockList>" * 5000 + "</blockList>" * 5000).encode(), ""),
    "utf16.xml": ("<a>é</a>".encode("utf-16")[:-3], ""),
    "nul.txt": (b"Article 1\x00\n\n1. Each Party shall help.", ""),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_used_is_one_line_with_its_name(run: Run, tmp_path: Path, name: str) -> None:
    data, said = BAD[name]
    bad, good, out = tmp_path / name, tmp_path / "good.txt", tmp_path / "out.html"
    bad.write_bytes(data)
    good.write_text(GOOD)
    outcome = run("compare", bad, good, "-o", out)
    assert (outcome.code, outcome.out, out.exists()) == (2, b"", False)
    assert outcome.err.startswith(f"treatydiff: {bad}")
    assert outcome.err.count("\n") == 1
    assert said in outcome.err
    assert ";" in outcome.err


def test_a_missing_file_and_a_directory_are_named(run: Run, tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(GOOD)
    missing = run("compare", tmp_path / "none.xml", good)
    assert (missing.code, missing.err) == (2, f"treatydiff: {tmp_path}/none.xml: there is no such file; check the path\n")
    folder = run("compare", good, tmp_path)
    assert (folder.code, folder.err) == (2, f"treatydiff: {tmp_path}: is a directory; name a file in it\n")


def test_a_file_of_two_hundred_megabytes_is_refused_before_it_is_read(run: Run, tmp_path: Path) -> None:
    big = tmp_path / "big.xml"
    with big.open("wb") as file:
        os.truncate(file.fileno(), 200 * 1024 * 1024)
    outcome = run("show", big)
    assert outcome.code == 2
    assert outcome.err == f"treatydiff: {big}: the file has more than 64 MB; a draft is smaller; check that it is one\n"


def test_no_entity_fetches_a_file(run: Run, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    hostile = tmp_path / "xxe.xml"
    hostile.write_text(_external(secret.as_uri()))
    outcome = run("show", hostile)
    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert "secret words" not in outcome.err + outcome.text


def test_an_old_report_survives_a_failed_run(run: Run, tmp_path: Path) -> None:
    good, out = tmp_path / "good.txt", tmp_path / "out.html"
    good.write_text(GOOD)
    out.write_text("the report of yesterday")
    assert run("compare", good, tmp_path / "none.txt", "-o", out).code == 2
    assert out.read_text() == "the report of yesterday"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["good.txt", "out.html"]


def test_control_characters_of_a_draft_never_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(GOOD)
    new.write_text("Article 1\n\n1. Each \x1b[31mParty\x9b shall \u202ehelp\x07.\n")
    text = run("compare", old, new).text
    assert not set(text) & set("\x1b\x9b\x07\u202e")
    assert "help" in text
