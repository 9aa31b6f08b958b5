"""The words that the three files share beside those of the drafts."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from treatydiff.writers.html.phrases import SEVERITY_NAMES, excerpt, listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.writers.columns.table import Column, Headline, Table, Told

FINDINGS: Final = "Findings"
COMMENTS: Final = "Comments"
KEY: Final = (
    "One row for each clause, oldest draft first. In each further column, what came in since the draft before is underlined, "
    "what went out is struck through."
)
_TWO: Final = 2


def table_title(table: Table) -> str:
    """Give the title of the file: the one that all drafts bear, else their names."""
    return table.title or listed(column.name for column in table.columns)


def remark_line(remarks: Sequence[str]) -> str:
    """Give the remarks of a cell as one line; empty where there are none."""
    return sentence("; ".join(remarks)) if remarks else ""


def told_line(told: Told) -> str:
    """Give a finding as one line: how grave it is, what it says, and its rule."""
    return f"{SEVERITY_NAMES[told.finding.severity]}. {sentence(told.finding.message)} [{told.finding.rule}]"


def by_draft(told: Sequence[Told], columns: Sequence[Column]) -> Iterator[tuple[str, list[Told]]]:
    """Give findings draft by draft, with the name of the draft that brought them; without one where there are only two."""
    for column, found in groupby(told, key=lambda each: each.column):
        yield columns[column].name if len(columns) > _TWO else "", list(found)


def title_line(head: Headline, columns: Sequence[Column]) -> str:
    """Say below a title what happened to it, and how it read in the drafts before; empty where there is nothing to say."""
    earlier = (f"{columns[n].name}: {title}." for n, title in head.earlier)
    return " ".join(said for said in (remark_line(head.cell.remarks), *earlier) if said)


def feet(columns: Sequence[Column], longest: int) -> str:
    """Give the names of the drafts for the foot of a page, together in about `longest` characters."""
    return " / ".join(excerpt(column.name, longest // len(columns)) for column in columns)
