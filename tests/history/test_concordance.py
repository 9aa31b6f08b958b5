from __future__ import annotations

from tests.histories import harbours, history_of
from treatydiff.history.concordance import concordance

OPEN = "Each harbour is open to every vessel that seeks shelter from a storm at sea."
FEES = "Fees for the use of a quay are made public by the keeper once a year."


def test_articles_alone_or_paragraphs_too_are_listed() -> None:
    history = history_of(harbours(OPEN, FEES), harbours(FEES, OPEN))
    assert [row.labels for row in concordance(history, "articles").rows] == [("article 1",) * 2, ("article 2",) * 2]
    rows = concordance(history, "paragraphs").rows
    assert ("article 1, paragraph 1", "article 1, paragraph 2") in [row.labels for row in rows]
    assert [row.is_renumbered for row in rows] == [False, True, True, False, False]


def test_a_row_has_an_empty_label_where_the_provision_is_not() -> None:
    rows = concordance(history_of(harbours(OPEN, FEES), harbours(OPEN))).rows
    assert ("article 1, paragraph 2", "") in [row.labels for row in rows]


def test_a_row_is_about_the_heading_that_it_stands_under() -> None:
    rows = concordance(history_of(harbours(OPEN))).rows
    assert [row.subject for row in rows] == ["Harbours", "Harbours", "Lights", "Lights"]


def test_all_levels_are_listed_when_asked() -> None:
    text = f"Article 1. Harbours\n\n1. {OPEN[:-1]}:\n\n(a) in winter;\n\n(b) in summer.\n"
    assert "article 1, paragraph 1 (b)" in [row.labels[0] for row in concordance(history_of(text), "all").rows]
    assert all("(b)" not in row.labels[0] for row in concordance(history_of(text), "paragraphs").rows)
