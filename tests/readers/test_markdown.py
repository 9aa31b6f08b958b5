from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatydiff.errors import DraftError, TreatyDiffError
from treatydiff.model import Document, Mark, Metadata, Note, Provision, ReadWarning
from treatydiff.readers.markdown import read
from treatydiff.readers.recognition import is_markdown
from treatydiff.text.marks import restore


def _read(text: str) -> Document:
    return read(text.encode(), "t.md")


def _shape(document: Document) -> list[str]:
    return [
        " ".join(part for part in (p.kind, p.num, f"<{p.heading}>" if p.heading else "", p.words.replace("\n", " / ")) if part)
        for p in document.walk()
    ]


def _first(text: str) -> Provision:
    return next(p for p in _read(text).walk() if p.text)


def test_hashes_are_headings_with_and_without_a_space() -> None:
    assert _shape(_read("### Article  1  \n\n####Purpose of it\n\nShips wait.\n")) == [
        "article Article 1 <Purpose of it>",
        "paragraph Ships wait.",
    ]


def test_a_heading_in_emphasis_stands_beside_the_number() -> None:
    (article,) = _read("## Article 1 *(ships)*\n\nWait.\n").provisions
    assert (article.num, article.heading, article.heading_marks) == ("Article 1", "(ships)", (Mark("emphasis", 0, 7),))


def test_lists_inside_lists_are_points_with_their_own_numbers() -> None:
    draft = "## Article 1\n\n1. Ships shall:\n\n    1. wait;\n    2. go:\n        - at once\n\n2. Boats stay.\n"
    assert _shape(_read(draft)) == [
        "article Article 1",
        "paragraph 1. Ships shall:",
        "point 1. wait;",
        "point 2. go:",
        "point at once",
        "paragraph 2. Boats stay.",
    ]


def test_a_number_glued_below_a_point_starts_its_paragraph() -> None:
    draft = "### Article 1\n\n1.   Ships:\n\na) wait; or  \n\nb) go.     \n2.   Boats stay.\n"
    assert _shape(_read(draft)) == [
        "article Article 1",
        "paragraph 1. Ships:",
        "point a) wait; or",
        "point b) go.",
        "paragraph 2. Boats stay.",
    ]


def test_text_after_a_list_closes_the_item_that_it_is_indented_into() -> None:
    draft = "1. Ships:\n\n    1. wait;\n    2. go;\n\n    as they please.\n\n2. Boats.\n"
    assert _shape(_read(draft))[0] == "paragraph 1. Ships: / as they please."


def test_a_list_item_in_bold_heads_the_text_inside_it() -> None:
    draft = "1. **Goal**\n\n    **Option 1:** Wait.\n\n    **Option 2:** Go.\n\n2. **Means**\n\n    Pay.\n"
    assert _shape(_read(draft)) == [
        "paragraph 1. <Goal>",
        "alternative Option 1: Wait.",
        "alternative Option 2: Go.",
        "paragraph 2. <Means> Pay.",
    ]


def test_brackets_that_lead_nowhere_are_brackets() -> None:
    paragraph = _first("In [furthering][pursuing] it, see article 3 [1](a).\n")
    assert paragraph.text == "In furthering pursuing it, see article 3 1(a)."
    assert [mark.kind for mark in paragraph.marks] == ["bracket", "bracket", "bracket"]


def test_links_become_references_with_their_target() -> None:
    paragraph = _first("See [the rules](https://example.org/a) and [those][ref].\n\n[ref]: /b.html\n")
    assert paragraph == Provision(
        id="provision_1",
        kind="provision",
        text="See the rules and those.",
        marks=(
            Mark("reference", 4, 13, note="https://example.org/a"),
            Mark("reference", 18, 23, note="/b.html"),
        ),
        line=1,
    )


def test_emphasis_and_deletion_are_marks_over_the_words() -> None:
    paragraph = _first("*Noting* the ~~old~~ **new** tide\n")
    assert (paragraph.text, paragraph.marks) == (
        "Noting the old new tide",
        (Mark("emphasis", 0, 6), Mark("deletion", 11, 14), Mark("emphasis", 15, 18)),
    )


