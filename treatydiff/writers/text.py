"""A comparison as plain text: what a terminal shows, without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.writers import terminal

if TYPE_CHECKING:
    from treatydiff.model import Comparison
    from treatydiff.writers.writer import Layout


def write_comparison(comparison: Comparison, layout: Layout) -> bytes:
    """Write the comparison as UTF-8; words that went are `[-struck-]`, words that came `{+inserted+}`."""
    return terminal.write_comparison(comparison, layout._replace(colour=False))
