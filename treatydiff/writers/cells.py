"""Cells of tables that spreadsheets open: text of an untrusted draft must never start a formula.

Spreadsheets take text for a formula by its first character, so such a text gets an apostrophe before it, by the advice of
OWASP on CSV injection. A text that begins with apostrophes before such a character gets one more: whoever counts words takes
one apostrophe away from every cell that begins with apostrophes and one of these characters, and has the text of the draft
back, letter for letter.
"""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING, Final

from treatydiff.writers.html.escape import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_STARTS_A_FORMULA: Final = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""The full-width signs start a formula where Excel is set to Japanese or Chinese."""


def safe(text: str) -> str:
    """Give a cell that a spreadsheet takes as text; what no table can hold, as control characters, is shown as U+FFFD."""
    shown = printable(text)
    return f"'{shown}" if _STARTS_A_FORMULA.match(shown) else shown


def unsafe(cell: str) -> str:
    """Give the text that `safe` made a cell of."""
    return cell[1:] if cell.startswith("'") and _STARTS_A_FORMULA.match(cell) else cell


def truth(value: object) -> str:
    """Give a truth value as programs for data read it."""
    return "true" if value else "false"


def rows_as_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write rows under the names of their columns, as UTF-8 with a byte order mark and the line ends of RFC 4180."""
    file = StringIO(newline="")
    written = csv.writer(file)
    written.writerow(columns)
    written.writerows(rows)
    return file.getvalue().encode("utf-8-sig")
