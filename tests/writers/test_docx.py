from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.writers.dumps.docx import W, paragraphs, part, readable, resolved
from tests.writers.word_rules import assert_word_takes
from treatydiff import api
from treatydiff.model import Document, Provision
from treatydiff.text.marks import pieces
from treatydiff.writers.docx import write_comparison
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from treatydiff.model import Comparison

CASES = sorted(path.parent for path in (Path(__file__).parent.parent / "cases").glob("*/old.*"))
CYBERCRIME = Path(__file__).parent.parent.parent / "drafts" / "cybercrime"
HOSTILE = "<script>alert(1)</script> ]]> &amp; \x00\x1b[31m \u202e\u2066 \ud800 {0} =1+1 " + "a" * 10_000
"""A word that no program may stumble over."""


def _compared(old: str, new: str) -> Comparison:
    return api.compare(*(api.read_bytes(text.encode("utf-8", "surrogatepass"), "draft.md") for text in (old, new)))


def _written(old: str, new: str) -> bytes:
    return write_comparison(_compared(old, new), Layout())


def _of_case(folder: Path) -> Comparison:
    return api.compare(*(api.read(next(folder.glob(f"{name}.*"))) for name in ("old", "new")))


def text_of(document: Document) -> list[str]:
    """Give a draft as paragraphs: the number and the words as written, those of a unit or a heading on a line of its own."""
    return [line for provision in document.provisions for line in _lines(provision)]


UNITS = {"annex", "article", "chapter", "cluster", "part", "preamble", "preface", "section", "title"}


def _lines(provision: Provision) -> list[str]:
    heading = "".join(piece.text for piece in pieces(provision.heading, provision.heading_marks))
    words = "".join(piece.text for piece in pieces(provision.words, provision.marks))
    text, _, closing = words.partition("\n") if provision.closing else (words, "", "")
    is_apart = bool(heading) or provision.kind in UNITS
    rows = [(provision.num, heading), ("", text)] if is_apart else [(provision.num, text)]
    found = ["\t".join(part for part in row if part) for row in rows]
    below = [line for child in provision.children for line in _lines(child)]
    return [line for line in (*found, *below, closing) if line]


def _texts(data: bytes, comparison: Comparison) -> None:
    assert [text for _, text in resolved(data, "accepted")] == text_of(comparison.new)
    assert [text for _, text in resolved(data, "rejected")] == text_of(comparison.old)


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_accepting_gives_the_new_text_and_rejecting_the_old(folder: Path) -> None:
    comparison = _of_case(folder)
    _texts(write_comparison(comparison, Layout()), comparison)


@pytest.mark.parametrize(("old", "new"), [("cnd.xml", "revised.xml"), ("cnd.xml", "final.xml"), ("final.xml", "cnd.xml")])
def test_the_cybercrime_drafts_come_back_whole(old: str, new: str) -> None:
    comparison = api.compare(api.read(CYBERCRIME / old), api.read(CYBERCRIME / new))
    data = write_comparison(comparison, Layout())
    _texts(data, comparison)
    assert_word_takes(data)


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_word_would_take_the_file(folder: Path) -> None:
    assert_word_takes(write_comparison(_of_case(folder), Layout()))


OLD = "# Accord\n\n## Article 1. Nets\n\n1. Each Party shall mark its nets.\n\n2. A Party may lend nets.\n"


def test_words_that_changed_are_tracked_and_the_rest_is_not() -> None:
    data = _written(OLD, OLD.replace("may lend", "shall lend"))
    line = next(line for line in readable(data).splitlines() if "lend" in line)
    assert line == "Numbered: 2. → A Party {[-may-][+shall+]} lend nets."


def test_the_number_of_a_clause_is_tracked_with_it() -> None:
    data = _written(OLD, OLD.replace("2. A", "2. Nets are marked in red.\n\n3. A"))
    assert "Numbered: [+2. → +]{[+Nets are marked in red.+]}[+¶+]" in readable(data)
    assert "Numbered: [-2.-][+3.+] → A Party may lend nets." in readable(data)


def test_a_deleted_paragraph_goes_with_its_end() -> None:
    data = _written(OLD, OLD.replace("2. A Party may lend nets.\n", ""))
    gone = next(paragraph for paragraph in paragraphs(data) if paragraph.end == "del")
    assert {track for track, _ in gone.runs} == {"del"}
    assert "".join(words for _, words in gone.runs) == "2.\tA Party may lend nets."


def test_a_paragraph_that_moved_is_a_move_at_both_its_places() -> None:
    old = OLD + "\n## Article 2. Boats\n\n1. Boats are kept dry.\n\n2. Boats bear the name of a port.\n"
    moved = "2. A Party may lend nets.\n"
    new = old.replace(moved, "") + "\n" + moved.replace("2.", "3.")
    told = readable(_written(old, new))
    assert "[<2. → A Party may lend nets.<][<¶<]" in told
    assert "[>3. → A Party may lend nets.>][>¶>]" in told.replace("{", "").replace("}", "")


def test_words_that_moved_inside_their_clause_are_a_move_there() -> None:
    folder = next(folder for folder in CASES if folder.name == "moved-inside")
    told = readable(write_comparison(_of_case(folder), Layout()))
    assert "[<" in told
    assert "[>" in told


