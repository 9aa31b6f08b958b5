"""PDF files that are damaged, locked, endless or made to exhaust the machine: one clear line, in bounded time and memory."""

from __future__ import annotations

import time
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.pdf_files import Text, pdf
from treatydiff.errors import DraftError, TreatyDiffError
from treatydiff.readers.pages import extraction
from treatydiff.readers.pages.extraction import pages
from treatydiff.readers.pages.isolation import Limits, isolated_pages
from treatydiff.readers.pages.text import document
from treatydiff.readers.pdf import read

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.conftest import Run
    from treatydiff.readers.pages.page import Page

GOOD = pdf([Text("Article 1", 275, 100), Text("1. Ships shall wait.", 72, 130)])
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
BOX = b"/MediaBox[0 0 600 800]"


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return bytes(out) + end % (len(objects) + 1, table, len(objects) + 1, len(out))


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def _packed(data: bytes) -> bytes:
    return _stream(zlib.compress(data, 9), b"/Filter/FlateDecode")


def _pages(count: int, content: bytes = b"", *, claimed: int | None = None) -> bytes:
    kids = b" ".join(b"%d 0 R" % (5 + n) for n in range(count))
    page = b"<</Type/Page/Parent 2 0 R%s/Resources<</Font<</A 4 0 R>>>>/Contents 3 0 R>>" % BOX
    tree = b"<</Type/Pages/Count %d/Kids[%s]>>" % (claimed or count, kids)
    return _file([b"<</Type/Catalog/Pages 2 0 R>>", tree, _packed(content), FONT, *[page] * count])


def _deep(depth: int) -> bytes:
    levels = [b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (3 + n) for n in range(depth)]
    return _file([b"<</Type/Catalog/Pages 2 0 R>>", *levels, b"<</Type/Page%s>>" % BOX])


def _forms(depth: int, breadth: int) -> bytes:
    """Draw a picture that draws a picture so many times, and so on: the size of the page grows as a power."""
    page = b"<</Type/Page/Parent 2 0 R%s/Resources<</XObject<</F 5 0 R>>>>/Contents 4 0 R>>" % BOX
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>", page, _stream(b"/F Do " * breadth)]
    for n in range(depth):
        below = b"/Resources<</XObject<</F %d 0 R>>>>" % (6 + n)
        objects.append(_stream(b"/F Do " * breadth, b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]" + below))
    objects.append(_stream(b"0 0 1 1 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]"))
    return _file(objects)


def _words(count: int) -> bytes:
    """Give a page of so many different words, because PDFium leaves out what stands on its like."""
    words = (b"1 0 0 1 %d %d Tm (word%d ) Tj " % (10 + n % 7 * 80, 20 + n // 7 % 700, n) for n in range(count))
    return b"BT /A 9 Tf " + b"".join(words) + b"ET"


BAD = {
    "locked": (pdf([Text("Article 1", 275, 100)], password="x"), "is protected by a password; save a copy without"),  # noqa: S106 (it opens nothing)
    "cut": (GOOD[: len(GOOD) // 3], "is a damaged PDF, or none; save or fetch it again"),
    "header": (b"%PDF-1.7\n" + bytes(range(256)) * 20, "is a damaged PDF, or none"),
    "no pages": (_file([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>"]), "is a damaged PDF, or none"),
    "a tree that holds itself": (
        _file([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[2 0 R]>>"]),
        "holds no text",
    ),
    "many pages": (_pages(6_000), "has more than 5,000 pages; give only the pages of the draft"),
    "a false number of pages": (_pages(1, claimed=999_999_999), "holds no text"),
    "a deep tree": (_deep(3_000), "holds no text"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_pdf_that_cannot_be_used_is_one_line_with_its_name(run: Run, tmp_path: Path, name: str) -> None:
    data, said = BAD[name]
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(data)
    outcome = run("show", bad)
    assert (outcome.code, outcome.out) == (2, b"")
    assert outcome.err.startswith(f"treatydiff: {bad}: ")
    assert outcome.err.count("\n") == 1
    assert said in outcome.err


def test_a_damaged_page_is_a_warning_with_its_page() -> None:
    page = b"<</Type/Page/Parent 2 0 R%s/Resources<</Font<</A 5 0 R>>>>/Contents 6 0 R>>" % BOX
    tree = b"<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>"
    words = _stream(b"BT /A 9 Tf 72 700 Td (Ships shall wait.) Tj ET")
    data = _file([b"<</Type/Catalog/Pages 2 0 R>>", tree, page, b"<</Type/Font>>", FONT, words])
    found = read(data, "t.pdf")
    assert [p.words for p in found.walk()] == ["Ships shall wait."]
    assert [(w.code, w.page) for w in found.warnings] == [("damaged-page", 2)]


def test_a_broken_table_of_objects_is_mended() -> None:
    broken = GOOD[: GOOD.rindex(b"startxref")] + b"startxref\n99999999\n%%EOF"
    assert document(pages(broken, "t.pdf")).provisions[0].num == "Article 1"


def _isolated(data: bytes, path: str, seconds: int = 60) -> list[Page]:
    with isolated_pages(data, path, Limits(seconds=seconds, megabytes=400)) as awaited:
        return awaited()


def test_a_process_that_is_not_waited_for_ends() -> None:
    start = time.monotonic()
    with isolated_pages(_forms(9, 12), "bomb.pdf"):
        pass
    assert time.monotonic() - start < 10


def test_pictures_in_pictures_in_pictures_end_with_the_process_that_reads_them() -> None:
    start = time.monotonic()
    with pytest.raises(DraftError) as raised:
        _isolated(_forms(9, 12), "bomb.pdf", seconds=2)
    assert str(raised.value).startswith("bomb.pdf: takes more time or memory than a draft may; print it to a new PDF")
    assert time.monotonic() - start < 20


def test_more_characters_than_any_treaty_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = _pages(500, _words(3_000))
    assert len(data) < 200_000
    start = time.monotonic()
    monkeypatch.setattr(extraction, "MOST_CHARACTERS", 100_000)
    with pytest.raises(DraftError, match="has more than 100,000 characters; give only the pages of the draft"):
        pages(data, "long.pdf")
    assert time.monotonic() - start < 20


def test_a_process_that_cannot_be_started_is_an_error_of_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with pytest.raises(DraftError, match="no process can be started"):
        _isolated(GOOD, "t.pdf")


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=8), st.booleans())
@settings(deadline=None, max_examples=200)
def test_any_damage_is_read_or_refused(place: int, damage: bytes, cut: bool) -> None:  # noqa: FBT001 (hypothesis names it)
    data = GOOD[:place] + damage + (b"" if cut else GOOD[place + len(damage) :])
    try:
        found = document(pages(data, "t.pdf"))
    except TreatyDiffError:
        return
    assert all(p.page == 1 for p in found.walk())
