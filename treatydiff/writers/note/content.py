"""The whole note: its parts in order, its parts and paragraphs numbered."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from treatydiff.writers.html.drafts import shared_title
from treatydiff.writers.html.sheet import Sheet
from treatydiff.writers.note import naming
from treatydiff.writers.note.articles import article_blocks
from treatydiff.writers.note.opening import introduction, main_changes, terms
from treatydiff.writers.note.standing import numbers, standing
from treatydiff.writers.note.values import Block, Table, heading, numbered
from treatydiff.writers.once import Itself
from treatydiff.writers.screen import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.model import Comparison

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")


def note(comparison: Comparison) -> tuple[Block | Table, ...]:
    """Give the note on a comparison, every figure and statement in it taken from the comparison.

    The last note is kept: a run that writes several formats makes it once.
    """
    return _note(Itself(comparison))


@lru_cache(maxsize=1)
def _note(itself: Itself[Comparison]) -> tuple[Block | Table, ...]:
    comparison = itself.value
    sheet = Sheet(comparison)
    title = shared_title(comparison)
    head = (
        heading("title", "Explanatory note"),
        heading("subtitle", title or " and ".join(naming.drafts(comparison))),
    )
    parts = chain(
        introduction(comparison, sheet),
        main_changes(comparison),
        terms(comparison),
        _articles(sheet),
        numbers(sheet),
        standing(comparison, sheet),
    )
    return tuple(_safe(block) for block in (*head, *_numbered(parts)))


def _safe(block: Block | Table) -> Block | Table:
    """Show what turns or hides the words around it as unknown: words of a draft stand in sentences of ours."""
    if isinstance(block, Table):
        return block._replace(rows=tuple(tuple(map(printable, row)) for row in block.rows))
    return block._replace(text=printable(block.text), lead=printable(block.lead))


def _articles(sheet: Sheet) -> Iterator[Block]:
    yield heading("part", "Changes article by article")
    blocks = list(article_blocks(sheet))
    yield from blocks or [numbered("The two drafts read the same.")]


def _numbered(blocks: Iterable[Block | Table]) -> Iterator[Block | Table]:
    """Give parts Roman numbers, and paragraphs numbers that run through the note."""
    parts = iter(_ROMAN)
    count = 0
    for block in blocks:
        if isinstance(block, Block) and block.kind == "part":
            yield block._replace(number=f"{next(parts)}.")
        elif isinstance(block, Block) and block.kind == "numbered":
            count += 1
            yield block._replace(number=f"{count}.")
        else:
            yield block
