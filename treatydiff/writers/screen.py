"""Lines for a terminal: wrapped to its width, with colour or without, and with nothing in them that could command it."""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.writers.writer import Layout

_NARROWEST = 40
_NARROW = re.compile("[\n -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u2193\u27e6-\u27e9\ufffd]*")
"""Text of characters that take one column each, with no space but the common one."""
_WIDEST = 100
"""Columns beyond which a line of treaty text is hard to follow."""


class Screen:
    """Collects lines of styled text and gives them as UTF-8."""

    def __init__(self, layout: Layout) -> None:
        self.width = max(_NARROWEST, min(layout.width, _WIDEST))
        self.colour = layout.colour
        self._file = StringIO()
        self._console = Console(
            file=self._file,
            width=self.width,
            color_system="standard" if layout.colour else None,
            force_terminal=layout.colour,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
        )

    def line(self, text: Text | str = "", *, indent: int = 0, label: str = "", label_style: str = "") -> None:
        """Add a paragraph, wrapped, every line `indent` columns in; `label` hangs in that margin on the first line."""
        if not self.colour and _NARROW.fullmatch(plain := text if isinstance(text, str) else text.plain):
            self._narrow_line(plain, indent, label)
            return
        paragraph = Text(text) if isinstance(text, str) else text
        for n, row in enumerate(paragraph.wrap(self._console, self.width - indent) or [Text()]):
            row.rstrip()
            margin = label + " " * (indent - cell_len(label)) if n == 0 else " " * indent
            if not row.plain and not (label and n == 0):
                self._file.write("\n")
            elif self.colour:
                self._console.print(Text.assemble((margin, label_style), row), soft_wrap=True)
            else:
                self._file.write(f"{margin}{row.plain}".rstrip() + "\n")

    def _narrow_line(self, plain: str, indent: int, label: str) -> None:
        """Do as `line` does for words in which a character is a column, in a fraction of the time."""
        for n, row in enumerate(wrapped(plain, self.width - indent)):
            margin = label.ljust(indent - cell_len(label) + len(label)) if n == 0 else " " * indent
            self._file.write(f"{margin}{row}".rstrip() + "\n" if row or (label and n == 0) else "\n")

    def bytes(self) -> bytes:
        """Give what was added so far."""
        return self._file.getvalue().encode()


def wrapped(text: str, width: int) -> Iterator[str]:
    """Cut text in which a character is a column into rows that are no wider, between words as far as these are no longer."""
    for line in text.split("\n"):
        start = 0
        while len(line) - start > width:
            space = line.rfind(" ", start, start + width + 1)
            end = start + width if space <= start else space
            yield line[start:end].rstrip()
            start = end
            while line.startswith(" ", start):
                start += 1
        yield line[start:].rstrip()


def printable(text: str) -> str:
    """Give `text` with every character that a terminal could obey, or that reorders what is read, shown as U+FFFD."""
    if text.isprintable():
        return text
    return "".join(c if c == "\n" or c.isprintable() or c in _JOINERS else "\ufffd" for c in text)


_JOINERS = "\u200c\u200d\u00ad"
