"""A log for the terminal: of one provision draft by draft, or of the whole treaty step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.writers.lineage.clause import write_clause_log
from treatydiff.writers.lineage.stat import write_steps

if TYPE_CHECKING:
    from treatydiff.history.log import Log
    from treatydiff.writers.writer import Layout


def write_log(log: Log, layout: Layout) -> bytes:
    """Write a log: wordings and findings of what it is about, or the extent of all changes where it is about all."""
    return write_clause_log(log, log.subject, layout) if log.subject else write_steps(log, layout)
