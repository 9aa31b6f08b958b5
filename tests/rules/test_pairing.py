from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from treatydiff.rules.pairing import in_order


def _same(a: str, b: str) -> float:
    return 1.0 if a == b else 0.0


def test_like_meets_like_in_order() -> None:
    assert in_order("abcd", "acxd", _same) == [("a", "a"), ("b", None), ("c", "c"), (None, "x"), ("d", "d")]


def test_the_greater_likeness_wins_over_the_first_partner() -> None:
    assert in_order([3], [1, 3], lambda a, b: float(a * b)) == [(None, 1), (3, 3)]


def test_what_has_no_likeness_is_never_paired() -> None:
    assert in_order("a", "b", _same) == [("a", None), (None, "b")]


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_every_item_is_in_exactly_one_pair_and_no_pairs_cross(old: str, new: str) -> None:
    pairs = in_order(old, new, _same)
    assert "".join(a for a, _ in pairs if a is not None) == old
    assert "".join(b for _, b in pairs if b is not None) == new
