"""One treaty in the six UN languages, in our own words: it reads into one tree, and its next draft has the same changes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest

from treatydiff.api import compare, read, read_bytes
from treatydiff.text.numbers import comparable
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from treatydiff.model import Document, Provision

CASES = Path(__file__).parent.parent / "cases"
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
TREE = """\
preface
preamble
  formula
  recital
  recital
  formula
chapter
  article
    paragraph
      point
      point
        point
        point
    paragraph
  article
    paragraph
formula
"""
NUMBERS = {
    "zh": ["1", "1", "1", "1", "2", "1", "2", "2", "2"],
    "ar": ["1", "1", "1", "أ", "ب", "1", "2", "2", "2"],
    "ru": ["i", "1", "1", "а", "б", "i", "ii", "2", "2"],
    "fr": ["1", "1", "1", "a", "b", "i", "ii", "2", "2"],
}
LATIN = ["i", "1", "1", "a", "b", "i", "ii", "2", "2"]


def _draft(language: str, name: str = "old") -> Path:
    return CASES / f"language-{language}" / f"{name}.txt"


def _shape(provisions: tuple[Provision, ...], depth: int = 0) -> str:
    return "".join(f"{'  ' * depth}{p.kind}\n{_shape(p.children, depth + 1)}" for p in provisions)


def _words(document: Document) -> Counter[str]:
    return Counter(w for p in document.walk() for text in (p.num, p.heading, p.words) for w in bare_words(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_treaty_reads_into_the_same_tree_in_every_language(language: str) -> None:
    document = read(_draft(language))
    assert _shape(document.provisions) == TREE
    assert document.metadata.language == language
    assert [comparable(p.num) for p in document.walk() if p.num] == NUMBERS.get(language, LATIN)
    assert all(p.heading for p in document.walk() if p.kind in {"chapter", "article"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_lost_in_any_language(language: str) -> None:
    source = _draft(language).read_text(encoding="utf-8")
    assert _words(read(_draft(language))) == Counter(bare_words(source))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [24, 40])
def test_wrapped_lines_read_as_the_same_treaty(language: str, width: int) -> None:
    lines = _draft(language).read_text(encoding="utf-8").split("\n")
    parts = (
        [line[n : n + width] for n in range(0, len(line), width)] if language == "zh" else wrap(line, width) for line in lines
    )
    wrapped = "\n".join("\n".join(part) for part in parts)
    found = read_bytes(wrapped.encode(), "wrapped.txt")
    assert [(p.kind, p.num, p.heading, p.words) for p in found.walk()] == [
        (p.kind, p.num, p.heading, p.words) for p in read(_draft(language)).walk()
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_next_draft_has_the_same_changes_in_every_language(language: str) -> None:
    changes = compare(read(_draft(language)), read(_draft(language, "new"))).changes
    assert Counter(change.link.kind for change in changes) == {"same": 15, "edited": 1, "inserted": 2}
    (edited,) = (change for change in changes if change.link.kind == "edited")
    assert comparable(edited.link.new[0].provision.num) == "2"
    assert not edited.link.renumbered
    assert [comparable(c.link.new[0].provision.num) for c in changes if c.link.renumbered] == ["3"]
    assert not any(change.link.moved for change in changes)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_are_compared_in_one_form_and_shown_as_they_are(language: str, form: str) -> None:
    text = normalize(form, _draft(language).read_text(encoding="utf-8"))  # type: ignore[arg-type]
    other = read_bytes(text.encode(), "other.txt")
    links = [change.link for change in compare(read(_draft(language)), other).changes]
    assert all(link.kind == "same" and not (link.renumbered or link.heading_changed) for link in links)
    assert all(normalize(form, p.words) == p.words for p in other.walk())  # type: ignore[arg-type]
