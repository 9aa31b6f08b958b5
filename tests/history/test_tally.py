from __future__ import annotations

from tests.histories import harbours, history_of
from treatydiff.history.tally import shares, tally

OPEN = "Each Party shall open its harbours to every vessel that seeks shelter from a storm at sea."
FEES = "Fees for the use of a quay are made public by the keeper once a year."


def test_a_step_is_counted_by_kind_and_by_severity() -> None:
    history = history_of(harbours(OPEN, FEES), harbours(OPEN.replace("shall", "may")), harbours(FEES, OPEN))
    first, second = (tally(history, step) for step in history.steps)
    assert (first.kinds["edited"], first.kinds["deleted"], first.kinds["same"]) == (1, 1, 3)
    assert (first.findings["high"], first.returned) == (1, 0)
    assert (second.returned, second.renumbered) == (1, 1)


def test_words_that_came_and_went_are_counted_for_each_article_that_changed() -> None:
    history = history_of(harbours(OPEN, FEES), harbours(OPEN.replace("shall", "may now")))
    found = shares(history.steps[0])
    assert [(one.article.num, one.came, one.went, one.is_gone) for one in found] == [("Article 1", 2, 17, False)]
    assert {finding.rule for finding in found[0].findings} >= {"modality"}


def test_an_article_that_went_is_listed_as_gone() -> None:
    without = harbours(OPEN).partition("Article 2")[0]
    found = shares(history_of(harbours(OPEN), without).steps[0])
    assert [(one.article.num, one.is_gone) for one in found] == [("Article 2", True)]