def test_a_footnote_is_a_mark_with_its_text_and_no_provision() -> None:
    document = _read("Ships[^1] wait.\n\n[^1]: Of *any* flag,\n    says the annex.\n")
    (paragraph,) = document.provisions
    assert (paragraph.text, paragraph.marks) == (
        "Ships wait.",
        (Mark("footnote", 5, 5, label="1", note="Of any flag, says the annex."),),
    )


def test_every_footnote_is_a_note_at_the_provision_that_points_to_it() -> None:
    document = _read("Ships[^1] wait.\n\n[^1]: One.\n\n[^1]: Again.\n\n[^2]: Two.\n")
    assert document.notes == (
        Note("footnote", "One.", "1", "provision_1", 3),
        Note("footnote", "Again.", "1", "", 5),
        Note("footnote", "Two.", "2", "", 7),
    )


@pytest.mark.parametrize("line", ["3.x[^4] Ships wait.", "**Option 1:**[^4] Ships wait.", "7. **Ships**[^4]\n\n    Wait."])
def test_a_footnote_on_a_number_belongs_to_its_words(line: str) -> None:
    document = _read(f"## Article 1\n\n{line}\n\n[^4]: Of any flag.\n")
    assert [m.label for p in document.walk() for m in (*p.marks, *p.heading_marks) if m.kind == "footnote"] == ["4"]


def test_every_bracket_without_its_other_half_is_named_with_its_line() -> None:
    document = _read("# Article 1\n\nShips] wait [here.\n\n# Article 2\n\n[Boats\n\ngo.]\n\n# [Article 3\n\n# Article 4]\n")
    assert document.warnings == (
        ReadWarning(
            "unbalanced-bracket", "this ] closes nothing: Ships] wait [here.", line=3, words="Ships] wait [here.", at=5
        ),
        ReadWarning(
            "unbalanced-bracket", "this [ is never closed: Ships] wait [here.", line=3, words="Ships] wait [here.", at=12
        ),
    )


def test_front_matter_is_metadata_and_no_text() -> None:
    known = '---\ntitle: "Harbour Treaty"\nsymbol: H/1\ndate: 2024-02\nlanguage: fr\nbased-on: zero\n'
    document = _read(known + "edit: true\ntags:\n  - a\n---\n" + "# Article 1\n\nWait.\n")
    assert document.metadata == Metadata(
        title="Harbour Treaty",
        symbol="H/1",
        date="2024-02",
        language="fr",
        based_on="zero",
    )
    assert [(p.num, p.line) for p in document.provisions] == [("Article 1", 11)]


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    document = _read("# Harbour Treaty\n\n## Article 1\n\nThe ship waits.\n")
    assert (document.metadata.title, document.metadata.language) == ("Harbour Treaty", "en")
    assert [p.kind for p in document.provisions] == ["preface", "article"]


def test_layout_is_kept_nowhere() -> None:
    kramdown = "* TOC\n{:toc}\n\n## Ships\n{:.no_toc}\n\n"
    pandoc = "<!-- note -->\n```{=html}\n```\n# [Chapter 2]{.smallcaps} {#c2}\n\n"
    draft = f"{kramdown}{pandoc}<span a='b'>Wait</span> <x y>.\n"
    assert _shape(_read(draft)) == ["preface <Ships>", "chapter Chapter 2", "paragraph Wait <x y>."]


def test_indented_text_is_no_code_and_backticks_are_words() -> None:
    assert _shape(_read('    Ships\n\n``Ship" means `ship`.\n')) == ["provision Ships", 'provision ``Ship" means `ship`.']


def test_an_escaped_bracket_is_a_bracket() -> None:
    assert _first("Ships \\[wait\\].\n").marks == (Mark("bracket", 6, 10),)


def test_lists_beyond_reason_are_refused_and_not_cut_short() -> None:
    with pytest.raises(DraftError) as raised:
        _read("- " * 200 + "lost\n")
    assert raised.value.problem == "has lists nested in more than 30 levels"


