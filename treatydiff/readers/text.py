"""Plain text of any width: one paragraph on a line, or hard-wrapped."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from treatydiff.model import Document, Metadata
from treatydiff.readers.decoding import decoded
from treatydiff.readers.outline.blocks import Block
from treatydiff.readers.outline.labels import label
from treatydiff.readers.outline.languages import language
from treatydiff.readers.outline.levels import is_title, level
from treatydiff.readers.outline.lines import starts_anew
from treatydiff.readers.outline.nodes import ends_with
from treatydiff.readers.outline.title_pages import title_page
from treatydiff.readers.outline.tree import outline
from treatydiff.text.eid import with_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

_WRAPPED_SHARE = 0.2
_WIDEST_WRAPPED = 140
_SHORT_LINE = 0.75
_FULL_LINE = 0.85
_LONGEST_HEADING = 5


def read(data: bytes, path: str) -> Document:
    """Read plain text in UTF-8 or UTF-16; numbers, headings and blank lines show its structure.

    Raises:
        DraftError: the bytes are no text, or nothing but white space.

    """
    provisions = with_ids(outline(list(_blocks(decoded(data, path).split("\n")))))
    symbol, title = title_page(provisions)
    stated = Metadata(title=title, symbol=symbol, language=language(provisions))
    return Document(stated, provisions)


def _blocks(lines: list[str]) -> Iterator[Block]:
    width = _wrapped_at(lines)
    gathered: list[str] = []
    first, heads = 0, False
    for n, line in enumerate(lines, start=1):
        if gathered and (not line.strip() or not width or _parts(gathered, line, width, heads=heads)):
            yield Block("\n".join(gathered).strip(), first)
            heads = len(gathered) == 1 and _opens_level(gathered[0])
            gathered = []
        if line.strip():
            first = first if gathered else n
            gathered.append(line)
    if gathered:
        yield Block("\n".join(gathered).strip(), first)


def _wrapped_at(lines: list[str]) -> int:
    """Give the width at which the text is wrapped, 0 when every line is a paragraph.

    Wrapped text has lines that break inside a sentence: no end of sentence before the break, no capital after it.
    """
    width = max(len(line.rstrip()) for line in lines)
    if width > _WIDEST_WRAPPED:
        return 0
    pairs = [(one, other) for one, other in pairwise(lines) if one.strip() and other.strip()]
    broken = sum(1 for one, other in pairs if _breaks_sentence(one.strip(), other.strip(), width))
    return width if broken > _WRAPPED_SHARE * len(pairs) else 0


def _breaks_sentence(line: str, following: str, width: int) -> bool:
    if ends_with(line, ".;:。；："):
        return False
    caseless = following[0].isalpha() and not following[0].islower() and not following[0].isupper()
    return following[0].islower() or (caseless and len(line) >= _FULL_LINE * width)


def _parts(gathered: list[str], line: str, width: int, *, heads: bool) -> bool:
    """Whether a line of wrapped text starts a paragraph although no blank line stands before it.

    `heads`: what is gathered stands directly below the number of a level, so it may be its heading.
    """
    before, text = gathered[-1].strip(), line.strip()
    is_full, is_only = len(before) >= _SHORT_LINE * width, len(gathered) == 1
    goes_on = is_full and (text[0].islower() or (before.isupper() and text.isupper()))
    opens = _opens_level(gathered[0])
    if is_only and opens and not goes_on:
        return True
    if starts_anew("\n".join(gathered[-2:]), text):
        return True
    if (
        (heads or opens)
        and not label(gathered[0].strip())
        and _opens_body(text)
        and is_title("\n".join(gathered[:_LONGEST_HEADING]))
    ):
        return True
    if is_full or text[0].islower() or label(text):
        return False
    return ends_with(before, ".;:。") or (is_only and is_title(before) and not label(before) and text[0].isupper())


def _opens_level(line: str) -> bool:
    return level(line.strip(), is_heading=False) is not None


def _opens_body(text: str) -> bool:
    """Whether a line carries the first number of a list, or the number of a level."""
    found = label(text)
    return (
        (_opens_level(text) and not text.endswith("."))
        if found is None
        else any(reading.is_first for reading in found.readings)
    )
