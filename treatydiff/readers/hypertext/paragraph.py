"""One paragraph of a web page while it is read: words with single spaces, and the marks over them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.readers.hypertext.lists import BULLET, LONGEST_NUMBER, is_number
from treatydiff.readers.outline.blocks import Block
from treatydiff.readers.outline.lines import paragraphs
from treatydiff.readers.outline.stress import lead, stress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Mark
    from treatydiff.readers.outline.stress import Stressed

_BLANK_LINES: Final = re.compile(r"\n\s*\n")
_TIGHT: Final = frozenset(".,;:)”’»")


class Paragraph:
    """Gathers words; white space becomes one space between words, as browsers show it, unless lines are kept."""

    __slots__ = ("_gap", "_noted", "_pieces", "line", "marks", "size", "stressed")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._gap = ""
        self._noted = False
        self.size = 0
        self.line: int | None = None
        self.marks: list[Mark] = []
        self.stressed: list[Stressed] = []

    def add(self, text: str) -> None:
        """Add running text."""
        if not text:
            return
        words = " ".join(text.split())
        if not words:
            self._gap = self._gap or " "
            return
        if text[0].isspace():
            self._gap = self._gap or " "
        self._append(words)
        if text[-1].isspace():
            self._gap = " "

    def add_lines(self, text: str) -> None:
        """Add text whose line breaks stand."""
        if text:
            self._append(text)

    def part(self, gap: str = " ") -> None:
        """Part what was added from what comes by a space or a line break."""
        self._gap = gap

    def note(self, mark: Mark) -> None:
        """Anchor a footnote here; a space before its sign goes with the sign where punctuation follows."""
        self.marks.append(mark._replace(start=self.size, end=self.size))
        self._noted = True

    @property
    def ends_in_break(self) -> bool:
        """Whether a line break was the last thing added."""
        return self._gap == "\n"

    def first(self, start: int) -> int:
        """Give the place of the first word at or after a place, which the space before it may hold."""
        return start if start == 0 else start + 1 if "".join(self._pieces)[start : start + 1].isspace() else start

    def _append(self, words: str) -> None:
        if self._gap:
            if self.size and not (self._noted and words[0] in _TIGHT):
                self._pieces.append(self._gap)
                self.size += 1
            self._gap = ""
        self._noted = False
        self._pieces.append(words)
        self.size += len(words)

    @property
    def is_number(self) -> bool:
        """Whether the words so far are nothing but a number or a bullet."""
        return self.size <= LONGEST_NUMBER and is_number("".join(self._pieces).strip())

    def blocks(self, *, rank: int, depth: int, item: str | None) -> Iterator[Block]:
        """Give the finished paragraph, parted where its lines open paragraphs of their own."""
        raw = "".join(self._pieces)
        block = Block(raw, self.line or 1, tuple(self.marks), rank, depth, stress=stress(raw, self.stressed))
        block = block._replace(lead=lead(raw, self.stressed))
        if item is not None and (rank or not item[0].isdigit()) and item != BULLET:
            block = block.behind(f"{item} ")
        block = block.cut(0) if raw[:1].isspace() or raw[-1:].isspace() else block
        if rank:
            yield block._replace(depth=0)
            return
        block = block._replace(item=item)
        if "\n" not in raw:
            yield block
            return
        for part in _parts(block):
            yield from paragraphs(part)


def _parts(block: Block) -> Iterator[Block]:
    start = 0
    for gap in _BLANK_LINES.finditer(block.raw):
        yield block.cut(start, gap.start())._replace(item=block.item if not start else None)
        start = gap.end()
    yield block.cut(start)._replace(item=block.item) if start == 0 else block.cut(start)
