from __future__ import annotations

from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydiff.errors import DraftError, TreatyDiffError
from treatydiff.model import Document, Mark, Metadata, Note, Provision
from treatydiff.readers.html import read
from treatydiff.readers.recognition import is_html
from treatydiff.text.marks import restore


def html(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def page(body: str, head: str = "") -> Document:
    return read(html(body, head), "d.html")


def texts(body: str) -> list[tuple[str, str, str]]:
    return [(p.kind, p.num, p.text) for p in page(body).walk()]


def article(body: str) -> Provision:
    (found,) = page(f"<h2>Article 1</h2>{body}").provisions
    return found


def only(body: str) -> Provision:
    (found,) = article(f"<h3>Apples</h3>{body}").children
    return found


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><p>x",
        b"\xef\xbb\xbf<html>",
        "\ufeff<!doctype HTML>".encode("utf-16-le"),
        b'<?xml version="1.0"?>\n<!-- saved -->\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x.dtd"><html>',
        b'\n<html xmlns:o="urn:schemas-microsoft-com:office:office">',
    ],
)
def test_a_page_is_recognised_by_how_it_begins(data: bytes) -> None:
    assert is_html(data)


@pytest.mark.parametrize("data", [b"", b"Article 1", b"<htmlx>", b"# Title\n\n<html>", b"\x00\xff", b"<akomaNtoso/>"])
def test_other_files_are_not_recognised(data: bytes) -> None:
    assert not is_html(data)


def test_headings_paragraphs_and_lists_become_the_tree_that_a_reader_sees() -> None:
    found = article(
        "<h3>Apples</h3><ol><li>Growers shall:<ol type='a'><li>prune;</li><li>water.</li></ol></li><li>Frost counts.</li></ol>"
    )
    assert (found.num, found.heading) == ("Article 1", "Apples")
    assert [(p.num, p.text, [(q.num, q.text) for q in p.children]) for p in found.children] == [
        ("1.", "Growers shall:", [("a.", "prune;"), ("b.", "water.")]),
        ("2.", "Frost counts.", []),
    ]


@pytest.mark.parametrize(
    ("opening", "items", "numbers"),
    [
        ("<ol start='4'>", "<li>x<li>y", ["4.", "5."]),
        ("<ol>", "<li value='7'>x<li>y", ["7.", "8."]),
        ("<ol reversed>", "<li>x<li>y", ["2.", "1."]),
        ("<ol type='i' start='3'>", "<li>x<li>y", ["iii.", "iv."]),
        ("<ol style='list-style-type: lower-alpha'>", "<li>x<li>y", ["a.", "b."]),
        ("<ol type='a' start='27'>", "<li>x<li>y", ["aa.", "ab."]),
        ("<ol style='list-style: none'>", "<li>(a) x<li>(b) y", ["(a)", "(b)"]),
        ("<ul>", "<li>x<li>y", ["", ""]),
    ],
)
def test_items_have_the_numbers_that_a_browser_shows(opening: str, items: str, numbers: list[str]) -> None:
    found = [p for p in article(f"<p>Bring:</p>{opening}{items}</ol>").walk() if p.text in {"x", "y"}]
    assert [p.num for p in found] == numbers


def test_navigation_banners_and_footers_are_notes_and_not_text() -> None:
    found = page(
        "<header><a href='/'>Orchard Board</a></header><nav><a href='/x'>Drafts</a></nav><main><p>Figs count.</p>"
        "<button>Share</button></main><aside>News</aside><footer>All rights reserved</footer>"
    )
    assert [p.text for p in found.walk()] == ["Figs count."]
    assert [(note.kind, note.text) for note in found.notes] == [
        ("running-head", "Orchard Board"),
        ("running-head", "Drafts"),
        ("running-head", "Share"),
        ("running-head", "News"),
        ("running-head", "All rights reserved"),
    ]


def test_lists_of_links_that_are_named_as_furniture_are_notes_and_articles_on_navigation_are_not() -> None:
    links = "<a href='/a'>One draft</a> <a href='/b'>Another draft</a>"
    found = page(
        f"<div class='site-nav'>{links}</div><div id='navigation'><h2>Article 1</h2><p>{'Free passage. ' * 30}</p></div>"
    )
    assert [note.text for note in found.notes] == ["One draft Another draft"]
    assert [p.num for p in found.provisions] == ["Article 1"]


