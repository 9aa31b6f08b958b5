from __future__ import annotations

import pytest

from treatydiff.api import read_bytes
from treatydiff.checks.source import Sites, Source

XML = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><body>'
END = "</body></act></akomaNtoso>"
IN_XML = (
    f"{XML}<article><num>Article 1</num><paragraph><num>1.</num><content><p>Lamps burn.</p></content></paragraph>\n"
    "<paragraph>\n<num>2.</num>\n<content>\n<p>Bells of <b>lamps</b> ring, and <ref href='#x'>lamps</ref> burn.</p>"
    f"</content></paragraph></article>{END}"
)


def _place(text: str, name: str, number: str, words: str) -> tuple[int, int] | None:
    document = read_bytes(text.encode(), name)
    source = Source(text)
    provision = next(one for one in document.walk() if one.num == number)
    start = provision.words.index(words)
    span = Sites(source, document.provisions).site(provision, "words", (start, start + len(words)))
    return source.position(span[0]) if span else None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("draft.txt", "Article 1\n\n1. Lamps burn.\n\n2. Bells of lamps ring, and lamps burn.\n"),
        ("draft.md", "# Article 1\n\n1. Lamps burn.\n\n2. *Bells* of lamps ring, and [lamps] burn.\n"),
        ("draft.md", "# Article 1\r\n\r\n1. Lamps burn.\r\n\r\n2. Bells of lamps ring, and lamps burn.\r\n"),
        ("draft.xml", IN_XML),
    ],
    ids=["text", "markdown", "other line ends", "xml"],
)
def test_words_are_found_at_their_line_and_column_whatever_stands_between_them(name: str, text: str) -> None:
    lines = text.replace("\r\n", "\n").split("\n")
    line, column = _place(text, name, "2.", "lamps burn") or (0, 0)
    assert lines[line - 1][column - 1 :].startswith("lamps")
    assert lines[line - 1][: column - 1].endswith(("and ", "and [", ">"))


def test_words_that_the_source_writes_in_another_way_are_found() -> None:
    text = f"{XML}<article><num>1</num><content><p>Lamps &amp; Bells of “A&lt;B”.</p></content></article>{END}"
    document = read_bytes(text.encode(), "draft.xml")
    provision = next(one for one in document.walk() if one.words)
    span = Sites(Source(text), document.provisions).site(provision, "words", (0, len(provision.words)))
    assert span is not None
    assert text[slice(*span)] == "Lamps &amp; Bells of “A&lt;B”."


def test_words_that_are_not_there_are_not_found() -> None:
    source = Source("Lamps burn.\n")
    assert source.found("Bells ring", (0, 5), (0, 12)) is None
    assert source.found("  ", (0, 2), (0, 12)) is None


def test_lines_and_columns_count_as_editors_do() -> None:
    source = Source("a\r\nbc\rd\n\u2028e")
    assert [source.position(place) for place in (0, 3, 4, 6, 8, 9)] == [(1, 1), (2, 1), (2, 2), (3, 1), (4, 1), (4, 2)]
    assert [source.line(n) for n in (1, 2, 3, 4)] == ["a", "bc", "d", "\u2028e"]


@pytest.mark.parametrize("n", [0, 1, 250, 499])
def test_the_same_words_many_times_are_told_apart_by_their_turn(n: int) -> None:
    text = f"Article 1\n\nLamps {'and/or lamps ' * 500}burn.\n"
    document = read_bytes(text.encode(), "draft.txt")
    provision = next(one for one in document.walk() if one.words)
    places = [place for place in range(len(provision.words)) if provision.words.startswith("and/or", place)]
    span = Sites(Source(text), document.provisions).site(provision, "words", (places[n], places[n] + 6))
    assert span == (text.index("and/or") + 13 * n, text.index("and/or") + 13 * n + 6)
