"""From the bytes of a PDF to the lines of its pages, by PDFium."""

from __future__ import annotations

from contextlib import closing
from typing import Final

import pypdfium2 as pdfium
from pypdfium2 import raw

from treatydiff.errors import DraftError
from treatydiff.readers.pages.columns import ordered
from treatydiff.readers.pages.letters import Frame, Letters
from treatydiff.readers.pages.page import Page
from treatydiff.readers.pages.rules import rules
from treatydiff.readers.pages.setting import lines

MOST_PAGES: Final = 5_000
MOST_CHARACTERS: Final = 5_000_000
"""A treaty has some hundred pages of three thousand characters."""
_PASSWORD: Final = 4
_SECURITY: Final = 5
_MOST_OBJECTS_LOOKED_AT: Final = 2_000


def pages(data: bytes, path: str) -> list[Page]:
    """Read the pages of a PDF, the lines of each from top to bottom as they are to be read.

    Raises:
        DraftError: the file is damaged, protected by a password, or larger than any draft.

    """
    with closing(_opened(data, path)) as document:
        count = len(document)
        if count > MOST_PAGES:
            raise _too_long(f"{MOST_PAGES:,} pages", path)
        found: list[Page] = []
        characters = 0
        for n in range(count):
            page = _page(document, n, MOST_CHARACTERS - characters)
            if page is None:
                raise _too_long(f"{MOST_CHARACTERS:,} characters", path)
            found.append(page)
            characters += sum(len(line.text) for line in page.lines)
        return found


def _too_long(what: str, path: str) -> DraftError:
    return DraftError(f"has more than {what}", mend="give only the pages of the draft", subject=path)


def _opened(data: bytes, path: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in {_PASSWORD, _SECURITY}:
            mend = "save a copy without the password"
            raise DraftError("is protected by a password", mend=mend, subject=path) from error
        raise DraftError("is a damaged PDF, or none", mend="save or fetch it again", subject=path) from error


def _page(document: pdfium.PdfDocument, n: int, room: int) -> Page | None:
    """Read the page with the index `n`; None when it holds more than `room` characters; a damaged page is an empty one."""
    try:
        page = document[n]
    except pdfium.PdfiumError:
        return Page(n + 1, 0, 0, damaged=True)
    with closing(page):
        width, height = page.get_size()
        try:
            text_page = page.get_textpage()
        except pdfium.PdfiumError:
            return Page(n + 1, width, height, damaged=True)
        with closing(text_page):
            left, bottom, right, top = page.get_bbox()
            frame = Frame(left, bottom, right, top, page.get_rotation())
            letters = Letters(text_page, frame)
            if letters.count > room:
                return None
            found, gutter = ordered(list(lines(letters, rules(page, frame))))
        return Page(n + 1, width, height, tuple(found), gutter, pictured=not found and _has_picture(page))


def _has_picture(page: pdfium.PdfPage) -> bool:
    kinds = {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM}
    count = min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS_LOOKED_AT)
    return any(raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, n)) in kinds for n in range(count))
