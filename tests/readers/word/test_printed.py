"""Word files that were printed before: footnotes typed below the text, paragraphs cut by pages, columns for layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.readers.docx import read

if TYPE_CHECKING:
    from tests.conftest import WordFile

RAISED = '<w:vertAlign w:val="superscript"/>'
PAGE = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def par(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def test_typed_footnotes_become_footnotes(word_file: WordFile) -> None:
    body = (
        par(run("1. Ships of the Union"), run("3", RAISED), run(" wait"), run("4", RAISED), run("."))
        + par(run("3", RAISED), run("\tOf what union?"))
        + par(run("4", RAISED), run(" For how long?"))
        + par(run("2. Boats go."))
    )
    found = read(word_file(body), "d.docx")
    assert [(p.num, p.text) for p in found.provisions] == [("1.", "Ships of the Union wait."), ("2.", "Boats go.")]
    assert [(n.kind, n.label, n.text, n.place) for n in found.notes] == [
        ("footnote", "3", "Of what union?", "para_1"),
        ("footnote", "4", "For how long?", "para_1"),
    ]
    assert [(m.start, m.end) for m in found.provisions[0].marks] == [(18, 18), (23, 23)]


def test_a_typed_footnote_with_tracked_changes_stays_in_the_text_with_its_marks(word_file: WordFile) -> None:
    change = '<w:ins w:author="A"><w:r><w:t>Of what union?</w:t></w:r></w:ins>'
    found = read(word_file(par(run("1. Ships"), run("3", RAISED), run(" wait.")) + par(run("3", RAISED), change)), "d.docx")
    assert [m.kind for p in found.walk() for m in p.marks] == ["insertion"]


@pytest.mark.parametrize("raised", [run("2", RAISED), run("2")])
def test_raised_digits_that_no_footnote_explains_are_words(word_file: WordFile, raised: str) -> None:
    found = read(word_file(par(run("1. A berth of 40 m"), raised, run(" is free.")) + par(run("2. Boats go."))), "d.docx")
    assert found.provisions[0].text == "A berth of 40 m2 is free."
    assert found.notes == ()


def test_a_raised_number_that_nothing_points_to_opens_a_paragraph(word_file: WordFile) -> None:
    found = read(word_file(par(run("1. Boats go.")) + par(run("7", RAISED), run(" Ships wait."))), "d.docx")
    assert [p.text for p in found.provisions] == ["Boats go.", "7 Ships wait."]


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("1. Ships of the", "Union of Harbours wait.", True),
        ("1. Ships that carry, in any season,", "grain wait.", True),
        ("1. Ships in the harbour under regulation", "2018/1725 wait.", False),
        (
            "1. Ships in the harbour wait as long as is said in",
            "2018/1725 wait.",
            True,
        ),
        ("1. Ships wait.", "Boats go.", False),
        ("1. Ships wait:", "(a) in spring;", False),
        ("1. Ships wait under points (1),", "(2) and (3) of the rules.", True),
        ("1. Ships wait in spring,", "2. Boats go.", False),
        ("1. Ships wait as is said in Article", "35 of the rules.", True),
        ("1. Ships wait under points (a) to", "(c) of the rules.", True),
        ("1. Ships wait under paragraph", "4.6 of the rules.", True),
        ("1. The harbours of the Union", "Boats go.", False),
    ],
)
def test_what_a_page_cut_apart_is_joined(word_file: WordFile, one: str, other: str, joined: bool) -> None:  # noqa: FBT001
    found = read(word_file(par(run("Article 1. Help")) + par(run(one)) + PAGE + par(run(other))), "d.docx")
    whole = f"{one[3:]} {other}"
    assert (whole in [p.text for p in found.walk()]) is joined
    assert " ".join(f"{p.num} {p.text}".strip() for p in found.walk() if p.text) == f"{one} {other}"


def test_marks_stay_on_their_words_across_a_page(word_file: WordFile) -> None:
    body = (
        par(run("1. Ships of "), run("the", "<w:b/>")) + PAGE + par(run("high ", ""), run("seas", "<w:strike/>"), run(" wait."))
    )
    (found,) = read(word_file(body), "d.docx").provisions
    assert [(found.text[m.start : m.end], m.label) for m in found.marks] == [("the", "bold"), ("seas", "struck through")]


def test_a_column_that_opens_an_article_comes_before_its_text(word_file: WordFile) -> None:
    columns = '<w:p><w:pPr><w:sectPr><w:cols w:num="2"/></w:sectPr></w:pPr></w:p>'
    turn = '<w:p><w:r><w:br w:type="column"/></w:r></w:p>'
    body = par(run("Article 1. Help")) + PAGE + par(run("1. Ships wait:")) + turn + par(run("Article 2. Moorings")) + columns
    found = read(word_file(body + par(run("(a) in spring;"))), "d.docx")
    assert [(p.num, p.heading) for p in found.provisions] == [("Article 1", "Help"), ("Article 2", "Moorings")]
    assert [p.text for p in found.provisions[1].walk()] == ["", "Ships wait:", "in spring;"]


def test_the_formula_that_ends_the_preamble_stays_before_the_first_title(word_file: WordFile) -> None:
    turn = '<w:p><w:r><w:br w:type="column"/></w:r></w:p>'
    body = par(run("The Parties to this Treaty,")) + par(run("Have agreed as follows:")) + turn + par(run("TITLE I"))
    found = read(word_file(body + par(run("HARBOURS")) + par(run("Article 1. Help")) + par(run("Ships wait."))), "d.docx")
    assert [p.kind for p in found.provisions] == ["preamble", "title"]


def test_columns_of_text_are_read_from_left_to_right(word_file: WordFile) -> None:
    turn = '<w:p><w:r><w:br w:type="column"/></w:r></w:p>'
    found = read(word_file(par(run("Article 1. Help")) + par(run("1. One.")) + turn + par(run("2. Two."))), "d.docx")
    assert [p.text for p in found.provisions[0].children] == ["One.", "Two."]


def test_compounds_that_lines_cut_apart_are_whole_again_where_every_page_is_a_section(word_file: WordFile) -> None:
    cut = par(run("1. Cross- "), run("border ships of two- or three- ", "<w:b/>"), run("masts wait."))
    (found, *_) = read(word_file(cut + PAGE * 10 + par(run("2. End."))), "d.docx").provisions
    assert found.text == "Cross-border ships of two- or three-masts wait."
    assert [found.text[m.start : m.end] for m in found.marks] == ["border ships of two- or three-"]
    assert read(word_file(cut), "d.docx").provisions[0].text == "Cross- border ships of two- or three- masts wait."


def test_the_title_and_the_chapter_on_one_line_are_two_levels(word_file: WordFile) -> None:
    body = (
        par(run("TITLE III HARBOURS CHAPTER 1")) + par(run("MOORINGS")) + par(run("Article 1. Help")) + par(run("Ships wait."))
    )
    (title,) = read(word_file(body), "d.docx").provisions
    assert (title.num, title.heading) == ("TITLE III", "HARBOURS")
    assert [(p.num, p.heading) for p in title.children] == [("CHAPTER 1", "MOORINGS")]
    assert [p.num for p in title.children[0].children] == ["Article 1"]
