"""The table as a frozen value: rows, cells, and the runs of their words with what came and what went."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.model import Finding, RedlineOp


class Run(NamedTuple):
    """A run of a cell.

    `op` is held against the draft to the left: what was inserted is of this draft, what was deleted was of that one.
    `is_sign`: written by a mark (a bracket, a remark, a footnote's number), so not of the words.
    """

    text: str
    op: RedlineOp = "equal"
    is_sign: bool = False
    is_emphasised: bool = False


class Entry(NamedTuple):
    """A clause in a cell, or the title of an article.

    `clause_id` is empty for what is no clause of the cell's draft: a clause that was deleted from the draft to the left, which
    `is_gone`, and the number of an article that has no heading. `number` hangs before the words, `depth` counts the steps of
    indentation, and `heading` stands over the words where the clause has one of its own.
    """

    clause_id: str
    number: str
    words: tuple[Run, ...]
    heading: tuple[Run, ...] = ()
    depth: int = 0
    is_gone: bool = False


class Cell(NamedTuple):
    """What a draft says in a row, and in a few plain words what happened to it but for its wording ("moved from article 3")."""

    entries: tuple[Entry, ...] = ()
    remarks: tuple[str, ...] = ()


class Told(NamedTuple):
    """A finding with the place of the column, counted from 0, whose draft brought it."""

    finding: Finding
    column: int


class Row(NamedTuple):
    """One clause through the drafts, oldest first; several in a cell where it was split or merged.

    A row with a `level` is a title that spans the table: 1 and 2 for chapters and what is in them, 3 for articles.
    """

    cells: tuple[Cell, ...]
    told: tuple[Told, ...] = ()
    level: int = 0


class Column(NamedTuple):
    """A draft at the head of its column: its short name, what else tells it apart, its language (ISO 639-1), its direction."""

    name: str
    facts: tuple[str, ...]
    language: str
    is_right_to_left: bool


class Table(NamedTuple):
    """The title that all drafts bear, empty where they bear several; the columns, oldest draft first; the rows."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


class Headline(NamedTuple):
    """What a spanning row shows: the newest cell, and the titles before it that read otherwise, by column, oldest first."""

    cell: Cell
    earlier: tuple[tuple[int, str], ...]


def headline(row: Row) -> Headline:
    """Give what the spanning row of a title shows."""
    last = max(n for n, cell in enumerate(row.cells) if cell.entries)
    shown = _title(row.cells[last].entries)
    earlier: list[tuple[int, str]] = []
    for n, cell in enumerate(row.cells[:last]):
        title = _title(cell.entries)
        if title and title not in {shown, *(known for _, known in earlier[-1:])}:
            earlier.append((n, title))
    return Headline(row.cells[last], tuple(earlier))


def shown(runs: Iterable[Run]) -> Iterator[Run]:
    """Give runs as they are printed: white space that went is left out, what came is not marked, equal looks are joined."""
    last: Run | None = None
    for run in runs:
        if not run.text or (run.op == "delete" and run.text.isspace()):
            continue
        now = run._replace(op="equal") if run.text.isspace() and not run.is_sign else run
        if last is not None and last[1:] == now[1:]:
            last = last._replace(text=last.text + now.text)
            continue
        if last is not None:
            yield last
        last = now
    if last is not None:
        yield last


def own(runs: Iterable[Run]) -> str:
    """Give the words of the cell's own draft, without those that were deleted from the one before it and without signs."""
    return "".join(run.text for run in runs if run.op != "delete" and not run.is_sign)


def _title(entries: Sequence[Entry]) -> str:
    """Give the title of entries in one line; what was deleted counts only where nothing else is left."""
    told = [entry for entry in entries if not entry.is_gone] or entries
    said = ("".join(run.text for run in entry.words if entry.is_gone or run.op != "delete") for entry in told)
    return "; ".join(f"{entry.number} {words}".strip() for entry, words in zip(told, said, strict=True))
