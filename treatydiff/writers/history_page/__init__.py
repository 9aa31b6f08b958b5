"""The whole history of a treaty as one HTML file that needs nothing else: to read, to print, to send on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.writers.history_page.page import history_page

if TYPE_CHECKING:
    from treatydiff.model import Report
    from treatydiff.writers.writer import Layout


def write_report(report: Report, _layout: Layout) -> bytes:
    """Write the page as UTF-8; it finds its own width and colours."""
    return history_page(report).encode()
