"""The numbers of provisions over all drafts, as a table for the terminal and as CSV."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from treatydiff.text.citations import short
from treatydiff.writers.cells import safe
from treatydiff.writers.screen import Screen, printable
from treatydiff.writers.statements import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.history.concordance import Concordance, Row
    from treatydiff.model import Draft
    from treatydiff.writers.writer import Layout

_GAP: Final = 2
_LEAST_SUBJECT: Final = 20
_WIDEST_NUMBER: Final = 22
_NOT_THERE: Final = "–"


def write_terminal(concordance: Concordance, layout: Layout) -> bytes:
    """Write one line for each provision: what it is about, and its number in each draft, a dash where it is not.

    Drafts that find no room beside one another follow in a further table. In colour, a number that is not that of the draft
    before is bold.
    """
    screen = Screen(layout)
    drafts = concordance.history.drafts
    cells = [[short(label) for label in row.labels] for row in concordance.rows]
    widths = [_width(draft, [row[n] for row in cells]) for n, draft in enumerate(drafts)]
    room = screen.width - _LEAST_SUBJECT - _GAP
    for places in _bands(widths, room):
        _band(screen, concordance, cells, widths, places)
        screen.line()
    screen.line(summary(concordance))
    return screen.bytes()


def _width(draft: Draft, numbers: Sequence[str]) -> int:
    return min(max(map(cell_len, (printable(draft.id), *numbers)), default=0), _WIDEST_NUMBER)


def _bands(widths: Sequence[int], room: int) -> list[range]:
    """Part the drafts, by their places, so that the columns of each band fit; at least one in each."""
    bands: list[range] = []
    start = used = 0
    for place, width in enumerate(widths):
        if place > start and used + width + _GAP > room:
            bands.append(range(start, place))
            start, used = place, 0
        used += width + _GAP
    return [*bands, range(start, len(widths))]


def _band(screen: Screen, concordance: Concordance, cells: Sequence[Sequence[str]], widths: Sequence[int], band: range) -> None:
    subject = screen.width - sum(widths[n] + _GAP for n in band)
    ids = [printable(concordance.history.drafts[n].id) for n in band]
    head = "".join(" " * _GAP + set_cell_size(name, widths[n]) for n, name in zip(band, ids, strict=True))
    screen.line(Text(f"{'SUBJECT'.ljust(subject)}{head}".rstrip(), "bold"))
    for row, numbers in zip(concordance.rows, cells, strict=True):
        line = Text(_cut(printable(" ".join(row.subject.split())), subject))
        for n in band:
            is_new = n > 0 and numbers[n] != numbers[n - 1]
            line.append(" " * _GAP + _cut(printable(numbers[n]) or _NOT_THERE, widths[n]), "bold" if is_new else "")
        line.rstrip()
        screen.line(line)


def _cut(text: str, room: int) -> str:
    return set_cell_size(text, room) if cell_len(text) <= room else f"{set_cell_size(text, room - 1)}…"


def summary(concordance: Concordance) -> str:
    """Count the provisions, and those that were renumbered, that came and that went."""
    rows = concordance.rows
    lines = [row.line for row in rows]
    counts = (
        (sum(row.is_renumbered for row in rows), "renumbered"),
        (sum(line.begins != "first" for line in lines), "that came later"),
        (sum(line.ends != "last" for line in lines), "that went"),
    )
    said = ", ".join(f"{n:,} {what}" for n, what in counts if n)
    total = f"{len(rows):,} {plural('provision', len(rows))} in {len(concordance.history.drafts):,} drafts"
    return f"{total}: {said}." if said else f"{total}."


def write_csv(concordance: Concordance, _layout: Layout) -> bytes:
    """Write one row for each provision, as UTF-8 with a byte order mark, so that spreadsheets know the encoding.

    The columns are the id of its line, what it is about, one for each draft with how it is cited there in full, empty where
    it is not, then how the line begins and ends. No cell can start a formula.
    """
    file = StringIO(newline="")
    rows = csv.writer(file)
    ids = [draft.id for draft in concordance.history.drafts]
    rows.writerow([safe(cell) for cell in ("line", "subject", *ids, "begins", "ends")])
    rows.writerows([safe(cell) for cell in _cells(row)] for row in concordance.rows)
    return file.getvalue().encode("utf-8-sig", errors="replace")


def _cells(row: Row) -> tuple[str, ...]:
    return (row.line.id, row.subject, *row.labels, row.line.begins, row.line.ends)
