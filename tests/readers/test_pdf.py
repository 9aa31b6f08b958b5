from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.readers.pdf_files import HEIGHT, WIDTH, Picture, Rule, Text, pdf
from treatydiff.errors import DraftError
from treatydiff.model import Mark, ReadWarning
from treatydiff.readers.pages.blocks import plain
from treatydiff.readers.pages.extraction import pages
from treatydiff.readers.pages.text import document
from treatydiff.readers.pdf import read
from treatydiff.readers.recognition import is_pdf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.readers.pdf_files import Item
    from treatydiff.model import Document

LEFT, RIGHT, PITCH = 72, 523, 12
LINE = "The master of every harbour shall keep a book in which each ship that enters and leaves it is written down"


def _read(*sheets: Sequence[Item]) -> Document:
    return document(pages(pdf(*sheets), "t.pdf"))


def _shape(found: Document) -> list[tuple[str, str, str, str]]:
    return [(p.kind, p.num, p.heading, p.words) for p in found.walk()]


def _lines(*words: str, left: float = LEFT, top: float = 120, pitch: float = PITCH) -> list[Text]:
    return [Text(line, left, top + n * pitch) for n, line in enumerate(words)]


def _article(top: float = 100) -> list[Text]:
    return [Text("Article 1", 275, top, font="Times-Bold"), Text("Books", 283, top + PITCH, font="Times-Bold")]


def test_a_page_becomes_articles_and_paragraphs_that_know_their_page() -> None:
    first = [*_article(), *_lines(f"1. {LINE}", "and read by those who ask."), *_lines("2. Books are kept.", top=160)]
    second = [Text("Article 2", 275, 100, font="Times-Bold"), *_lines("Boats need no book.", top=130)]
    found = _read(first, second)
    assert _shape(found) == [
        ("article", "Article 1", "Books", ""),
        ("paragraph", "1.", "", f"{LINE} and read by those who ask."),
        ("paragraph", "2.", "", "Books are kept."),
        ("article", "Article 2", "", ""),
        ("paragraph", "", "", "Boats need no book."),
    ]
    assert [(p.page, p.line) for p in found.walk()] == [(1, None), (1, None), (1, None), (2, None), (2, None)]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_turned_reads_as_it_is_shown(turn: int) -> None:
    page = [*_article(), *_lines(f"1. {LINE}", "and read by those who ask."), *_lines("2. Books are kept.", top=160)]
    assert document(pages(pdf(page, turn=turn), "t.pdf")) == _read(page)


def test_a_paragraph_goes_on_over_the_page() -> None:
    first = [*_article(), *_lines(f"1. {LINE}", LINE)]
    second = [*_lines("by the master or his mate.", top=100), *_lines("2. Books are kept.", top=130)]
    paragraphs = _read(first, second).provisions[0].children
    assert [(p.text, p.page) for p in paragraphs] == [(f"{LINE} {LINE} by the master or his mate.", 1), ("Books are kept.", 2)]


def test_a_sentence_that_ends_with_its_page_ends_its_paragraph() -> None:
    first = [*_article(), *_lines(f"1. {LINE}", f"{LINE[:-1]}.")]
    paragraphs = _read(first, _lines("Boats need no book.", top=100)).provisions[0].children
    assert [p.text for p in paragraphs] == [f"{LINE} {LINE[:-1]}.", "Boats need no book."]


def test_a_wrapped_line_that_begins_like_an_item_goes_on() -> None:
    lines = _lines(f"1. {LINE[:93]} under rules no. 1,", f"(EU) no. 2 and {LINE[:93]} so,", "p. 44 of them says.")
    (paragraph,) = _read([*_article(), *lines]).provisions[0].children
    assert paragraph.text == " ".join(line.words for line in lines).removeprefix("1. ")


def test_a_title_may_end_in_a_short_line_beside_the_middle() -> None:
    bold = "Times-Bold"
    title = [Text("Books of the masters of all harbours and of every", 180, 112, 10, bold), Text("port", 310, 124, 10, bold)]
    page = [Text("Article 1", 275, 100, 10, bold), *title, *_lines(f"1. {LINE}", "by day.", top=150)]
    (article,) = _read(page).provisions
    assert article.heading == "Books of the masters of all harbours and of every port"


def test_heads_feet_and_page_numbers_are_notes_with_their_page() -> None:
    sheets = [
        [
            Text("A/AC.999/22", LEFT, 40, 8),
            Text(f"{LINE}, {n}.", LEFT, 200 + n),
            Text(f"{n} of 4", 290, 810, 8),
        ]
        for n in range(1, 5)
    ]
    found = _read(*sheets)
    assert [(note.kind, note.text, note.page) for note in found.notes] == [
        note for n in range(1, 5) for note in (("running-head", "A/AC.999/22", n), ("page-number", f"{n} of 4", n))
    ]
    assert found.metadata.symbol == "A/AC.999/22"
    assert not any("A/AC" in p.words or " of 4" in p.words for p in found.walk())


