from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from treatydiff.checking import Asked, check

if TYPE_CHECKING:
    from pathlib import Path

    from treatydiff.model import Checked

TODAY = "2026-06-01"


def _mended(folder: Path, data: bytes, name: str = "draft.md") -> tuple[bytes, Checked]:
    path = folder / name
    path.write_bytes(data)
    checked = check(Asked((str(path),), TODAY, fix=True)).drafts[0]
    return path.read_bytes(), checked


def test_the_form_of_letters_is_mended_and_told(tmp_path: Path) -> None:
    after, checked = _mended(tmp_path, "# Article 1\n\nThe cafe\u0301 of the har\u00adbour burns.\n".encode())
    assert after.decode() == "# Article 1\n\nThe café of the harbour burns.\n"
    assert [one.check for one in checked.mended] == ["encoding", "encoding"]
    assert [one for one in checked.problems if one.check == "encoding"] == []


def test_what_cannot_be_seen_beside_a_space_is_taken_out(tmp_path: Path) -> None:
    after, _ = _mended(tmp_path, "# Article 1\n\nThe \u200blamps\u2060 burn.\u200b\n".encode())
    assert after.decode() == "# Article 1\n\nThe lamps burn.\n"


def test_line_ends_are_made_those_that_most_lines_have(tmp_path: Path) -> None:
    after, _ = _mended(tmp_path, b"# Article 1\r\n\r\nLamps burn.\n\r\n# Article 2\r\n\r\nBells ring.\r\n")
    assert after.count(b"\r\n") == after.count(b"\n") == 7


def test_labels_that_nobody_cites_are_counted_through(tmp_path: Path) -> None:
    after, checked = _mended(tmp_path, b"# Article 1\n\n1. Lamps burn.\n\n2. Bells ring.\n\n2. Ships sail.\n\n3. Cooks cook.\n")
    assert after.decode().split("\n")[2::2] == ["1. Lamps burn.", "2. Bells ring.", "3. Ships sail.", "4. Cooks cook."]
    assert [one.check for one in checked.mended] == ["paragraph-sequence"]


@pytest.mark.parametrize(
    "draft",
    [
        "# Article 1\n\n1. Lamps burn.\n\n3. Paragraph 3 of this article applies to bells.\n",
        "# Article 1\n\nLamps burn.\n\n# Article 3\n\nBells ring.\n",
        "# Article 1\n\nThe lamps [burn.\n\n# Article 2\n\nLamps named in article1 burn and/or shine.\n",
        "# Article 1\n\nThe Curaçao lamps burn \ufffd all night.\n",
        "# Article 1\n\nThe lamps of the har\u00ad\nbour burn.\n",
        "# Article 1\n\nThe lamps of the har\u00ad bour burn.\n",
        "# Article 1\n\nThe lamps\u200bburn.\n",
    ],
    ids=[
        "a cited label",
        "an article",
        "brackets and glued words",
        "a lost character",
        "a word parted by lines",
        "a word parted by a space",
        "two words, or one",
    ],
)
def test_what_needs_judgement_is_left_to_the_byte(tmp_path: Path, draft: str) -> None:
    after, checked = _mended(tmp_path, draft.encode())
    assert after == draft.encode()
    assert checked.mended == ()
    assert checked.problems


def test_labels_that_are_those_of_the_draft_before_are_left_as_the_gap_shows_what_went(tmp_path: Path) -> None:
    before = b"# Article 1\n\n1. Lamps of the harbour burn.\n\n2. Bells on the pier ring.\n\n3. Ships under flags sail.\n"
    after = before.replace(b"2. Bells on the pier ring.\n\n", b"")
    (tmp_path / "old.md").write_bytes(before)
    (tmp_path / "new.md").write_bytes(after)
    asked = Asked((str(tmp_path / "new.md"),), TODAY, based_on=str(tmp_path / "old.md"), fix=True)
    checked = check(asked).drafts[0]
    assert (tmp_path / "new.md").read_bytes() == after
    assert "paragraph-sequence" in {one.check for one in checked.problems}


def test_what_a_waiver_allows_is_not_mended(tmp_path: Path) -> None:
    draft = "# Article 1\n\n<!-- treatydiff: allow encoding: as printed -->\nThe cafe\u0301 burns.\n"
    after, checked = _mended(tmp_path, draft.encode())
    assert after == draft.encode()
    assert checked.mended == ()


def test_a_mark_of_byte_order_stays(tmp_path: Path) -> None:
    after, _ = _mended(tmp_path, "\ufeff# Article 1\n\nThe cafe\u0301 burns.\n".encode())
    assert after == "\ufeff# Article 1\n\nThe café burns.\n".encode()


def test_a_file_that_is_no_utf8_is_told_and_not_touched(tmp_path: Path) -> None:
    data = "# Article 1\n\nLe café de l'île brûle près de la forêt où l'été s'achève.\n".encode("cp1252")
    after, checked = _mended(tmp_path, data)
    assert after == data
    assert "encoding" in {one.check for one in checked.problems}


def test_mending_twice_changes_nothing_more(tmp_path: Path) -> None:
    once, _ = _mended(tmp_path, "# Article 1\r\n\n1. The cafe\u0301 burns.\n\n1. Bells ring.\n".encode())
    twice, checked = _mended(tmp_path, once)
    assert twice == once
    assert checked.mended == ()
    assert unicodedata.is_normalized("NFC", once.decode())


def test_a_label_in_xml_is_mended_in_its_element(tmp_path: Path) -> None:
    items = "".join(f"<point><num>({n})</num>\n<content><p>lamps {n};</p></content></point>\n" for n in "abdd")
    draft = (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><body><article><num>Article 1</num>\n'
        f"<list><intro><p>Parties keep:</p></intro>\n{items}</list></article></body></act></akomaNtoso>"
    )
    after, checked = _mended(tmp_path, draft.encode(), "draft.xml")
    assert after == draft.encode()  # two labels are wrong: which of them is meant nobody can tell
    assert [one.words for one in checked.problems if one.check == "paragraph-sequence"] == ["(d)", "(d)"]
    after, _ = _mended(tmp_path, draft.replace("<num>(d)", "<num>(c)", 1).replace("(d)", "(e)").encode(), "draft.xml")
    assert after == draft.replace("<num>(d)", "<num>(c)", 1).encode()
