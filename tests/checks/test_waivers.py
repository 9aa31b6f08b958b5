from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.api import read_bytes
from treatydiff.checking import Asked, check
from treatydiff.text.waivers import remark, remarks

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import WordFile
    from treatydiff.model import Checked

TODAY = "2026-06-01"
DRAFT = """# Article 1

{}

1. Parties shall light and/or mark wrecks.

2. Parties shall tow and/or sell wrecks.
"""
ALLOW = "<!-- treatydiff: allow and-or: the room wants it{} -->"


def _checked(folder: Path, text: str, name: str = "draft.md") -> Checked:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return check(Asked((str(path),), TODAY)).drafts[0]


def _told(checked: Checked) -> list[tuple[str, int | None]]:
    return [(one.check, one.spot.line) for one in checked.problems if one.check in {"and-or", "waiver"}]


@pytest.mark.parametrize("name", ["draft.md", "draft.txt"])
def test_a_waiver_allows_what_is_told_of_the_provision_that_follows(tmp_path: Path, name: str) -> None:
    checked = _checked(tmp_path, DRAFT.format(ALLOW.format("")).replace("# ", "" if name.endswith("txt") else "# "), name)
    assert _told(checked) == [("and-or", 7)]
    (waived,) = checked.waived
    assert waived.waiver.reason == "the room wants it"
    assert [(one.check, one.spot.line) for one in waived.problems] == [("and-or", 5)]


def test_a_waiver_in_xml_covers_the_element_that_follows(tmp_path: Path) -> None:
    paragraph = "<paragraph><num>{}.</num>\n<content><p>Parties tow and/or sell.</p></content></paragraph>\n"
    text = (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><body>\n<article><num>Article 1</num>\n'
        f"{paragraph.format(1)}{ALLOW.format('')}\n{paragraph.format(2)}</article></body></act></akomaNtoso>"
    )
    checked = _checked(tmp_path, text, "draft.xml")
    assert _told(checked) == [("and-or", 4)]


def test_a_waiver_before_the_first_provision_covers_the_whole_draft(tmp_path: Path) -> None:
    checked = _checked(tmp_path, ALLOW.format("") + "\n\n" + DRAFT.format(""))
    assert _told(checked) == []
    assert len(checked.waived[0].problems) == 2


def test_a_waiver_before_an_article_covers_all_below_it(tmp_path: Path) -> None:
    text = f"# Article 1\n\nLamps burn.\n\n{ALLOW.format('')}\n\n" + DRAFT.format("").replace("Article 1", "Article 2")
    assert _told(_checked(tmp_path, text)) == []


@pytest.mark.parametrize(
    ("remark_", "said"),
    [
        (ALLOW.format(" (until 2026-05-31)"), "the waiver of and-or ended on 2026-05-31"),
        (ALLOW.format(" (until spring)"), "'spring' is no date"),
        (ALLOW.format("").replace(": the room wants it", ""), "this waiver names no check, or gives no reason"),
        (ALLOW.format("").replace("and-or", "nor-xor"), "there is no check 'nor-xor'"),
    ],
)
def test_a_waiver_that_does_not_hold_is_told_and_allows_nothing(tmp_path: Path, remark_: str, said: str) -> None:
    checked = _checked(tmp_path, DRAFT.format(remark_))
    assert _told(checked) == [("waiver", 3), ("and-or", 5), ("and-or", 7)]
    assert [one.message for one in checked.problems if one.check == "waiver"] == [said]


def test_a_waiver_holds_on_its_last_day(tmp_path: Path) -> None:
    assert _told(_checked(tmp_path, DRAFT.format(ALLOW.format(f" (until {TODAY})")))) == [("and-or", 7)]


def test_a_waiver_that_has_nothing_left_to_allow_is_told(tmp_path: Path) -> None:
    checked = _checked(tmp_path, DRAFT.format(ALLOW.format("")).replace("light and/or mark", "light or mark"))
    assert _told(checked) == [("waiver", 3), ("and-or", 7)]


def test_a_waiver_of_a_check_that_was_not_asked_is_not_called_unused(tmp_path: Path) -> None:
    checked = _checked(tmp_path, DRAFT.format(ALLOW.format("").replace("and-or", "modality-change")))
    assert ("waiver", 3) not in _told(checked)


def test_a_comment_of_word_waives_for_the_provision_that_it_is_set_to(tmp_path: Path, word_file: WordFile) -> None:
    def paragraph(text: str, start: str = "", end: str = "") -> str:
        return f"<w:p>{start}<w:r><w:t>{text}</w:t></w:r>{end}</w:p>"

    commented = ('<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>')
    body = (
        paragraph("Article 1")
        + paragraph("1. Parties shall light and/or mark wrecks.", *commented)
        + paragraph("2. Parties shall tow and/or sell wrecks.")
    )
    comment = (
        '<w:comment w:id="1" w:author="A"><w:p><w:r><w:t>treatydiff: allow and-or: agreed so</w:t></w:r></w:p></w:comment>'
    )
    (tmp_path / "draft.docx").write_bytes(word_file(body, comments=comment))
    checked = check(Asked((str(tmp_path / "draft.docx"),), TODAY)).drafts[0]
    assert [one.spot.label for one in checked.problems if one.check == "and-or"] == ["article 1, paragraph 2"]
    assert [one.waiver.reason for one in checked.waived] == ["agreed so"]


def test_a_remark_to_the_checks_is_no_word_of_a_plain_text() -> None:
    plain = "Article 1\n\n1. Lamps burn.\n\n2. Bells ring.\n"
    with_remark = plain.replace("2. Bells", "<!-- treatydiff: allow may-not: so agreed -->\n2. Bells")
    words = [[(one.num, one.words) for one in read_bytes(text.encode(), "draft.txt").walk()] for text in (plain, with_remark)]
    assert words[0] == words[1]


def test_other_comments_are_words_of_a_plain_text_as_before() -> None:
    text = "Article 1\n\n1. Lamps burn.\n\n<!-- a note -->\n"
    assert "<!-- a note -->" in " ".join(one.words for one in read_bytes(text.encode(), "draft.txt").walk())


def test_remarks_are_read_with_their_end_and_without() -> None:
    text = "x <!-- treatydiff: allow a-b: one\n two (until 2027-01-31) --> <!-- treatydiff:allow c : d --> <!-- other -->"
    assert [(one.check, one.reason, one.until) for one in remarks(text)] == [("a-b", "one two", "2027-01-31"), ("c", "d", "")]
    assert remark("a comment") is None
