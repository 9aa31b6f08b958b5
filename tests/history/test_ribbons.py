from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.folder import trace
from treatydiff.history.ribbons import articles

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import MakeTreaty
    from treatydiff.history.ribbons import Articles

LAMPS = "Lamps\n\n1. The keeper shall light a lamp on the mole from dusk until dawn, in fair weather and in foul.\n\n"
TOLL = "Toll\n\n1. No toll is taken of a boat that seeks shelter from a storm, whatever the cargo that it carries.\n\n"
PILOTS = "Pilots\n\n1. A pilot goes aboard every boat longer than forty cubits before it passes the bar.\n\n"
ROPES = "2. Ropes are coiled and dried each morning by those who serve the boats, and hung on the northern wall.\n\n"


@pytest.fixture(scope="module")
def told(harbours: Path) -> Articles:
    return articles(trace(harbours))


def numbered(*texts: str) -> str:
    return "".join(f"Article {n}. {text}" for n, text in enumerate(texts, start=1))


def ids(told: Articles) -> list[list[str]]:
    return [[unit.id if unit else "" for unit in thread.places] for thread in told.threads]


def test_an_article_is_followed_through_its_numbers_and_over_an_absence(told: Articles) -> None:
    assert [names for names in ids(told) if any(name.startswith("art") for name in names)] == [
        ["art_1", "art_1", "art_1", "art_1"],
        ["", "", "art_2", "art_2"],
        ["art_2", "art_2", "art_3", "art_3"],
        ["art_3", "", "", "art_4"],
    ]


def test_chapters_are_threads_but_nothing_flows_from_them(told: Articles) -> None:
    assert ["chp_I"] * 4 in ids(told)
    assert all(not flow.old.startswith("chp") for flow in told.flows)


def test_an_article_out_of_order_moved_and_the_others_kept_their_place(make_treaty: MakeTreaty) -> None:
    told = articles(trace(make_treaty(old=numbered(LAMPS, TOLL, PILOTS), new=numbered(PILOTS, LAMPS, TOLL))))
    assert {(flow.old, flow.new, flow.kind) for flow in told.flows} == {
        ("art_1", "art_2", "kept"),
        ("art_2", "art_3", "kept"),
        ("art_3", "art_1", "moved"),
    }


def test_a_paragraph_that_goes_to_another_article_is_told_beside_what_the_article_became(make_treaty: MakeTreaty) -> None:
    told = articles(trace(make_treaty(old=numbered(LAMPS + ROPES, TOLL), new=numbered(LAMPS, TOLL + ROPES))))
    shifted = [flow for flow in told.flows if flow.kind == "shifted"]
    assert [(flow.old, flow.new) for flow in shifted] == [("art_1", "art_2")]
    assert 0.4 < shifted[0].given < 0.6


def test_an_article_that_goes_into_another_is_merged(make_treaty: MakeTreaty) -> None:
    merged = TOLL + "2. " + LAMPS.partition("1. ")[2]
    told = articles(trace(make_treaty(old=numbered(TOLL, LAMPS), new=numbered(merged))))
    assert {(flow.old, flow.kind) for flow in told.flows} == {("art_1", "kept"), ("art_2", "merged")}


def test_no_thread_has_two_articles_of_one_draft_and_none_is_left_out(told: Articles) -> None:
    for place, units in enumerate(told.units):
        found = [thread.places[place].id for thread in told.threads if thread.places[place]]  # type: ignore[union-attr]
        assert sorted(found) == sorted({unit.id for unit in units.values()})
