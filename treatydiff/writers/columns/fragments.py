"""A cell as fragments of text that look the same: what spreadsheets and Word files are written from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from treatydiff.writers.columns.phrases import by_draft, remark_line, title_line, told_line
from treatydiff.writers.columns.table import headline, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.model import RedlineOp
    from treatydiff.writers.columns.table import Cell, Column, Entry, Row, Run, Told

Role = Literal["words", "number", "sign", "heading", "title", "quiet"]
LineKind = Literal["clause", "title", "beside"]
"""Words of a draft and what is said among them; a title; what stands beside or below them."""


class Fragment(NamedTuple):
    """Text with one look: what it is, and whether its words came, went or stayed."""

    text: str
    role: Role = "words"
    op: RedlineOp = "equal"
    is_emphasised: bool = False


class Line(NamedTuple):
    """A paragraph of a cell: the number that hangs before it, if it has one, and how many steps it is set in."""

    kind: LineKind
    fragments: tuple[Fragment, ...]
    number: Fragment | None = None
    depth: int = 0


def cell_lines(cell: Cell) -> list[Line]:
    """Give the paragraphs of a cell: each clause with its number before it, then the remarks."""
    lines = [line for entry in cell.entries for line in _entry_lines(entry)]
    remarks = remark_line(cell.remarks)
    return [*lines, _quiet(remarks, "clause")] if remarks else lines


def title_lines(row: Row, columns: Sequence[Column]) -> list[Line]:
    """Give the paragraphs of a title that spans the table: the newest one, how it read before, and its findings."""
    head = headline(row)
    lines = [Line("title", _inked(entry.words, "title"), _number(entry)) for entry in head.cell.entries]
    said = title_line(head, columns)
    return [*lines, *([_quiet(said)] if said else []), *told_lines(row.told, columns)]


def told_lines(told: Sequence[Told], columns: Sequence[Column]) -> list[Line]:
    """Give the paragraphs of the findings beside a row."""
    lines: list[Line] = []
    for name, found in by_draft(told, columns):
        lines += [_quiet(name)] if name else []
        lines += [Line("beside", (Fragment(told_line(each)),)) for each in found]
    return lines


def _entry_lines(entry: Entry) -> Iterator[Line]:
    number = _number(entry)
    if entry.heading:
        yield Line("clause", _inked(entry.heading, "heading"), number, entry.depth)
        number = None
    yield Line("clause", _inked(entry.words, "words"), number, entry.depth)


def _number(entry: Entry) -> Fragment | None:
    return Fragment(entry.number, "number", "delete" if entry.is_gone else "equal") if entry.number else None


def _inked(runs: Iterable[Run], role: Role) -> tuple[Fragment, ...]:
    return tuple(Fragment(run.text, "sign" if run.is_sign else role, run.op, run.is_emphasised) for run in shown(runs))


def _quiet(words: str, kind: LineKind = "beside") -> Line:
    return Line(kind, (Fragment(words, "quiet"),))
