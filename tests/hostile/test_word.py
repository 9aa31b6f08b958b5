"""Word files from strangers: whatever is wrong with them is one line, found in bounded time and memory."""

from __future__ import annotations

import io
import random
import time
import zipfile
from typing import TYPE_CHECKING

import pytest

from treatydiff import api
from treatydiff.errors import DraftError, TreatyDiffError, UnsafeDraftError
from treatydiff.readers.docx import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run, WordFile

WORD = "<w:r><w:t>x</w:t></w:r>"
GOOD = "<w:p><w:r><w:t>Article 1. Help</w:t></w:r></w:p><w:p><w:r><w:t>Ships wait.</w:t></w:r></w:p>"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def rewritten(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Give a zip with the contents of its members changed, and those left out for which there are none."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (inside := change(name, old.read(name))) is not None:
                new.writestr(name, inside)
    return file.getvalue()


def text_replaced(data: bytes, text: bytes) -> bytes:
    return rewritten(data, lambda name, inside: text if name == "word/document.xml" else inside)


def locked(data: bytes) -> bytes:
    """Set the flag of encryption on every member."""
    found = bytearray(data)
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = found.find(sign)
        while at >= 0:
            found[at + place] |= 1
            at = found.find(sign, at + 4)
    return bytes(found)


BAD: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "cut off": (lambda d: d[: len(d) // 2], "cut off or broken"),
    "no text": (lambda d: rewritten(d, lambda n, i: None if n == "word/document.xml" else i), "holds no Word document"),
    "empty part": (lambda d: text_replaced(d, b""), "word/document.xml: the file is empty"),
    "no body": (lambda d: text_replaced(d, b"<a/>"), "holds no text"),
    "no words": (lambda d: text_replaced(d, d_of("")), "holds no words"),
    "malformed": (lambda d: text_replaced(d, b"<w:document"), "malformed"),
    "entities": (lambda d: text_replaced(d, b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "entities"),
    "locked": (locked, "locked with a password"),
    "bomb": (lambda d: text_replaced(d, d_of("<w:p/>" * 4_000_000)), "unpacks to"),
    "deep tables": (
        lambda d: text_replaced(d, d_of("<w:tbl><w:tr><w:tc>" * 80 + "</w:tc></w:tr></w:tbl>" * 80)),
        "nested deeper",
    ),
    "too long": (lambda d: text_replaced(d, d_of("<w:p/>" * 200_001)), "more than 200,000 paragraphs"),
    "broken stream": (lambda d: d.replace(zipped(d), b"\xff" * len(zipped(d))), "cannot be unpacked"),
}


def d_of(body: str) -> bytes:
    return (
        f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    ).encode()


def zipped(data: bytes) -> bytes:
    """Give the packed bytes of the text."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        member = file.getinfo("word/document.xml")
        start = member.header_offset + 30 + len(member.filename)
        return data[start : start + member.compress_size]


@pytest.mark.parametrize("name", BAD)
def test_a_word_file_that_cannot_be_used_is_one_line(run: Run, word_file: WordFile, tmp_path: Path, name: str) -> None:
    make, said = BAD[name]
    path = tmp_path / "bad.docx"
    path.write_bytes(make(word_file(GOOD)))
    begun = time.perf_counter()
    outcome = run("show", path)
    assert time.perf_counter() - begun < 3
    assert (outcome.code, outcome.out) == (2, b"")
    assert outcome.err.startswith(f"treatydiff: {path}")
    assert said in outcome.err
    assert ";" in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_zip_of_too_many_files_is_refused_before_it_is_opened(word_file: WordFile) -> None:
    file = io.BytesIO(word_file(GOOD))
    with zipfile.ZipFile(file, "a") as packed:
        for n in range(6000):
            packed.writestr(f"word/{n}", b"")
    with pytest.raises(UnsafeDraftError, match="more than 5,000 files"):
        read(file.getvalue(), "d.docx")


def test_a_member_that_lies_about_its_size_is_refused(word_file: WordFile) -> None:
    data = bytearray(text_replaced(word_file(GOOD), d_of("<w:p/>" * 4_000_000)))
    for sign, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(sign)
        while at >= 0:
            data[at + place : at + place + 4] = (1000).to_bytes(4, "little")
            at = data.find(sign, at + 4)
    with pytest.raises(DraftError):
        read(bytes(data), "d.docx")


@pytest.mark.parametrize(("text", "said"), [("EncryptedPackage", "locked with a password"), ("Workbook", "no Word document")])
def test_a_compound_file_says_what_it_is(run: Run, tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(COMPOUND + text.encode("utf-16-le"))
    outcome = run("show", path)
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert said in outcome.err


def test_tables_as_deep_as_xml_may_be_are_read(word_file: WordFile) -> None:
    inside = "<w:p><w:r><w:t>Ships wait.</w:t></w:r></w:p>"
    found = read(word_file("<w:tbl><w:tr><w:tc>" * 78 + inside + "</w:tc></w:tr></w:tbl>" * 78), "d.docx")
    assert [p.text for p in found.walk()] == ["Ships wait."]


def test_macros_are_told_and_left_alone(word_file: WordFile) -> None:
    link = '<Relationship Id="m" Type="http://m.example/relationships/vbaProject" Target="vbaProject.bin"/>'
    found = read(word_file(GOOD, links=link), "d.docm")
    assert [w.code for w in found.warnings] == ["macros"]


def test_parts_that_are_named_but_missing_are_done_without(word_file: WordFile) -> None:
    data = word_file(GOOD, styles="", numbering="", footnotes="", comments="", settings="")
    bare = rewritten(data, lambda name, inside: None if name.startswith("word/") and name != "word/document.xml" else inside)
    assert read(bare, "d.docx").provisions == read(data, "d.docx").provisions


def test_styles_and_numbers_that_run_in_a_circle_come_to_an_end(word_file: WordFile) -> None:
    styles = (
        "".join(
            f'<w:style w:type="paragraph" w:styleId="S{n}"><w:basedOn w:val="S{(n + 1) % 50}"/>'
            '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
            for n in range(50)
        )
        + '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = "".join(f'<w:p><w:pPr><w:pStyle w:val="S{n}"/></w:pPr><w:r><w:t>Word {n}.</w:t></w:r></w:p>' for n in range(50))
    found = read(word_file(body, styles=styles, numbering=numbering), "d.docx")
    assert len(found.provisions) == 50


def test_a_chain_of_ten_thousand_styles_is_followed_in_time(word_file: WordFile) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{n}"><w:basedOn w:val="S{n + 1}"/></w:style>' for n in range(10_000)
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="S{n}"/></w:pPr><w:r><w:t>Word.</w:t></w:r></w:p>' for n in range(0, 10_000, 10)
    )
    begun = time.perf_counter()
    read(word_file(body, styles=styles), "d.docx")
    assert time.perf_counter() - begun < 3


@pytest.mark.parametrize(
    "inside",
    [
        "<w:smartTag>" * 200 + "<w:r><w:t>x</w:t></w:r>" + "</w:smartTag>" * 200,
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000 + "<w:r><w:t>x</w:t></w:r>",
        '<w:r><w:footnoteReference w:id="1"/></w:r>' * 20_000 + "<w:r><w:t>x</w:t></w:r>",
        "".join(f'<w:del w:author="{n}"><w:r><w:delText>w</w:delText></w:r></w:del>' for n in range(9_000)) + WORD,
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r><w:r><w:t> x </w:t></w:r>' * 9_000,
        "<w:del>" + "<w:r><w:delText>some words </w:delText></w:r>" * 40_000 + "</w:del>" + WORD,
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + "<w:r><w:instrText>some words</w:instrText></w:r>" * 40_000 + WORD,
    ],
    ids=["deep", "fields", "notes", "deletions", "raised", "one deletion", "instruction"],
)
def test_what_is_repeated_beyond_reason_is_read_in_time(word_file: WordFile, inside: str) -> None:
    begun = time.perf_counter()
    notes = '<w:footnote w:id="1"><w:p><w:r><w:t>n</w:t></w:r></w:p></w:footnote>'
    read(word_file(f"<w:p>{inside}</w:p>", footnotes=notes), "d.docx")
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(
    "paragraph",
    [
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>word</w:delText></w:r></w:del></w:p>",
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>word</w:t></w:r></w:p>',
        "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>cross- word of</w:t></w:r></w:p>",
        '<w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r><w:r><w:t>word</w:t></w:r></w:p>',
    ],
    ids=["deleted", "open fields", "cut by pages", "typed notes"],
)
def test_paragraphs_repeated_beyond_reason_are_read_in_time(word_file: WordFile, paragraph: str) -> None:
    begun = time.perf_counter()
    read(word_file("<w:p><w:r><w:t>One.</w:t></w:r></w:p>" + paragraph * 8_000), "d.docx")
    assert time.perf_counter() - begun < 8


@pytest.mark.parametrize("value", ["", "-1", "99999999999999999999", "x", "1e9", "٣"])
def test_numbers_that_are_none_are_survived(word_file: WordFile, value: str) -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="{value}"><w:start w:val="{value}"/><w:lvlText w:val="%9%{value}"/>'
        f'<w:lvlRestart w:val="{value}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>'
        f'<w:lvlOverride w:ilvl="{value}"><w:startOverride w:val="{value}"/></w:lvlOverride></w:num>'
    )
    properties = f'<w:outlineLvl w:val="{value}"/><w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="1"/></w:numPr>'
    body = f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:sym w:char="{value}"/><w:t>Ships wait.</w:t></w:r></w:p>'
    found = read(word_file(body, numbering=numbering), "d.docx")
    assert "Ships wait." in "".join(p.text + p.heading for p in found.walk())


def test_any_damage_to_the_bytes_is_the_projects_own_error(word_file: WordFile) -> None:
    whole = word_file(GOOD * 5, styles="<w:style/>", numbering="<w:num/>", footnotes="<w:footnote/>")
    chance = random.Random(3)  # noqa: S311 (the same damage on every run)
    survived = 0
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            api.read_bytes(bytes(data), "d.docx", reader="docx")
            survived += 1
        except TreatyDiffError:
            pass
    assert survived < 300
