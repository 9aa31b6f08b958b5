from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree, html

from treatydiff.folder import trace
from treatydiff.writers.apparatus import write_html, write_tei
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from pathlib import Path

    from treatydiff.model import History

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
OLD = """Article 1. Wrecks

1. Each Party shall:

(a) mark wrecks <script>alert(1)</script> in its waters; and

(b) keep a log;

all at its own cost.

2. =Harbours are open to \u202eall ships\u202c.
"""
NEW = OLD.replace("shall", "may").replace("keep a log", "keep a list").replace("own cost", "own full cost")
NEW = NEW[: NEW.index("2.")]


@pytest.fixture
def history(tmp_path: Path) -> History:
    (tmp_path / "old.txt").write_text(OLD)
    (tmp_path / "new.txt").write_text(NEW)
    (tmp_path / "treaty.toml").write_text(
        '[treaty]\ntitle = "A & B"\n[[draft]]\nfile = "old.txt"\n[[draft]]\nfile = "new.txt"\n'
    )
    return trace(tmp_path)


def _of_last_draft(root: etree._Element) -> list[str]:
    """Read the words of the last draft back from the edition: its readings only, provision by provision."""
    for gone in root.iter(f"{TEI}rdg"):
        gone.text = ""
    divs = root.iter(f"{TEI}div")
    told = ["".join(element.itertext()) for div in divs for element in div.iterchildren(f"{TEI}head", f"{TEI}p")]
    return [words for words in told if words.strip()]


def test_the_edition_holds_the_words_of_the_last_draft_in_order(history: History) -> None:
    assert _of_last_draft(etree.fromstring(write_tei(history, Layout()))) == [
        "Wrecks",
        "Each Party may:",
        "mark wrecks <script>alert(1)</script> in its waters; and",
        "keep a list;",
        "all at its own full cost.",
    ]


def test_each_variation_is_an_app_with_its_witnesses(history: History) -> None:
    root = etree.fromstring(write_tei(history, Layout()))
    told = [[(etree.QName(one).localname, one.text, one.get("wit")) for one in app] for app in root.iter(f"{TEI}app")]
    assert [("lem", "may", "#draft-new"), ("rdg", "shall", "#draft-old")] in told
    assert [("lem", None, "#draft-new"), ("rdg", "=Harbours are open to \u202eall ships\u202c.", "#draft-old")] in told
    assert [one.get(ID) for one in root.iter(f"{TEI}witness")] == ["draft-old", "draft-new"]


def test_ids_of_the_edition_are_unique_names(history: History) -> None:
    root = etree.fromstring(write_tei(history, Layout()))
    ids = [one.get(ID) for one in root.iter() if one.get(ID)]
    assert len(ids) == len(set(ids)) > 4


def test_the_page_notes_every_reading_and_hostile_words_stay_words(history: History) -> None:
    page = write_html(history, Layout()).decode()
    assert "<script>alert(1)" not in page
    assert page.count("<script>") == 1
    listed = html.fromstring(page).iterfind(".//ul[@class='notes']/li")
    notes = [" ".join("".join(note.itertext()).split()) for note in listed]
    assert "1 may new] shall old" in notes
    assert "article 1, paragraph 2, only in old" in notes
