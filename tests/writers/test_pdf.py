"""The report on paper: every word of what changed is set, nothing of a draft is read as markup, and the file is well made."""

from __future__ import annotations

import sys
from itertools import starmap
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from treatydiff.api import compare
from treatydiff.errors import UsageError
from treatydiff.model import Document, Finding, Mark, Metadata, Provision
from treatydiff.text.eid import with_ids
from treatydiff.writers.pdf import write_comparison
from treatydiff.writers.pdf.letters import needs_more_fonts, on_paper
from treatydiff.writers.pdf.runs import new_runs, old_runs
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from treatydiff.model import Comparison

HOSTILE = '#import "@preview/a:1.0.0" $ x $ *b* \\u{41} <label> @ref // no ]]> </p><script>'


def draft(verb: str, *, articles: int = 3, bracket: bool = False) -> Document:
    """Give a draft in which the keeper of each harbour `verb` count the boats."""
    found = [
        Provision(
            "",
            "article",
            num=f"Article {n}",
            heading=f"Harbour {n}",
            children=(
                Provision("", "paragraph", num="1.", text=f"Harbour {n} is open to all boats."),
                Provision(
                    "",
                    "paragraph",
                    num="2.",
                    text=f"The keeper of harbour {n} {verb} count the boats.",
                    marks=(Mark("bracket", 0, 10), Mark("attribution", 4, 10, "Chad proposes")) if bracket else (),
                ),
            ),
        )
        for n in range(1, articles + 1)
    ]
    return Document(Metadata(title="Convention on harbours", symbol=f"H/{verb}", language="en"), with_ids(found))


BARE = Finding("safeguards", "T11", "high", "weakens", "context", "neutral", "", "", "", None, None, "a safeguard went")


def judged(comparison: Comparison) -> Comparison:
    """Give the comparison with a finding on every reworded clause."""
    found = (change._replace(findings=(BARE,) * (change.link.kind == "edited")) for change in comparison.changes)
    return comparison._replace(changes=tuple(found))


def with_text(text: str) -> Document:
    return Document(
        Metadata(title=text),
        with_ids((Provision("", "article", num="1", heading=text, children=(Provision("", "paragraph", text=text),)),)),
    )


def text_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def written(comparison: Comparison) -> bytes:
    return write_comparison(comparison, Layout())


def test_the_file_is_named_outlined_and_tagged() -> None:
    data = written(compare(draft("shall"), draft("may")))
    with pypdfium2.PdfDocument(data) as document:
        assert document.get_metadata_dict()["Title"] == "Convention on harbours"
        outline = [item.get_title() for item in document.get_toc()]
        assert document.is_tagged()
    assert outline == [
        "Where the changes are",
        "What matters most",
        "The text of both drafts",
        "Article 1 Harbour 1",
        "Article 2 Harbour 2",
        "Article 3 Harbour 3",
    ]


def test_both_symbols_and_the_number_of_the_page_stand_at_the_foot() -> None:
    with pypdfium2.PdfDocument(written(compare(draft("shall"), draft("may")))) as document:
        last = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    assert [page.endswith(f"H/shall / H/may {n} / {len(last)}") for n, page in enumerate(last, start=1)] == [True] * len(last)


def test_the_heading_of_an_article_that_goes_on_is_repeated() -> None:
    long = "The keeper counts the boats in the harbour and writes down each of their names. " * 40
    paragraphs = tuple(Provision("", "paragraph", num=f"{n}.", text=f"{n} {long}") for n in range(1, 9))
    old, new = (
        Document(provisions=with_ids((Provision("", "article", num="Article 7", heading="Counting", children=part),)))
        for part in (paragraphs[:1], paragraphs)
    )
    with pypdfium2.PdfDocument(written(compare(old, new))) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    assert len(pages) > 4
    assert [" ".join(page.split()).startswith("Article 7 Counting (continued)") for page in pages[3:]] == [True] * len(
        pages[3:]
    )


