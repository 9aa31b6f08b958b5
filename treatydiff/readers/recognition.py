"""Telling formats apart by their content alone; nothing heavy is imported for it."""

from __future__ import annotations

import codecs
import re
from typing import Final

from treatydiff.errors import DraftError
from treatydiff.readers.decoding import decoded
from treatydiff.readers.xml.prolog import prolog

AKN_NAMESPACES: Final = ("akomantoso", "legaldocml/ns/akn")
USLM_NAMESPACES: Final = ("http://schemas.gpo.gov/xml/uslm", "http://xml.house.gov/schemas/uslm/")
BILL_DTD_ROOTS: Final = frozenset({"amendment-doc", "bill", "engrossed-amendment-doc", "pre-amendment-doc", "resolution"})
"""Root elements of the document types of the United States Congress, which have no namespace."""
_BILL_DTD_BODIES: Final = (b"<legis-body", b"<resolution-body", b"<amendment-body", b"<engrossed-amendment-body")
_WIDE: Final = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HTML: Final = re.compile(r"(?:\s++|<\?xml\b[^>]*+>|<!--.*?-->)*+(?:<!doctype\s+html\b|<html[\s>])", re.IGNORECASE | re.DOTALL)
_TRACES_OF_MARKDOWN = re.compile(
    r"^---\n(?:.*\n)*?---$|^ {0,3}#{1,6}\s*\S|\*\*\S|(?<!\w)\*[^\W\d_][^*\n]{0,200}\*|^\[[^\]\n]{1,80}\]: \S", re.MULTILINE
)
_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RICH_TEXT = b"{\\rtf"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_HEAD = 200
_LOOKED_AT = 200_000
_PDF = b"%PDF-"
_PDF_BEFORE = 1024


def is_akoma_ntoso(data: bytes) -> bool:
    """Whether the root element is one of Akoma Ntoso, in any of its namespaces or in none."""
    found = prolog(data)
    return found.name == "akomaNtoso" and (not found.namespace or any(part in found.namespace for part in AKN_NAMESPACES))


def is_uslm(data: bytes) -> bool:
    """Whether the root element is one of the United States Legislative Markup."""
    return prolog(data).namespace.startswith(USLM_NAMESPACES)


def is_docx(data: bytes) -> bool:
    """Whether the bytes are a zip with the parts of a Word file in it, whole or cut off."""
    return data.startswith(_ZIP) and b"[Content_Types].xml" in data and b"word/" in data


def is_office(data: bytes) -> bool:
    """Whether the bytes are an older Word file, one that is locked with a password, OpenDocument text or rich text."""
    return data.startswith((_COMPOUND, _RICH_TEXT)) or (data.startswith(_ZIP) and _OPEN_DOCUMENT in data[:_HEAD])


def is_pdf(data: bytes) -> bool:
    """Whether the file begins as PDF does, some bytes of a mail or a printer before it allowed (ISO 32000-1, annex H.3.4.1)."""
    return _PDF in data[:_PDF_BEFORE]


def is_bill_dtd(data: bytes) -> bool:
    """Whether the root element and a body are those of bill.dtd, res.dtd or amend.dtd."""
    found = prolog(data)
    return not found.namespace and found.name in BILL_DTD_ROOTS and any(body in data for body in _BILL_DTD_BODIES)


def is_html(data: bytes) -> bool:
    """Whether the bytes begin as a web page does: with its document type or its root element, comments before it allowed."""
    encoding = next((name for mark, name in _WIDE if data.startswith(mark)), "")
    head = data[:_LOOKED_AT].decode(encoding, "replace") if encoding else data[:_LOOKED_AT].decode("latin-1")
    return _HTML.match(head.removeprefix("\ufeff").removeprefix("ï»¿")) is not None


def is_markdown(data: bytes) -> bool:
    """Whether text carries Markdown: front matter, headings with hashes, emphasis, or link definitions."""
    try:
        text = decoded(data, "")
    except DraftError:
        return False
    return _TRACES_OF_MARKDOWN.search(text[:_LOOKED_AT]) is not None


def is_text(data: bytes) -> bool:
    """Whether the bytes can be decoded and hold more than white space."""
    try:
        decoded(data, "")
    except DraftError:
        return False
    return True
