"""What a writer is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from treatydiff.history.proposals import ProposalFate
    from treatydiff.model import Comparison, Document, Duty, History, Record, Report


class Layout(NamedTuple):
    """How a result is laid out where the format leaves a choice: the width of a terminal in columns, and colour or none."""

    width: int = 80
    colour: bool = False


class WriteComparison(Protocol):
    """Turns a comparison into the bytes of one file."""

    def __call__(self, comparison: Comparison, layout: Layout, /) -> bytes:
        """Write the whole comparison."""
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


class WriteHistory(Protocol):
    """Turns a history into the bytes of one file."""

    def __call__(self, history: History, layout: Layout, /) -> bytes:
        """Write the whole history, or what the format shows of it."""
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


class HistoryWriter(NamedTuple):
    """One output format of a history, as for a comparison."""

    name: str
    suffixes: tuple[str, ...]
    load: Callable[[], WriteHistory]


class ReportWriter(NamedTuple):
    """One output format of a whole history, as for a comparison."""

    name: str
    suffixes: tuple[str, ...]
    load: Callable[[], WriteReport]