def test_scripts_and_styles_have_no_words_and_what_is_hidden_is_a_comment() -> None:
    found = page(
        "<script>var figs</script><style>p{}</style><p>Seen<span style='display: none'> unseen</span>.</p><p hidden>Off</p>"
    )
    assert [p.text for p in found.walk()] == ["Seen."]
    assert [(note.kind, note.label, note.text) for note in found.notes] == [
        ("comment", "hidden", "unseen"),
        ("comment", "hidden", "Off"),
    ]


def test_the_words_that_stand_for_an_image_are_a_note() -> None:
    assert page("<p>Figs<img src='t.png' alt='A fig tree'></p>").notes == (Note("comment", "A fig tree", "image", line=1),)


def test_emphasis_insertions_deletions_and_links_are_marks_over_the_words() -> None:
    found = only(
        "<p>Each <b>Party</b> <ins cite='mailto:Ann'>plants</ins> <s>fells</s> "
        "<span style='text-decoration:line-through'>two</span> figs under <a href='#a5'>article 5</a>.</p>"
    )
    assert found.text == "Each Party plants fells two figs under article 5."
    assert found.marks == (
        Mark("emphasis", 5, 10),
        Mark("insertion", 11, 17, "Ann"),
        Mark("deletion", 18, 23),
        Mark("deletion", 24, 27),
        Mark("reference", 39, 48, note="#a5"),
    )


def test_markup_that_is_open_over_several_paragraphs_marks_each() -> None:
    one, other = article("<del><p>Figs are counted here.</p><p>Dates are counted there.</p></del>").children
    assert one.marks == (Mark("deletion", 0, 22),)
    assert other.marks == (Mark("deletion", 0, 24),)


def test_white_space_entities_and_soft_hyphens_are_read_as_they_are_shown() -> None:
    found = only("<p>\n  1.&nbsp;Trees&shy;&lt;x&gt;\n\t  &amp; fi&#xAD;gs&#8212;all  </p>")
    assert (found.num, found.text) == ("1.", "Trees<x> & figs—all")


def test_characters_that_xml_cannot_carry_are_replaced_wherever_a_page_names_them() -> None:
    found = only("<p>1. Fi&#1;gs <a href='/a&#2;b\x0b'>count</a>.<img alt='&#3;x'></p>")
    assert (found.text, found.marks[0].note) == ("Fi\ufffdgs count.", "/a\ufffdb")


def test_brackets_and_options_are_marks_as_in_every_format() -> None:
    found = only("<p>1. Each [Party] [agreed ad referendum]</p>")
    assert [(mark.kind, mark.label) for mark in found.marks] == [("bracket", ""), ("status", "agreed ad referendum")]


FOOTNOTES = {
    "Word": (
        "<p>Figs<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1' title=''><span>[1]</span></a> count.</p>"
        "<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id='ftn1'><p class='MsoFootnoteText'>"
        "<a href='#_ftnref1' name='_ftn1' title=''><span>[1]</span></a> Or plums.</p><p>Both.</p></div></div>"
    ),
    "LibreOffice": (
        "<p>Figs<a class='sdfootnoteanc' name='sdfootnote1anc' href='#sdfootnote1sym'><sup>1</sup></a> count.</p>"
        "<div id='sdfootnote1'><p class='sdfootnote'>"
        "<a class='sdfootnotesym' name='sdfootnote1sym' href='#sdfootnote1anc'>1</a>"
        "Or plums.</p><p>Both.</p></div>"
    ),
    "Markdown": (
        "<p>Figs<sup id='fnref:1'><a href='#fn:1'>1</a></sup> count.</p><section class='footnotes'><ol><li id='fn:1'>"
        "<p>Or plums. Both. <a href='#fnref:1'>↩</a></p></li></ol></section>"
    ),
    "Wikipedia": (
        "<p>Figs<sup id='cite_ref-1'><a href='#cite_note-1'>[1]</a></sup> count.</p><ol><li id='cite_note-1'><span><b>"
        "<a href='#cite_ref-1'>^</a></b></span> <span>Or plums. Both.</span></li></ol>"
    ),
    "EUR-Lex": (
        "<p>Figs<a id='ntc1' href='#ntr1'>(<span>1</span>)</a> count.</p><p class='note'><a id='ntr1' href='#ntc1'>(1)</a> "
        "Or plums. Both.</p>"
    ),
}


