from __future__ import annotations

import re

from treatydiff.api import read_bytes, render
from treatydiff.model import Document, Mark, Metadata, Note, Provision, ReadWarning
from treatydiff.writers.writer import Layout


def _shown(document: Document, layout: Layout | None = None) -> list[str]:
    return render(document, "terminal", layout).decode().split("\n")


def _read(text: str, name: str = "draft.txt") -> Document:
    return read_bytes(text.encode(), name)


def _body(document: Document) -> list[str]:
    lines = _shown(document)
    return lines[lines.index("") + 1 : -1]


def test_numbers_hang_in_the_margin_and_marks_stand_where_they_were() -> None:
    draft = "Article 1. Help\n\n1. Each Party [shall] [may]:\n(a) help;\n(b) pay;\nwithout delay. [agreed]\n\nOption 1: Wait.\n"
    assert _body(_read(draft)) == [
        "Article 1  Help                                                           line 1",
        "  1.  Each Party [shall] [may]:",
        "      (a) help;",
        "      (b) pay;",
        "      without delay. [agreed]",
        "  Option 1:  Wait.",
    ]


def test_what_has_no_number_says_what_it_is() -> None:
    draft = "The Parties,\n\nNoting the tide,\n\nAgree as follows:\n\nArticle 1\n\nShips wait.\n"
    assert _body(_read(draft)) == [
        "preamble                                                                  line 1",
        "  formula  The Parties,",
        "  recital 1  Noting the tide,",
        "  formula  Agree as follows:",
        "",
        "Article 1                                                                 line 7",
        "  ¶   Ships wait.",
    ]


def test_a_heading_that_says_what_it_is_stands_alone() -> None:
    draft = "Preamble\n\nNoting the tide,\n\nArticle 1\n\nShips wait.\n"
    assert _body(_read(draft))[:2] == [
        "Preamble                                                                  line 1",
        "  recital 1  Noting the tide,",
    ]


def test_long_text_is_wrapped_below_itself_and_never_wider_than_the_screen() -> None:
    draft = f"# Article 12 bis {'harbour ' * 12}\n\n3.3bis Alt {'Ships wait here. ' * 20}\n"
    lines = _shown(_read(draft, "draft.md"), Layout(width=60))
    assert max(map(len, lines)) <= 60
    first = next(n for n, line in enumerate(lines) if "3.3bis Alt  Ships" in line)
    assert {len(line) - len(line.lstrip()) for line in lines[first + 1 : first + 5]} == {6}


def test_the_head_says_what_was_read_and_names_every_doubt_with_its_place() -> None:
    lines = _shown(_read("# Harbour Treaty\n\n## Article 1\n\nThe [ships of the port wait.\n", "draft.md"))
    assert lines[:7] == [
        "Harbour Treaty",
        "draft     English, markdown, draft.md",
        "holds     1 preface, 1 article, 1 paragraph",
        "marks     1 [ and 0 ]",
        "warnings  1",
        "line 5    this [ is never closed: The [ships of the port wa…",
        "",
    ]


def test_a_warning_stands_with_its_page() -> None:
    warned = _read("Article 1\n\nHelp.\n")._replace(warnings=(ReadWarning("scan", "This page is a picture", page=3),))
    assert "page 3    This page is a picture" in _shown(warned)


def test_pages_are_named_where_they_begin() -> None:
    points = tuple(Provision("", "paragraph", f"{n}.", text="Wait.", page=page) for n, page in enumerate((1, 1, 2, 2), start=1))
    article = Provision("", "article", "Article 1", children=points, page=1)
    assert [line.strip() for line in _shown(Document(Metadata(), (article,))) if "page" in line] == [
        "Article 1                                                                 page 1",
        "page 2",
    ]


def test_notes_stand_briefly_at_the_end() -> None:
    notes = (
        Note("running-head", "H/1", page=1),
        Note("running-head", "H/1", page=2),
        Note("page-number", "1", page=1),
        Note("page-number", "2", page=2),
        Note("footnote", f"Of any flag{', or none' * 20}.", label="7", page=2),
        Note("comment", "Check.", label="Ann", line=3),
    )
    lines = _shown(_read("Article 1\n\nHelp.\n")._replace(notes=notes))
    assert lines[lines.index("NOTES") + 1 : -1] == [
        "head      H/1  2 times",
        "pages     2 numbers, from 1 to 2",
        "7         Of any flag, or none, or none, or none, or none, or none, or …  page 2",
        "Ann       comment: Check.  line 3",
    ]


def test_tracked_changes_and_footnotes_are_signs_without_colour() -> None:
    marks = (
        Mark("deletion", 0, 5, "Ann"),
        Mark("insertion", 6, 11),
        Mark("footnote", 16, 16, "12", "x"),
        Mark("emphasis", 6, 11),
    )
    draft = Document(Metadata(), (Provision("", "paragraph", "1.", text="shall might wait", marks=marks),))
    assert _shown(draft)[-3:-1] == ["1.  [-shall-] {+might+} wait¹²", "    changed by Ann"]


def test_colour_changes_no_letter_and_gives_brackets_theirs() -> None:
    draft = _read("## Article 1\n\n1. The ships [of *any* port] wait. [agreed]\n", "draft.md")
    coloured = render(draft, "terminal", Layout(colour=True)).decode()
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == render(draft, "terminal", Layout()).decode()
    assert "\x1b[1;33m[\x1b[0m" in coloured
    assert "\x1b[3many\x1b[0m" in coloured


def test_a_hostile_draft_commands_no_terminal() -> None:
    said = "\n".join(_shown(_read("Article 1\u202e\n\n1. Ships \x1b[31mwait\u202e. {\x07}\n")))
    assert not set(said) & set("\x1b\u202e\x07")
