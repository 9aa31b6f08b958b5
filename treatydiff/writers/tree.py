"""A document for the terminal: the tree as it was read, with its marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from treatydiff.text.marks import restore
from treatydiff.writers.screen import Screen, printable
from treatydiff.writers.tracked import changed_by, spelt

if TYPE_CHECKING:
    from treatydiff.model import Document, Provision
    from treatydiff.writers.writer import Layout

_STEP = 2
_DEEPEST = 10


def write_document(document: Document, layout: Layout) -> bytes:
    """Write a draft as an indented outline: kind and number of each provision, then its heading and words, marks put back."""
    screen = Screen(layout)
    data = document.metadata
    for part in (data.title, ", ".join(p for p in (data.symbol, data.date, data.language, data.path) if p)):
        if part:
            screen.line(Text(printable(part), "bold" if part == data.title else "dim"))
    for warning in document.warnings:
        place = f"{warning.where}: " if warning.where else ""
        screen.line(Text(printable(f"warning: {place}{warning.message}"), "dim"))
    screen.line()
    for provision in document.provisions:
        _provision(screen, provision, 0)
    return screen.bytes()


def _provision(screen: Screen, provision: Provision, depth: int) -> None:
    margin = _STEP * min(depth, _DEEPEST)
    heading = printable(restore(*spelt(provision.heading, provision.heading_marks)))
    head = Text.assemble(
        (provision.kind, "dim"),
        (f" {printable(provision.num)}" if provision.num else "", "bold"),
        f"  {heading}" if heading else "",
        (f"  {printable(provision.id)}", "dim"),
    )
    screen.line(head, indent=margin)
    words = restore(*spelt(provision.words, provision.marks))
    text, _, closing = words.partition("\n") if provision.closing else (words, "", "")
    if text:
        screen.line(printable(text), indent=margin + _STEP)
    if authors := changed_by((*provision.heading_marks, *provision.marks)):
        screen.line(Text(printable(f"changed by {'; '.join(authors)}"), "dim"), indent=margin + _STEP)
    for child in provision.children:
        _provision(screen, child, depth + 1)
    if closing:
        screen.line(printable(closing), indent=margin + _STEP)