def test_an_article_at_the_head_of_every_page_is_no_running_head() -> None:
    sheets = [[Text(f"Article {n}", 275, 60), *_lines(f"{LINE} {n}.", top=90)] for n in range(1, 6)]
    assert [p.num for p in _read(*sheets).provisions] == [f"Article {n}" for n in range(1, 6)]


def test_a_footnote_is_a_note_and_a_mark_and_its_sign_sticks_to_no_word() -> None:
    end = LEFT + stringWidth("1. Ships carry a flag", "Times-Roman", 10)
    body = [*_article(), *_lines("1. Ships carry a flag"), Text("3", end, 116, 6), Text("by day.", end + 6, 120)]
    notes = [
        Text("3", LEFT, 746, 5),
        *[Text(line, LEFT + 5, 750 + 9 * n, 8) for n, line in enumerate(("A flag is a", "cloth."))],
    ]
    found = _read([*body, *_lines("2. Boats carry none.", top=140), *notes])
    paragraph = found.provisions[0].children[0]
    assert paragraph.text == "Ships carry a flag by day."
    assert paragraph.marks == (Mark("footnote", 18, 18, label="3", note="A flag is a cloth."),)
    assert [(n.kind, n.label, n.text, n.page, n.place) for n in found.notes] == [
        ("footnote", "3", "A flag is a cloth.", 1, "art_1__para_1")
    ]


def test_a_raised_digit_of_a_unit_stays_with_it() -> None:
    end = LEFT + stringWidth("1. A berth has 40 m", "Times-Roman", 10)
    body = [*_article(), *_lines("1. A berth has 40 m"), Text("2", end, 116, 6), Text("of water.", end + 6, 120)]
    assert _read(body).provisions[0].children[0].text == "A berth has 40 m2 of water."


def test_two_columns_are_read_one_after_the_other() -> None:
    rows = [f"word{n} of the left side and on" for n in range(10)]
    left = [Text(row, LEFT, 100 + 12 * n) for n, row in enumerate(rows)]
    right = [Text(row.replace("left", "right"), 320, 100 + 12 * n) for n, row in enumerate(rows)]
    title = Text("A title over both of the columns of this page, as wide as the page itself is, set over them", LEFT, 70)
    interleaved = [item for pair in zip(left, right, strict=True) for item in pair]
    for order in ([*left, *right], interleaved):
        text = " ".join(p.heading + p.words for p in _read([title, *order]).walk())
        found = [text.index(row) for row in (*rows, *(row.replace("left", "right") for row in rows))]
        assert found == sorted(found)


def test_line_numbers_in_the_margin_are_notes_and_paragraph_numbers_are_not() -> None:
    numbered = [item for n in range(1, 13) for item in (Text(str(n), 40, 100 + 12 * n), Text(f"{LINE}", LEFT, 100 + 12 * n))]
    found = _read(numbered)
    assert [(note.kind, note.text, note.page) for note in found.notes] == [("line-number", " ".join(map(str, range(1, 13))), 1)]
    assert " ".join(p.words for p in found.walk()) == " ".join([LINE] * 12)
    fives = [Text(str(n), 40, 100 + 12 * n) for n in range(5, 16, 5)]
    found = _read([*fives, *_lines(*[LINE] * 15, top=112)])
    assert [note.text for note in found.notes] == ["5 10 15"]
    paragraphs = [*_article(), *(Text(f"{n}. {LINE}", LEFT, 100 + 26 * n) for n in range(1, 6))]
    assert [p.num for p in _read(paragraphs).provisions[0].children] == ["1.", "2.", "3.", "4.", "5."]


@pytest.mark.parametrize(
    ("elsewhere", "cut", "whole"),
    [
        ("Each environment counts.", ("the environ-", "ment of the sea"), "the environment of the sea"),
        ("Use low-carbon fuel.", ("some low-", "carbon fuel"), "some low-carbon fuel"),
        ("Winds turn round.", ("a wind-", "turn at sea"), "a windturn at sea"),
        ("The wind will turn.", ("a wind-", "turn at sea"), "a wind-turn at sea"),
        ("No rule.", ("the non-", "EU ships"), "the non-EU ships"),
        ("No rule.", ("the har-", "bour wall"), "the harbour wall"),
    ],
)
def test_a_word_cut_at_the_end_of_a_line_is_joined_as_the_document_writes_it(
    elsewhere: str, cut: tuple[str, str], whole: str
) -> None:
    first, second = cut
    lines = _lines(f"{LINE} and {elsewhere}", f"1. {LINE[:92]} {first}", f"{second} and back.")
    assert whole in " ".join(" ".join(p.words for p in _read([*_article(60), *lines]).walk()).split())


def test_words_struck_through_are_deletions() -> None:
    body: list[Item] = [*_article(), *_lines("1. Ships shall wait here."), Rule(LEFT + 34, LEFT + 52, 117.5)]
    (paragraph,) = _read(body).provisions[0].children
    assert [(m.kind, paragraph.text[m.start : m.end].strip()) for m in paragraph.marks] == [("deletion", "shall")]


