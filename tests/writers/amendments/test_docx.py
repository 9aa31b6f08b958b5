from __future__ import annotations

from io import BytesIO

import docx
import pytest

from treatydiff.api import compare, read_bytes
from treatydiff.model import Document, Provision
from treatydiff.writers.amendments.docx import write_comparison
from treatydiff.writers.writer import Layout

OLD = "# Pact\n\n## Article 1. Lamps\n\n1. Lamps shall be lit at dusk by the keeper.\n\n2. Nobody sells oil by night.\n"
NEW = "# Pact\n\n## Article 1. Lamps\n\n1. Lamps may be lit at dusk by the keeper.\n\n2. Nobody sells oil by night.\n"


def draft(text: str) -> Document:
    return read_bytes(text.encode(), "d.md")


def paragraphs(old: Document, new: Document, layout: Layout | None = None) -> list[tuple[str, str]]:
    written = docx.Document(BytesIO(write_comparison(compare(old, new), layout or Layout())))
    return [(str(one.style.name if one.style else ""), one.text) for one in written.paragraphs]


def test_amendments_stand_under_the_heading_of_their_article() -> None:
    assert paragraphs(draft(OLD), draft(NEW))[2:] == [
        ("Heading 2", "Article 1: Lamps"),
        ("Clause", "1. In article 1, paragraph 1, replace “shall” with “may”."),
    ]


def test_a_new_provision_is_set_further_in_with_what_it_holds() -> None:
    new = f"{NEW}\n## Article 2. Boats\n\n1. A boat has:\n\n(a) a name;\n\n(b) a master.\n"
    assert paragraphs(draft(NEW), draft(new))[3:] == [
        ("Clause", "1. Insert after article 1 a new article:"),
        ("Clause 1", "Article 2 Boats"),
        ("Clause 2", "1. A boat has:"),
        ("Clause 3", "(a) a name;"),
        ("Clause 3", "(b) a master."),
    ]


def test_with_labels_what_stays_is_listed_too() -> None:
    old, new = (draft(f"{text}\n## Article 2. Boats\n\nBoats have names.\n") for text in (OLD, NEW))
    listed = [text for _, text in paragraphs(old, new, Layout(itu_labels=True))]
    assert "1. MOD In article 1, paragraph 1, replace “shall” with “may”." in listed
    assert listed[listed.index("Article 2: Boats") + 1] == "NOC"


def test_drafts_that_are_the_same_need_no_amendment() -> None:
    assert paragraphs(draft(OLD), draft(OLD))[-1][1] == "The two drafts are the same: there is nothing to amend."


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "]]>", "a\x07b", "a\u202eb", "a\ud800b", "x" * 10_000])
def test_hostile_words_are_harmless(words: str) -> None:
    old, new = (
        Document(provisions=(Provision("a", "article", "Article 1", text=f"Lamps are {text} by day and by night."),))
        for text in ("lit", words)
    )
    shown = paragraphs(old, new)[-1][1]
    assert "\x07" not in shown
    assert "\ud800" not in shown
    assert words.replace("\x07", "\ufffd").replace("\ud800", "\ufffd") in shown
    assert shown.count("\u202e") <= shown.count("\u202c")


def test_an_article_that_only_moved_or_went_is_not_listed_as_unchanged() -> None:
    oil = "\n## Article 2. Oil\n\nOil is kept dry.\n"
    boats = "\n## Article 3. Boats\n\nBoats have names.\n"
    moved = oil.replace("Article 2", "Article 3")
    old, new = draft(OLD + oil + boats), draft(OLD + boats.replace("Article 3", "Article 2") + moved)
    listed = paragraphs(old, new, Layout(itu_labels=True))
    assert [text for style, text in listed if style == "Heading 2"].count("Article 2: Oil") == 0
    gone = paragraphs(old, draft(OLD), Layout(itu_labels=True))
    assert [text for _, text in gone].count("NOC") == 2
    assert gone[-1][1] == "1. SUP Delete articles 2 and 3."
