from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydiff.errors import DraftError, TreatyDiffError
from treatydiff.model import Document, Mark, Metadata, Note, Provision
from treatydiff.readers.akn import read
from treatydiff.readers.recognition import is_akoma_ntoso
from treatydiff.readers.xml.parse import MAX_DEPTH
from treatydiff.text.clauses import clauses

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def akn(content: str, namespace: str = NAMESPACE, kind: str = "statement") -> bytes:
    return f'<akomaNtoso xmlns="{namespace}"><{kind} name="x">{content}</{kind}></akomaNtoso>'.encode()


def body(content: str) -> tuple[Provision, ...]:
    return read(akn(f"<mainBody>{content}</mainBody>"), "d.xml").provisions


def paragraph(content: str) -> Provision:
    (found,) = body(f'<paragraph eId="para_1"><content><p>{content}</p></content></paragraph>')
    return found


@pytest.mark.parametrize(
    "namespace",
    [
        NAMESPACE,
        f"{NAMESPACE}/WD17",
        f"{NAMESPACE}/CSD13",
        "http://www.akomantoso.org/2.0",
        "http://www.akomantoso.org/1.0",
        "",
    ],
)
def test_every_namespace_of_the_standard_is_recognised_and_read(namespace: str) -> None:
    data = akn('<body><article id="a5"><num>5</num><content><p>Apples.</p></content></article></body>', namespace, "act")
    assert is_akoma_ntoso(data)
    assert read(data, "d.xml").provisions == (Provision("a5", "article", "5", text="Apples.", line=1),)


@pytest.mark.parametrize(
    "data", [b"", b'<akomaNtoso xmlns="urn:other"/>', b'<a xmlns="http://www.akomantoso.org/2.0"/>', b"Article 1"]
)
def test_other_files_are_not_recognised_and_refused(data: bytes) -> None:
    assert not is_akoma_ntoso(data)
    with pytest.raises(DraftError):
        read(data, "d.xml")


def test_articles_paragraphs_and_points_become_a_tree_with_chapeau_and_flush_text() -> None:
    found = body(
        """<chapter eId="chp_I"><num>Chapter I</num><heading>Fruit</heading>
        <article eId="art_1"><num>Article 1</num><heading>Apples</heading><subheading>and pears</subheading>
        <paragraph eId="art_1__para_1"><num>1.</num><list eId="art_1__para_1__list_1">
        <intro><p>Growers shall:</p></intro>
        <point eId="art_1__para_1__list_1__point_a"><num>(a)</num><content><p>Prune;</p><p>Water.</p></content></point>
        <wrapUp><p>each year.</p></wrapUp></list></paragraph></article></chapter>"""
    )
    point = Provision("art_1__para_1__list_1__point_a", "point", "(a)", text="Prune; Water.", line=5)
    below = Provision(
        "art_1__para_1", "paragraph", "1.", text="Growers shall:", closing="each year.", children=(point,), line=3
    )
    article = Provision("art_1", "article", "Article 1", "Apples and pears", children=(below,), line=2)
    assert found == (Provision("chp_I", "chapter", "Chapter I", "Fruit", children=(article,), line=1),)


def test_a_block_list_becomes_points_and_content_after_it_is_flush_text() -> None:
    (found,) = body(
        '<paragraph eId="p"><content><blockList eId="l"><listIntroduction>Bring:</listIntroduction>'
        '<item eId="l__item_1"><num>a)</num><p>bread;</p></item><item eId="l__item_2"><p>salt</p></item></blockList>'
        "<p>to the table.</p></content></paragraph>"
    )
    assert found == Provision(
        "p",
        "paragraph",
        text="Bring:",
        closing="to the table.",
        children=(
            Provision("l__item_1", "point", "a)", text="bread;", line=1),
            Provision("l__item_2", "point", text="salt", line=1),
        ),
        line=1,
    )


