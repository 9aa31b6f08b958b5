"""How deep each paragraph is nested, where a file sets its numbers to the left of the text that they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.readers.outline.labels import label
from treatydiff.readers.pages.paragraphs import opens_item

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.readers.pages.paragraphs import Placed

_SAME_EDGE: Final = 0.45
_FEWEST: Final = 3
_SHARE: Final = 0.7


def depths(paragraphs: Sequence[Sequence[Placed]]) -> Iterator[int | None]:
    """Give for each paragraph how many numbered items it stands in, its own included; None for all in a file without nesting.

    A paragraph without a number stands in the item below whose words it begins. Centred lines stand in none and end none.
    """
    if not _hangs(paragraphs):
        yield from (None for _ in paragraphs)
        return
    opened: list[tuple[float, float]] = []
    for paragraph in paragraphs:
        first = paragraph[0]
        near = _SAME_EDGE * first.line.size
        left = first.line.left - first.measure.left
        if opens_item(first.line.text):
            while opened and opened[-1][0] > left - near:
                opened.pop()
            opened.append((left, first.line.inner - first.measure.left))
        else:
            while opened and opened[-1][1] > left + near:
                opened.pop()
        yield len(opened)


def _hangs(paragraphs: Sequence[Sequence[Placed]]) -> bool:
    """Whether the second line of a numbered paragraph begins, as a rule, below its first word and not below its number."""
    hanging = counted = 0
    for first, second in ((one[0].line, one[1].line) for one in paragraphs if len(one) > 1 and one[0].page == one[1].page):
        if label(first.text) and first.inner > first.left + first.size:
            counted += 1
            hanging += abs(second.left - first.inner) < _SAME_EDGE * first.size
    return counted >= _FEWEST and hanging >= _SHARE * counted
