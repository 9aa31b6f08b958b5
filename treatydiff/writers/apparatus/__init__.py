"""The last draft of a history with the variants of earlier ones under each clause: as a page, and as a critical edition."""

from __future__ import annotations

from treatydiff.writers.apparatus.page import write_html
from treatydiff.writers.apparatus.tei import write_tei

__all__ = ["write_html", "write_tei"]
