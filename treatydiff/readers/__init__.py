"""From bytes to a document. One file for each input format; this is where they are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.readers.reader import Reader
from treatydiff.readers.recognition import (
    is_akoma_ntoso,
    is_bill_dtd,
    is_docx,
    is_html,
    is_markdown,
    is_office,
    is_pdf,
    is_text,
    is_uslm,
)

if TYPE_CHECKING:
    from treatydiff.readers.reader import Read, ReadRevised


def _akn() -> Read:
    from treatydiff.readers.akn import read

    return read


def _uslm() -> Read:
    from treatydiff.readers.uslm import read

    return read


def _docx() -> ReadRevised:
    from treatydiff.readers.docx import read

    return read


def _billdtd() -> Read:
    from treatydiff.readers.billdtd import read

    return read


def _office() -> ReadRevised:
    from treatydiff.readers.office import read

    return read


def _pdf() -> Read:
    from treatydiff.readers.pdf import read

    return read


def _html() -> Read:
    from treatydiff.readers.html import read

    return read


def _markdown() -> Read:
    from treatydiff.readers.markdown import read

    return read


def _text() -> Read:
    from treatydiff.readers.text import read

    return read


READERS: Final = (
    Reader("akn", (".xml", ".akn"), is_akoma_ntoso, _akn, certain=True),
    Reader("uslm", (".xml",), is_uslm, _uslm, certain=True),
    Reader("billdtd", (".xml",), is_bill_dtd, _billdtd, certain=True),
    Reader("docx", (".docx", ".docm", ".dotx", ".dotm"), is_docx, _docx, certain=True, revised=_docx),
    Reader("office", (".doc", ".odt", ".rtf", ".dot", ".ott", ".fodt"), is_office, _office, certain=True, revised=_office),
    Reader("pdf", (".pdf",), is_pdf, _pdf, certain=True),
    Reader("html", (".html", ".htm", ".xhtml"), is_html, _html, certain=True),
    Reader("markdown", (".md", ".markdown"), is_markdown, _markdown),
    Reader("text", (".txt",), is_text, _text),
)
"""In the order in which they are asked whether they know a file; the least demanding comes last."""
