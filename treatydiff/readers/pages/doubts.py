"""What a reader of the result should know about the pages: damage, pictures instead of text, letters without a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.model import ReadWarning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.readers.pages.page import Page

_UNNAMED: Final = re.compile(r"[^\W\d_][%$#¶=+<>\\\ufffd\ue000-\uf8ff][^\W\d_]")
_ENOUGH: Final = 3


def doubts(pages: Iterable[Page]) -> Iterator[ReadWarning]:
    """Warn of each page that is damaged or a picture, and of each with signs inside its words: its font names no letters."""
    for page in pages:
        if page.damaged:
            said = "the page is damaged and cannot be opened, and its words are missing here"
            yield ReadWarning("damaged-page", said, page=page.number)
        elif page.pictured:
            said = "the page is a picture without text, and its words are missing here"
            yield ReadWarning("scanned-page", said, page=page.number)
        elif sum(len(_UNNAMED.findall(line.text)) for line in page.lines if "://" not in line.text) >= _ENOUGH:
            said = "a font does not say which letters it shows, and some words are wrong here: check them on the page"
            yield ReadWarning("unnamed-letters", said, page=page.number)
