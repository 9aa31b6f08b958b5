"""From a comparison, or a document, to bytes. One file for each format; this is where they are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.writers.writer import (
    ComparisonWriter,
    DocumentWriter,
    DutiesWriter,
    HistoryWriter,
    ProposalsWriter,
    ReportWriter,
)

if TYPE_CHECKING:
    from treatydiff.writers.writer import WriteComparison, WriteDocument, WriteDuties, WriteHistory, WriteProposals, WriteReport


def _comparison_as_terminal() -> WriteComparison:
    from treatydiff.writers.terminal import write_comparison

    return write_comparison


def _comparison_as_json() -> WriteComparison:
    from treatydiff.writers.json import write_comparison

    return write_comparison


def _comparison_as_html() -> WriteComparison:
    from treatydiff.writers.html import write_comparison

    return write_comparison


def _document_as_terminal() -> WriteDocument:
    from treatydiff.writers.tree import write_document

    return write_document


def _document_as_json() -> WriteDocument:
    from treatydiff.writers.json import write_document

    return write_document


def _document_as_akn() -> WriteDocument:
    from treatydiff.writers.akn import write_document

    return write_document


def _document_as_lines() -> WriteDocument:
    from treatydiff.writers.lines import write_document

    return write_document


def _duties_as_terminal() -> WriteDuties:
    from treatydiff.writers.duties import write_terminal

    return write_terminal


def _duties_as_csv() -> WriteDuties:
    from treatydiff.writers.duties import write_csv

    return write_csv


def _duties_as_json() -> WriteDuties:
    from treatydiff.writers.duties import write_json

    return write_json


def _proposals_as_terminal() -> WriteProposals:
    from treatydiff.writers.proposals import write_terminal

    return write_terminal


def _proposals_as_csv() -> WriteProposals:
    from treatydiff.writers.proposals import write_csv

    return write_csv


def _proposals_as_json() -> WriteProposals:
    from treatydiff.writers.proposals import write_json

    return write_json


def _apparatus_as_html() -> WriteHistory:
    from treatydiff.writers.apparatus import write_html

    return write_html


def _apparatus_as_tei() -> WriteHistory:
    from treatydiff.writers.apparatus import write_tei

    return write_tei


def _report_as_html() -> WriteReport:
    from treatydiff.writers.history_page import write_report

    return write_report


def _report_as_csv() -> WriteReport:
    from treatydiff.writers.history_data import write_csv

    return write_csv


def _report_as_json() -> WriteReport:
    from treatydiff.writers.history_data import write_json

    return write_json


COMPARISON_WRITERS: Final = (
    ComparisonWriter("terminal", (), _comparison_as_terminal),
    ComparisonWriter("json", (".json",), _comparison_as_json),
    ComparisonWriter("html", (".html", ".htm"), _comparison_as_html),
)
DOCUMENT_WRITERS: Final = (
    DocumentWriter("terminal", (), _document_as_terminal),
    DocumentWriter("json", (".json",), _document_as_json),
    DocumentWriter("akn", (".xml", ".akn"), _document_as_akn),
    DocumentWriter("lines", (), _document_as_lines),
)
DUTIES_WRITERS: Final = (
    DutiesWriter("terminal", (), _duties_as_terminal),
    DutiesWriter("csv", (".csv",), _duties_as_csv),
    DutiesWriter("json", (".json",), _duties_as_json),
)
PROPOSALS_WRITERS: Final = (
    ProposalsWriter("terminal", (), _proposals_as_terminal),
    ProposalsWriter("csv", (".csv",), _proposals_as_csv),
    ProposalsWriter("json", (".json",), _proposals_as_json),
)
APPARATUS_WRITERS: Final = (
    HistoryWriter("html", (".html", ".htm"), _apparatus_as_html),
    HistoryWriter("tei", (".xml", ".tei"), _apparatus_as_tei),
)
REPORT_WRITERS: Final = (
    ReportWriter("html", (".html", ".htm"), _report_as_html),
    ReportWriter("csv", (".csv",), _report_as_csv),
    ReportWriter("json", (".json",), _report_as_json),
)
