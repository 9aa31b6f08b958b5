"""Where a new paragraph starts among lines that follow each other without a blank line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from treatydiff.readers.outline.labels import label
from treatydiff.readers.outline.levels import level
from treatydiff.readers.outline.nodes import ends_with
from treatydiff.text.options import option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.readers.outline.blocks import Block

_LISTED = re.compile(r"[;,]\s+(?:and|or|and/or|et|ou|y|o|и|или)$")
_TAIL = 40
_REFERS_ON = re.compile(r"(?:and|or|of|to|in|above|below|et|ou|y|o)\b")


def starts_anew(before: str, line: str) -> bool:
    """Whether `line` opens a paragraph of its own after the words `before` it.

    A number counts only after the end of a sentence or of a list item: lines break in front of "(a) and (b)" as well.
    """
    tail = before[-_TAIL:].rstrip()
    ended = ends_with(tail, ".;:。；：—؛") or tail.endswith("}") or _LISTED.search(tail) is not None
    if found_option := option(line):
        return ended or line[found_option.stop - 1] in ":.：．、"
    if found := label(line):
        rest = line[found.end : found.end + 40].lstrip()
        return ended or (ends_with(tail, ",") and bool(rest) and not _REFERS_ON.match(rest))
    return ended and level(line, is_heading=False) is not None


def refers_on(line: str) -> bool:
    """Whether the number at the head of a line belongs to the sentence of the line before, as in "(a) and (b)"."""
    found = label(line)
    return found is not None and _REFERS_ON.match(line[found.end : found.end + _TAIL].lstrip()) is not None


def paragraphs(block: Block) -> Iterator[Block]:
    """Part a paragraph of the source before each of its lines that opens a paragraph of its own.

    The depth of the parts after the first is unknown: the source took them for words of the one before.
    """
    raw, start = block.raw, 0
    item, depth, num, series = block.item, block.depth, block.num, block.series
    at = raw.find("\n")
    if at < 0 and raw == raw.strip():
        yield block
        return
    while at >= 0:
        end = raw.find("\n", at + 1)
        line = raw[at + 1 : end if end >= 0 else len(raw)]
        if starts_anew(raw[max(start, at - _TAIL) : at], line):
            yield block.cut(start, at)._replace(item=item, depth=depth, num=num, series=series)
            start, item, depth, num, series = at + 1, None, None, "", None
        at = end
    yield block.cut(start)._replace(item=item, depth=depth, num=num, series=series)