def test_preamble_recitals_and_conclusions_are_kept_in_order() -> None:
    found = read(
        akn(
            "<preface><longTitle><p><docTitle>Orchard Pact</docTitle></p></longTitle></preface><preamble>"
            '<formula name="o"><p>The'
            ' growers,</p></formula><recitals eId="recs_1"><recital eId="recs_1__rec_1"><p>Mindful of frost,</p>'
            "</recital></recitals>"
            "<p>Agree:</p></preamble><mainBody><p>Loose.</p><p>Words.</p></mainBody><conclusions><p>Done.</p></conclusions>"
        ),
        "d.xml",
    )
    assert found.metadata.title == "Orchard Pact"
    assert found.provisions == (
        Provision("preface", "preface", text="Orchard Pact", line=1),
        Provision(
            "preamble",
            "preamble",
            closing="Agree:",
            children=(
                Provision("formula_1", "formula", text="The growers,", line=1),
                Provision("recs_1__rec_1", "recital", text="Mindful of frost,", line=1),
            ),
            line=1,
        ),
        Provision("provision_1", "provision", text="Loose.", line=1),
        Provision("provision_2", "provision", text="Words.", line=1),
        Provision("conclusions", "conclusions", text="Done.", line=1),
    )


def test_a_container_takes_its_kind_from_its_name() -> None:
    (cluster,) = body(
        '<hcontainer name="cluster" eId="c"><num>Cluster 1</num><hcontainer name="alternative" eId="alt"><num>Option 1</num>'
        "<content><p>Plums.</p></content></hcontainer></hcontainer>"
    )
    assert (cluster.kind, cluster.num) == ("cluster", "Cluster 1")
    assert cluster.children == (Provision("alt", "alternative", "Option 1", text="Plums.", line=1),)


def test_a_level_takes_its_kind_from_the_id_that_the_file_gives_it() -> None:
    (section,) = body('<section eId="sec_1"><level eId="sec_1__para_a"><content><p>Figs.</p></content></level></section>')
    assert [child.kind for child in section.children] == ["paragraph"]


def test_attachments_and_components_hold_the_provisions_of_their_documents() -> None:
    found = read(
        akn(
            "<mainBody><p>One.</p></mainBody><attachments><attachment eId='att_1'><heading>Trees</heading><doc name='annex'>"
            "<meta><x>never</x></meta><mainBody><p>Two.</p><article eId='att_1__art_1'><content><p>Three.</p>"
            "</content></article>"
            "</mainBody></doc></attachment></attachments>"
        ),
        "d.xml",
    )
    article = Provision("att_1__art_1", "article", text="Three.", line=1)
    assert found.provisions[1] == Provision("att_1", "annex", heading="Trees", text="Two.", children=(article,), line=1)


def test_a_cover_and_a_table_of_contents_are_kept_as_numbers_of_provisions_without_words() -> None:
    found = read(
        akn(
            '<coverPage><block name="t">Draft <b>7</b></block><toc>'
            '<tocItem level="1" href="#a">1 Apples</tocItem></toc></coverPage>'
        ),
        "d.xml",
    )
    assert found.provisions == (Provision("coverPage", "coverPage", "Draft 7 1 Apples", line=1),)


def test_cells_of_a_table_stand_in_the_order_of_rows_parted_by_spaces() -> None:
    assert paragraph("x").text == "x"
    (found,) = body(
        '<paragraph eId="p"><content><table><tr><th>Fruit</th><th>Tons</th></tr><tr><td><p>Apple</p></td><td><p>7</p></td></tr>'
        "</table></content></paragraph>"
    )
    assert found.text == "Fruit Tons Apple 7"


def test_quoted_amending_text_is_content_of_the_provision_that_quotes_it() -> None:
    (found,) = body(
        '<section eId="sec_1"><content><p>After <quotedText startQuote="“" endQuote="”">pears</quotedText> insert—'
        '<quotedStructure startQuote="“" endQuote="”"><section eId="sec_9"><num>9</num><heading>Figs</heading>'
        '<content><p>Figs count.</p></content></section></quotedStructure><inline name="append">.</inline></p></content>'
        '</section><section eId="sec_9"><content><p>Own.</p></content></section>'
    )[:1]
    assert found == Provision("sec_1", "section", text="After “pears” insert— “9 Figs Figs count.”.", line=1)


