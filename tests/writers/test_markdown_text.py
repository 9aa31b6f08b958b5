"""Words of a draft in Markdown are shown as they are, by a renderer that knows nothing of how they were escaped."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from treatydiff.writers.markdown_text import at_line_start, escaped

RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
SIGNS = st.text(st.sampled_from("ab1 \\`*_[]()<>~|{}#+-=.!&;$@:/'\"\n\t"), min_size=1, max_size=40).filter(str.strip)


def shown(markdown: str) -> str:
    """Give the words that a reader of rendered Markdown sees, without the space of no width."""
    page = RENDERER.render(markdown)
    return html.fromstring(f"<div>{page}</div>").text_content().replace("\u200b", "").strip()


@settings(deadline=None)
@given(SIGNS)
def test_words_are_shown_as_they_are_at_the_start_of_a_line(words: str) -> None:
    assert shown(at_line_start(escaped(words))) == " ".join(words.split())


@settings(deadline=None)
@given(SIGNS)
def test_words_are_shown_as_they_are_between_others(words: str) -> None:
    assert shown(f"so {escaped(words)} be it") == f"so {' '.join(words.split())} be it"


@settings(deadline=None)
@given(SIGNS)
def test_words_stay_in_their_cell(words: str) -> None:
    page = RENDERER.render(f"| a | b |\n| --- | --- |\n| {escaped(words)} | c |\n")
    cells = html.fromstring(f"<div>{page}</div>").xpath("//td")
    assert [cell.text_content().replace("\u200b", "").strip() for cell in cells] == [" ".join(words.split()), "c"]


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "<!-- hidden -->",
        "</del><img src=x onerror=alert(1)>",
        "[a link](http://example.org)",
        "![a picture](http://example.org/a.png)",
        "`code` ``` fence",
        "| a | b |",
        "# heading",
        "1. item",
        "- [ ] task",
        "~~struck~~ **bold** _slanted_",
        "$$x$$ and $y$",
        "&lt;b&gt; &amp; &#60;",
        "]]> --> ---",
    ],
)
def test_markup_in_a_draft_stays_text(words: str) -> None:
    page = RENDERER.render(at_line_start(escaped(words)))
    assert re.findall(r"<(?!/?p>)\w+", page) == []
    assert shown(at_line_start(escaped(words))) == words


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("ask @octocat now", r"@\w"),
        ("see #123 and a/b#7", r"#\d"),
        ("see GH-12", r"GH-\d"),
        ("https://github.com/a/b/issues/1", r"https?://"),
        ("www.example.org", r"www\."),
        ("a :smile: here", r":smile:"),
    ],
)
def test_nobody_is_notified_and_nothing_is_linked(words: str, made: str) -> None:
    page = RENDERER.render(escaped(words))
    assert not re.search(made, html.fromstring(page).text_content())
    assert shown(escaped(words)) == words


def test_controls_overrides_and_lone_surrogates_are_shown_as_unknown() -> None:
    assert escaped("a\x00b\u202ec\ud800d") == "a\ufffdb\ufffdc\ufffdd"
