from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.align.holders import became, holders

if TYPE_CHECKING:
    from tests.align.conftest import Sided
    from treatydiff.align.side import Side


def _became(sides: tuple[Side, Side], ties: list[tuple[int, int]]) -> tuple[dict[int, int], list[tuple[int, int]]]:
    found = became(holders(sides[0]), holders(sides[1]), ties, {})
    return found.pairs, found.joined


def test_holders_know_their_headings_their_clauses_and_their_size(sided: Sided) -> None:
    side, _ = sided({"Nets": ["Nets are marked."], "": ["Tugs carry lamps.", "Tugs wait."]}, {})
    found = holders(side)
    assert [(holder.number, holder.clause) for holder in found.all] == [("1", 0), ("2", -1)]
    assert found.above == [[0], [0], [1], [1]]
    assert found.is_right_below == [False, True, True, True]
    assert found.sizes[1] > found.sizes[0]


def test_an_article_becomes_what_its_text_became_under_whatever_heading(sided: Sided) -> None:
    sides = sided(
        {"Nets": ["Nets are marked."], "Tugs": ["Tugs carry lamps."]},
        {"Tugs": ["Nets are marked."], "Nets": ["Tugs carry lamps."]},
    )
    assert _became(sides, [(1, 1), (3, 3)]) == ({0: 0, 1: 1}, [])


def test_an_article_that_went_into_its_neighbours_heir_is_joined_to_it(sided: Sided) -> None:
    sides = sided(
        {"Nets": ["Nets are marked.", "Nets rest."], "Lamps": ["Lamps burn."]},
        {"Nets": ["Nets are marked.", "Nets rest.", "Lamps burn."]},
    )
    assert _became(sides, [(1, 1), (2, 2), (4, 3)]) == ({0: 0}, [(1, 0)])


def test_an_article_that_came_out_of_its_neighbours_source_is_joined_to_it(sided: Sided) -> None:
    sides = sided(
        {"Nets": ["Nets are marked.", "Nets rest.", "Lamps burn."]},
        {"Nets": ["Nets are marked.", "Nets rest."], "Lamps": ["Lamps burn."]},
    )
    assert _became(sides, [(1, 1), (2, 2), (3, 4)]) == ({0: 0}, [(0, 1)])


def test_a_single_paragraph_that_went_far_away_joins_nothing(sided: Sided) -> None:
    old = {
        "Nets": ["Nets are marked.", "Lamps burn at night on every ship."],
        "Tugs": ["Tugs wait."],
        "Buoys": ["Buoys float."],
    }
    new = {
        "Nets": ["Nets are marked."],
        "Tugs": ["Tugs wait."],
        "Buoys": ["Buoys float."],
        "Lamps": ["Lamps burn at night on every ship."],
    }
    assert _became(sided(old, new), [(1, 1), (2, 7), (4, 3), (6, 5)]) == ({0: 0, 1: 1, 2: 2}, [])


def test_the_same_heading_tells_nothing_where_the_text_went_elsewhere(sided: Sided) -> None:
    sides = sided({"Nets": ["Nets are marked."]}, {"Ropes": ["Nets are marked."], "Nets": ["Disputes go to court."]})
    assert _became(sides, [(1, 1)]) == ({0: 0}, [])


def test_what_is_known_wins(sided: Sided) -> None:
    sides = sided({"Nets": ["Nets are marked."]}, {"Ropes": ["Nets are marked."], "Nets": ["Disputes go to court."]})
    assert became(holders(sides[0]), holders(sides[1]), [(1, 1)], {0: 2}).pairs == {0: 1}
