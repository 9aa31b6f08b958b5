from __future__ import annotations

from typing import TYPE_CHECKING

from tests.histories import harbours, history_of
from treatydiff.history.log import log
from treatydiff.history.subject import subject

if TYPE_CHECKING:
    from treatydiff.history.log import Log

OPEN = "Each Party shall open its harbours to every vessel that seeks shelter from a storm at sea."
FEES = "Fees for the use of a quay are made public by the keeper once a year."
NETS = "Nets are dried on the northern pier and nowhere else in the harbour at all."


def events(found: Log) -> list[tuple[int, list[str]]]:
    return [(entry.draft, [passage.event for passage in entry.passages]) for entry in found.entries]


def test_the_log_of_a_clause_has_an_entry_for_each_draft_that_has_it_or_ended_it() -> None:
    history = history_of(harbours(OPEN), harbours(OPEN, FEES), harbours(OPEN, FEES), harbours(OPEN), harbours(OPEN))
    found = log(history, subject(history, "art 1(2)"))
    assert events(found) == [(1, ["inserted"]), (2, ["unchanged"]), (3, ["deleted"])]
    assert [len(entry.changed) for entry in found.entries] == [1, 0, 1]


def test_the_log_of_an_article_tells_of_what_only_earlier_drafts_had_below_it() -> None:
    history = history_of(harbours(OPEN, NETS), harbours(OPEN))
    found = log(history, subject(history, "art 1"))
    assert events(found) == [(0, ["first"] * 3), (1, ["unchanged", "unchanged", "deleted"])]


def test_the_log_of_an_article_leaves_other_articles_out() -> None:
    history = history_of(harbours(OPEN), harbours(OPEN.replace("shall", "may")))
    found = log(history, subject(history, "art 2"))
    assert events(found) == [(0, ["first"] * 2), (1, ["unchanged"] * 2)]
    assert found.paths == ()


def test_what_came_back_is_compared_with_its_last_wording() -> None:
    history = history_of(harbours(OPEN, FEES), harbours(OPEN), harbours(OPEN, FEES.replace("once", "twice")))
    passage = log(history, subject(history, "art 1(2)")).entries[-1].passages[0]
    assert (passage.event, passage.returned) == ("returned", history.returns[0])
    assert passage.change
    assert (passage.change.old_words, passage.change.link.kind) == (FEES, "edited")
    assert [part.text.strip() for part in passage.change.redline if part.op != "equal"] == ["once", "twice"]


def test_a_clause_is_followed_into_both_parts_of_a_split() -> None:
    history = history_of(harbours(OPEN, f"{FEES} {NETS}"), harbours(OPEN, FEES, NETS))
    found = log(history, subject(history, "art 1(2)@a"))
    assert [clause.words for clause in found.entries[1].passages[0].clauses] == [FEES, NETS]


def test_without_a_subject_the_log_has_every_change_of_every_step() -> None:
    history = history_of(harbours(OPEN, FEES), harbours(OPEN.replace("shall", "may"), NETS))
    found = log(history)
    assert [passage.change for passage in found.entries[1].passages] == list(history.steps[0].comparison.changes)
    assert "modality" in {path.rule for path in found.paths}
