"""From the comparisons of each draft with the next to the table."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from treatydiff.writers.columns.heads import columns, shared_title
from treatydiff.writers.columns.outline import Outline
from treatydiff.writers.columns.places import Places
from treatydiff.writers.columns.remarks import IS_NEW, WAS_DELETED, remarks, told
from treatydiff.writers.columns.table import Cell, Entry, Row, Table
from treatydiff.writers.columns.threads import in_order, threads
from treatydiff.writers.columns.wording import as_changed, as_it_stands, heading_of, title
from treatydiff.writers.once import Itself

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import Change, Comparison, Provision
    from treatydiff.writers.columns.outline import Line
    from treatydiff.writers.columns.threads import Thread


def table_of(comparisons: Sequence[Comparison]) -> Table:
    """Make the table of drafts, oldest first, from the comparison of each with the next one.

    The last table is kept: a run that writes several formats makes it once.

    Raises:
        ValueError: there is no comparison, or one does not begin with the draft that the one before it ends with.

    """
    if not comparisons or any(one.new is not other.old for one, other in pairwise(comparisons)):
        raise ValueError("each comparison begins with the draft that the one before it ends with")
    return _table(tuple(Itself(one) for one in comparisons))


@lru_cache(maxsize=1)
def _table(these: tuple[Itself[Comparison], ...]) -> Table:
    comparisons = [one.value for one in these]
    places = Places(comparisons)
    order = in_order(comparisons, threads(comparisons), places.home)
    drafts = [comparisons[0].old, *(comparison.new for comparison in comparisons)]
    rows = tuple(_row(line, places) for line in Outline(order, places).lines())
    return Table(shared_title(drafts), columns(drafts), rows)


def _row(line: Line, places: Places) -> Row:
    if line.thread is None:
        return Row(_title_cells(places.through_the_drafts(line.place), is_continued=line.is_continued), level=line.level)
    cells = tuple(_cells(line.thread))
    if line.level:
        cells = tuple(_heading_cells(cells, places.through_the_drafts(line.place)))
    return Row(cells, told(line.thread), line.level)


def _cells(thread: Thread) -> Iterator[Cell]:
    yield Cell(tuple(as_it_stands(clause) for clause in thread.drafts[0]))
    for changes in thread.changes:
        yield Cell(_entries(changes), tuple(remark for change in changes for remark in remarks(change)))


def _entries(changes: Sequence[Change]) -> tuple[Entry, ...]:
    """Give what changes made of clauses in the order of the draft, what was deleted behind what stood before it."""
    placed: list[tuple[int, Entry]] = []
    last = -1
    for change in changes:
        for clause, entry in as_changed(change):
            last = last if entry.is_gone else clause.order
            placed.append((last, entry))
    return tuple(entry for _, entry in sorted(placed, key=lambda item: item[0]))


def _heading_cells(cells: Sequence[Cell], provisions: Sequence[Provision | None]) -> Iterator[Cell]:
    """Give the cells of a heading, those of drafts that have the article without this heading with its number at least."""
    before: Provision | None = None
    for cell, provision in zip(cells, provisions, strict=True):
        if before and provision:
            cell = cell._replace(remarks=tuple(_OF_HEADING.get(remark, remark) for remark in cell.remarks))  # noqa: PLW2901
        yield cell if provision is None or any(entry.clause_id for entry in cell.entries) else _without_heading(cell, provision)
        before = provision


_OF_HEADING: Final = {IS_NEW: "its heading is new", WAS_DELETED: "its heading was deleted"}


def _without_heading(cell: Cell, provision: Provision) -> Cell:
    """Give the cell of an article that is there, but not under this heading; one that it has instead has a row of its own."""
    has_other = provision.heading and not provision.words
    own = () if has_other else (title(provision, None),)
    return cell._replace(entries=(*own, *(entry._replace(number="") for entry in cell.entries)))


def _title_cells(provisions: Sequence[Provision | None], *, is_continued: bool) -> tuple[Cell, ...]:
    """Give the cells of a title that is no clause: an article without a heading, or one whose words follow its heading."""
    cells = []
    before: str | None = None
    for n, provision in enumerate(provisions):
        entry = title(provision, before if n else None) if provision else None
        before = heading_of(provision) if provision else ""
        cells.append(Cell((entry,), ("continued",) if is_continued else ()) if entry else Cell())
    return tuple(cells)
