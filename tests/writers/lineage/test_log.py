from __future__ import annotations

import pytest

from tests.histories import harbours, history_of
from treatydiff.history.log import log
from treatydiff.history.subject import subject
from treatydiff.writers.lineage.log import write_log
from treatydiff.writers.writer import Layout

OPEN = "Each Party {} open its harbours to every vessel that seeks shelter from a storm at sea."
FEES = "Fees for the use of a quay are made public by the keeper once a year."
DRAFTS = (
    harbours(OPEN.format("shall"), FEES),
    harbours(OPEN.format("[may]")),
    harbours(FEES, f"{OPEN.format('shall')} [agreed ad referendum]"),
)


def written(citation: str, *texts: str, layout: Layout | None = None) -> str:
    history = history_of(*texts)
    return write_log(log(history, subject(history, citation) if citation else None), layout or Layout()).decode()


def test_the_log_of_a_clause_tells_every_wording_and_ends_with_their_path() -> None:
    assert (
        written("art 1(2)", *DRAFTS)
        == """\
Article 1, paragraph 2
as numbered in c

a

          article 1, paragraph 1
          Each Party shall open its harbours to every vessel that seeks shelter
          from a storm at sea.

b

          article 1, paragraph 1
          Each Party [-shall-]{+⟦may⟧+} open its harbours to every vessel that
          seeks shelter from a storm at sea.
          in brackets in part
          1 bracket added
high      Each Party: duty (shall), now contested discretion (may) [modality]

c

          article 1, paragraph 2
          was article 1, paragraph 1
          Each Party [-⟦may⟧-]{+shall+} open its harbours to every vessel that
          seeks shelter from a storm at sea.
          agreed: agreed ad referendum
          1 bracket removed; status added: agreed ad referendum
high      Each Party: contested discretion (may), now duty (shall) [modality]
low       "may" stood in brackets and was dropped [brackets]
low       This is marked as agreed now [brackets]

WORDINGS OVER TIME

          article 1, paragraph 2
back      shall (a) → [may] (b) → shall (c, back) [modality]
"""
    )


def test_the_log_of_an_article_tells_of_all_below_it_and_of_what_came_back() -> None:
    told = written("art 1", *DRAFTS)
    assert told.startswith("Article 1. Harbours\nas numbered in c\n")
    assert "deleted, was article 1, paragraph 2\n          [-Fees for the use of a quay" in told
    assert "came back with the same words, last stood in a as article 1, paragraph 2" in " ".join(told.split())
    assert "article 1: same words" in told
    assert "Lights" not in told


def test_a_clause_that_is_gone_says_since_when() -> None:
    told = written("art 1(2)", *DRAFTS[:2])
    assert told.splitlines()[1] == "as numbered in a; not in the text since b"


def test_a_new_number_of_the_same_words_is_told() -> None:
    shifted = DRAFTS[0].replace("Article 1", "Article 7")
    assert "article 7, paragraph 1: same words, was article 1, paragraph 1" in written("art 7(1)", DRAFTS[0], shifted)


def test_several_clauses_that_stay_are_one_line() -> None:
    several = harbours(OPEN.format("shall"), FEES, "Nets are dried on the pier and nowhere else in the harbour.")
    assert "4 clauses as before, 1 to 1(3)" in written("art 1", several, several)


def test_the_log_of_all_has_one_line_for_each_article_that_changed() -> None:
    told = written("", DRAFTS[0], DRAFTS[1].replace("Article 2. Lights\n\n1. Each light on the coast is lit at dusk.\n", ""))
    assert [line.split() for line in told.splitlines() if "+" in line or " --" in line] == [
        ["1", "Harbours", "18", "+---------------", "1", "high"],
        ["2", "Lights", "10", "---------", "gone"],
    ]
    assert "against a: 1 read the same, 1 reworded, 3 deleted" in told


@pytest.mark.parametrize("citation", ["", "art 1", "art 1(2)"])
@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_line_is_wider_than_the_screen_and_colour_is_for_terminals(citation: str, width: int) -> None:
    plain = written(citation, *DRAFTS, layout=Layout(width=width))
    assert max(map(len, plain.splitlines())) <= width
    assert "\x1b" not in plain
    assert "\x1b[" in written(citation, *DRAFTS, layout=Layout(width=width, colour=True))
