"""Lines for a terminal: wrapped to its width, with colour or without, and with nothing in them that could command it."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from treatydiff.writers.writer import Layout

_NARROWEST = 40
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

    def bytes(self) -> bytes:
        """Give what was added so far."""
        return self._file.getvalue().encode()


def printable(text: str) -> str:
    """Give `text` with every character that a terminal could obey, or that reorders what is read, shown as U+FFFD."""
    if text.isprintable():
        return text
    return "".join(c if c == "\n" or c.isprintable() or c in _JOINERS else "\ufffd" for c in text)


_JOINERS = "\u200c\u200d\u00ad"