def test_quoted_provisions_whose_ids_name_the_quoting_one_are_provisions_below_it() -> None:
    (found,) = body(
        '<section eId="sec_1"><content><p><mod>Insert—<quotedStructure eId="sec_1__qstr"><section eId="sec_1__qstr__sec_9">'
        "<num>9</num><content><p>Figs count.</p></content></section></quotedStructure>"
        '<inline name="append">.</inline></mod></p>'
        "</content></section>"
    )
    quoted = Provision("sec_1__qstr__sec_9", "section", "9", text="Figs count.", line=1)
    assert found == Provision("sec_1", "section", text="Insert—", closing=".", children=(quoted,), line=1)


def test_unknown_elements_keep_their_words_in_place() -> None:
    assert paragraph("one <x:y xmlns:x='urn:x'>two <z>three</z></x:y> four").text == "one two three four"


def test_marks_are_taken_out_of_the_words() -> None:
    found = paragraph(
        'Each <b>Party</b> <inline name="bracket">[shall]</inline><authorialNote marker="1"><p>Or: may.</p></authorialNote> '
        '<ins>plant</ins> <del>fell</del> trees under <ref href="#art_5">article 5</ref><eol/>now [agreed ad referendum]'
    )
    assert found.text == "Each Party shall plant fell trees under article 5 now"
    assert found.marks == (
        Mark("emphasis", 5, 10),
        Mark("bracket", 11, 16),
        Mark("footnote", 16, 16, label="1", note="Or: may."),
        Mark("insertion", 17, 22),
        Mark("deletion", 23, 27),
        Mark("reference", 40, 49, note="#art_5"),
        Mark("status", 53, 53, label="agreed ad referendum"),
    )


def test_marks_in_flush_text_count_in_the_words_of_the_provision() -> None:
    (found,) = body(
        '<paragraph eId="p"><list eId="l"><intro><p>Bring [all]:</p></intro><point eId="q"><content><p>x</p></content></point>'
        "<wrapUp><p>at [dawn]</p></wrapUp></list></paragraph>"
    )
    assert [found.words[mark.start : mark.end] for mark in found.marks] == ["all", "dawn"]


def test_headings_carry_marks_of_their_own_and_notes_of_numbers_are_kept() -> None:
    (found,) = body(
        '<article eId="a"><num>5<authorialNote marker="*"><p>New.</p></authorialNote></num>'
        "<heading>[Apples]</heading></article>"
    )
    assert (found.num, found.heading) == ("5", "Apples")
    assert found.heading_marks == (Mark("footnote", 0, 0, "*", "New."), Mark("bracket", 0, 6))


def test_a_note_reference_brings_the_note_that_stands_in_the_metadata() -> None:
    found = read(
        akn(
            '<meta><notes><note eId="n1"><p>See there.</p></note></notes></meta><mainBody><paragraph eId="p"><content>'
            '<p>Figs<noteRef href="#n1" marker="2"/></p></content></paragraph></mainBody>'
        ),
        "d.xml",
    )
    assert found.provisions[0].marks == (Mark("footnote", 4, 4, "2", "See there."),)


def test_a_remark_without_brackets_is_a_status() -> None:
    assert paragraph("Figs <remark>open</remark>") == Provision(
        "para_1", "paragraph", text="Figs", marks=(Mark("status", 4, 4, "open"),), line=1
    )


def test_an_editorial_remark_is_a_status_without_the_brackets_of_its_publisher() -> None:
    found = paragraph('Figs. <remark status="editorial">[section 7 amended by Act 3]</remark>')
    assert (found.text, found.marks) == ("Figs.", (Mark("status", 5, 5, "section 7 amended by Act 3"),))


