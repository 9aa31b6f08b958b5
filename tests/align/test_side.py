from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from treatydiff.align.side import encoder, longest_run


@given(st.lists(st.integers(0, 30), unique=True))
def test_the_longest_run_increases_and_no_longer_one_exists(places: list[int]) -> None:
    run = [places[n] for n in longest_run(places)]
    assert run == sorted(run)
    lengths: list[int] = []
    for n, place in enumerate(places):
        lengths.append(1 + max((lengths[m] for m in range(n) if places[m] < place), default=0))
    assert len(run) == max(lengths, default=0)


def test_case_and_punctuation_do_not_count() -> None:
    encoded = encoder()
    assert encoded("Each State, Party.") == encoded("each state party")
