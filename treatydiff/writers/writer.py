"""What a writer is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from treatydiff.history.proposals import ProposalFate
    from treatydiff.model import CheckReport, Comparison, Document, Duty, History, Record, Report, Severity


_Value_contra = TypeVar("_Value_contra", contravariant=True)
_Write = TypeVar("_Write")


class Layout(NamedTuple):
    """How a result is laid out where the format leaves a choice.

    On a terminal: its `width` in columns, `colour` or none; `only` what has a finding of this severity or a graver one, only
    the places that are cited as one of `articles` in either draft, or with `stat` one line for each article.

    In a list of amendments: with `itu_labels` each carries the label that the International Telecommunication Union
    gives it (ADD, MOD, SUP), and what stays is listed as NOC.

    In a Word file with tracked changes: their `author` and their `date`, a day or a time of ISO 8601, empty for that of the new
    draft.
    """

    width: int = 80
    colour: bool = False
    author: str = "treatydiff"
    date: str = ""
    only: Severity | Literal[""] = ""
    articles: tuple[str, ...] = ()
    stat: bool = False
    itu_labels: bool = False


class WriteComparison(Protocol):
    """Turns a comparison into the bytes of one file."""

    def __call__(self, comparison: Comparison, layout: Layout, /) -> bytes:
        """Write the whole comparison."""
        ...


class WriteColumns(Protocol):
    """Turns the comparisons of each of several drafts with the next into the bytes of one table."""

    def __call__(self, comparisons: Sequence[Comparison], layout: Layout, /) -> bytes:
        """Write all drafts, oldest first, side by side."""
        ...


class WriteDocument(Protocol):
    """Turns a document into the bytes of one file."""

    def __call__(self, document: Document, layout: Layout, /) -> bytes:
        """Write the whole document."""
        ...


class WriteDuties(Protocol):
    """Turns the duties of a draft into the bytes of one file."""

    def __call__(self, duties: Sequence[Duty], layout: Layout, /) -> bytes:
        """Write the whole list."""
        ...


class WriteProposals(Protocol):
    """Turns proposals with their fates into the bytes of one file."""

    def __call__(self, found: Sequence[ProposalFate], history: History, record: Record, layout: Layout, /) -> bytes:
        """Write the whole list."""
        ...


class WriteProblems(Protocol):
    """Turns what the checks found into the bytes of one file."""

    def __call__(self, report: CheckReport, layout: Layout, /) -> bytes:
        """Write the whole report."""
        ...


class WriteReport(Protocol):
    """Turns the whole history of a treaty into the bytes of one file."""

    def __call__(self, report: Report, layout: Layout, /) -> bytes:
        """Write the whole history."""
        ...


class ComparisonWriter(NamedTuple):
    """One output format of a comparison: its name, the suffixes by which it is chosen, and how its function is had.

    `load` imports what the format needs, so that listing the formats costs nothing.
    """

    name: str
    suffixes: tuple[str, ...]
    load: Callable[[], WriteComparison]


class ColumnsWriter(NamedTuple):
    """One output format of the table of several drafts, as for a comparison."""

    name: str
    suffixes: tuple[str, ...]
    load: Callable[[], WriteColumns]


class DocumentWriter(NamedTuple):
    """One output format of a document, as for a comparison."""

    name: str
    suffixes: tuple[str, ...]
    load: Callable[[], WriteDocument]


class DutiesWriter(NamedTuple):
    """One output format of the duties of a draft, as for a comparison."""

    name: str
    suffixes: tuple[str, ...]
    load: Callable[[], WriteDuties]


class ProposalsWriter(NamedTuple):
    """One output format of proposals with their fates, as for a comparison."""

    name: str
    suffixes: tuple[str, ...]
    load: Callable[[], WriteProposals]


class ProblemsWriter(NamedTuple):
    """One output format of what the checks found, as for a comparison."""

    name: str
    suffixes: tuple[str, ...]
    load: Callable[[], WriteProblems]


class WriteHistory(Protocol[_Value_contra]):
    """Turns what is told of a history into the bytes of one file."""

    def __call__(self, told: _Value_contra, layout: Layout, /) -> bytes:
        """Write the whole of it."""
        ...


class HistoryWriter(NamedTuple, Generic[_Write]):
    """One output format of something that is told of a history, as for a comparison."""

    name: str
    suffixes: tuple[str, ...]
    load: Callable[[], _Write]


class ReportWriter(NamedTuple):
    """One output format of a whole history, as for a comparison."""

    name: str
    suffixes: tuple[str, ...]
    load: Callable[[], WriteReport]
