from __future__ import annotations

from collections import Counter
from pathlib import Path
from textwrap import fill, indent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatydiff.errors import DraftError, TreatyDiffError
from treatydiff.model import Document, Mark, Metadata
from treatydiff.readers.recognition import is_text
from treatydiff.readers.text import read
from treatydiff.text.marks import restore
from treatydiff.text.tokens import words

CASES = Path(__file__).parent.parent / "cases"
TREATY = """Harbour Treaty

The Parties to this Treaty,

Recalling the storm of the year before last, in which many ships were lost for want of a safe harbour and of any rule about one,

Have agreed as follows:

CHAPTER I
GENERAL PROVISIONS

Article 1
Scope
1. This Treaty applies to every ship that enters the harbour of a Party, whatever its flag, unless the harbour is closed to all:
(a) in time of peace, where the master asks for shelter from the weather or has to put a sick member of the crew ashore; and
(b) in time of war:
(i) where the ship carries no arms; or
(ii) where article 2, paragraph 1 (b), allows it.
2. Boats are free.

Article 2. Fees
A fee is due for every day that begins in the harbour. It is paid to the master of the harbour before the ship leaves it again.
"""


WRAPPED = "\n".join(fill(line, 60) if line else "" for line in TREATY.split("\n"))


def _shape(document: Document) -> list[tuple[str, str, str, str]]:
    return [(p.kind, p.num, p.heading, p.words) for p in document.walk()]


def _words(text: str) -> Counter[str]:
    return Counter(word.text for word in words(text) if any(c.isalnum() for c in word.text))


def _words_of(document: Document) -> Counter[str]:
    found: Counter[str] = Counter()
    for p in document.walk():
        found += _words(p.num) + _words(restore(p.heading, p.heading_marks)) + _words(restore(p.words, p.marks))
    return found


def test_one_paragraph_on_a_line_is_read_with_its_numbers() -> None:
    shape = _shape(read(TREATY.encode(), "t.txt"))
    assert [(kind, num, heading) for kind, num, heading, _ in shape] == [
        ("preface", "", "Harbour Treaty"),
        ("preamble", "", ""),
        ("formula", "", ""),
        ("recital", "", ""),
        ("formula", "", ""),
        ("chapter", "CHAPTER I", "GENERAL PROVISIONS"),
        ("article", "Article 1", "Scope"),
        ("paragraph", "1.", ""),
        ("point", "(a)", ""),
        ("point", "(b)", ""),
        ("point", "(i)", ""),
        ("point", "(ii)", ""),
        ("paragraph", "2.", ""),
        ("article", "Article 2", "Fees"),
        ("paragraph", "", ""),
    ]


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_wrapped_text_reads_as_the_same_text_on_long_lines(width: int) -> None:
    wrapped = "\n".join(fill(line, width) if line else "" for line in TREATY.split("\n"))
    assert _shape(read(wrapped.encode(), "t.txt")) == _shape(read(TREATY.encode(), "t.txt"))


def test_a_wrapped_line_that_begins_with_a_number_of_a_reference_starts_nothing() -> None:
    lines = ("Article 1", "1. The master shall act in accordance with paragraph", "2. of the rules and with subparagraphs")
    draft = "\n".join((*lines, "(a) and (b) of them, whatever the owner of the", "ship or of the boat may say."))
    (article,) = read(draft.encode(), "t.txt").provisions
    words = "The master shall act in accordance with paragraph 2. of the rules and with subparagraphs (a) and (b) of them, "
    rest = "whatever the owner of the ship or of the boat may say."
    assert [(p.num, p.text) for p in article.children] == [("1.", words + rest)]


def test_ids_follow_the_naming_convention_and_lines_those_of_the_file() -> None:
    document = read(b"Article 1\r\n1. A:\r\n\r\n(a) B;\r\n(b) C.\r\n", "t.txt")
    assert [(p.id, p.line) for p in document.walk()] == [
        ("art_1", 1),
        ("art_1__para_1", 2),
        ("art_1__para_1__list_1__point_a", 4),
        ("art_1__para_1__list_1__point_b", 5),
    ]


def test_brackets_and_options_become_marks() -> None:
    (article,) = read(b"Article 1\n1. Ships [shall][may] wait.\n", "t.txt").provisions
    (paragraph,) = article.children
    assert (paragraph.text, [mark.kind for mark in paragraph.marks]) == ("Ships shall may wait.", ["bracket", "bracket"])


