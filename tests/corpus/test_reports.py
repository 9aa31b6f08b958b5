"""Reports on real drafts: what must hold of them whatever is in the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from treatydiff.api import compare, read, render
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from pathlib import Path

    from treatydiff.model import Comparison

PAIRS = {
    "paris": ("paris/5-2015-12-09.md", "paris/6-2015-12-12.md"),
    "conventions": ("conventions/untoc.md", "conventions/uncac.md"),
    "bill": ("uk-social-housing/1-lords-committee.xml", "uk-social-housing/2-lords-report.xml"),
}


@lru_cache(maxsize=3)
def _compared(corpus: Path, pair: str) -> Comparison:
    old, new = PAIRS[pair]
    return compare(read(corpus / old), read(corpus / new))


@pytest.mark.parametrize("pair", PAIRS)
def test_markdown_fits_into_a_comment_and_counts_what_it_leaves_out(corpus: Path, pair: str) -> None:
    shown = render(_compared(corpus, pair), "markdown").decode()
    assert len(shown.encode("utf-16-le")) // 2 <= 65_536
    assert shown.count("<del>") == shown.count("</del>")
    assert shown.count("<ins>") == shown.count("</ins>")


@pytest.mark.parametrize("pair", PAIRS)
def test_a_note_speaks_in_full_words_and_numbers_its_paragraphs(corpus: Path, pair: str) -> None:
    shown = render(_compared(corpus, pair), "note").decode()
    ours = re.sub("“[^”]*”", "“”", shown)
    assert not re.search(r"\((?:ADD|SUP|MOD)|not judged as a whole|became|gave way", ours)
    numbers = [int(number) for number in re.findall(r"(?m)^(\d+)\. ", shown)]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_line_of_a_stat_is_wider_than_the_terminal(corpus: Path, pair: str, width: int) -> None:
    shown = render(_compared(corpus, pair), "terminal", Layout(width=width, stat=True)).decode()
    assert max(map(len, shown.splitlines())) <= width