def test_tracked_changes_of_leos_are_marks_on_all_that_was_inserted_deleted_or_moved() -> None:
    data = (
        f'<akomaNtoso xmlns="{NAMESPACE}" xmlns:leos="urn:eu:europa:ec:leos"><bill name="x"><body><article eId="art_1">'
        '<num>Article 1</num><heading leos:softaction="add" leos:softuser="Ann">Figs</heading>'
        '<paragraph leos:softaction="del"><num>1.</num><content><p>Figs <b>count</b>.</p></content></paragraph>'
        '<paragraph leos:softaction="move_from"><num>2.</num><content><p>Dates.</p></content></paragraph>'
        "<paragraph><num>3.</num><content><p>Plums.</p></content></paragraph></article></body></bill></akomaNtoso>"
    )
    (article,) = read(data.encode(), "d.xml").provisions
    assert (article.heading, article.heading_marks) == ("Figs", (Mark("insertion", 0, 4, "Ann"),))
    assert [p.marks for p in article.children] == [
        (Mark("deletion", 0, 11), Mark("emphasis", 5, 10)),
        (Mark("insertion", 0, 6),),
        (),
    ]


def test_footnotes_notes_that_stand_apart_and_images_are_notes_of_the_document() -> None:
    apart = '<note eId="n1"><p>Seen.</p></note><note eId="n2" marker="*"><p>Unseen.</p></note>'
    text = (
        '<p>Figs<noteRef href="#n1" marker="1"/><img src="t.png" alt="A tree"/>'
        '<authorialNote marker="2"><p>Ripe.</p></authorialNote></p>'
    )
    notes, paragraph = f'<notes source="#a">{apart}</notes>', f'<paragraph eId="p"><content>{text}</content></paragraph>'
    found = read(akn(f"<meta>{notes}</meta><mainBody>{paragraph}</mainBody>"), "d.xml")
    assert found.notes == (
        Note("footnote", "Seen.", "1", "p", 1),
        Note("footnote", "Ripe.", "2", "p", 1),
        Note("comment", "Unseen.", "*", line=1),
        Note("comment", "A tree", "image", line=1),
    )


def test_processing_instructions_and_comments_have_no_words_and_part_none() -> None:
    assert paragraph("Fi<?x y?>gs<!-- not --> count").text == "Figs count"


def test_metadata_come_from_the_aliases_of_the_expression() -> None:
    data = akn(
        '<meta><identification source="#s"><FRBRWork><FRBRalias name="title" value="Work"/>'
        '<FRBRdate date="2019-01-01"/></FRBRWork>'
        '<FRBRExpression><FRBRalias name="title" value="Third draft"/><FRBRalias name="symbol" value="A/1/Rev.3"/>'
        '<FRBRalias name="based-on" value="second.xml"/><FRBRdate date="9999-01-01"/><FRBRdate date="2024-02-06T10:00:00Z"/>'
        '<FRBRlanguage language="fra"/></FRBRExpression></identification></meta>'
    )
    assert read(data, "d.xml") == Document(Metadata("Third draft", "A/1/Rev.3", "2024-02-06", "fr", "second.xml"))


def test_metadata_follow_pointers_to_the_terms_of_the_file() -> None:
    data = akn(
        '<meta><identification source="#s"><FRBRWork><FRBRnumber value="#no"/><FRBRname value="#name"/></FRBRWork>'
        '<FRBRExpression><FRBRlanguage language="sw"/></FRBRExpression></identification><references source="#s">'
        '<TLCConcept eId="no" showAs="B 7"/><TLCConcept eId="name" showAs="#title"/><TLCConcept eId="title" showAs="Fig Bill"/>'
        '</references></meta><preface><p><docTitle><ref class="placeholder" href="#title"/></docTitle></p></preface>'
    )
    found = read(data, "d.xml")
    assert (found.metadata.title, found.metadata.symbol, found.metadata.language) == ("Fig Bill", "B 7", "sw")
    assert found.provisions[0].text == "Fig Bill"