def test_metadata_are_the_title_and_the_language() -> None:
    data = TREATY.encode()
    assert read(data, "t.txt").metadata == Metadata(title="Harbour Treaty", language="en")


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Article 1\nLes navires et les bateaux", "fr"),
        ("Artículo 1", "es"),
        ("Статья 1", "ru"),
        ("第一条", "zh"),
        ("المادة 1", "ar"),
        ("Article 1\nChaque Partie balise ses ports.", "fr"),
        ("Article 1\n1. A Party may search a ship that shows a false light in the fog:\n(i) by day;", "en"),
        ("Artigo 1\nAs Partes prestarão os navios da frota e não fecharão os portos.", "pt"),
        ("Articolo 1\nLe Parti prestano le navi della flotta per il porto e non chiudono i porti.", "it"),
        ("Artikel 1\nDie Parteien leihen die Schiffe der Flotte und sperren den Hafen nicht.", "de"),
    ],
)
def test_the_language_is_that_of_the_articles(line: str, language: str) -> None:
    assert read(line.encode(), "t.txt").metadata.language == language


def test_text_without_any_structure_stays_text() -> None:
    assert _shape(read(b"Some words.\n\nOthers.\n", "t.txt")) == [
        ("provision", "", "", "Some words."),
        ("provision", "", "", "Others."),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_utf_8_and_utf_16_are_read(encoding: str) -> None:
    (article,) = read("Article 1\nÉté.\n".encode(encoding), "t.txt").provisions
    assert article.children[0].text == "Été."


@pytest.mark.parametrize(
    ("language", "encoding", "name"),
    [
        ("fr", "cp1252", "Windows-1252"),
        ("es", "latin-1", "Windows-1252"),
        ("ru", "cp1251", "Windows-1251"),
        ("ru", "koi8-r", "KOI8-R"),
        ("ar", "cp1256", "Windows-1256"),
        ("zh", "gb18030", "GB 18030"),
    ],
)
def test_older_encodings_of_the_six_languages_are_read_with_a_warning(language: str, encoding: str, name: str) -> None:
    source = (CASES / f"language-{language}" / "old.txt").read_text(encoding="utf-8")
    known = "".join(c if _can(c, encoding) else "?" for c in source)
    document = read(known.encode(encoding), "t.txt")
    assert [w.code for w in document.warnings] == ["encoding"]
    assert f"was read as {name};" in document.warnings[0].message
    assert _words_of(document) == _words(known)
    assert document.metadata.language == language


def _can(character: str, encoding: str) -> bool:
    try:
        return bool(character.encode(encoding))
    except UnicodeEncodeError:
        return False


@pytest.mark.parametrize(
    ("data", "problem", "place"),
    [
        (b"", "is empty", ""),
        (b" \n\t\n", "is empty", ""),
        (b"Article 1\n\0", "is not text", ""),
        (b"\x89PNG\0\xff", "is not text", ""),
        (b"Article 1\n\nf\xe9te\x01", "is not text", ""),
        (b"\xff\xfea", "is not valid UTF-16", "line 1"),
    ],
)
def test_what_is_no_text_is_refused_with_a_mend(data: bytes, problem: str, place: str) -> None:
    with pytest.raises(DraftError) as raised:
        read(data, "t.txt")
    assert (raised.value.problem, raised.value.place, raised.value.subject) == (problem, place, "t.txt")
    assert raised.value.mend


def test_any_text_is_recognised_and_nothing_else() -> None:
    assert is_text(b"words")
    assert not is_text(b"\0words")
    assert not is_text(b"")


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        document = read(data, "t.txt")
    except TreatyDiffError:
        return
    assert document.provisions


_LEVELS = ["Article 1", "Article 2. Fees", "CHAPTER I", "PART II", "ANNEX", "Preamble", "Scope", "DONE at sea.", ""]
_NUMBERED = [
    "1. Ships:",
    "2. Boats.",
    "(a) wait;",
    "(i) go;",
    "(ii) stay.",
    "1. (a) (i) go",
    "[3. Wait]",
    "3bis. more",
    "a.",
    "b) ",
]
_BARE = ["Noting the tide,", "Have agreed as follows:", "so be it.", "Such ships wait.", "[[", "x]", "[agreed]"]
_OPTIONS = ["Option 1:", "Option 2: none", "[Option 3:] Go.", "Alt: x", "Option (a): [y", "1. Option A. z"]
_OTHERS = [
    "第一条",
    "（一）各国",
    "一、船",
    "المادة ١",
    "(أ) سفينة؛",
    "‘١’ ب",
    "Статья 1",
    "а) суда;",
    "Artículo 1º",
    "［国｛x｝",
]
_MARKS = ["Ships shall/may wait (EU)", "[EU: go", "{later}", "[deleted]", "e\u0301 Arti\u0301culo 2"]
_LINES = st.lists(st.sampled_from(_LEVELS + _NUMBERED + _BARE + _OPTIONS + _OTHERS + _MARKS), max_size=14).map("\n".join)


@given(st.one_of(_LINES, st.text(st.characters(exclude_characters="\0"), max_size=120)))
@settings(deadline=None, max_examples=300)
def test_every_word_of_any_text_is_in_the_tree_once(text: str) -> None:
    try:
        document = read(text.encode(errors="replace"), "t.txt")
    except DraftError:
        return
    assert _words_of(document) == _words(text.encode(errors="replace").decode())


@given(_LINES)
@settings(deadline=None)
def test_ids_are_unique_and_lines_never_run_backwards_among_siblings(text: str) -> None:
    if not text.strip():
        return
    document = read(text.encode(), "t.txt")
    ids = [p.id for p in document.walk()]
    assert len(ids) == len(set(ids))
    for p in document.walk():
        lines = [child.line or 0 for child in p.children]
        assert lines == sorted(lines)


def test_a_symbol_on_the_title_page_is_no_title() -> None:
    metadata = read(b"A/AC.999/22\n\nDraft harbour treaty\n\nPreamble\n\nNoting it,\n\nArticle 1\n", "t.txt").metadata
    assert (metadata.symbol, metadata.title) == ("A/AC.999/22", "Draft harbour treaty")


def test_a_heading_on_the_line_of_its_article_may_be_wrapped() -> None:
    lines = (
        "Article 1. Duties of the masters of all",
        "ships in harbour",
        "1. Every master shall wait for the tide",
        "and the wind.",
    )
    (article,) = read("\n".join(lines).encode(), "t.txt").provisions
    assert (article.heading, len(article.children)) == ("Duties of the masters of all ships in harbour", 1)


def test_wrapped_text_without_blank_lines_tells_full_headings_from_text() -> None:
    lines = (
        "CHAPTER I",
        "GENERAL PROVISIONS ON HARBOURS",
        "Article 1",
        "Duties of all masters of ships",
        "1. Every master shall wait for",
        "the tide, as provided in this",
        "Annex.",
        "2. No master shall go before",
        "the tide and the wind allow it",
        "to go.",
    )
    (chapter,) = read("\n".join(lines).encode(), "t.txt").provisions
    assert [(p.kind, p.num, p.heading, p.text) for p in chapter.walk()] == [
        ("chapter", "CHAPTER I", "GENERAL PROVISIONS ON HARBOURS", ""),
        ("article", "Article 1", "Duties of all masters of ships", ""),
        ("paragraph", "1.", "", "Every master shall wait for the tide, as provided in this Annex."),
        ("paragraph", "2.", "", "No master shall go before the tide and the wind allow it to go."),
    ]


def test_characters_that_xml_cannot_carry_are_replaced_and_white_space_is_not() -> None:
    (provision,) = read("Ships\x0cwait \x07\ufffe\uffff now.".encode(), "t.txt").provisions
    assert provision.text == "Ships wait \ufffd\ufffd\ufffd now."


def test_items_of_a_wrapped_list_start_paragraphs_without_a_full_stop_before_them() -> None:
    lines = [
        "Article 1",
        "1. Every master of a ship that",
        "stays in harbour shall see to",
        "the lamps",
        "2. and the ropes",
        "Also:",
    ]
    draft = "\n".join([*lines, "- the sails", "- the masts and", "the yards"])
    (article,) = read(draft.encode(), "t.txt").provisions
    assert [(p.num, p.text) for p in article.walk()][1:] == [
        ("1.", "Every master of a ship that stays in harbour shall see to the lamps"),
        ("2.", "and the ropes Also:"),
        ("", "- the sails"),
        ("", "- the masts and the yards"),
    ]


def _centred(text: str) -> str:
    short = ("Harbour", "CHAPTER", "GENERAL", "Article", "Scope")
    return "\n".join(line.center(60).rstrip() if line.startswith(short) else line for line in text.split("\n"))


@pytest.mark.parametrize(
    "laid_out",
    [
        indent(WRAPPED, "        "),
        WRAPPED.replace("\n", "\n\n"),
        _centred(WRAPPED),
        indent(_centred(WRAPPED), "    "),
        WRAPPED.replace("\n", "\r\n"),
        "\n\n\n" + WRAPPED.replace("\n\n", "\n\n\n") + "\n\n",
    ],
    ids=["indented", "double-spaced", "centred", "indented-and-centred", "dos", "loose"],
)
def test_a_treaty_reads_the_same_however_it_is_laid_out(laid_out: str) -> None:
    assert _shape(read(laid_out.encode(), "t.txt")) == _shape(read(TREATY.encode(), "t.txt"))


def _paged(lines: list[str], length: int, *, feed: str) -> str:
    """Lay lines out on pages with a running head, a symbol and a number."""
    parts = [lines[n : n + length] for n in range(0, len(lines), length)]
    laid_out = []
    for number, part in enumerate(parts, start=1):
        laid_out += [f"{feed if number > 1 else ''}A/CONF.999/L.{length}", "", *part, "", f"- {number} -", ""]
    return "\n".join(laid_out)


@pytest.mark.parametrize("feed", ["\f", ""])
@pytest.mark.parametrize("length", [7, 9, 10])
def test_running_heads_and_page_numbers_are_notes_and_part_no_sentence(feed: str, length: int) -> None:
    document = read(_paged(WRAPPED.split("\n"), length, feed=feed).encode(), "t.txt")
    assert _shape(document) == _shape(read(TREATY.encode(), "t.txt"))
    pages = -(-len(WRAPPED.split("\n")) // length)
    assert Counter(note.kind for note in document.notes) == {"running-head": pages, "page-number": pages}
    assert [note.text for note in document.notes if note.kind == "page-number"] == [f"- {n} -" for n in range(1, pages + 1)]
    placed = [p.page for p in document.walk()]
    assert placed == sorted(placed) if feed else set(placed) == {None}  # type: ignore[type-var]
    assert (document.notes[-1].page, placed[0]) == ((pages, 1) if feed else (None, None))


def test_numbers_and_lines_of_the_text_are_no_page_furniture() -> None:
    draft = "Article 1\n\nShips wait.\n\fArticle 2\n\nShips go.\n\fArticle 3\n\nBoats go in\n\n1998\n\nor 2004.\n"
    document = read(draft.encode(), "t.txt")
    assert document.notes == ()
    assert [(p.num, p.page) for p in document.provisions] == [("Article 1", 1), ("Article 2", 2), ("Article 3", 3)]


def test_footnotes_below_the_text_are_notes_and_their_anchors_marks() -> None:
    draft = "Article 1\n\n1. Ships¹ wait.[2]\n\n2. Boats [3] go.\n\n¹ Of any\nflag.\n[2] All night.\n\n[3] Rafts.\n\n[4] No.\n"
    document = read(draft.encode(), "t.txt")
    assert [(n.label, n.text, n.place, n.line) for n in document.notes] == [
        ("1", "Of any flag.", "art_1__para_1", 7),
        ("2", "All night.", "art_1__para_1", 9),
    ]
    first = next(p for p in document.walk() if p.num == "1.")
    assert (first.text, first.marks) == (
        "Ships wait.",
        (Mark("footnote", 5, 5, "1", "Of any flag."), Mark("footnote", 11, 11, "2", "All night.")),
    )
    rest = [p.text for p in document.walk() if p.text][1:]
    assert rest == ["Boats 3 go.", "3 Rafts.", "4 No."]


_PAGED_LINES = st.lists(
    st.sampled_from(
        [
            "\f",
            "A/1/L.2",
            "- 1 -",
            "- 2 -",
            "Page 3",
            "7",
            "8",
            "9",
            "Ships wait",
            "to go.",
            "",
            "Article 1",
            "1. A",
            "Ships[1]",
            "[1] Of sea",
        ]
    ),
    max_size=30,
).map("\n".join)


@given(_PAGED_LINES)
@settings(deadline=None, max_examples=300)
def test_every_word_of_any_paged_text_is_in_the_tree_or_a_note_once(text: str) -> None:
    if not text.strip():
        return
    document = read(text.encode(), "t.txt")
    anchors = Counter(m.label for p in document.walk() for m in (*p.marks, *p.heading_marks) if m.kind == "footnote")
    noted = sum((_words(f"{note.label} {note.text}") for note in document.notes), Counter())
    assert _words_of(document) + noted + anchors == _words(text)


def test_a_text_of_nothing_but_a_remark_to_the_checks_is_empty() -> None:
    with pytest.raises(DraftError, match="is empty"):
        read(b"<!-- treatydiff: allow and-or: so agreed -->\n", "draft.txt")
