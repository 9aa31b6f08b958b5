"""The PDF reader over the real drafts, beside two other readings of them: `pdftotext`, and Markdown of the same text."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from treatydiff import api
from treatydiff.model import wording

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from treatydiff.model import Change, Document, Mark, Provision

PDFTOTEXT = shutil.which("pdftotext")
FILES = (
    "ai-act/2022-11-03-council.pdf",
    "paris/3-2015-10-23.pdf",
    "paris/4-2015-12-04.pdf",
    "un-pdf/bbnj-agreement-2023.pdf",
    "un-pdf/bbnj-agreement-2023-es.pdf",
    "un-pdf/bbnj-agreement-2023-fr.pdf",
)
LABELS = frozenset({"attribution", "option", "status", "footnote"})
TYPOGRAPHY = str.maketrans(dict.fromkeys("‘’‛`´", "'") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("‐‑‒–—−", "-"))


@cache
def _read(path: Path) -> Document:
    return api.read(path)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text))


def _bag(document: Document) -> Counter[str]:
    found = Counter[str]()
    for p in document.walk():
        found.update(_words(f"{p.num} {p.heading}\n{p.words}"))
        found.update(word for m in (*p.heading_marks, *p.marks) if m.kind in LABELS for word in _words(m.label))
    for note in document.notes:
        found.update(_words(f"{note.label}\n{note.text}"))
    return found


def _rejoined(one: Counter[str], other: Counter[str]) -> Counter[str]:
    """Give what is left of `one` when the words that `other` has in two parts are taken out of both."""
    left = Counter[str]()
    for word, count in one.items():
        for _ in range(count):
            parts = ((word[:n], word[n:]) for n in range(1, len(word)))
            pair = next(((a, b) for a, b in parts if other[a] > (a == b) and other[b]), None)
            if pair:
                other.subtract(pair)
            else:
                left[word] += 1
    return left


@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("name", FILES)
def test_the_words_are_those_of_another_extraction(corpus: Path, name: str) -> None:
    path = corpus / name
    other = subprocess.run([PDFTOTEXT or "", path, "-"], capture_output=True, check=True, text=True).stdout  # noqa: S603
    here, there = _bag(_read(path)), Counter(_words(other))
    missing, extra = there - here, here - there
    missing, extra = _rejoined(missing, extra), +extra
    extra = _rejoined(extra, missing)
    missing = +missing
    assert missing.total() + extra.total() <= 0.002 * there.total(), (missing, extra)


def test_three_languages_have_the_same_articles_paragraphs_and_points(corpus: Path) -> None:
    shapes = []
    for language in ("", "-es", "-fr"):
        document = _read(corpus / f"un-pdf/bbnj-agreement-2023{language}.pdf")
        shapes.append(
            [(p.kind, len(p.children)) for p in document.walk() if p.kind in {"part", "article", "paragraph", "point"}]
        )
    assert Counter(kind for kind, _ in shapes[0]) == {"article": 76, "paragraph": 267, "point": 310, "part": 12}
    assert shapes[0] == shapes[1] == shapes[2]


@pytest.mark.parametrize("name", ["paris/3-2015-10-23", "paris/4-2015-12-04"])
def test_the_articles_are_those_of_the_markdown(corpus: Path, name: str) -> None:
    pdf, markdown = (_articles(_read(corpus / f"{name}.{suffix}")) for suffix in ("pdf", "md"))
    assert [_bare(p) for p in pdf] == [_bare(p) for p in markdown]


def _articles(document: Document) -> list[Provision]:
    return [p for p in document.walk() if p.kind == "article"]


def _bare(article: Provision) -> str:
    return "".join(article.num.split()).casefold()


def _alike(change: Change, *, struck: bool) -> bool:
    old, new = (_typography(_kept(clauses[0].words, clauses[0].marks if struck else ())) for clauses in change.link[1:3])
    return old == new


def _typography(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).translate(TYPOGRAPHY).split())


def _kept(words: str, marks: Iterable[Mark]) -> str:
    """Give the words that are not struck through."""
    gone = {n for m in marks if m.kind == "deletion" for n in range(m.start, m.end)}
    return "".join(c for n, c in enumerate(words) if n not in gone)


@pytest.mark.parametrize(
    ("name", "floor", "linked"),
    [("paris/3-2015-10-23", 0.38, 490), ("paris/4-2015-12-04", 0.70, 375), ("ai-act/2022-11-03-council", 0.88, 1150)],
)
def test_clauses_read_as_in_the_markdown_but_where_that_is_another_edition(
    corpus: Path, name: str, floor: float, linked: int
) -> None:
    """The Markdown of the Paris drafts is the text before it was edited, that of the other leaves out what is struck."""
    pdf, markdown = (_read(corpus / f"{name}.{suffix}") for suffix in ("pdf", "md"))
    pairs = [change for change in api.compare(pdf, markdown).changes if change.link.old and change.link.new]
    alike = sum(_alike(change, struck=True) for change in pairs)
    assert len(pairs) >= linked
    assert alike >= floor * len(pairs), [wording(c.link.old) for c in pairs if not _alike(c, struck=True)]


@pytest.mark.parametrize("name", FILES)
def test_every_provision_and_note_knows_its_page_and_no_page_number_is_text(corpus: Path, name: str) -> None:
    document = _read(corpus / name)
    assert document.warnings == () or all(w.page for w in document.warnings)
    assert all(p.page for p in document.walk())
    assert all(note.page for note in document.notes)
    pages = [p.page or 0 for p in document.walk()]
    assert sum(1 for a, b in pairwise(pages) if b < a) <= 0.005 * len(pages)
    numbers = {note.text for note in document.notes if note.kind == "page-number"}
    assert not any(p.words in numbers for p in document.walk() if len(p.words) > 2)


def test_footnotes_are_kept_with_their_place_and_their_text(corpus: Path) -> None:
    document = _read(corpus / "paris/3-2015-10-23.pdf")
    notes = [note for note in document.notes if note.kind == "footnote"]
    assert [note.label for note in notes if note.label.isdigit()] == [str(n) for n in range(1, 18)]
    assert all(note.place for note in notes)


def test_words_struck_through_by_a_drafter_are_deletions(corpus: Path) -> None:
    document = _read(corpus / "ai-act/2022-11-03-council.pdf")
    struck = [m for p in document.walk() for m in p.marks if m.kind == "deletion"]
    assert len(struck) > 1200
