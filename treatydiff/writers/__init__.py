"""From a comparison, or a document, to bytes. One file for each format; this is where they are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.writers.writer import ComparisonWriter, DocumentWriter, DutiesWriter, HistoryWriter

if TYPE_CHECKING:
    from treatydiff.history.blame import DraftBlame
    from treatydiff.history.concordance import Concordance
    from treatydiff.history.log import Log
    from treatydiff.history.overview import Overview
    from treatydiff.writers.writer import WriteComparison, WriteDocument, WriteDuties, WriteHistory


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


def _duties_as_terminal() -> WriteDuties:
    from treatydiff.writers.duties import write_terminal

    return write_terminal


def _duties_as_csv() -> WriteDuties:
    from treatydiff.writers.duties import write_csv

    return write_csv


def _duties_as_json() -> WriteDuties:
    from treatydiff.writers.duties import write_json

    return write_json


def _log_as_terminal() -> WriteHistory[Log]:
    from treatydiff.writers.lineage.log import write_log

    return write_log


def _log_as_json() -> WriteHistory[Log]:
    from treatydiff.writers.lineage.json import write_log

    return write_log


def _blame_as_terminal() -> WriteHistory[DraftBlame]:
    from treatydiff.writers.lineage.blame import write_terminal

    return write_terminal


def _blame_as_json() -> WriteHistory[DraftBlame]:
    from treatydiff.writers.lineage.json import write_blame

    return write_blame


def _concordance_as_terminal() -> WriteHistory[Concordance]:
    from treatydiff.writers.lineage.table import write_terminal

    return write_terminal


def _concordance_as_csv() -> WriteHistory[Concordance]:
    from treatydiff.writers.lineage.table import write_csv

    return write_csv


def _concordance_as_html() -> WriteHistory[Concordance]:
    from treatydiff.writers.lineage.page import write_html

    return write_html


def _concordance_as_json() -> WriteHistory[Concordance]:
    from treatydiff.writers.lineage.json import write_concordance

    return write_concordance


def _overview_as_terminal() -> WriteHistory[Overview]:
    from treatydiff.writers.lineage.overview import write_terminal

    return write_terminal


def _overview_as_json() -> WriteHistory[Overview]:
    from treatydiff.writers.lineage.json import write_overview

    return write_overview


COMPARISON_WRITERS: Final = (
    ComparisonWriter("terminal", (), _comparison_as_terminal),
    ComparisonWriter("json", (".json",), _comparison_as_json),
    ComparisonWriter("html", (".html", ".htm"), _comparison_as_html),
)
DOCUMENT_WRITERS: Final = (
    DocumentWriter("terminal", (), _document_as_terminal),
    DocumentWriter("json", (".json",), _document_as_json),
    DocumentWriter("akn", (".xml", ".akn"), _document_as_akn),
)
DUTIES_WRITERS: Final = (
    DutiesWriter("terminal", (), _duties_as_terminal),
    DutiesWriter("csv", (".csv",), _duties_as_csv),
    DutiesWriter("json", (".json",), _duties_as_json),
)
LOG_WRITERS: Final = (
    HistoryWriter("terminal", (), _log_as_terminal),
    HistoryWriter("json", (".json",), _log_as_json),
)
BLAME_WRITERS: Final = (
    HistoryWriter("terminal", (), _blame_as_terminal),
    HistoryWriter("json", (".json",), _blame_as_json),
)
CONCORDANCE_WRITERS: Final = (
    HistoryWriter("terminal", (), _concordance_as_terminal),
    HistoryWriter("csv", (".csv",), _concordance_as_csv),
    HistoryWriter("html", (".html", ".htm"), _concordance_as_html),
    HistoryWriter("json", (".json",), _concordance_as_json),
)
OVERVIEW_WRITERS: Final = (
    HistoryWriter("terminal", (), _overview_as_terminal),
    HistoryWriter("json", (".json",), _overview_as_json),
)
