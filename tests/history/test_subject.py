from __future__ import annotations

import pytest

from tests.histories import harbours, history_of
from treatydiff.errors import UsageError
from treatydiff.history.subject import draft_place, subject

OPEN = "Each harbour is open to every vessel that seeks shelter from a storm."
FEES = "Fees for the use of a quay are made public once a year."
GONE = "Nets are dried on the pier and nowhere else in the harbour."


def test_without_a_draft_the_latest_that_has_the_number_is_meant() -> None:
    history = history_of(harbours(OPEN, FEES, GONE), harbours(FEES, OPEN))
    assert subject(history, "art 1(1)").clauses[0].words == FEES
    assert subject(history, "art 1(3)").draft == 0
    assert subject(history, "article 1, paragraph 3").clauses[0].words == GONE


def test_with_a_draft_its_own_numbers_are_meant() -> None:
    history = history_of(harbours(OPEN, FEES), harbours(FEES, OPEN))
    found = subject(history, "1(1)@a")
    assert (found.draft, found.clauses[0].words, found.label) == (0, OPEN, "article 1, paragraph 1")


def test_an_id_is_found_and_one_with_its_draft_too() -> None:
    history = history_of(harbours(OPEN, FEES), harbours(FEES, OPEN))
    name = history.drafts[0].clauses[1].id
    assert subject(history, name).draft == 1
    assert subject(history, f"a/{name}").clauses[0].words == OPEN


def test_an_article_has_all_that_stands_below_it() -> None:
    found = subject(history_of(harbours(OPEN, FEES)), "art 1")
    assert [clause.label for clause in found.clauses] == ["article 1", "article 1, paragraph 1", "article 1, paragraph 2"]
    assert found.provision.num == "Article 1"


def test_an_article_without_heading_is_found_by_what_stands_below_it() -> None:
    history = history_of(f"Article 7\n\n1. {OPEN}\n\n2. {FEES}\n", f"Article 7\n\n1. {OPEN}\n")
    for citation, count in (("art 7@a", 2), ("art_7@a", 2), ("art 7", 1), ("art_7", 1)):
        found = subject(history, citation)
        assert (found.label, len(found.clauses), found.provision.kind) == ("article 7", count, "article")


@pytest.mark.parametrize(
    ("citation", "said"),
    [
        ("art 99", "no clause of any draft is cited as 'art 99'; write it as in 'article 1'"),
        ("art 1(9)@a", "no clause of a is cited as 'art 1(9)'"),
        ("art 1@first", "there is no draft 'first'; choose from a, b"),
    ],
)
def test_what_is_nowhere_is_refused_with_how_to_write_it(citation: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        subject(history_of(harbours(OPEN), harbours(FEES)), citation)
    assert str(error.value).startswith(said)


def test_a_draft_is_known_by_its_id_alone() -> None:
    history = history_of(harbours(OPEN), harbours(FEES))
    assert draft_place(history, "b") == 1
    with pytest.raises(UsageError, match="choose from a, b"):
        draft_place(history, "c")