@pytest.mark.parametrize("text", ["---\ntitle: A\n---\nb", "# A", "##A", "*Noting* it", "see **this**", "[a]: /b"])
def test_markdown_is_recognised_by_its_marks(text: str) -> None:
    assert is_markdown(text.encode())


@pytest.mark.parametrize("data", [b"Article 1\n1. Wait * for 2 * 3.\n", b"", b"# a\0"])
def test_plain_text_and_binary_files_are_not(data: bytes) -> None:
    assert not is_markdown(data)


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        _ = read(data, "t.md")
    except TreatyDiffError:
        return


_SIGNS = ["# ", "1. ", "2. ", "   ", "    ", "- ", "* ", "\n", "\n\n", "[", "]", "](b)", "**", "*", "[x][y]", "\\[", "~~"]
_PHRASES = [
    "## Article 1",
    "(a) ",
    "(i) ",
    "a) ",
    "Option 1: ",
    "ship ",
    "Boat ",
    "wait; ",
    "go. ",
    "Noting, ",
    "Preamble",
    "Article 2\n",
    "ships: ",
    "[a]: b/c\n",
    "a <b and c> ",
    "{: x} ",
    "**Cd** Ef ",
    "{x} ",
]
_PIECES = st.sampled_from(_SIGNS + _PHRASES)


@given(st.lists(_PIECES, max_size=30).map("".join))
@settings(deadline=None, max_examples=300)
def test_every_letter_and_digit_of_any_markdown_is_in_the_tree_once(text: str) -> None:
    try:
        document = _read(text)
    except TreatyDiffError:
        return
    tree = " ".join(f"{p.num} {restore(p.heading, p.heading_marks)} {restore(p.words, p.marks)}" for p in document.walk())
    assert Counter(filter(str.isalnum, tree)) == Counter(filter(str.isalnum, text))


@pytest.mark.parametrize(
    "block",
    [
        "\nArticle 1\n\nShips wait.\n\n",
        "# Article 1\nNote: Ships wait.\n",
        "Purpose: to wait\nShips wait.\n",
        "- Ships wait.\n- Boats go.\n",
        "Purpose: to wait\n- Ships wait.\n",
    ],
)
def test_text_between_two_rules_at_the_top_is_no_front_matter(block: str) -> None:
    document = _read(f"---\n{block}---\n\nArticle 2\n\nBoats go.\n")
    found = Counter(re.findall(r"\w+", " ".join(f"{p.num} {p.heading} {p.words}" for p in document.walk())))
    assert found == Counter(re.findall(r"\w+", f"{block} Article 2 Boats go"))


def test_front_matter_may_hold_comments_lists_and_values_of_many_lines() -> None:
    document = _read("---\ntitle: Pact\n# who\nnames:\n- one\n- two\n\nabout: >\n  long\n  words\n---\n\nShips wait.\n")
    assert (document.metadata.title, _shape(document)) == ("Pact", ["provision Ships wait."])


def test_numbers_of_a_list_in_a_preamble_are_kept() -> None:
    assert _shape(_read("Ships shall:\n1. wait.\nArticle 2")) == [
        "preamble",
        "recital Ships shall:",
        "recital 1. wait.",
        "article Article 2",
    ]
    assert [p.num for p in _read("1. Ships;\n3. Boats.\n6. rafts go.\nArticle 5").walk()][1:4] == ["1.", "3.", "6."]


@pytest.mark.parametrize("line", ["[Utopia]: and/or", '[ISLES]: delete/replace "the word ship"', "[Utopia]: proposes:this"])
def test_what_leads_nowhere_is_no_definition_of_a_link(line: str) -> None:
    assert _first(f"{line}\n").text.split() == line.replace("[", "").replace("]", "").split()


