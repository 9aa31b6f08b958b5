"""Plain text of any width: one paragraph on a line, or hard-wrapped."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from treatydiff.model import Document, Metadata
from treatydiff.readers.blocks import Block
from treatydiff.readers.decoding import decoded, digest, is_text
from treatydiff.readers.languages import language
from treatydiff.readers.levels import is_title, level
from treatydiff.readers.lines import starts_anew
from treatydiff.readers.nodes import ends_with
from treatydiff.readers.outline import outline
from treatydiff.readers.reader import Reader
from treatydiff.text.eid import with_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

_WRAPPED_SHARE = 0.2
_WIDEST_WRAPPED = 140
_SHORT_LINE = 0.75
_FULL_LINE = 0.85


def recognise(data: bytes) -> bool:
    """Say whether `data` is text at all: this is the reader of last resort."""
    return is_text(data)


def read(data: bytes, path: str) -> Document:
    """Read plain text in UTF-8 or UTF-16; numbers, headings and blank lines show its structure.

    Raises:
        DraftError: the bytes are no text, or nothing but white space.

    """
    provisions = with_ids(outline(list(_blocks(decoded(data, path).split("\n")))))
    title = next((p.heading for p in provisions if p.kind == "preface"), "")
    return Document(
        Metadata(title=title, language=language(provisions), path=path, format="text", sha256=digest(data)), provisions
    )


READER: Final = Reader("text", (".txt",), recognise, read)


def _blocks(lines: list[str]) -> Iterator[Block]:
    width = _wrapped_at(lines)
    gathered: list[str] = []
    first = 0
    for n, line in enumerate(lines, start=1):
        if gathered and (not line.strip() or not width or _parts(gathered, line, width)):
            yield Block("\n".join(gathered).strip(), first)
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


def _parts(gathered: list[str], line: str, width: int) -> bool:
    """Whether a line of wrapped text starts a paragraph although no blank line stands before it."""
    before, text = gathered[-1].strip(), line.strip()
    if len(gathered) == 1 and level(before, is_heading=False):
        return True
    if starts_anew(before, text):
        return True
    if text[0].islower() or len(before) >= _SHORT_LINE * width:
        return False
    return ends_with(before, ".;:。") or (len(gathered) == 1 and is_title(before) and text[0].isupper())
