"""What a file of pages holds before anything is made of it: lines of text with their places."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """One line of a page, or the part of one that stands in a column.

    All measures are in points. `left` and `right` are its edges, counted from the left edge of the page; `top` is the distance
    of its baseline from the top of the page; `size` the height of its letters, ascent to descent, that of most of them where
    two sizes meet. `inner` is the left edge of its second word, equal to `left` where it has one word only. `raised` are the
    spans of `text` that are set smaller and above the baseline, `struck` those that are struck through. `lead` is the offset
    at which the bold words end that open the line, the length of the text when all of it is bold; `italic` says that its
    first, middle and last words are slanted. `hyphen` says that a hyphen stood behind the text and was the last character of
    the line.
    """

    text: str
    left: float
    right: float
    top: float
    size: float
    inner: float
    raised: tuple[tuple[int, int], ...] = ()
    lead: int = 0
    italic: bool = False
    hyphen: bool = False
    struck: tuple[tuple[int, int], ...] = ()

    @property
    def is_bold(self) -> bool:
        """Whether all of its letters are bold."""
        return self.lead > 0 and not any(c.isalpha() for c in self.text[self.lead :])

    def cut(self, start: int) -> Line:
        """Give the line without its first `start` characters, a label and the space behind it; it begins at its second word."""
        return self._replace(
            text=self.text[start:],
            left=self.inner,
            lead=max(0, self.lead - start),
            raised=tuple((one - start, other - start) for one, other in self.raised if one >= start),
            struck=tuple((max(0, one - start), other - start) for one, other in self.struck if other > start),
        )

    @property
    def written(self) -> str:
        """The text with the hyphen at its end."""
        return f"{self.text}-" if self.hyphen else self.text


class Page(NamedTuple):
    """One page: its number, counted from 1, its width and height in points, its lines in the order in which they are read.

    `gutter` is where the gap between two columns starts, in points from the left edge; None for a page without columns.
    `pictured` says that the page has no text of its own and shows a picture, `damaged` that it cannot be opened.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    gutter: float | None = None
    pictured: bool = False
    damaged: bool = False
