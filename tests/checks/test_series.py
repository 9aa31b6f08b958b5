from __future__ import annotations

import pytest

from treatydiff.checks.series import STYLES, breaks, read, style_of, written


@pytest.mark.parametrize("value", range(1, 40))
@pytest.mark.parametrize("style", STYLES)
def test_a_value_that_is_written_in_a_style_reads_as_itself(value: int, style: str) -> None:
    label = read(written(value, style, "(b)"), style)
    assert label is not None
    assert label.value == value


@pytest.mark.parametrize(
    ("row", "style"),
    [
        (["(a)", "(b)", "(c)"], "letter"),
        (["(h)", "(i)", "(j)"], "letter"),
        (["(i)", "(ii)", "(iii)", "(iv)"], "roman"),
        (["1.", "2.", "2 bis.", "3."], "number"),
        (["(i)", "(j)"], "letter"),
        (["I", "II", "III"], "roman"),
    ],
)
def test_the_style_of_a_row_is_that_in_which_it_follows_on(row: list[str], style: str) -> None:
    assert style_of(row) == style
    assert breaks(row, style) == []


@pytest.mark.parametrize(
    ("row", "style", "place", "expected", "how"),
    [
        (["(a)", "(c)"], "letter", 1, "(b)", "skips"),
        (["1.", "2.", "2."], "number", 2, "3.", "repeats"),
        (["(a)", "(b)", "(c)", "(b)"], "letter", 3, "(d)", "goes back"),
        (["(i)", "(ii)", "(iv)"], "roman", 2, "(iii)", "skips"),
        (["(A)", "(B)", "(D)"], "letter", 2, "(C)", "skips"),
        (["(a)", "(b)", "3."], "letter", 2, "(c)", "style"),
    ],
)
def test_a_label_that_is_not_the_next_is_named_with_what_it_should_be(
    row: list[str], style: str, place: int, expected: str, how: str
) -> None:
    (found,) = breaks(row, style)
    assert (found.place, found.expected, found.how) == (place, expected, how)


@pytest.mark.parametrize(
    "row",
    [
        ["(y)", "(z)", "(aa)", "(bb)"],
        ["(a)", "(aa)", "(ab)", "(b)", "(ba)", "(c)"],
        ["(ba)", "(bb)"],
        ["1", "1 bis", "1 ter", "2"],
        ["5", "5a", "5b", "6"],
        ["n)", "ñ)", "o)"],
        ["(a)", "(b)", "(a)", "(b)"],
    ],
    ids=" ".join,
)
def test_labels_that_are_inserted_and_lists_that_begin_anew_break_nothing(row: list[str]) -> None:
    assert breaks(row, style_of(row)) == []
