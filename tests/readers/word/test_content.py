"""What stands in paragraphs and around them: notes, comments, fields, links, tables, text boxes, controls, signs."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from treatydiff.readers.docx import read

if TYPE_CHECKING:
    from tests.conftest import WordFile
    from treatydiff.model import Document


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def par(inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def said(document: Document) -> list[str]:
    return [p.heading or p.text for p in document.walk()]


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<w:r><w:t>mari</w:t><w:softHyphen/><w:t>time</w:t></w:r>", "maritime"),
        ("<w:r><w:t>mari\u00adtime</w:t></w:r>", "maritime"),
        ("<w:r><w:t>ship</w:t><w:noBreakHyphen/><w:t>owner</w:t></w:r>", "ship\u2011owner"),
        ("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>", "one two three"),
        ('<w:r><w:t>x </w:t><w:sym w:font="Symbol" w:char="F0A3"/><w:t> y</w:t></w:r>', "x ≤ y"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> yes</w:t></w:r>', "☑ yes"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F001"/><w:t> yes</w:t></w:r>', "\ufffd yes"),
        ('<w:r><w:sym w:font="Arial" w:char="00A7"/><w:t> 4</w:t></w:r>', "§ 4"),
        ("<w:r><w:t>one\n   two</w:t></w:r>", "one two"),
        (f"<w:smartTag>{run('Port')}</w:smartTag>{run(' City')}", "Port City"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Port')}</w:sdtContent></w:sdt>{run(' City')}", "Port City"),
        (f'<w:fldSimple w:instr="REF a">{run("see article 4")}</w:fldSimple>', "see article 4"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "漢kan",
        ),
        ("<m:oMath><m:r><m:t>a</m:t></m:r><m:r><m:t>=b</m:t></m:r></m:oMath>", "a =b"),
    ],
)
def test_signs_and_wrappers_are_read_as_they_look(word_file: WordFile, inside: str, words: str) -> None:
    assert said(read(word_file(par(inside)), "d.docx")) == [words]


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {code} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def test_a_field_is_its_result_and_nested_ones_are_too(word_file: WordFile) -> None:
    inner = FIELD.format(code="REF b", result=run("4"))
    data = word_file(par(run("See ") + FIELD.format(code="IF x", result=run("article ") + inner) + run(" above.")))
    assert said(read(data, "d.docx")) == ["See article 4 above."]


def test_words_in_the_instruction_of_a_field_are_none_of_the_text(word_file: WordFile) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    data = word_file(par(run("One ") + begin + FIELD.format(code="REF b", result=run("hidden")) + end + run("two.")))
    assert said(read(data, "d.docx")) == ["One two."]


def test_a_field_that_never_ends_hides_nothing(word_file: WordFile) -> None:
    data = word_file(par(run("One. ") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("More.")) + par(run("Two.")))
    assert said(read(data, "d.docx")) == ["One. More.", "Two."]


def test_line_ends_of_the_xml_part_no_article(word_file: WordFile) -> None:
    (found,) = read(word_file(par(run("Article 1\nof the rules applies, as it always did, to ships."))), "d.docx").provisions
    assert found.text == "Article 1 of the rules applies, as it always did, to ships."


def test_links_are_marks_with_their_target(word_file: WordFile) -> None:
    link = f'<w:hyperlink r:id="h">{run("the site")}</w:hyperlink> '
    field = FIELD.format(code='HYPERLINK "http://b.example/"', result=run("another"))
    rels = '<Relationship Id="h" Type="x/hyperlink" Target="http://a.example/" TargetMode="External"/>'
    (found,) = read(word_file(par(run("See ") + link + run(" or ") + field), links=rels), "d.docx").provisions
    assert [(m.kind, found.text[m.start : m.end], m.note) for m in found.marks] == [
        ("reference", "the site", "http://a.example/"),
        ("reference", "another", "http://b.example/"),
    ]


NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    f'<w:footnote w:id="1">{par("<w:r><w:footnoteRef/></w:r>" + run(" First note."))}{par(run("More of it."))}</w:footnote>'
    f'<w:footnote w:id="2">{par(run("Second note."))}</w:footnote>'
    f'<w:footnote w:id="3">{par(run("A starred note."))}</w:footnote>'
)


def test_notes_are_numbered_as_the_text_cites_them_and_tied_to_it(word_file: WordFile) -> None:
    star = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>'
    body = (
        par(run("Article 1"))
        + par(run("Ships") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + star + run(" wait."))
        + par(run("Boats go.") + '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="9"/></w:r>')
    )
    ends = f'<w:endnote w:id="9">{par(run("At the end."))}</w:endnote>'
    found = read(word_file(body, footnotes=NOTES, endnotes=ends), "d.docx")
    assert [(n.kind, n.label, n.text, n.place) for n in found.notes] == [
        ("footnote", "1", "Second note.", "art_1__para_1"),
        ("footnote", "*", "A starred note.", "art_1__para_1"),
        ("footnote", "2", "First note. More of it.", "art_1__para_2"),
        ("endnote", "i", "At the end.", "art_1__para_2"),
    ]
    first = found.provisions[0].children[0]
    assert first.text == "Ships wait."
    assert [(m.kind, m.start, m.label, m.note) for m in first.marks] == [
        ("footnote", 5, "1", "Second note."),
        ("footnote", 5, "*", "A starred note."),
    ]


@pytest.mark.parametrize(
    ("section", "settings", "label"),
    [
        ("", "", "1"),
        ("", '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>', "c"),
        (
            '<w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr>',
            '<w:footnotePr><w:numFmt w:val="upperRoman"/></w:footnotePr>',
            "*",
        ),
    ],
)
def test_notes_are_numbered_as_the_section_or_the_settings_say(
    word_file: WordFile, section: str, settings: str, label: str
) -> None:
    body = par(run("Ships wait.") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + f"<w:sectPr>{section}</w:sectPr>"
    found = read(word_file(body, footnotes=NOTES, settings=settings), "d.docx")
    assert [n.label for n in found.notes if n.place] == [label]


def test_a_note_says_what_tracked_changes_take_out_of_it(word_file: WordFile) -> None:
    gone = '<w:del w:author="A"><w:r><w:delText>old </w:delText></w:r></w:del>'
    notes = f'<w:footnote w:id="1">{par(run("An ") + gone + run("idea."))}</w:footnote>'
    data = word_file(par(run("Ships wait.") + '<w:r><w:footnoteReference w:id="1"/></w:r>'), footnotes=notes)
    found = read(data, "d.docx")
    assert [m.note for m in found.provisions[0].marks] == ["An idea."]
    assert [n.text for n in found.notes] == ["An [-old-]idea."]
    assert [n.text for n in read(data, "d.docx", revisions="rejected").notes] == ["An old idea."]


def test_a_text_box_in_a_footer_is_read_once(word_file: WordFile) -> None:
    box = f"<w:txbxContent>{par(run('Draft of May'))}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box.replace('May', 'June')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = read(word_file(par(run("Ships wait.")), footer=par(both)), "d.docx")
    assert [n.text for n in found.notes] == ["Draft of May"]


def test_the_note_on_the_number_of_an_article_is_not_lost(word_file: WordFile) -> None:
    body = par(run("Article 1") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + par(run("Ships wait."))
    (article,) = read(word_file(body, footnotes=NOTES), "d.docx").provisions
    assert [m.note for m in (*article.marks, *article.heading_marks)] == ["Second note."]


def test_comments_are_notes_under_the_name_of_who_wrote_them(word_file: WordFile) -> None:
    comment = '<w:commentRangeStart w:id="4"/>{}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
    body = par(run("Article 1. Help")) + par(run("1. Ships wait.")) + par(comment.format(run("2. Boats go.")))
    comments = f'<w:comment w:id="4" w:author="Bo  Day">{par(run("Why boats?"))}</w:comment>'
    found = read(word_file(body, comments=comments), "d.docx")
    assert [(n.kind, n.label, n.text, n.place) for n in found.notes] == [("comment", "Bo Day", "Why boats?", "art_1__para_2")]
    assert [p.marks for p in found.walk()] == [()] * 3


def test_headers_footers_contents_and_hidden_words_are_notes(word_file: WordFile) -> None:
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{par(run('Article 1 Help 3'))}</w:sdtContent></w:sdt>"
    )
    body = contents + par(run("Article 1. Help")) + par(run("Ships") + run(" secretly", "<w:vanish/>") + run(" wait."))
    found = read(word_file(body, header=par(run("Draft of May")), footer=par(run("12")) + par(run("Draft of May"))), "d.docx")
    assert [(n.kind, n.text) for n in found.notes] == [
        ("contents", "Article 1 Help 3"),
        ("running-head", "Draft of May"),
        ("page-number", "12"),
        ("running-head", "Draft of May"),
        ("hidden", "secretly"),
    ]
    assert [w.code for w in found.warnings] == ["hidden-text"]
    assert said(found) == ["Help", "Ships wait."]


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(par(run(p)) for p in paragraphs)}</w:tc>"


def test_every_cell_is_read_row_by_row_and_tables_inside_tables(word_file: WordFile) -> None:
    inner = f"<w:tbl><w:tr>{cell('three')}{cell('four')}</w:tr></w:tbl>"
    rows = f"<w:tr>{cell('one', 'one more')}{cell('two')}</w:tr><w:tr><w:tc>{inner}{par('')}</w:tc>{cell('five')}</w:tr>"
    controlled = f"<w:sdt><w:sdtContent><w:tr>{cell('six')}</w:tr></w:sdtContent></w:sdt>"
    found = read(word_file(f"<w:tbl>{rows}{controlled}</w:tbl>" + par(run("after."))), "d.docx")
    assert " ".join(said(found)) == "one one more two three four five six after."


def test_a_number_in_a_cell_of_its_own_is_the_number_of_the_words_beside_it(word_file: WordFile) -> None:
    rows = f"<w:tr>{cell('1.')}{cell('Ships wait.')}</w:tr><w:tr>{cell('2.')}{cell('Boats go.')}</w:tr>"
    found = read(word_file(par(run("Article 1. Help")) + f"<w:tbl>{rows}</w:tbl>"), "d.docx")
    assert [(p.num, p.text) for p in found.provisions[0].children] == [("1.", "Ships wait."), ("2.", "Boats go.")]


def test_a_text_box_is_read_once_behind_its_paragraph(word_file: WordFile) -> None:
    box = f"<w:txbxContent>{par(run('In the box.'))}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = (
        f"<w:r><w:pict><v:textbox>{box.replace('box', 'old box', 1).replace('In the box', 'Older')}</v:textbox></w:pict></w:r>"
    )
    old = f"<w:r><w:pict><v:textbox><w:txbxContent>{par(run('Older.'))}</w:txbxContent></v:textbox></w:pict></w:r>"
    found = read(word_file(par(run("Before ") + both + run("and after.")) + par(old + run("End."))), "d.docx")
    assert said(found) == ["Before and after.", "In the box.", "End.", "Older."]


def test_a_variant_without_words_gives_way_to_the_one_that_has_them(word_file: WordFile) -> None:
    both = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='x'><w:drawing/></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
        f"{par(run('Kept.'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert said(read(word_file(par(run("One.") + both)), "d.docx")) == ["One.", "Kept."]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)


def styled(words: str, style: str, properties: str = "") -> str:
    return par(run(words, properties), f'<w:pStyle w:val="{style}"/>')


def test_headings_come_from_their_styles_and_nest(word_file: WordFile) -> None:
    body = styled("Moorings", "H1") + styled("Fees", "Own") + par(run("None are due.")) + styled("Storms", "H1")
    found = read(word_file(body, styles=STYLES), "d.docx")
    assert [(p.heading, [q.heading or q.text for q in p.children]) for p in found.provisions] == [
        ("Moorings", ["Fees"]),
        ("Storms", []),
    ]
    assert [p.heading_marks for p in found.walk()] == [()] * 4


def test_the_title_is_what_is_written_in_its_style(word_file: WordFile) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    body = styled("Treaty", "T") + par("") + styled("on Harbours", "T") + par(run("Ships wait.")) + styled("Again", "T")
    assert read(word_file(body, styles=styles), "d.docx").metadata.title == "Treaty on Harbours"
    assert read(word_file(par(run("Ships wait."))), "d.docx").metadata.title == ""


def test_a_whole_sentence_in_the_style_of_a_heading_is_no_heading(word_file: WordFile) -> None:
    body = styled("Moorings", "H1") + styled("1.1 Each ship shall wait, as long as the harbour is closed, for a sign.", "H1")
    (found,) = read(word_file(body, styles=STYLES), "d.docx").provisions
    assert [(p.num, p.text[:10]) for p in found.children] == [("1.1", "Each ship ")]


@pytest.mark.parametrize(
    ("body", "marks"),
    [
        (par(run("Ships ") + run("never", "<w:b/>") + run(" wait.")), [("never", "bold")]),
        (par(run("Ships ") + run("never", '<w:rStyle w:val="Strong"/>') + run(" wait.")), [("never", "bold")]),
        (
            par(run("Ships ") + run("not", "<w:i/>") + run(" ", "<w:u w:val='single'/>") + run("now", "<w:i/>") + run(".")),
            [("not now", "italic")],
        ),
        (
            par(run("Ships ") + run("must ", "<w:strike/>") + run("may", "<w:u w:val='single'/>")),
            [("must", "struck through"), ("may", "underlined")],
        ),
        (par(run("Ships wait for the pilot.", "<w:b/>")), [("Ships wait for the pilot.", "bold")]),
        (par(run("Ships wait for the pilot.", "<w:dstrike/>")), [("Ships wait for the pilot.", "struck through")]),
        (styled("Ships wait for the pilot.", "Loud"), []),
        (styled("Ships wait for the pilot.", "Loud", '<w:rStyle w:val="Strong"/>'), []),
        (par(run("Ships ") + run("never", "<w:b w:val='0'/>") + run(" wait.")), []),
        (par(run("Ships:")) + par(run("(a) ") + run("in spring", "<w:b/>")), [("in spring", "bold")]),
        (par(run("Moorings", "<w:b/>")) + par(run("Ships wait.")), []),
    ],
)
def test_how_words_are_set_is_a_mark_where_it_sets_words_off(
    word_file: WordFile, body: str, marks: list[tuple[str, str]]
) -> None:
    found = read(word_file(body, styles=STYLES), "d.docx")
    said_of = [(p, p.heading or p.words, (*p.marks, *p.heading_marks)) for p in found.walk()]
    assert [(words[m.start : m.end], m.label) for _, words, own in said_of for m in own] == marks


def test_a_struck_heading_says_so(word_file: WordFile) -> None:
    found = read(word_file(styled("Article 4. Fees", "H1", "<w:strike/>") + par(run("None."))), "d.docx")
    assert [(m.label, m.start, m.end) for m in found.provisions[0].heading_marks] == [("struck through", 0, 4)]


def test_line_breaks_part_the_number_of_an_article_from_its_heading(word_file: WordFile) -> None:
    body = par("<w:r><w:t>Article 1</w:t><w:br/><w:t>Moorings</w:t></w:r>") + par(run("1. Ships wait."))
    (article,) = read(word_file(body), "d.docx").provisions
    assert (article.num, article.heading, article.children[0].num) == ("Article 1", "Moorings", "1.")


def test_pages_are_those_that_word_last_laid_out(word_file: WordFile) -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = par(run("One.")) + par(turn + run("Two.")) + par(run("Three ") + turn + run("goes on.")) + par(run("Four."))
    assert [p.page for p in read(word_file(body), "d.docx").provisions] == [1, 2, 2, 3]
    assert [p.page for p in read(word_file(par(run("One."))), "d.docx").provisions] == [None]


def test_the_strict_variant_reads_the_same(word_file: WordFile) -> None:
    data = word_file(par(run("Article 1. Help")) + par(run("Ships wait.")))
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            strict = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(
                name,
                strict.replace(
                    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    b"http://purl.oclc.org/ooxml/officeDocument/relationships",
                ),
            )
    assert read(file.getvalue(), "d.docx").provisions == read(data, "d.docx").provisions
