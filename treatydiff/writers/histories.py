"""The output formats of what is told of a history: its log, its numbers, its proposals, its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.writers.writer import HistoryWriter, ProposalsWriter, ReportWriter

if TYPE_CHECKING:
    from treatydiff.history.blame import DraftBlame
    from treatydiff.history.concordance import Concordance
    from treatydiff.history.log import Log
    from treatydiff.history.overview import Overview
    from treatydiff.model import History
    from treatydiff.writers.writer import WriteHistory, WriteProposals, WriteReport


def _log_as_terminal() -> WriteHistory[Log]:
    from treatydiff.writers.lineage.log import write_log

    return write_log


def _log_as_json() -> WriteHistory[Log]:
    from treatydiff.writers.lineage.json import write_log

    return write_log


def _blame_as_terminal() -> WriteHistory[DraftBlame]:
    from treatydiff.writers.lineage.blame import write_terminal

    return write_terminal


def _proposals_as_terminal() -> WriteProposals:
    from treatydiff.writers.proposals import write_terminal

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


def _proposals_as_csv() -> WriteProposals:
    from treatydiff.writers.proposals import write_csv

    return write_csv


def _concordance_as_html() -> WriteHistory[Concordance]:
    from treatydiff.writers.lineage.page import write_html

    return write_html


def _proposals_as_json() -> WriteProposals:
    from treatydiff.writers.proposals import write_json

    return write_json


def _apparatus_as_html() -> WriteHistory[History]:
    from treatydiff.writers.apparatus import write_html

    return write_html


def _apparatus_as_tei() -> WriteHistory[History]:
    from treatydiff.writers.apparatus import write_tei

    return write_tei


def _concordance_as_json() -> WriteHistory[Concordance]:
    from treatydiff.writers.lineage.json import write_concordance

    return write_concordance


def _overview_as_terminal() -> WriteHistory[Overview]:
    from treatydiff.writers.lineage.overview import write_terminal

    return write_terminal


def _overview_as_json() -> WriteHistory[Overview]:
    from treatydiff.writers.lineage.json import write_overview

    return write_overview


def _report_as_html() -> WriteReport:
    from treatydiff.writers.history_page import write_report

    return write_report


def _report_as_csv() -> WriteReport:
    from treatydiff.writers.history_data import write_csv

    return write_csv


def _report_as_json() -> WriteReport:
    from treatydiff.writers.history_data import write_json

    return write_json


PROPOSALS_WRITERS: Final = (
    ProposalsWriter("terminal", (), _proposals_as_terminal),
    ProposalsWriter("csv", (".csv",), _proposals_as_csv),
    ProposalsWriter("json", (".json",), _proposals_as_json),
)
APPARATUS_WRITERS: Final = (
    HistoryWriter("html", (".html", ".htm"), _apparatus_as_html),
    HistoryWriter("tei", (".xml", ".tei"), _apparatus_as_tei),
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
REPORT_WRITERS: Final = (
    ReportWriter("html", (".html", ".htm"), _report_as_html),
    ReportWriter("csv", (".csv",), _report_as_csv),
    ReportWriter("json", (".json",), _report_as_json),
)
