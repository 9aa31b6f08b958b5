from __future__ import annotations

from tests.histories import harbours, history_of
from treatydiff.history import descent

OPEN = "Each harbour is open to every vessel that seeks shelter from a storm at sea."
FEES = "Fees for the use of a quay are made public by the keeper once a year."
NETS = "Nets are dried on the northern pier and nowhere else in the harbour at all."


def test_heirs_and_origins_go_through_splits_and_mergers() -> None:
    history = history_of(harbours(OPEN, f"{FEES} {NETS}"), harbours(OPEN, FEES, NETS), harbours(OPEN, f"{FEES} {NETS}"))
    tree = descent(history.steps, history.returns)
    start = (0, "art_1__para_2")
    assert tree.heirs(start) == {(1, "art_1__para_2"), (1, "art_1__para_3"), (2, "art_1__para_2")}
    assert tree.origins((2, "art_1__para_2")) == {(1, "art_1__para_2"), (1, "art_1__para_3"), start}


def test_pairs_of_two_drafts_reach_over_an_absence() -> None:
    history = history_of(harbours(OPEN, FEES), harbours(OPEN), harbours(OPEN, FEES))
    pairs = descent(history.steps, history.returns).pairs(0, 2)
    assert ("art_1__para_2", "art_1__para_2") in pairs
    assert descent(history.steps, ()).pairs(0, 2) == pairs - {("art_1__para_2", "art_1__para_2")}
