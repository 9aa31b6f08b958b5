from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydiff.errors import DraftError, TreatyDiffError
from treatydiff.model import Mark, Metadata, Note, Provision
from treatydiff.readers.billdtd import read
from treatydiff.readers.recognition import is_akoma_ntoso, is_bill_dtd, is_uslm
from treatydiff.text.clauses import clauses

DOCTYPE = '<!DOCTYPE bill PUBLIC "-//US Congress//DTDs/bill.dtd//EN" "bill.dtd">'


def bill(content: str, form: str = "") -> bytes:
    return f'<?xml version="1.0"?>{DOCTYPE}<bill>{form}<legis-body>{content}</legis-body></bill>'.encode()


def body(content: str) -> tuple[Provision, ...]:
    return read(bill(content), "d.xml").provisions


def section(content: str) -> Provision:
    (found,) = body(f"<section><enum>1.</enum>{content}</section>")
    return found


def test_a_bill_is_recognised_and_no_other_xml_is() -> None:
    data = bill("<section><text>Figs.</text></section>")
    assert (is_bill_dtd(data), is_uslm(data), is_akoma_ntoso(data)) == (True, False, False)
    assert not is_bill_dtd(b"<bill><total>7</total></bill>")
    assert not is_bill_dtd(b'<bill xmlns="http://schemas.gpo.gov/xml/uslm"><legis-body/></bill>')


@pytest.mark.parametrize("data", [b"", b"<other/>", b"Section 1"])
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(DraftError):
        read(data, "d.xml")


def test_sections_become_a_tree_with_chapeau_and_flush_text() -> None:
    found = section(
        "<header>Orchards</header><subsection><enum>(a)</enum><header>In general</header><text>Growers shall—</text>"
        "<paragraph><enum>(1)</enum><text>prune; and</text></paragraph>"
        "<paragraph><enum>(2)</enum><text>water,</text></paragraph>"
        "<continuation-text>each year.</continuation-text></subsection>"
    )
    points = (
        Provision("sec_1__subsec_a__para_1", "paragraph", "(1)", text="prune; and", line=1),
        Provision("sec_1__subsec_a__para_2", "paragraph", "(2)", text="water,", line=1),
    )
    below = Provision(
        "sec_1__subsec_a", "subsection", "(a)", "In general", "Growers shall—", "each year.", children=points, line=1
    )
    assert found == Provision("sec_1", "section", "1.", "Orchards", children=(below,), line=1)


def test_quoted_provisions_are_words_of_the_section_that_quotes_them_in_the_marks_of_the_print() -> None:
    found = section(
        "<text>The <quote>Fig Act</quote> is amended by adding:</text><quoted-block>"
        "<section><enum>1.</enum><header>Dates</header>"
        "<text>The term <term>date</term> means <quote>fruit</quote>.</text></section>"
        "<after-quoted-block>; and</after-quoted-block></quoted-block>"
    )
    assert found.text == "The “Fig Act” is amended by adding: “1. Dates The term ‘date’ means ‘fruit’.”; and"
    assert found.children == ()


def test_the_form_is_parted_into_a_cover_without_clauses_and_the_long_title() -> None:
    form = (
        "<metadata><dublinCore xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>3 HR 7 RH: Fig Act</dc:title>"
        "<dc:date>2021-02-03</dc:date><dc:language>EN</dc:language></dublinCore></metadata>"
        "<form><congress>3d CONGRESS</congress><action><action-date date='20210203'>February 3, 2021</action-date></action>"
        "<action><action-date>March 14, 2021</action-date></action><legis-type>A BILL</legis-type>"
        "<official-title>To plant figs.</official-title></form>"
    )
    found = read(bill("<section><text>Figs.</text></section>", form), "d.xml")
    assert found.metadata == Metadata("Fig Act", "3 HR 7 RH", "2021-03-14", "en")
    assert [(p.id, p.num, p.text) for p in found.provisions[:2]] == [
        ("preface", "3d CONGRESS February 3, 2021 March 14, 2021", ""),
        ("longTitle", "A BILL", "To plant figs."),
    ]
    assert [clause.words for clause in clauses(found)] == ["To plant figs.", "Figs."]


