"""The readers of running text over the real drafts: every word is kept, and the structure is the one that is printed."""

from __future__ import annotations

import re
from collections import Counter
from textwrap import wrap
from typing import TYPE_CHECKING

import pytest

from treatydiff.readers import markdown, text
from treatydiff.text.marks import restore
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from pathlib import Path

    from treatydiff.model import Document, Provision

DRAFTS = (
    "ai-act/2022-11-03-council.md",
    "conventions/uncac.md",
    "conventions/untoc.md",
    "paris/3-2015-10-23.md",
    "paris/4-2015-12-04.md",
    "paris/5-2015-12-09.md",
    "paris/6-2015-12-12.md",
    "paris/7-2016-01-29-final.md",
)
LAYOUT = (
    (r"\A---\n(?:.*\n)*?---\n", ""),  # front matter is metadata
    (r"<!--[\s\S]*?-->|</?(?:meta|span)\b[^<>]*>", ""),  # comments and tags
    (r"(?m)^\s*\{:[^{}]*\}\s*$|^\* TOC$|^```.*$", ""),  # kramdown attributes, the table of contents, fences
    (r"\{[#.][^{}]*\}", ""),  # pandoc attributes
    (r"(?m)^\[[^\]^]+\]: \S+$", ""),  # definitions of links
    (r"\]\([^()\s]*/[^()\s]*\)", "]"),  # targets of links
    (r"\[(?:source|10nov|4dec|12dec|decision)\]", ""),  # labels of links, all that these drafts define
    (r"\[\^[^\]\s]+\]:?", ""),  # labels of footnotes
    (r"[*_~`#\\>]", ""),  # markup
)


def _bag(words: str) -> Counter[str]:
    return Counter(bare_words(words))


def _own_words(p: Provision) -> str:
    return f"{p.num} {restore(p.heading, p.heading_marks)} {restore(p.words, p.marks)}"


def _bag_of(document: Document) -> Counter[str]:
    notes = (note.text for note in document.notes)
    return sum((_bag(part) for part in (*map(_own_words, document.walk()), *notes)), Counter[str]())


def _read(path: Path) -> Document:
    return markdown.read(path.read_bytes(), str(path))


def _articles(document: Document) -> list[Provision]:
    return [p for p in document.walk() if p.kind == "article"]


@pytest.mark.parametrize("name", DRAFTS)
def test_no_word_of_a_markdown_draft_is_lost_or_doubled(corpus: Path, name: str) -> None:
    source = (corpus / name).read_text(encoding="utf-8")
    for pattern, instead in LAYOUT:
        source = re.sub(pattern, instead, source)
    document = _read(corpus / name)
    assert _bag_of(document) == _bag(source)


@pytest.mark.parametrize("name", DRAFTS)
def test_no_word_is_lost_when_a_draft_is_read_as_plain_text(corpus: Path, name: str) -> None:
    source = (corpus / name).read_bytes()
    assert _bag_of(text.read(source, name)) == _bag(source.decode())


def _plain(path: Path) -> str:
    """Give a draft in Markdown as plain text with one paragraph on a line."""
    source = re.sub(r"\A---\n(?:.*\n)*?---\n", "", path.read_text(encoding="utf-8"))
    return re.sub(r"(?m)^#+\s*|^[ \t]+|[*_\\]", "", source)


@pytest.mark.parametrize("width", [50, 72])
@pytest.mark.parametrize("name", ["untoc", "uncac"])
def test_a_convention_wrapped_at_any_width_reads_as_the_same_tree(corpus: Path, name: str, width: int) -> None:
    source = _plain(corpus / "conventions" / f"{name}.md")
    lines = (wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""] for line in source.split("\n"))
    wrapped = "\n".join("\n".join(line) for line in lines)
    once, again = (text.read(part.encode(), name).walk() for part in (source, wrapped))
    assert [p._replace(line=None, children=()) for p in once] == [p._replace(line=None, children=()) for p in again]