def test_provisions_as_deep_as_the_parser_allows_are_read_and_labelled() -> None:
    depth = MAX_DEPTH - 4  # akomaNtoso, statement, mainBody and the p at the bottom
    found = read(akn("<mainBody>" + "<point>" * depth + "<p>Figs.</p>" + "</point>" * depth + "</mainBody>"), "d.xml")
    assert len(list(found.walk())) == depth
    assert [clause.words for clause in clauses(found)] == ["Figs."]


@given(st.binary() | st.text().map(lambda text: akn(f"<mainBody><p>{text}</p></mainBody>")))
def test_any_bytes_are_read_or_refused_with_the_projects_own_error(data: bytes) -> None:
    assert is_akoma_ntoso(data) in {True, False}
    with suppress(TreatyDiffError):
        read(data, "d.xml")


_NAMES = st.sampled_from(
    [
        "article",
        "paragraph",
        "num",
        "heading",
        "content",
        "list",
        "point",
        "p",
        "b",
        "ins",
        "authorialNote",
        "quotedStructure",
        "wrapUp",
        "toc",
        "recitals",
        "preamble",
        "x",
    ]
)
_TREES = st.recursive(
    st.text("ab [](", max_size=6),
    lambda inner: st.tuples(_NAMES, st.lists(inner, max_size=4)).map(lambda t: f"<{t[0]}>{''.join(t[1])}</{t[0]}>"),
    max_leaves=12,
)


@given(_TREES)
def test_elements_in_any_order_lose_no_letter(content: str) -> None:
    found = read(akn(f"<mainBody>{content}</mainBody>"), "d.xml")
    kept = "".join(
        part
        for provision in found.walk()
        for part in (
            provision.num,
            provision.heading,
            provision.words,
            *(mark.note for mark in (*provision.marks, *provision.heading_marks)),
        )
    )
    written = [letter for piece in content.split("<") for letter in piece.rpartition(">")[2] if letter in "ab"]
    assert sorted(letter for letter in kept if letter in "ab") == sorted(written)


@pytest.mark.parametrize(
    ("anchor", "words", "label"),
    [
        ('<noteRef href="#n1"/>', "figs and dates", ""),
        ('<noteRef href="#n1" marker="7"/>', "figs and dates", "7"),
        ('<noteRef href="#n1" marker="7">7</noteRef>', "figs and dates", "7"),
        ('<noteRef href="#n1">7</noteRef>', "figs and dates", "7"),
        ('<noteRef href="#n1">*</noteRef>', "figs and dates", "*"),
        ('<noteRef href="#n1"> or plums</noteRef>', "figs or plums and dates", ""),
        ('<noteRef href="#n1" marker="7"> or <b>plums</b></noteRef>', "figs or plums and dates", "7"),
    ],
)
def test_the_anchor_of_a_footnote_loses_no_words(anchor: str, words: str, label: str) -> None:
    notes = '<meta><notes source="#a"><note eId="n1"><p>Or plums.</p></note></notes></meta>'
    text = f"<p>figs{anchor} and dates</p>"
    (found,) = read(akn(f"{notes}<mainBody>{text}</mainBody>"), "d.xml").provisions
    notes_found = [(mark.label, mark.note) for mark in found.marks if mark.kind == "footnote"]
    assert (found.text, notes_found) == (words, [(label, "Or plums.")])


@pytest.mark.parametrize("name", ["remark", "recitals", "b", "p", "num", "quotedText", "section", "authorialNote"])
def test_elements_nested_as_deep_as_is_allowed_are_read_at_once(name: str) -> None:
    depth = MAX_DEPTH - 4
    found = body(f"<p>figs {f'<{name}>' * depth}dates{f'</{name}>' * depth}</p>")
    assert "dates" in repr(found)