def test_recitals_of_a_resolution_stand_in_its_preamble() -> None:
    data = (
        b"<resolution><preamble><whereas><text>Whereas figs ripen: Now, therefore, be it</text></whereas></preamble>"
        b"<resolution-body><section><text>That figs be planted.</text></section></resolution-body></resolution>"
    )
    assert is_bill_dtd(data)
    preamble, resolved = read(data, "d.xml").provisions
    assert [(p.kind, p.text) for p in preamble.children] == [("recital", "Whereas figs ripen: Now, therefore, be it")]
    assert resolved.text == "That figs be planted."


def test_words_struck_and_inserted_by_a_committee_are_marks() -> None:
    found = section(
        "<text>Plant <deleted-phrase>figs</deleted-phrase> <added-phrase>dates</added-phrase>.</text>"
        "<subsection changed='deleted'><enum>(a)</enum><header>Trees</header>"
        "<text>Of <italic>any</italic> kind.</text></subsection>"
    )
    assert found.marks == (Mark("deletion", 6, 10), Mark("insertion", 11, 16))
    (below,) = found.children
    assert below.marks == (Mark("deletion", 0, 12), Mark("emphasis", 3, 6))
    assert below.heading_marks == (Mark("deletion", 0, 5),)


def test_a_body_that_is_struck_as_a_whole_is_marked_and_one_that_takes_its_place_is_not() -> None:
    bodies = "".join(
        f'<legis-body changed="{how}"><section><text>Figs.</text></section></legis-body>' for how in ("deleted", "added")
    )
    struck, inserted = read(f"<bill>{bodies}</bill>".encode(), "d.xml").provisions
    assert (struck.marks, inserted.marks) == ((Mark("deletion", 0, 5),), ())
    assert (struck.id, inserted.id) == ("sec_1", "sec_2")


def test_references_and_footnotes_are_marks_and_footnotes_notes_too() -> None:
    found = read(
        bill(
            "<section><text>See <external-xref parsable-cite='usc/7/1'>title 7</external-xref>"
            "<footnote><text>As it stood.</text></footnote>.</text></section>"
        ),
        "d.xml",
    )
    assert found.provisions[0].text == "See title 7."
    assert found.provisions[0].marks == (
        Mark("reference", 4, 11, note="usc/7/1"),
        Mark("footnote", 11, 11, note="As it stood."),
    )
    assert found.notes == (Note("footnote", "As it stood.", place="sec_1", line=1),)


_NAMES = st.sampled_from(
    [
        "section",
        "subsection",
        "enum",
        "header",
        "text",
        "quote",
        "quoted-block",
        "after-quoted-block",
        "continuation-text",
        "form",
        "toc",
        "whereas",
        "x",
    ]
)
_TREES = st.recursive(
    st.text("ab [](", max_size=6),
    lambda inner: st.tuples(_NAMES, st.sampled_from(["", ' changed="deleted"']), st.lists(inner, max_size=4)).map(
        lambda t: f"<{t[0]}{t[1]}>{''.join(t[2])}</{t[0]}>"
    ),
    max_leaves=12,
)


@given(_TREES)
def test_elements_in_any_order_lose_no_letter(content: str) -> None:
    found = read(bill(content), "d.xml")
    kept = "".join(
        part
        for p in found.walk()
        for part in (p.num, p.heading, p.words, *(mark.note for mark in (*p.marks, *p.heading_marks)))
    )
    sent = [letter for piece in content.split("<") for letter in piece.rpartition(">")[2] if letter in "ab"]
    assert sorted(letter for letter in kept if letter in "ab") == sorted(sent)


@given(st.binary() | st.text().map(lambda text: bill(f"<section>{text}</section>")))
def test_any_bytes_are_read_or_refused_with_the_projects_own_error(data: bytes) -> None:
    assert is_bill_dtd(data) in {True, False}
    with suppress(TreatyDiffError):
        read(data, "d.xml")