@pytest.mark.parametrize("bracket", [False, True])
def test_the_runs_of_a_clause_are_its_words_to_the_letter(*, bracket: bool) -> None:
    comparison = compare(draft("shall", bracket=bracket), draft("may on every day of the year", bracket=bracket))
    for change in comparison.changes:
        for clauses, runs in ((change.link.old, old_runs(change)), (change.link.new, new_runs(change))):
            words = ["".join(text for text, look in each if not {"s", "f"} & set(look)) for each in runs]
            assert words == [clause.words for clause in clauses]


def test_what_went_what_came_and_what_is_contested_have_a_look_each() -> None:
    comparison = compare(draft("shall", bracket=True), draft("may"))
    change = next(change for change in comparison.changes if change.link.kind == "edited")
    (old,), (new,) = old_runs(change), new_runs(change)
    assert ("shall", "d") in old
    assert ("may", "i") in new
    assert old[:3] == [("[", "s"), ("The ", "o"), ("Chad proposes: ", "s")]


def test_findings_are_listed_first_and_stand_with_their_clause() -> None:
    said = text_of(written(judged(compare(draft("shall"), draft("may")))))
    assert "What matters most High 3 Article 1, paragraph 2 A safeguard went. Duty: weaker" in said
    assert said.count("A safeguard went.") == 6


def test_a_finding_on_a_clause_that_is_folded_away_is_listed_without_a_link() -> None:
    comparison = judged(compare(draft("shall"), draft("may")))
    following = tuple(change._replace(follows=bool(change.findings)) for change in comparison.changes)
    said = text_of(written(comparison._replace(changes=following)))
    assert "What matters most High 3" in said
    assert said.count("A safeguard went.") == 3


def test_nothing_of_a_draft_is_read_as_markup() -> None:
    said = text_of(written(compare(with_text("One boat."), with_text(HOSTILE))))
    assert said.count("".join(HOSTILE.split())) == 0
    assert "".join(said.split()).count("".join(HOSTILE.split())) >= 3


def test_controls_surrogates_and_turns_of_direction_leave_a_file_that_opens() -> None:
    assert on_paper("a\x00b\ud800c\u202ed\u2066e") == "a\ufffdb\ufffdc\ufffdd\ufffde"
    assert text_of(written(compare(with_text("One boat."), with_text("One\x07 boat\ud800 sails \u202eback."))))


def test_a_word_of_ten_thousand_letters_is_broken() -> None:
    broken = on_paper("a" * 10_000)
    assert broken.replace("\u200b", "") == "a" * 10_000
    assert max(map(len, broken.split("\u200b"))) == 20
    with pypdfium2.PdfDocument(written(compare(with_text("One boat."), with_text("b" * 10_000)))) as document:
        assert len(document) > 2


@pytest.mark.parametrize(
    ("text", "needed"),
    [("Every Party shall…", False), ("Каждая сторона", False), ("Τα κράτη", False), ("كل دولة", True), ("缔约国", True)],
)
def test_the_fonts_of_the_system_are_asked_for_by_scripts_that_need_them(text: str, *, needed: bool) -> None:
    assert needs_more_fonts(text) is needed


def test_a_text_from_right_to_left_and_one_in_chinese_are_set() -> None:
    old, new = with_text("على كل دولة أن تقدم تقريرا"), with_text("各国应当报告")
    assert written(compare(old, new)).startswith(b"%PDF-")


def test_drafts_without_a_clause_give_a_file() -> None:
    assert "no clauses" in text_of(written(compare(Document(), Document())))


def test_the_same_comparison_gives_the_same_bytes() -> None:
    comparison = compare(draft("shall"), draft("may"))
    assert len(set(starmap(write_comparison, [(comparison, Layout())] * 2))) == 1


def test_without_typst_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(UsageError, match=r"pip install 'treatydiff\[pdf\]'"):
        written(compare(draft("shall"), draft("may")))
