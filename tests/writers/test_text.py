from __future__ import annotations

from treatydiff.api import compare, read_bytes, render
from treatydiff.writers.writer import Layout


def test_plain_text_is_what_a_terminal_without_colour_shows() -> None:
    old, new = (f"Article 1\n\n1. Each Party {verb} help others.\n".encode() for verb in ("shall", "may"))
    comparison = compare(read_bytes(old, "old.txt"), read_bytes(new, "new.txt"))
    shown = render(comparison, "text", Layout(colour=True))
    assert shown == render(comparison, "terminal", Layout())
    assert b"\x1b" not in shown