@pytest.mark.parametrize(("name", "last"), [("untoc", 41), ("uncac", 71)])
def test_every_article_of_the_conventions_is_found_with_its_heading(corpus: Path, name: str, last: int) -> None:
    articles = _articles(_read(corpus / "conventions" / f"{name}.md"))
    assert [p.num for p in articles] == [f"Article {n}" for n in range(1, last + 1)]
    assert all(p.heading for p in articles)


def test_four_levels_of_a_real_article_are_told_apart(corpus: Path) -> None:
    article = _articles(_read(corpus / "conventions/untoc.md"))[4]
    assert [p.id.removeprefix("art_5__para_") for p in article.walk()][1:] == [
        "1",
        "1__list_1__point_a",
        "1__list_1__point_a__list_1__point_i",
        "1__list_1__point_a__list_1__point_ii",
        "1__list_1__point_a__list_1__point_ii__list_1__point_a",
        "1__list_1__point_a__list_1__point_ii__list_1__point_b",
        "1__list_1__point_b",
        "2",
        "3",
    ]


def test_the_adopted_text_has_twenty_nine_articles_and_its_preamble(corpus: Path) -> None:
    document = _read(corpus / "paris/7-2016-01-29-final.md")
    articles = _articles(document)
    assert [p.num for p in articles] == [f"Article {n}" for n in range(1, 30)]
    assert [len(p.children) for p in articles[:7]] == [1, 2, 1, 19, 2, 9, 14]
    (preamble,) = (p for p in document.provisions if p.kind == "preamble")
    assert Counter(p.kind for p in preamble.children) == {"recital": 16, "formula": 2}


def test_alternatives_of_a_negotiating_text_hold_their_own_paragraphs(corpus: Path) -> None:
    articles = {p.num: p for p in _articles(_read(corpus / "paris/3-2015-10-23.md"))}
    assert len(articles) == 30
    options = articles["Article 2bis"].children
    assert [(p.num, p.text, [q.num for q in p.children]) for p in options] == [
        ("Option 1:", "", ["1.", "2.", "3.", "4."]),
        ("Option 2:", "No text", []),
    ]
    assert {p.kind for p in options} == {"alternative"}


def test_alternatives_stand_together_below_the_provision_that_they_are_alternatives_of(corpus: Path) -> None:
    document = _read(corpus / "paris/3-2015-10-23.md")
    offered = [[q.num for q in p.children if q.kind == "alternative"] for p in document.walk()]
    assert sum(map(len, offered)) > 150
    for nums in filter(None, offered):
        assert len(nums) > 1
        assert nums[0].rstrip(":. ")[-1] in "1I"


def test_every_bracket_of_an_unbalanced_draft_is_kept_and_those_alone_are_named(corpus: Path) -> None:
    source = (corpus / "paris/3-2015-10-23.md").read_text(encoding="utf-8")
    document = _read(corpus / "paris/3-2015-10-23.md")
    words = [restore(p.heading, p.heading_marks) + restore(p.words, p.marks) for p in document.walk()]
    written = "".join((*words, *(note.text for note in document.notes)))
    layout = "".join(re.findall(r"\[\^[^\]]+\]|\[[^\[\]]*\]\[source\]|^\[source\]:", source, re.MULTILINE))
    assert (source.count("["), source.count("]")) == (1052, 1053)
    assert (written + layout).count("[") == 1052
    assert (written + layout).count("]") == 1053
    named = [warning for warning in document.warnings if warning.code == "unbalanced-bracket"]
    closing = sum("closes nothing" in warning.message for warning in named)
    assert closing - (len(named) - closing) == 1
    lines = source.split("\n")
    for warning in named:
        around = warning.message.partition(": ")[2].strip("…").split()
        assert set(around[1:-1]) <= set(re.sub(r"[*_\\]|\[\^\d+\]", "", lines[(warning.line or 0) - 1]).split())
