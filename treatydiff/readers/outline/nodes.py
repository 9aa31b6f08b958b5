"""The tree of provisions while it grows: nodes that still take children, and the provisions they become."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from treatydiff.model import Mark, Provision
from treatydiff.text.marks import Marked, extract

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.readers.outline.blocks import Block
    from treatydiff.readers.outline.labels import Label, Reading
    from treatydiff.text.options import Option

BODY = 100
"""The order of everything below articles: paragraphs, points and options."""

_NOTHING = Marked("", ())
_CLOSERS = " \n\t[]()*_\"'”’»}"


@dataclass(slots=True)
class Node:
    """A provision that is still open.

    `order` is that of its level, 0 outermost, `BODY` below articles. `rank` is the level of the heading it came from, 0 for
    none. `depth` is the list depth of its block, `series` the list that the source counted its number in. `reading` is what its
    number was taken to mean. `option` is the label of an alternative.
    """

    kind: str
    line: int
    order: int = BODY
    num: str = ""
    heading: Block | None = None
    text: Block | None = None
    closing: Block | None = None
    children: list[Node] = field(default_factory=list)
    rank: int = 0
    depth: int | None = None
    is_item: bool = False
    label: Label | None = None
    reading: Reading | None = None
    option: Option | None = None
    series: tuple[str, int] | None = None

    @property
    def is_body(self) -> bool:
        """Whether it is a paragraph, a point or an option, not a level above them."""
        return self.order == BODY

    @property
    def counts(self) -> int:
        """The place of an alternative in its series; 0 for anything else."""
        return self.option.place if self.option else 0

    @property
    def has_list(self) -> bool:
        """Whether numbered provisions stand below it."""
        return any(child.label for child in self.children)

    @property
    def opens_list(self) -> bool:
        """Whether a list is to be expected: its last words end with a colon or a dash, or it has a number and no words."""
        last = self.closing or self.text
        return not self.children if last is None else ends_with(last.raw, ":：—–")


def ends_with(raw: str, endings: str) -> bool:
    """Whether the last character that is no bracket, quotation mark or white space is one of `endings`."""
    tail = raw[-40:].rstrip(_CLOSERS)
    return bool(tail) and tail[-1] in endings


def starts_small(raw: str) -> bool:
    """Whether the first letter is a small one, as in a sentence that goes on."""
    head = raw[:40].lstrip("[( ,;*")
    return bool(head) and head[0].islower()


def provisions(nodes: Iterable[Node]) -> tuple[Provision, ...]:
    """Turn finished nodes into provisions: marks taken out of the words, no ids yet."""
    return tuple(_provision(node) for node in nodes)


def _provision(node: Node) -> Provision:
    heading, text, closing = _marked(node.heading), _marked(node.text), _marked(node.closing)
    shift = len(text.words) + (1 if closing.words else 0)
    flush: tuple[Mark, ...] = tuple(m._replace(start=m.start + shift, end=m.end + shift) for m in closing.marks)
    return Provision(
        id="",
        kind=node.kind,
        num=" ".join(node.num.split()),
        heading=heading.words,
        text=text.words,
        closing=closing.words,
        marks=text.marks + flush,
        heading_marks=heading.marks,
        children=provisions(node.children),
        line=node.line,
    )


def _marked(block: Block | None) -> Marked:
    return extract(block.raw, block.marks) if block else _NOTHING
