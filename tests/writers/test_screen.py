"""Lines of a terminal, wrapped: the quick way gives what rich gives."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from treatydiff.writers.screen import _NARROW, wrapped

NARROW = st.text(st.sampled_from("ab ,.-\n“é…→⟦⟧\ufffd"), max_size=60)


@settings(deadline=None)
@given(NARROW, st.integers(3, 20))
def test_narrow_words_are_wrapped_as_rich_wraps_them(text: str, width: int) -> None:
    rows = Text(text).wrap(Console(width=200, legacy_windows=False), width)
    expected = [row.plain.rstrip() for row in rows] or [""]
    assert _NARROW.fullmatch(text)
    assert [row.strip() for row in wrapped(text, width) if row.strip()] == [row.strip() for row in expected if row.strip()]


@settings(deadline=None)
@given(NARROW, st.integers(3, 20))
def test_no_row_is_wider_than_asked_and_no_word_is_lost(text: str, width: int) -> None:
    rows = list(wrapped(text, width))
    assert all(len(row) <= width for row in rows)
    assert "".join("".join(rows).split()) == "".join(text.split())


def test_a_word_that_is_too_long_begins_a_row_and_is_cut() -> None:
    assert list(wrapped("a bbbbbbbb c", 4)) == ["a", "bbbb", "bbbb", "c"]
