"""Makes small PDF files: text at given places, rules, pictures, passwords."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Sequence

HEIGHT = 842
WIDTH = 595


class Text(NamedTuple):
    """Words at a place: `top` is the distance of their baseline from the top of the page, all in points."""

    words: str
    left: float
    top: float
    size: float = 10
    font: str = "Times-Roman"


class Rule(NamedTuple):
    """A thin line from `left` to `right`."""

    left: float
    right: float
    top: float


class Picture(NamedTuple):
    """A picture that fills the page."""


Item = Text | Rule | Picture


def pdf(*pages: Sequence[Item], password: str = "", turn: int = 0) -> bytes:
    """Draw each page, shown as it is when the page itself is turned by so many degrees; the same pages give the same bytes."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), encrypt=password or None, invariant=1)
    for page in pages:
        if turn:
            canvas.setPageRotation(turn)
            canvas.translate(*{90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}[turn])
            canvas.rotate(turn)
        for item in page:
            _draw(canvas, item)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, item: Item) -> None:
    if isinstance(item, Text):
        canvas.setFont(item.font, item.size)
        canvas.drawString(item.left, HEIGHT - item.top, item.words)
    elif isinstance(item, Rule):
        canvas.setLineWidth(0.5)
        canvas.line(item.left, HEIGHT - item.top, item.right, HEIGHT - item.top)
    else:
        canvas.drawImage(ImageReader(_picture()), 0, 0, WIDTH, HEIGHT)


def _picture() -> io.BytesIO:
    header = b"P6 4 4 255\n"
    return io.BytesIO(header + bytes(range(48)))
