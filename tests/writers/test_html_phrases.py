"""Plain words for counts, shares, dates and names."""

from __future__ import annotations

import pytest

from treatydiff.model import Provision
from treatydiff.writers.html.phrases import counted, excerpt, listed, name, number, readable_date, sentence, share, within


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (0, 10, "no clause"),
        (10, 10, "every clause"),
        (311, 419, "three clauses in four"),
        (1, 2, "half of the clauses"),
        (97, 100, "nearly all clauses"),
        (4, 100, "few clauses"),
        (33, 100, "one clause in three"),
    ],
)
def test_a_share_is_the_nearest_plain_fraction(part: int, whole: int, words: str) -> None:
    assert share(part, whole) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2024-02-06", "6 February 2024"),
        ("2024-02", "February 2024"),
        ("2024", "2024"),
        ("2024-13", "2024-13"),
        ("soon", "soon"),
    ],
)
def test_a_date_reads_as_in_running_text(date: str, words: str) -> None:
    assert readable_date(date) == words


@pytest.mark.parametrize(
    ("kind", "num", "called"),
    [
        ("article", "Article 5 bis", "Article 5 bis"),
        ("article", "5.", "Article 5"),
        ("article", "ARTICLE 5", "Article 5"),
        ("article", "Artículo 5", "Artículo 5"),
        ("article", "第五条", "第五条"),
        ("preamble", "", "Preamble"),
        ("provision", "", "Text"),
    ],
)
def test_a_provision_is_called_what_its_draft_calls_it(kind: str, num: str, called: str) -> None:
    assert name(Provision("", kind, num=num)) == called


def test_counts_are_words_up_to_ten_and_agree_with_their_noun() -> None:
    assert [number(3), number(11), number(1200)] == ["three", "11", "1,200"]
    assert [counted(1, "clause"), counted(2, "clause"), counted(2, "finding of weight", "findings of weight")] == [
        "1 clause",
        "2 clauses",
        "2 findings of weight",
    ]


def test_phrases_are_joined_as_in_a_sentence() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_a_message_becomes_a_sentence() -> None:
    assert [sentence("each State: gone"), sentence("Why?")] == ["Each State: gone.", "Why?"]


def test_an_excerpt_is_cut_between_words_and_says_so() -> None:
    assert excerpt("one two\nthree", 20) == "one two three"
    assert excerpt("one two three four", 12) == "one two …"
    assert excerpt("各国应当报告各国应当报告", 6) == "各国应当报告 …"


def test_a_label_is_shortened_only_inside_its_article() -> None:
    assert within("article 4, paragraph 1 (b)", "article 4") == "paragraph 1 (b)"
    assert within("article 45, paragraph 1", "article 4") == "article 45, paragraph 1"
