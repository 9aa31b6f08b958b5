"""Tracked changes: the text as proposed with marks, as if all were accepted, as if all were rejected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.readers.docx import read

if TYPE_CHECKING:
    from tests.conftest import WordFile
    from treatydiff.model import Document

OTHER = 'w:author="Bo"'
WHO = 'w:author="Ada" w:date="2024-02-06T10:00:00Z"'


def run(words: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


def ins(words: str, who: str = WHO) -> str:
    return f"<w:ins {who}>{run(words)}</w:ins>"


def gone(words: str, who: str = WHO) -> str:
    return f"<w:del {who}>{run(words, 'delText')}</w:del>"


def par(inside: str, mark: str = "", more: str = "") -> str:
    return f"<w:p><w:pPr>{more}<w:rPr>{f'<w:{mark} {WHO}/>' if mark else ''}</w:rPr></w:pPr>{inside}</w:p>"


def words(document: Document) -> list[str]:
    return [p.heading or p.text for p in document.walk()]


def marks(document: Document, kind: str) -> list[tuple[str, str, str]]:
    """Give what each mark spans, its label and its note."""
    return [(p.words[m.start : m.end], m.label, m.note) for p in document.walk() for m in p.marks if m.kind == kind]


def all_states(data: bytes) -> tuple[list[str], list[str], list[str]]:
    return (
        words(read(data, "d.docx")),
        words(read(data, "d.docx", revisions="accepted")),
        words(read(data, "d.docx", revisions="rejected")),
    )


def test_words_are_those_of_the_proposal_and_the_marks_say_who(word_file: WordFile) -> None:
    data = word_file(par(run("Each Party ") + gone("shall") + ins("may") + run(" help.")))
    assert all_states(data) == (["Each Party may help."], ["Each Party may help."], ["Each Party shall help."])
    found = read(data, "d.docx")
    assert marks(found, "insertion") == [("may", "Ada, 2024-02-06", "")]
    assert marks(found, "deletion") == [("", "Ada, 2024-02-06", "shall")]
    assert [m.start for p in found.walk() for m in p.marks] == [11, 11]


def test_no_mark_is_left_when_all_is_accepted_or_rejected(word_file: WordFile) -> None:
    data = word_file(par(gone("Ships") + ins("Boats") + run(" wait.")))
    for revisions in ("accepted", "rejected"):
        assert [p.marks for p in read(data, "d.docx", revisions=revisions).walk()] == [()]


def test_moved_words_are_an_insertion_where_they_came_and_a_deletion_where_they_were(word_file: WordFile) -> None:
    data = word_file(
        par(run("One. ") + f"<w:moveFrom {WHO}>{run('Two.')}</w:moveFrom>") + par(f"<w:moveTo {WHO}>{run('Two.')}</w:moveTo>")
    )
    assert all_states(data) == (["One.", "Two."], ["One.", "Two."], ["One. Two."])
    found = read(data, "d.docx")
    assert marks(found, "insertion") == [("Two.", "Ada, 2024-02-06, moved here", "")]
    assert marks(found, "deletion") == [("", "Ada, 2024-02-06, moved away", "Two.")]


def test_words_that_one_brought_in_and_another_took_out_are_nowhere_but_in_the_mark(word_file: WordFile) -> None:
    data = word_file(par(run("A ") + f"<w:ins {WHO}>{gone('brief ', OTHER)}</w:ins>" + run("word.")))
    assert all_states(data) == (["A word."],) * 3
    assert marks(read(data, "d.docx"), "deletion") == [("", "Bo", "brief")]


def test_neighbouring_runs_of_one_change_are_one_mark_and_those_of_two_are_two(word_file: WordFile) -> None:
    data = word_file(par(run("x ") + ins("a ") + ins("b ") + ins("c", OTHER) + gone("d ") + gone("e")))
    found = read(data, "d.docx")
    assert [m[0] for m in marks(found, "insertion")] == ["a b", "c"]
    assert [m[2] for m in marks(found, "deletion")] == ["d e"]


def test_a_paragraph_that_is_deleted_as_a_whole_stays_visible_behind_the_one_before_it(word_file: WordFile) -> None:
    data = word_file(par(run("One.")) + par(gone("Two."), "del") + par(run("Three.")))
    assert all_states(data) == (["One.", "Three."], ["One.", "Three."], ["One.", "Two.", "Three."])
    first, second = read(data, "d.docx").provisions
    assert [(m.start, m.note) for m in first.marks] == [(4, "Two.")]
    assert second.marks == ()


def test_a_paragraph_whose_words_alone_are_deleted_stays_visible_too(word_file: WordFile) -> None:
    data = word_file(par(gone("Zero.")) + par(run("One.")) + par(gone("Two.")))
    assert [(p.text, [m.note for m in p.marks]) for p in read(data, "d.docx").walk()] == [("One.", ["Zero.", "Two."])]


def test_a_deleted_end_joins_two_paragraphs(word_file: WordFile) -> None:
    data = word_file(par(run("Ships wait. "), "del") + par(run("Boats go.")))
    assert all_states(data) == (["Ships wait. Boats go."], ["Ships wait. Boats go."], ["Ships wait.", "Boats go."])


def test_an_inserted_end_parts_what_was_one_paragraph(word_file: WordFile) -> None:
    data = word_file(par(run("Ships shall wait."), "ins") + par(run("Boats go.")))
    assert all_states(data)[0] == ["Ships shall wait.", "Boats go."]
    assert all_states(data)[2] == ["Ships shall wait.Boats go."]


def test_an_inserted_paragraph_is_marked_from_end_to_end(word_file: WordFile) -> None:
    data = word_file(par(run("One.")) + par(ins("Two."), "ins") + par(run("Three.")))
    assert all_states(data) == (["One.", "Two.", "Three."], ["One.", "Two.", "Three."], ["One.", "Three."])
    assert marks(read(data, "d.docx"), "insertion") == [("Two.", "Ada, 2024-02-06", "")]


def test_the_joined_paragraph_has_the_style_of_the_one_whose_words_stay(word_file: WordFile) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    heading = '<w:pStyle w:val="H"/>'
    data = word_file(par(run("Fees"), "del", heading) + par(gone("None are due.")) + par(run("End.")), styles=styles)
    assert read(data, "d.docx").provisions[0].heading == "Fees"
    data = word_file(par(gone("Fees"), "del", heading) + par(run("None are due.")), styles=styles)
    assert [(p.heading, p.text) for p in read(data, "d.docx").provisions] == [("", "None are due.")]


def test_rows_and_cells_of_tables_are_inserted_and_deleted(word_file: WordFile) -> None:
    def row(text: str, change: str = "") -> str:
        properties = f"<w:trPr><w:{change} {WHO}/></w:trPr>" if change else ""
        return f"<w:tr>{properties}<w:tc>{par(run(text))}</w:tc></w:tr>"

    data = word_file(f"<w:tbl>{row('One.')}{row('Two.', 'del')}{row('Three.', 'ins')}</w:tbl>" + par(run("End.")))
    assert all_states(data) == (["One.", "Three.", "End."], ["One.", "Three.", "End."], ["One.", "Two.", "End."])
    found = read(data, "d.docx")
    assert marks(found, "deletion") == [("", "Ada, 2024-02-06", "Two.")]
    assert marks(found, "insertion") == [("Three.", "Ada, 2024-02-06", "")]


def test_a_rejected_change_of_properties_gives_the_number_and_the_look_back(word_file: WordFile) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    before = '<w:pPrChange w:author="Ada"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    look = '<w:r><w:rPr><w:strike/><w:rPrChange w:author="Ada"><w:rPr/></w:rPrChange></w:rPr><w:t>may</w:t></w:r>'
    data = word_file(par(run("Ships ") + look + run(" wait."), more=before), numbering=numbering)
    proposed, rejected = read(data, "d.docx").provisions[0], read(data, "d.docx", revisions="rejected").provisions[0]
    assert (proposed.num, [m.label for m in proposed.marks]) == ("", ["struck through"])
    assert (rejected.num, rejected.marks) == ("1.", ())


def test_a_number_that_was_proposed_goes_when_the_proposal_is_rejected(word_file: WordFile) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    data = word_file(
        par(run("Ships wait."), more=f'<w:numPr><w:numId w:val="1"/><w:ins {WHO}/></w:numPr>'), numbering=numbering
    )
    assert [read(data, "d.docx", revisions=r).provisions[0].num for r in ("marks", "accepted", "rejected")] == ["1.", "1.", ""]


def test_a_footnote_goes_with_the_words_that_cite_it(word_file: WordFile) -> None:
    cites = f'<w:del {WHO}><w:r><w:footnoteReference w:id="2"/></w:r></w:del>'
    notes = f'<w:footnote w:id="2">{par(run("See above."))}</w:footnote>'
    data = word_file(par(run("One.") + cites), footnotes=notes)
    assert read(data, "d.docx", revisions="accepted").notes == ()
    assert [n.text for n in read(data, "d.docx").notes] == ["See above."]
    assert [(n.text, n.label) for n in read(data, "d.docx", revisions="rejected").notes] == [("See above.", "1")]
