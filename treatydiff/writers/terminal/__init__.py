"""A comparison for the terminal: the summary first, then the findings, then article by article what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.writers.screen import Screen
from treatydiff.writers.terminal.articles import articles
from treatydiff.writers.terminal.changes import write_changes
from treatydiff.writers.terminal.findings import write_findings, write_terms
from treatydiff.writers.terminal.head import write_head
from treatydiff.writers.terminal.selection import asked, selected
from treatydiff.writers.terminal.stat import write_stat

if TYPE_CHECKING:
    from treatydiff.model import Comparison
    from treatydiff.writers.writer import Layout


def write_comparison(comparison: Comparison, layout: Layout) -> bytes:
    """Write a comparison as text for a terminal; without colour, `[-struck-]` and `{+inserted+}` as in a word diff.

    `only`, `articles` and `stat` of the layout choose a part.

    Raises:
        UsageError: no clause of either draft is cited as one of `articles`.

    """
    screen = Screen(layout)
    part = selected(comparison, layout)
    write_head(screen, comparison, asked(layout))
    changed = articles(comparison, part)
    if layout.stat:
        write_stat(screen, changed)
        return screen.bytes()
    write_findings(screen, part, only=layout.only)
    if part is comparison:
        write_terms(screen, comparison)
    write_changes(screen, changed, is_part=part is not comparison)
    return screen.bytes()
