"""What a treaty folder holds, and what was added to it, for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.text import Text

from treatydiff.writers.screen import Screen, printable
from treatydiff.writers.statements import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.model import Added, DraftStatus, Status
    from treatydiff.writers.writer import Layout

_MARGIN: Final = 10
_GAP: Final = 2
_SHOWN_DIGEST: Final = 12
_STATES: Final = {
    "read": "read",
    "unread": "not read yet",
    "changed": "CHANGED since it was added",
    "missing": "MISSING",
}


def write_status(status: Status, layout: Layout) -> bytes:
    """Write the drafts of a folder in order, one line each, and the files beside them that are not listed."""
    screen = Screen(layout)
    if status.title:
        screen.line(Text(printable(status.title), "bold"))
        screen.line()
    head = ("DRAFT", "DATE", "SHA-256", "FILE", "STATE")
    cells = [tuple(map(printable, _cells(row))) for row in status.drafts]
    widths = [max(map(cell_len, column)) + _GAP for column in zip(head, *cells, strict=True)]
    if status.drafts:
        _row(screen, head, widths, "bold")
    for row, cell in zip(status.drafts, cells, strict=True):
        _row(screen, cell, widths, "bold" if row.state in {"changed", "missing"} else "")
    if not status.drafts:
        screen.line("No draft is listed yet: add one with treatydiff add FILE.")
    _unlisted(screen, status.unlisted)
    return screen.bytes()


def _cells(row: DraftStatus) -> tuple[str, ...]:
    return (row.entry.id, row.entry.date, row.sha256[:_SHOWN_DIGEST], row.entry.file, _STATES[row.state])


def _row(screen: Screen, cells: Sequence[str], widths: Sequence[int], style: str) -> None:
    line = "".join(cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True))
    screen.line(Text(line.rstrip(), style))


def _unlisted(screen: Screen, unlisted: Sequence[str]) -> None:
    if not unlisted:
        return
    screen.line()
    screen.line("Not listed:")
    for name in unlisted:
        screen.line(printable(name), indent=_GAP)


def write_added(added: Added, layout: Layout) -> bytes:
    """Write what was read of a draft that was added."""
    screen = Screen(layout)
    entry, data = added.entry, added.document.metadata
    screen.line(Text.assemble((printable(entry.id), "bold"), printable(f"  {entry.file}")), indent=_MARGIN, label="added")
    for name, value in (("title", data.title), ("symbol", data.symbol), ("date", data.date)):
        screen.line(printable(value) or Text("not said in the file", "dim"), indent=_MARGIN, label=name)
    screen.line(f"{added.clauses:,} {plural('clause', added.clauses)}, read as {data.format}", indent=_MARGIN, label="holds")
    if entry.based_on:
        screen.line(printable(entry.based_on), indent=_MARGIN, label="based on")
    return screen.bytes()


def older_said(added: Added) -> str:
    """Say of a draft that it is older than the one before it; nothing where it is not."""
    if added.later is None:
        return ""
    dates = f"{added.entry.date} is before {added.later.date}, the date of {added.later.id}"
    return printable(f"{added.entry.file}: {dates}; if that is wrong, mend the order or the dates in treaty.toml")
