"""PDF with text in it: its lines are put in reading order, and what stands around the text is kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.errors import DraftError
from treatydiff.readers.pages.doubts import doubts
from treatydiff.readers.pages.isolation import isolated_pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.model import Document
    from treatydiff.readers.pages.page import Page


def read(data: bytes, path: str) -> Document:
    """Read a PDF; every provision, note and warning names its page, and none a line.

    Raises:
        DraftError: the file is damaged, protected by a password or too long, or its pages hold no text.

    """
    with isolated_pages(data, path) as awaited:
        from treatydiff.readers.pages.text import document  # noqa: PLC0415 (while the other process works)

        found = awaited()
    if not any(page.lines for page in found):
        raise _without_text(found, path)
    return document(found, tuple(doubts(found)))


def _without_text(found: Sequence[Page], path: str) -> DraftError:
    if any(page.pictured for page in found):
        mend = "run it through text recognition (OCR), or ask for the file that it was printed from"
        return DraftError("holds pictures of pages and no text", mend=mend, subject=path)
    return DraftError("holds no text", mend="give a file with the text of a draft", subject=path)