def test_an_underline_strikes_nothing() -> None:
    body: list[Item] = [*_article(), *_lines("1. Ships shall wait here."), Rule(LEFT + 34, LEFT + 52, 121.5)]
    assert _read(body).provisions[0].children[0].marks == ()


def test_hanging_paragraphs_are_nested_by_their_edges() -> None:
    lines = [
        *[item for n in (1, 2, 3) for item in (Text(f"{n}.", 72, 76 + 48 * n), Text(f"{LINE[:80]} {n}", 100, 76 + 48 * n))],
        *[Text("and so on, until the tide has turned again.", 100, 88 + 48 * n) for n in (1, 2, 3)],
        *[Text("A remark on the paragraph above it.", 100, 104 + 48 * n) for n in (1, 2, 3)],
    ]
    children = _read([*_article(80), *lines]).provisions[0].children
    assert [(p.num, [q.text for q in p.children]) for p in children] == [
        (f"{n}.", ["A remark on the paragraph above it."]) for n in (1, 2, 3)
    ]


def test_ligatures_and_joining_forms_are_written_as_letters_and_soft_hyphens_not_at_all() -> None:
    assert plain("the \ufb01sh of the o\ufb03ce") == "the fish of the office"
    assert plain("\ufedf\ufeea") == "\u0644\u0647"
    assert plain("har\u00adbour 5 \u00bd m\u00b2") == "harbour 5 \u00bd m\u00b2"


def test_a_scanned_page_is_a_warning_with_its_page_and_a_scanned_file_an_error() -> None:
    data = pdf([*_article(), *_lines("1. Ships wait.")], [Picture()], [])
    assert read(data, "t.pdf").warnings == (
        ReadWarning("scanned-page", "the page is a picture without text, and its words are missing here", page=2),
    )
    with pytest.raises(DraftError) as raised:
        read(pdf([Picture()], [Picture()]), "scan.pdf")
    assert str(raised.value).startswith("scan.pdf: holds pictures of pages and no text; run it through text recognition")
    with pytest.raises(DraftError, match="holds no text"):
        read(pdf([], []), "blank.pdf")


def test_words_with_signs_inside_are_doubted_on_their_page_and_addresses_are_not() -> None:
    garbled = _lines("1. The HAR%OUR is A=OUT to be S$AFE.")
    address = _lines("1. See http://a.example/q?a=b+c%20d=e and A*B, C*D, E*F.")
    found = read(pdf([*_article(), *address], [*_article(), *garbled]), "t.pdf")
    assert [(w.code, w.page) for w in found.warnings] == [("unnamed-letters", 2)]


def test_the_process_reads_the_same_pages() -> None:
    data = pdf([*_article(), *_lines(f"1. {LINE}", "and on."), Rule(100, 130, 117.5)], [Picture()])
    assert read(data, "t.pdf") == document(pages(data, "t.pdf"), read(data, "t.pdf").warnings)


def test_a_pdf_is_known_by_its_first_bytes() -> None:
    assert is_pdf(pdf([]))
    assert is_pdf(b"\r\n%PDF-1.4")
    assert not is_pdf(b"Article 1\n\n1. PDF files are read.")


_WORDS = st.lists(
    st.sampled_from(["Article 1", "1.", "(a)", "ships", "Boats;", "3", "[shall]", "sea-", "*"]), min_size=1, max_size=5
)
_TEXTS = st.builds(
    Text,
    _WORDS.map(" ".join),
    st.integers(20, WIDTH - 150),
    st.integers(20, HEIGHT - 20),
    st.sampled_from([6, 10, 14]),
    st.sampled_from(["Times-Roman", "Times-Bold", "Times-Italic"]),
)


@given(st.lists(st.lists(_TEXTS, max_size=6), min_size=1, max_size=3))
@settings(deadline=None, max_examples=150)
def test_every_word_of_any_page_is_in_the_tree_or_in_a_note(sheets: list[list[Text]]) -> None:
    extracted = pages(pdf(*sheets), "t.pdf")
    found = document(extracted)
    letters = "".join(sorted("".join(_letters(line.text) for page in extracted for line in page.lines)))
    kept = [p.num + p.heading + p.words for p in found.walk()]
    cited = {(note.label, note.text) for note in found.notes}
    marks = [m for p in found.walk() for m in (*p.marks, *p.heading_marks) if m.kind == "footnote"]
    kept += [m.label for m in marks]
    kept += [note.text + note.label for note in found.notes]
    assert "".join(sorted(_letters("".join(kept)))) == letters, cited


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


@given(st.lists(_TEXTS, min_size=1, max_size=8))
@settings(deadline=None, max_examples=50)
def test_pages_never_run_backwards(items: list[Text]) -> None:
    found = document(pages(pdf(items, items), "t.pdf"))
    assert all(one.page is not None for one in found.walk())
    for one in found.walk():
        assert all((a.page or 0) <= (b.page or 0) for a, b in pairwise(one.children))
