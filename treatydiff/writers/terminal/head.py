"""What the two drafts are, and how much of them changed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from rich.text import Text

from treatydiff.writers.screen import printable
from treatydiff.writers.statements import KINDS, plural

if TYPE_CHECKING:
    from treatydiff.model import Comparison, Document
    from treatydiff.writers.screen import Screen

MARGIN: Final = 10
"""Columns before the text, in which labels hang."""


def write_head(screen: Screen, comparison: Comparison, asked: str) -> None:
    """Write both drafts, the counts of clauses and of marks, and what was asked for where that is a part."""
    _draft(screen, "old", comparison.old, len(comparison.old_clauses))
    _draft(screen, "new", comparison.new, len(comparison.new_clauses))
    screen.line()
    screen.line(_counts(comparison), indent=MARGIN, label="clauses")
    marks = Counter((mark.kind, mark.op) for change in comparison.changes for mark in change.marks if mark.op != "kept")
    if marks:
        said = (f"{n:,} {plural(kind, n)} {op}" for (kind, op), n in sorted(marks.items(), key=lambda item: -item[1]))
        screen.line(", ".join(said), indent=MARGIN, label="marks")
    if asked:
        screen.line(printable(asked), indent=MARGIN, label="shown")
    screen.line()


def _draft(screen: Screen, name: str, document: Document, clauses: int) -> None:
    data = document.metadata
    size = f"{clauses:,} {plural('clause', clauses)}"
    said = printable(", ".join(part for part in (data.symbol, data.date, data.path, size) if part))
    if data.title:
        screen.line(Text(printable(data.title), "bold"), indent=MARGIN, label=name)
    screen.line(said, indent=MARGIN, label="" if data.title else name)
    for warning in document.warnings:
        place = f"{warning.where}: " if warning.where else ""
        screen.line(Text(printable(place + warning.message), "dim"), indent=MARGIN)


def _counts(comparison: Comparison) -> str:
    """Say how many clauses were reworded, are new and so on; one that only follows a renumbering is counted as that."""
    links = [change.link for change in comparison.changes]
    counted = Counter(change.link.kind for change in comparison.changes if not change.follows)
    parts = [f"{counted[kind]:,} {name}" for kind, name in KINDS.items() if counted[kind] or kind in {"same", "edited"}]
    following = sum(change.follows for change in comparison.changes)
    parts += [f"{following:,} only {'follows' if following == 1 else 'follow'} a renumbering"] if following else []
    parts += [f"{n:,} {name}" for n, name in ((sum(x.renumbered for x in links), "renumbered"),) if n]
    parts += [f"{n:,} {name}" for n, name in ((sum(x.moved for x in links), "moved"),) if n]
    return ", ".join(parts)
