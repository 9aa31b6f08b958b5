"""A comparison as a tidy table in CSV: one row for each change, in the order of the JSON contract and with its vocabulary.

The file is UTF-8 with a byte order mark. Without one, Excel reads the letters of another code page and shows wrong words
without a warning, while programs for data either drop the mark (pandas, R's readr, LibreOffice) or show it plainly in the name
of the first column (`utf-8-sig` in Python and `UTF-8-BOM` in R read it away).

| column | what it holds |
|---|---|
| `id` | the change, as in the JSON: "c1" |
| `kind` | same, edited, inserted, deleted, split, merged, regrouped |
| `renumbered`, `moved`, `heading_changed`, `follows` | true or false; `follows`: only references follow a renumbering |
| `similarity` | from 0 to 1 |
| `old_id`, `old_kind`, `old_label`, `old_num`, `old_heading` | the old clauses; several are parted by "; " |
| `old_text` | their wording as one text; several are parted by a line feed |
| `new_id` to `new_text` | the same of the new clauses |
| `redline` | the words with `[-what went-]` and `{+what came+}` |
| `marks` | what became of brackets and other marks: "bracket added; status removed" |
| `findings` | how many findings there are; they stand one a row in `findings-csv` |
| `severity` | the highest among them; empty where there is none |

Text that a spreadsheet would take for a formula begins with an apostrophe: see `treatydiff.writers.cells`. Numbers are
written bare.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.writers.cells import rows_as_csv, safe, truth
from treatydiff.writers.html.reading import severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import Change, Clause, Comparison, RedlinePart
    from treatydiff.writers.writer import Layout

_SIDE: Final = ("id", "kind", "label", "num", "heading", "text")
COLUMNS: Final = (
    *("id", "kind", "renumbered", "moved", "heading_changed", "follows", "similarity"),
    *(f"old_{name}" for name in _SIDE),
    *(f"new_{name}" for name in _SIDE),
    *("redline", "marks", "findings", "severity"),
)
_SIGNS: Final = {"equal": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}")}


def write_comparison(comparison: Comparison, _layout: Layout) -> bytes:
    """Write one row for each change."""
    return rows_as_csv(COLUMNS, (tuple(_cells(change)) for change in comparison.changes))


def _cells(change: Change) -> Iterator[str]:
    link = change.link
    yield from (change.id, link.kind)
    yield from map(truth, (link.renumbered, link.moved, link.heading_changed, change.follows))
    yield f"{link.similarity:.4f}"
    yield from map(safe, (*_side(link.old, change.old_words), *_side(link.new, change.new_words)))
    yield safe(_redline(change.redline))
    yield "; ".join(f"{mark.kind} {mark.op}" for mark in change.marks)
    yield str(len(change.findings))
    yield severity(change)


def _side(clauses: Sequence[Clause], words: str) -> Iterator[str]:
    provisions = [clause.provision for clause in clauses]
    yield "; ".join(clause.id for clause in clauses)
    yield "; ".join(provision.kind for provision in provisions)
    yield "; ".join(clause.label for clause in clauses)
    yield "; ".join(provision.num for provision in provisions if provision.num)
    yield "; ".join(provision.heading for provision in provisions if provision.heading)
    yield words


def _redline(parts: Sequence[RedlinePart]) -> str:
    return "".join(f"{_SIGNS[op][0]}{text}{_SIGNS[op][1]}" for op, text in parts)