def test_a_clause_that_was_split_is_parted_by_an_inserted_paragraph_end() -> None:
    old = "# Accord\n\n## Article 1. Nets\n\n1. Each Party shall mark its nets in red. A ship that loses one shall say so.\n"
    new = old.replace(" A ship", "\n\n2. A ship")
    ends = [paragraph.end for paragraph in paragraphs(_written(old, new))]
    assert ends.count("ins") == 1
    assert "shall say" not in "".join(
        words for paragraph in paragraphs(_written(old, new)) for track, words in paragraph.runs if track
    )


def test_brackets_are_part_of_the_text() -> None:
    data = _written(OLD, OLD.replace("shall mark", "[shall] mark"))
    assert "Each Party [+[+]shall[+]+] mark its nets." in readable(data)


def test_a_heading_that_became_text_has_its_old_style_when_rejected() -> None:
    old, new = "# Accord\n\n## Article 1\n\nNets.\n", "# Accord\n\n## Article 1. Nets\n\nBoats.\n"
    data = _written(old, new)
    _texts(data, _compared(old, new))
    assert ("Heading3", "Article 1") in resolved(data, "rejected")


def test_a_finding_is_a_comment_at_the_words_that_decided() -> None:
    told = readable(_written(OLD, OLD.replace("shall mark", "may mark"))).splitlines()
    at = next(n for n, line in enumerate(told) if "{[-shall-][+may+]}" in line)
    assert told[at + 2] == "    High · Article 1, paragraph 1"
    assert any(line == "    Duty: weaker" or line.startswith("    Duty: weaker ·") for line in told[at:])
    assert "    Rule: modality" in told


def test_author_and_date_stand_at_every_change_and_comment() -> None:
    data = write_comparison(_compared(OLD, OLD.replace("shall", "may")), Layout(author="A. Clerk", date="2024-02-06"))
    for name in ("word/document.xml", "word/comments.xml"):
        root = part(data, name)
        assert root is not None
        said = [element.attrib for element in root.iter() if f"{W}author" in element.attrib]
        assert said
        assert {(each[f"{W}author"], each[f"{W}date"]) for each in said} == {("A. Clerk", "2024-02-06T00:00:00Z")}


@pytest.mark.parametrize(
    ("asked", "drafted", "stamp"),
    [
        ("", "2023-05-04", "2023-05-04T00:00:00Z"),
        ("", "2023-05", None),
        ("", "", None),
        ("2024-02-06", "2023-05-04", "2024-02-06T00:00:00Z"),
        ("2024-02-06T12:30:00+02:00", "", "2024-02-06T10:30:00Z"),
    ],
)
def test_the_date_is_that_asked_for_else_that_of_the_new_draft(asked: str, drafted: str, stamp: str | None) -> None:
    comparison = _compared(OLD, OLD.replace("shall", "may"))
    dated = comparison.new._replace(metadata=comparison.new.metadata._replace(date=drafted))
    document = part(write_comparison(comparison._replace(new=dated), Layout(date=asked)), "word/document.xml")
    assert document is not None
    assert {element.get(f"{W}date") for element in document.iter(f"{W}ins", f"{W}del")} == {stamp}


def test_two_runs_give_the_same_bytes() -> None:
    assert _written(OLD, OLD.replace("shall", "may")) == _written(OLD, OLD.replace("shall", "may"))


def test_equal_drafts_have_no_tracked_change_and_no_comment() -> None:
    data = _written(OLD, OLD)
    assert part(data, "word/comments.xml") is None
    assert {track for paragraph in paragraphs(data) for track, _ in paragraph.runs} == {""}


def test_hostile_words_stay_words() -> None:
    old = _document("Each Party shall mark its nets.")
    comparison = api.compare(old, _document(f"Each Party shall mark {HOSTILE} nets."))
    hostile = comparison.changes[-1].findings[0]._replace(message=HOSTILE, actor=HOSTILE, rule=HOSTILE)
    changes = (*comparison.changes[:-1], comparison.changes[-1]._replace(findings=(hostile,)))
    data = write_comparison(comparison._replace(changes=changes), Layout(author=HOSTILE))
    assert_word_takes(data)
    shown = HOSTILE.replace("\x00\x1b", "\ufffd" * 2).replace("\ud800", "\ufffd")
    assert resolved(data, "accepted")[-1] == ("Numbered", f"1.\tEach Party shall mark {shown} nets.")
    assert f"    Rule: {shown}" in readable(data)


def _document(words: str) -> Document:
    paragraph = Provision("art_1__para_1", "paragraph", "1.", text=words)
    return Document(provisions=(Provision("art_1", "article", "Article 1", "Nets", children=(paragraph,)),))


@pytest.mark.parametrize(("old", "new"), [("", OLD), (OLD, "")])
def test_a_draft_without_any_text_is_compared_too(old: str, new: str) -> None:
    empty = api.read_bytes(b"x", "x.md")._replace(provisions=())
    sides = [api.read_bytes(text.encode(), "x.md") if text else empty for text in (old, new)]
    comparison = api.compare(*sides)
    _texts(write_comparison(comparison, Layout()), comparison)