@pytest.mark.parametrize("maker", FOOTNOTES)
def test_a_footnote_is_a_mark_where_it_is_cited_and_a_note(maker: str) -> None:
    found = page(f"<h2>Article 1</h2>{FOOTNOTES[maker]}")
    (provision,) = found.provisions[0].children
    assert provision.text == "Figs count."
    assert provision.marks == (Mark("footnote", 4, 4, "1", "Or plums. Both."),)
    assert found.notes == (Note("footnote", "Or plums. Both.", "1", provision.id, 1),)
    assert len(found.provisions) == 1


def test_a_space_before_the_sign_of_a_footnote_goes_with_it_before_punctuation_alone() -> None:
    cited = "<p>Figs <sup><a href='#n1'>1</a></sup>, dates <sup><a href='#n2'>2</a></sup> count.</p>"
    found = page(f"{cited}<p id=n1>Ripe.</p><p id=n2>Dry.</p>")
    assert [p.text for p in found.walk()] == ["Figs, dates count."]


def test_numbers_in_a_table_of_contents_are_no_footnotes() -> None:
    found = page("<p><a href='#a1'>1</a> Apples</p><h2 id='a1'>Article 1</h2><p>Figs count.</p>")
    assert found.notes == ()
    assert [p.heading or p.text for p in found.walk()] == ["1 Apples", "", "Figs count."]


def test_a_table_that_sets_numbers_beside_their_texts_is_a_list() -> None:
    found = only(
        "<p>1. Growers shall:</p><table><tr><td><p>(a)</p></td><td><p>prune:</p><table><tr><td>(i)</td><td>figs;</td></tr>"
        "</table></td></tr></table><table><tr><td>(b)</td><td>water.</td></tr></table>"
    )
    assert [(p.num, p.text) for p in found.walk()] == [
        ("1.", "Growers shall:"),
        ("(a)", "prune:"),
        ("(i)", "figs;"),
        ("(b)", "water."),
    ]


def test_a_row_of_a_table_of_data_is_a_paragraph() -> None:
    rows = "<tr><th>Fruit</th><th>Tons</th></tr><tr><td><p>Fig</p></td><td><p>7</p></td></tr>"
    table = f"<table><caption>Yields</caption>{rows}</table>"
    assert [p.text for p in article(f"<h3>Apples</h3>{table}").children] == ["Yields", "Fruit Tons", "Fig 7"]


def test_lines_that_are_broken_by_hand_are_parted_where_they_open_paragraphs() -> None:
    found = article("<p>1. Figs count.<br>2. Dates<br>count.</p><pre>3. Plums\ncount.\n\n4. None.</pre>")
    assert [(p.num, p.text) for p in found.children] == [
        ("1.", "Figs count."),
        ("2.", "Dates count."),
        ("3.", "Plums count."),
        ("4.", "None."),
    ]


def test_numbers_that_word_writes_into_its_paragraphs_are_read() -> None:
    found = article(
        "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt \"Times\"'>"
        "&nbsp;&nbsp; </span></span><![endif]>Growers shall:<o:p></o:p></p>"
        "<p class=MsoNormal><span style='mso-list:Ignore'>(a)&nbsp;</span>prune.</p>"
    )
    assert [(p.num, p.text) for p in found.walk()][1:] == [("1.", "Growers shall:"), ("(a)", "prune.")]


def test_comments_of_word_are_notes_with_their_sign_and_leave_no_trace_in_the_words() -> None:
    anchor = "<a class=msocomanchor href='#_msocom_1'>[AL1]</a>"
    comment = "<p><a name='_msocom_1'></a><a href='#_msoanchor_1' class=msocomoff>[AL1]</a>Why here?</p>"
    found = page(
        f"<h2>Article 1</h2><p>Figs{anchor} count <ins cite='mailto:Ann%20Lee'>here</ins>.</p>"
        f"<div style='mso-element:comment-list'><div style='mso-element:comment'>{comment}</div></div>"
    )
    (provision,) = found.provisions[0].children
    assert (provision.text, provision.marks) == ("Figs count here.", (Mark("insertion", 11, 15, "Ann Lee"),))
    assert found.notes == (Note("comment", "Why here?", "AL1", line=1),)


