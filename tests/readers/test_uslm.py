from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydiff.errors import DraftError, TreatyDiffError
from treatydiff.model import Mark, Metadata, Provision
from treatydiff.readers.recognition import is_uslm
from treatydiff.readers.uslm import read
from treatydiff.text.clauses import clauses


def uslm(content: str, namespace: str = "http://schemas.gpo.gov/xml/uslm") -> bytes:
    return f'<bill xmlns="{namespace}" xmlns:dc="http://purl.org/dc/elements/1.1/">{content}</bill>'.encode()


def main(content: str) -> tuple[Provision, ...]:
    return read(uslm(f"<main>{content}</main>"), "d.xml").provisions


@pytest.mark.parametrize("namespace", ["http://schemas.gpo.gov/xml/uslm", "http://xml.house.gov/schemas/uslm/1.0"])
def test_both_namespaces_are_recognised_and_read(namespace: str) -> None:
    data = uslm("<main><section><num>1.</num><content>Pears.</content></section></main>", namespace)
    assert is_uslm(data)
    assert read(data, "d.xml").provisions == (Provision("sec_1", "section", "1.", text="Pears.", line=1),)


@pytest.mark.parametrize("data", [b"", b"<bill/>", b'<bill xmlns="urn:x"/>', b"Section 1"])
def test_other_files_are_not_recognised_and_refused(data: bytes) -> None:
    assert not is_uslm(data)
    with pytest.raises(DraftError):
        read(data, "d.xml")


def test_levels_become_a_tree_with_ids_that_do_not_hang_on_those_of_the_file() -> None:
    found = main(
        '<section id="H0A1B" identifier="/us/bill/s1"><num value="1">SECTION 1. </num><heading>ORCHARDS.</heading>\n'
        '<subsection id="H2"><num>(a) </num><heading><inline class="smallCaps">In General</inline>.—</heading>'
        "<chapeau>Growers shall—</chapeau>\n"
        "<paragraph><num>(1) </num><content>prune; and</content></paragraph><paragraph><num>(2) </num><content>water,</content>"
        "</paragraph><continuation>each year.</continuation></subsection></section>"
    )
    points = (
        Provision("sec_1__subsec_a__para_1", "paragraph", "(1)", text="prune; and", line=3),
        Provision("sec_1__subsec_a__para_2", "paragraph", "(2)", text="water,", line=3),
    )
    below = Provision(
        "sec_1__subsec_a", "subsection", "(a)", "In General.—", "Growers shall—", "each year.", children=points, line=2
    )
    assert found == (Provision("sec_1", "section", "SECTION 1.", "ORCHARDS.", children=(below,), line=1),)


def test_provisions_inside_the_content_of_a_section_are_its_children() -> None:
    (found,) = main(
        "<section><content><p>Find:</p><br/><paragraph><num>(1)</num><content>figs</content></paragraph></content></section>"
    )
    assert (found.text, [child.text for child in found.children]) == ("Find:", ["figs"])


def test_quoted_text_reads_the_same_wherever_its_last_full_stop_stands() -> None:
    inside = (
        "<section><content>Insert:<quotedContent><section><num>“9. </num><content>Figs.”.</content>"
        "</section></quotedContent></content></section>"
    )
    outside = (
        "<section><content>Insert:\n<quotedContent>\n<section><num>“9. </num>\n<content>Figs.”</content>"
        "</section></quotedContent>"
        '<inline role="after-quoted-block">.</inline></content></section>'
    )
    assert [found.text for data in (inside, outside) for found in main(data)] == ["Insert: “9. Figs.”."] * 2


def test_what_only_says_which_print_this_is_makes_no_clause() -> None:
    found = read(
        uslm(
            "<preface><slugLine>B 7 IH</slugLine><congress>3d CONGRESS</congress></preface><main><longTitle>"
            "<docTitle>A BILL</docTitle>"
            "<officialTitle>To plant figs.</officialTitle></longTitle><section><content>Figs.</content>"
            "</section></main><attestation>"
            "<signatures><signature><notation>Attest: </notation><role>Clerk</role>.</signature></signatures></attestation>"
            '<block role="endorsement"><docNumber>7</docNumber></block><endMarker>○</endMarker>'
        ),
        "d.xml",
    )
    assert [(p.id, p.num) for p in found.provisions if not p.words] == [
        ("preface", "B 7 IH 3d CONGRESS"),
        ("attestation", "Attest: Clerk."),
        ("block", "7"),
        ("endMarker", "○"),
    ]
    assert [clause.words for clause in clauses(found)] == ["To plant figs.", "Figs."]
    assert found.provisions[1] == Provision("longTitle", "longTitle", "A BILL", text="To plant figs.", line=1)


def test_a_page_number_inside_a_sentence_is_kept_out_of_its_words() -> None:
    (found,) = main("<section><content>Figs <page>12</page>and dates.</content></section>")
    assert found.text == "Figs and dates."
    assert found.children == (Provision("page", "page", "12", line=1),)


def test_style_over_the_whole_of_a_provision_is_no_mark_and_inside_it_is_one() -> None:
    formula, section = main(
        "<enactingFormula><i>Be it so, </i></enactingFormula><section>"
        "<content>The <i>fig</i> of <ref href='/us/1'>law</ref></content></section>"
    )
    assert (formula.text, formula.marks) == ("Be it so,", ())
    assert section.marks == (Mark("emphasis", 4, 7), Mark("reference", 11, 14, note="/us/1"))


def test_metadata_come_from_the_meta_block_and_the_day_of_the_last_action() -> None:
    data = uslm(
        "<meta><dc:title>Fig Act</dc:title><docNumber>7</docNumber><citableAs>3 HR 7 IH</citableAs>"
        "<citableAs>3 H. R. 7 IH</citableAs>"
        '<dc:language>EN</dc:language></meta><preface><action><date date="2021-02-03">x</date></action></preface>'
    )
    assert read(data, "d.xml").metadata == Metadata("Fig Act", "3 H. R. 7 IH", "2021-02-03", "en", "")


@given(st.binary() | st.text().map(lambda text: uslm(f"<main><section>{text}</section></main>")))
def test_any_bytes_are_read_or_refused_with_the_projects_own_error(data: bytes) -> None:
    assert is_uslm(data) in {True, False}
    with suppress(TreatyDiffError):
        read(data, "d.xml")
