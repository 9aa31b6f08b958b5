"""Which provision an option is an alternative of: the place of "Option 2" below the open nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.readers.outline.labels import label
from treatydiff.readers.outline.seats import DEEPEST
from treatydiff.text.options import stands_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.readers.outline.blocks import Block
    from treatydiff.readers.outline.nodes import Node
    from treatydiff.text.options import Option


def room(found: Option, opened: list[Node], block: Block, after: Block | None) -> int:
    """Give how many of the open nodes stay open for an alternative; never are more than `DEEPEST` nested below a level.

    A paragraph that introduces a series that begins anew is taken out of the option before it and opened again.
    """
    container = max(n for n, node in enumerate(opened) if not node.is_body)
    keep = _place(found, opened, block, after, container)
    if keep - container > DEEPEST:
        return container + DEEPEST
    return _resumed(opened, keep, found)


def _place(found: Option, opened: Sequence[Node], block: Block, after: Block | None, container: int) -> int:
    """Give how many of the open nodes stay open; the last of them is the provision that the option is an alternative of.

    Options of one series stand side by side: "Option 2" beside "Option 1", at the depth of the source's list. A series of
    another style, or one that begins anew below a numbered paragraph, stands below the option that is open. Otherwise an
    option belongs to the list item of the source around it, to the numbered paragraph before it, or to the level above,
    when what it holds are numbered paragraphs.
    """
    for n in range(len(opened) - 1, container, -1):
        if _is_rival(opened[n], found, block):
            goes_on = opened[n].counts < found.place
            if goes_on or not any(node.label for node in opened[n + 1 :]):
                return n
            return _innermost(opened, n)
    for n in range(len(opened) - 1, container, -1):
        if (other := opened[n].option) and other.style == found.style and other.place + 1 == found.place:
            return n  # the source indents it otherwise
    if block.depth:
        return _innermost(opened, _owner(opened, container, block.depth))
    return _below_text(found, opened, container, block, after)


def _resumed(opened: list[Node], keep: int, found: Option) -> int:
    """Open again the paragraph before a series that begins anew, which introduces it and belongs to no option.

    Give how many nodes stay open then: with "Option 1" after the text that follows "Option 2", that text holds the new series.
    """
    if keep >= len(opened) or found.place > 1 or opened[keep].counts < found.place or not opened[keep].children:
        return keep
    last = opened[keep].children[-1]
    if last.label or last.children or last.option or not last.is_body:
        return keep
    opened[keep].children.pop()
    opened[keep - 1].children.append(last)
    del opened[keep:]
    opened.append(last)
    return keep + 1


def _is_rival(node: Node, found: Option, block: Block) -> bool:
    return node.option is not None and node.option.style == found.style and (node.depth or 0) == (block.depth or 0)


def _owner(opened: Sequence[Node], container: int, depth: int) -> int:
    """Give the place of the open list item of the source that a block at this depth stands in."""
    return max((n for n, node in enumerate(opened) if node.is_item and (node.depth or 0) <= depth), default=container)


def _innermost(opened: Sequence[Node], owner: int) -> int:
    """Keep the owner, and the innermost option or numbered paragraph open below it."""
    return 1 + max((n for n in range(owner + 1, len(opened)) if opened[n].option or opened[n].label), default=owner)


def _below_text(found: Option, opened: Sequence[Node], container: int, block: Block, after: Block | None) -> int:
    """Find the place of an option of a text without lists of its own."""
    above = max((n for n in range(container + 1, len(opened)) if opened[n].option), default=container)
    if above + 1 == len(opened):
        return above + 1
    if opened[-1].opens_list:
        return len(opened)
    paragraph = opened[above + 1]
    outside = block.depth == 0 and bool(paragraph.depth)
    holds_paragraphs = stands_alone(block.raw, found) and after is not None and _is_paragraph(after)
    return above + 1 if outside or holds_paragraphs or not paragraph.label or paragraph.closing else above + 2


def _is_paragraph(block: Block) -> bool:
    found = label(block.raw)
    return bool(block.item and block.item[0].isdigit()) or (found is not None and found.is_paragraph)
