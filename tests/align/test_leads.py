from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from treatydiff.align.leads import leads

NOBODY = -1.0

_PAIRS = st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.floats(-5, 5), max_size=20)


def test_a_pair_leads_by_its_distance_to_the_best_rival_of_either_place() -> None:
    assert leads([(0, 0), (0, 1), (1, 1)], [0.9, 0.5, 0.7], NOBODY) == [0.9 - 0.5, 0.5 - 0.9, 0.7 - 0.5]


def test_a_pair_without_rivals_is_ahead_of_nobody() -> None:
    assert leads([(3, 4)], [0.25], NOBODY) == [0.25 - NOBODY]
    assert leads([(3, 4)], [-2.0], NOBODY) == [-2.0 - NOBODY]


def test_equal_rivals_lead_by_nothing() -> None:
    assert leads([(0, 0), (0, 1)], [0.5, 0.5], NOBODY) == [0.0, 0.0]


@given(_PAIRS)
def test_the_lead_is_that_over_all_rivals(values: dict[tuple[int, int], float]) -> None:
    found = leads(values, list(values.values()), NOBODY)
    for (pair, value), lead in zip(values.items(), found, strict=True):
        rivals = [v for p, v in values.items() if p != pair and (p[0] == pair[0] or p[1] == pair[1])]
        assert lead == value - max([NOBODY, *rivals])