def test_title_language_and_date_are_those_that_the_page_states() -> None:
    head = b"<title>Pacte\n des vergers</title><meta name='DC.date' content='2024-02-06T10:00'>"
    data = b"<html lang='fr-CH'><head>" + head + b"</head><p>x"
    assert read(data, "d.html").metadata == Metadata("Pacte des vergers", date="2024-02-06", language="fr")


@pytest.mark.parametrize(
    ("data", "warned"),
    [
        ("<html><meta charset='windows-1251'><p>Статья".encode("cp1251"), False),
        ("<html><meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'><p>Статья – “x”".encode(), None),
        ("\ufeff<html><meta charset='latin1'><p>Статья".encode(), False),
        ("\ufeff<html><p>Статья".encode("utf-16-be"), False),
        ("<?xml version='1.0' encoding='koi8-r'?><html><p>Статья".encode("koi8-r"), False),
        ("<html><p>Статья".encode(), False),
    ],
)
def test_the_encoding_is_that_of_the_byte_order_mark_or_the_declaration(data: bytes, *, warned: bool | None) -> None:
    found = read(data, "d.html")
    if warned is None:
        assert found.provisions[0].text.startswith("Ð¡Ñ‚Ð°Ñ‚ÑŒÑ")
    else:
        assert (found.provisions[0].text, bool(found.warnings)) == ("Статья", warned)


def test_an_encoding_that_has_to_be_guessed_is_a_warning_with_its_line() -> None:
    found = read(b"<html>\n<p>Artikel \x80 5", "d.html")
    assert found.provisions[0].text == "Artikel € 5"
    assert [(warning.code, warning.line) for warning in found.warnings] == [("encoding", 2)]
    broken = read(b"<html><meta charset=utf-8><p>fi\xffgs", "d.html")
    assert (broken.provisions[0].text, len(broken.warnings)) == ("fi\ufffdgs", 1)


def test_what_stands_behind_the_end_of_a_page_is_read_too() -> None:
    found = read(
        b"<html><head><title>x</title></h0ad><body><p>Figs.<html><p>Dates.<a href='#n'>1</a><p id='n'>Plums.", "d.html"
    )
    assert [p.text for p in found.walk()] == ["Figs.", "Dates.1", "Plums."]
    assert [p.text for p in read(b"<html></head></html><p>Figs.</html>Dates.", "d.html").walk()] == ["Figs.", "Dates."]


@pytest.mark.parametrize("data", [b"<html>", b"<html><script>x</script>", b"<!doctype html><!-- x"])
def test_a_page_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(DraftError, match="no text"):
        read(data, "d.html")


_TAGS = st.sampled_from(
    [
        "p",
        "div",
        "ol",
        "ul",
        "li",
        "table",
        "tr",
        "td",
        "b",
        "del",
        "a",
        "h2",
        "br",
        "pre",
        "span",
        "sup",
        "nav",
        "main",
        "q",
        "x",
    ]
)
_ATTRIBUTES = st.sampled_from(
    ["", " href='#i'", " id='i'", " hidden", " style='display:none'", " type=a", " value=3", " class=nav"]
)
_PIECES = st.text("Q1 [](", max_size=6) | st.tuples(st.sampled_from(["", "/"]), _TAGS, _ATTRIBUTES).map(
    lambda t: f"<{t[0]}{t[1]}{t[2]}>"
)


@given(st.lists(_PIECES, max_size=16).map("".join))
def test_no_letter_of_a_page_is_lost_however_its_elements_stand(body: str) -> None:
    found = page(f"<p>x</p>{body}")
    cited = {mark.note: mark.label for p in found.walk() for mark in p.marks if mark.kind == "footnote"}
    kept = [part for p in found.walk() for part in (p.num, p.heading, restore(p.words, p.marks))]
    kept += [note.text for note in found.notes if note.kind != "footnote"] + [*cited, *cited.values()]
    sent = "".join(piece.rpartition(">")[2] for piece in f"<p>x</p>{body}".split("<"))
    missing = Counter(letter for letter in sent if letter == "Q") - Counter("".join(kept))
    assert not missing


@given(st.binary().map(lambda data: b"<html>" + data) | st.text().map(html))
def test_any_bytes_are_read_or_refused_with_the_projects_own_error(data: bytes) -> None:
    assert is_html(data)
    with suppress(TreatyDiffError):
        read(data, "d.html")
