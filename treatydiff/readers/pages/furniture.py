"""Running heads and feet, page numbers and document symbols: what stands around the text on page after page."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from treatydiff.model import Note
from treatydiff.readers.outline.levels import level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import NoteKind
    from treatydiff.readers.pages.page import Line, Page

_NUMBER: Final = re.compile(r"\d+")
_PAGE_NUMBER: Final = re.compile(
    r"[\W_]*(?:page|página|pág\.?|стр\.?)?\s*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|de|sur|из|/)\s*\d{1,4})?[\W_]*", re.IGNORECASE
)
_ZONE: Final = 0.2
_EDGE: Final = 0.12
_LONGEST: Final = 200
_MOST_LINES: Final = 8
_SHARE: Final = 0.3
_SHORT_FILE: Final = 4


def without_furniture(pages: Sequence[Page]) -> tuple[list[Page], list[Note]]:
    """Take heads, feet and page numbers off the pages and give them as notes.

    A line at the edge of the page is furniture when it stands there on at least three pages in ten, word for word or with one
    number that counts the pages, and when nothing but furniture stands between it and the edge. A bare number at the very
    edge is a page number wherever it stands.
    """
    counted = Counter(key for page in pages for key in {key for line in _edges(page) for key in _keys(line, page)})
    enough = max(2 if len(pages) < _SHORT_FILE else 3, _SHARE * len(pages))
    recurring = {key for key, n in counted.items() if n >= enough}
    kept: list[Page] = []
    notes: list[Note] = []
    for page in pages:
        first = sum(1 for _ in _furniture(_heads(page), page, recurring))
        last = len(page.lines) - sum(1 for _ in _furniture(_feet(page, first), page, recurring))
        for line in (*page.lines[:first], *page.lines[last:]):
            kind: NoteKind = "page-number" if _PAGE_NUMBER.fullmatch(line.text) else "running-head"
            notes.append(Note(kind, line.written, page=page.number))
        kept.append(page._replace(lines=page.lines[first:last]))
    return kept, notes


def _heads(page: Page) -> list[Line]:
    """Give the lines at the head of a page, from the edge inwards."""
    return [line for line in page.lines[:_MOST_LINES] if line.top < _ZONE * page.height]


def _feet(page: Page, first: int = 0) -> list[Line]:
    """Give the lines at the foot of a page, from the edge inwards."""
    start = max(first, len(page.lines) - _MOST_LINES)
    return [line for line in reversed(page.lines[start:]) if line.top > (1 - _ZONE) * page.height]


def _edges(page: Page) -> list[Line]:
    return [*_heads(page), *_feet(page)]


def _furniture(edge: Sequence[Line], page: Page, recurring: set[str]) -> Iterator[Line]:
    for n, line in enumerate(edge):
        bare = not n and _PAGE_NUMBER.fullmatch(line.text) and not _EDGE * page.height < line.top < (1 - _EDGE) * page.height
        if not (bare or any(key in recurring for key in _keys(line, page))):
            return
        yield line


def _keys(line: Line, page: Page) -> Iterator[str]:
    """Give the forms in which a line may recur: word for word, and with each of its numbers as its distance from the page's."""
    if len(line.text) > _LONGEST:
        return
    yield line.text
    if level(line.text, is_heading=False):
        return
    for m in _NUMBER.finditer(line.text):
        if len(m[0]) <= len(str(page.number)) + 1:
            yield f"{line.text[: m.start()]}\0{int(m[0]) - page.number}\0{line.text[m.end() :]}"
