"""The square brackets of running text that have no other half."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.readers.outline.levels import level
from treatydiff.text.brackets import Passage, unbalanced
from treatydiff.text.spacing import narrow_brackets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.model import ReadWarning
    from treatydiff.readers.outline.blocks import Block


def bracket_warnings(blocks: Iterable[Block]) -> tuple[ReadWarning, ...]:
    """Warn of every bracket in the blocks of a draft that no other answers, with its line, its page and the words around it."""
    texts = [(narrow_brackets(block.raw), block) for block in blocks]
    if not any("[" in text or "]" in text for text, _ in texts):
        return ()
    return unbalanced(Passage(text, block.line, block.page, _opens_unit(block)) for text, block in texts)


def _opens_unit(block: Block) -> bool:
    return block.item is None and (block.rank > 0 or level(block.raw, is_heading=False) is not None)
