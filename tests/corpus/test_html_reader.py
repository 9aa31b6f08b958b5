"""Real drafts as web pages: rendered from Markdown, and exported by LibreOffice, they read as their sources do."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from lxml import html
from markdown_it import MarkdownIt

from treatydiff import api
from treatydiff.text.clauses import clauses
from treatydiff.text.marks import restore
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from pathlib import Path

    from treatydiff.model import Document

TREATIES = ("conventions/untoc.md", "conventions/uncac.md")
EXPORTED = ("redline/v2.0.12-clean.docx", "redline/amendments-microsoft.docx")
BLOCKS = "p div h1 h2 h3 h4 h5 h6 li ol ul table tr td th br dd dt dl blockquote caption pre"


def _rendered(path: Path) -> bytes:
    """Render a draft, its front matter and kramdown attributes left out, headings with the space that Markdown wants."""
    source = re.sub(r"\A---\n(?:.*\n)*?---\n", "", path.read_text(encoding="utf-8"))
    source = re.sub(r"(?m)^(#+)(?=[^#\s])", r"\1 ", re.sub(r"(?m)^\s*\{:[^{}]*\}\s*$|^\* TOC$", "", source))
    page = MarkdownIt("commonmark").enable("strikethrough").render(source)
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{page}</body></html>".encode()


@pytest.mark.parametrize("name", TREATIES)
def test_a_treaty_rendered_as_a_page_has_the_provisions_of_its_source(corpus: Path, name: str) -> None:
    page, source = api.read_bytes(_rendered(corpus / name), "d.html"), api.read(corpus / name)
    old, new = (Counter((c.provision.kind, c.provision.num, c.words) for c in clauses(d)) for d in (source, page))
    assert (old - new).total() <= 0.005 * old.total()
    assert (new - old).total() <= 0.005 * old.total()


def _words_of_page(data: bytes) -> Counter[str]:
    root = html.fromstring(data)
    for element in root.xpath("//head|//script|//style|//comment()"):
        element.drop_tree()
    for element in root.iter(*BLOCKS.split()):
        gap = html.Element("span")
        element.addprevious(gap)
        gap.tail, element.tail = " ", f" {element.tail or ''}"
    return Counter(bare_words("".join(root.itertext())))


def _words_of_tree(document: Document) -> Counter[str]:
    parts = [part for p in document.walk() for part in (p.num, restore(p.heading, p.heading_marks), restore(p.words, p.marks))]
    parts += [f"{note.label} {note.text}" if note.kind in {"footnote", "endnote"} else note.text for note in document.notes]
    return Counter(word for part in parts for word in bare_words(part))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", EXPORTED)
def test_no_word_of_a_page_that_libreoffice_exports_is_lost(corpus: Path, tmp_path: Path, name: str) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "html", "--outdir", str(tmp_path), str(corpus / name)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 (a fixed program on a known file)
    (page,) = tmp_path.glob("*.html")
    expected, found = _words_of_page(page.read_bytes()), _words_of_tree(api.read(page))
    assert (expected - found).total() <= 0.002 * expected.total()
