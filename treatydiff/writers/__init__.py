"""From a comparison, or a document, to bytes. One file for each format; this is where they are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.writers.histories import (
    APPARATUS_WRITERS,
    BLAME_WRITERS,
    CONCORDANCE_WRITERS,
    LOG_WRITERS,
    OVERVIEW_WRITERS,
    PROPOSALS_WRITERS,
    REPORT_WRITERS,
)
from treatydiff.writers.writer import (
    ColumnsWriter,
    ComparisonWriter,
    DocumentWriter,
    DutiesWriter,
    ProblemsWriter,
)

if TYPE_CHECKING:
    from treatydiff.writers.writer import (
        WriteColumns,
        WriteComparison,
        WriteDocument,
        WriteDuties,
        WriteProblems,
    )

__all__ = [
    "APPARATUS_WRITERS",
    "BLAME_WRITERS",
    "COLUMNS_WRITERS",
    "COMPARISON_WRITERS",
    "CONCORDANCE_WRITERS",
    "DOCUMENT_WRITERS",
    "DUTIES_WRITERS",
    "LOG_WRITERS",
    "OVERVIEW_WRITERS",
    "PROBLEMS_WRITERS",
    "PROPOSALS_WRITERS",
    "REPORT_WRITERS",
]


def _comparison_as_terminal() -> WriteComparison:
    from treatydiff.writers.terminal import write_comparison

    return write_comparison


def _comparison_as_text() -> WriteComparison:
    from treatydiff.writers.text import write_comparison

    return write_comparison


def _comparison_as_json() -> WriteComparison:
    from treatydiff.writers.json import write_comparison

    return write_comparison


def _comparison_as_html() -> WriteComparison:
    from treatydiff.writers.html import write_comparison

    return write_comparison


def _comparison_as_docx() -> WriteComparison:
    from treatydiff.writers.docx import write_comparison

    return write_comparison


def _comparison_as_markdown() -> WriteComparison:
    from treatydiff.writers.markdown import write_comparison

    return write_comparison


def _comparison_as_note() -> WriteComparison:
    from treatydiff.writers.note import write_comparison

    return write_comparison


def _comparison_as_note_docx() -> WriteComparison:
    from treatydiff.writers.note_docx import write_comparison

    return write_comparison


def _comparison_as_amendments() -> WriteComparison:
    from treatydiff.writers.amendments import write_comparison

    return write_comparison


def _comparison_as_amendments_docx() -> WriteComparison:
    from treatydiff.writers.amendments.docx import write_comparison

    return write_comparison


def _comparison_as_amendments_akn() -> WriteComparison:
    from treatydiff.writers.amendments.akn import write_comparison

    return write_comparison


def _comparison_as_pdf() -> WriteComparison:
    from treatydiff.writers.pdf import write_comparison

    return write_comparison


def _comparison_as_columns_docx() -> WriteComparison:
    from treatydiff.writers.columns.docx import write_comparison

    return write_comparison


def _comparison_as_columns_xlsx() -> WriteComparison:
    from treatydiff.writers.columns.xlsx import write_comparison

    return write_comparison


def _comparison_as_columns_html() -> WriteComparison:
    from treatydiff.writers.columns.html import write_comparison

    return write_comparison


def _comparison_as_csv() -> WriteComparison:
    from treatydiff.writers.csv import write_comparison

    return write_comparison


def _comparison_as_findings_csv() -> WriteComparison:
    from treatydiff.writers.findings_csv import write_comparison

    return write_comparison


def _columns_as_docx() -> WriteColumns:
    from treatydiff.writers.columns.docx import write_columns

    return write_columns


def _columns_as_xlsx() -> WriteColumns:
    from treatydiff.writers.columns.xlsx import write_columns

    return write_columns


def _columns_as_html() -> WriteColumns:
    from treatydiff.writers.columns.html import write_columns

    return write_columns


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


def _problems_as_text() -> WriteProblems:
    from treatydiff.writers.problems.text import write_problems

    return write_problems


def _problems_as_json() -> WriteProblems:
    from treatydiff.writers.problems.json import write_problems

    return write_problems


def _problems_as_sarif() -> WriteProblems:
    from treatydiff.writers.problems.sarif import write_problems

    return write_problems


def _problems_as_github() -> WriteProblems:
    from treatydiff.writers.problems.github import write_problems

    return write_problems


def _problems_as_junit() -> WriteProblems:
    from treatydiff.writers.problems.junit import write_problems

    return write_problems


COMPARISON_WRITERS: Final = (
    ComparisonWriter("terminal", (), _comparison_as_terminal),
    ComparisonWriter("text", (".txt",), _comparison_as_text),
    ComparisonWriter("markdown", (".md",), _comparison_as_markdown),
    ComparisonWriter("json", (".json",), _comparison_as_json),
    ComparisonWriter("html", (".html", ".htm"), _comparison_as_html),
    ComparisonWriter("docx", (".docx",), _comparison_as_docx),
    ComparisonWriter("note", (".note.md",), _comparison_as_note),
    ComparisonWriter("note-docx", (".note.docx",), _comparison_as_note_docx),
    ComparisonWriter("amendments", (".amendments.md",), _comparison_as_amendments),
    ComparisonWriter("amendments-docx", (".amendments.docx",), _comparison_as_amendments_docx),
    ComparisonWriter("amendments-akn", (".amendments.xml",), _comparison_as_amendments_akn),
    ComparisonWriter("pdf", (".pdf",), _comparison_as_pdf),
    ComparisonWriter("csv", (".csv",), _comparison_as_csv),
    ComparisonWriter("findings-csv", (".findings.csv",), _comparison_as_findings_csv),
    ComparisonWriter("columns-docx", (".columns.docx",), _comparison_as_columns_docx),
    ComparisonWriter("columns-xlsx", (".xlsx", ".columns.xlsx"), _comparison_as_columns_xlsx),
    ComparisonWriter("columns-html", (".columns.html",), _comparison_as_columns_html),
)
COLUMNS_WRITERS: Final = (
    ColumnsWriter("docx", (".docx",), _columns_as_docx),
    ColumnsWriter("xlsx", (".xlsx",), _columns_as_xlsx),
    ColumnsWriter("html", (".html", ".htm"), _columns_as_html),
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
PROBLEMS_WRITERS: Final = (
    ProblemsWriter("text", (".txt",), _problems_as_text),
    ProblemsWriter("json", (".json",), _problems_as_json),
    ProblemsWriter("sarif", (".sarif",), _problems_as_sarif),
    ProblemsWriter("github", (), _problems_as_github),
    ProblemsWriter("junit", (".xml",), _problems_as_junit),
)
