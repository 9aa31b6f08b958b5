"""A comparison as one HTML file that needs nothing else: to read, to print, to send on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.writers.html.page import report

if TYPE_CHECKING:
    from treatydiff.model import Comparison
    from treatydiff.writers.writer import Layout


def write_comparison(comparison: Comparison, _layout: Layout) -> bytes:
    """Write the report as UTF-8; a page finds its own width and colours."""
    return report(comparison).encode()