def test_a_definition_that_nothing_refers_to_is_words_unless_it_is_a_whole_address() -> None:
    draft = 'See [a].\n\n[a]: /one\n[A]: /two\n[B]: /three "of ships"\n[c]: http://example.org/x\n\n- [d]: /four\n'
    assert _shape(_read(draft)) == [
        "provision See a.",
        "provision A: /two",
        'provision B: /three "of ships"',
        "point d: /four",
    ]


def test_the_title_of_a_link_is_a_footnote() -> None:
    marks = _first('See [a](/one "Ships wait") now.\n').marks
    assert marks == (Mark("reference", 4, 5, note="/one"), Mark("footnote", 5, 5, note="Ships wait"))


@pytest.mark.parametrize(
    "words",
    [
        "if a <b and c> d, then",
        "x <s shall keep > y",
        "{: shall be words}",
        "{:wait}",
        "[ships]{.a shall wait}",
        "```shall wait",
        "```{shall wait}",
        "```wait",
    ],
)
def test_what_only_looks_like_layout_is_words(words: str) -> None:
    found = _read(f"Article 1\n\n{words}\n").provisions[0].children
    assert [re.findall(r"\w+", restore(p.text, p.marks)) for p in found] == [re.findall(r"\w+", words)]


def test_words_in_braces_after_a_heading_are_words() -> None:
    ships, boats = _read("# Ships {.wait go}\n\n# Boats {#b .c d=e}\n\nGo.\n").provisions
    assert restore(ships.heading, ships.heading_marks) == "Ships {.wait go}"
    assert (boats.heading, boats.heading_marks) == ("Boats", ())


@pytest.mark.parametrize(
    "layout", ["<b>", '<a href="x y">', "<font color=red size=2>", "</div>", "<br />", "{: .a #b}", "{:toc}"]
)
def test_tags_and_attributes_are_layout(layout: str) -> None:
    assert _shape(_read(f"{layout}\nShips wait.\n")) == ["provision Ships wait."]


@pytest.mark.parametrize(
    ("source", "heading", "text"),
    [
        ("1. **Moorings** Each port shall wait.", "Moorings", "Each port shall wait."),
        ("1. **(Aims and scope)** [Ports] wait.", "(Aims and scope)", "Ports wait."),
        ("(a) **Fees.** It is free.", "Fees.", "It is free."),
        ("**Progress/pace** Ports wait.", "Progress/pace", "Ports wait."),
        ("1. **No** Party shall wait.", "", "No Party shall wait."),
        ("1. **Coastal** States shall wait.", "", "Coastal States shall wait."),
        ("1. **Requests** Ports to wait.", "", "Requests Ports to wait."),
        ("1. **Ports** shall wait.", "", "Ports shall wait."),
        ("1. **One two three four five six seven** Ports wait.", "", "One two three four five six seven Ports wait."),
        ("1. Ports **Wait** Here.", "", "Ports Wait Here."),
        ("1. *Moorings* Ports wait.", "", "Moorings Ports wait."),
    ],
)
def test_a_bold_lead_in_is_the_heading_of_its_paragraph(source: str, heading: str, text: str) -> None:
    paragraph = _read(f"## Article 1\n\n{source}\n").provisions[0].children[0]
    assert (paragraph.heading, paragraph.text) == (heading, text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("*Ships wait.", "Ships wait."),
        ("1. *Ships* *wait.", "Ships *wait."),
        ("3. *Ships/boats", "Ships/boats"),
        ("*Ships: (see [a](/b)). *", "Ships: (see a)."),
        ("\\*Ships wait.", "*Ships wait."),
        ("Ships* wait.", "Ships* wait."),
        ("[Ships*] wait.", "Ships* wait."),
    ],
)
def test_an_asterisk_without_a_partner_at_the_head_is_no_word(source: str, text: str) -> None:
    paragraph = _first(f"{source}\n")
    assert paragraph.text == text
    assert all(paragraph.text[m.start : m.end] == "a" for m in paragraph.marks if m.kind == "reference")


def test_characters_that_xml_cannot_carry_are_replaced() -> None:
    assert _first("Ships \uffff\ufffe\x01 wait.\n").text == "Ships \ufffd\ufffd\ufffd wait."
