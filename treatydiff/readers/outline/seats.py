"""Where in the open list levels a numbered paragraph or point belongs: decided by its siblings, never by its look alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.readers.outline.labels import Label, Reading
    from treatydiff.readers.outline.nodes import Node

DEEPEST = 12
"""List levels below an article; more are never read out of numbers, so the tree stays shallow whatever a file holds."""


class Seat(NamedTuple):
    """How many of the open nodes stay open (the last of them is the parent), and what the number was taken to mean."""

    keep: int
    reading: Reading


def seat(
    label: Label, opened: Sequence[Node], depth: int | None, *, is_item: bool, series: tuple[str, int] | None = None
) -> Seat:
    """Find the place of `label` below the open nodes, which run from the draft's root to the node before it.

    In this order: the first number after a chapeau opens a list; the next number after that of an open level continues it,
    the deepest level first, so that (i) after (h) is a letter; a list of the source at a new depth opens a level, at a known
    depth continues it; a first number opens a list; any other joins the level of its style. A number in the text of a list
    item of the source stays inside that item.
    """
    top = 1 + max(n for n, node in enumerate(opened) if not node.is_body or (not is_item and _contains(node, depth)))
    base = 1 + max((n for n, node in enumerate(opened) if node.option), default=0)
    levels = [
        n for n in range(len(opened) - 1, top - 1, -1) if opened[n].label and _same_list(opened[n], depth, is_item=is_item)
    ]
    own = [n for n in levels if series and opened[n].series == series]
    return (
        _after_chapeau(label, opened, depth)
        or _continued(label, opened, own)
        or _below_series(label, opened, series)
        or _continued(label, opened, levels)
        or (_by_depth(label, opened, levels, depth) if is_item else None)
        or _opened(label, opened, max(top, base), levels)
        or _joined(label, opened, own or levels)
        or Seat(max(top, base) if label.is_paragraph else _below(opened), label.readings[-1])
    )


def _contains(node: Node, depth: int | None) -> bool:
    return bool(depth and node.is_item and node.depth and node.depth <= depth)


def _same_list(node: Node, depth: int | None, *, is_item: bool) -> bool:
    """Whether the source allows that a number at this depth stands in one list with the node."""
    return not node.depth or not depth or (node.depth == depth and (node.is_item or not is_item))


def _below_series(label: Label, opened: Sequence[Node], series: tuple[str, int] | None) -> Seat | None:
    """Open a deeper level of a list that the source counts below the innermost open level above it."""
    reading = _first(label)
    if reading is None or series is None:
        return None
    above = [n for n, node in enumerate(opened) if node.series and node.series[0] == series[0] and node.series[1] < series[1]]
    return Seat(min(above[-1] + 1, _below(opened)), reading) if above else None


def _below(opened: Sequence[Node]) -> int:
    """Keep all open nodes, but never nest deeper than `DEEPEST`."""
    nested = sum(1 for node in opened if node.is_body)
    return len(opened) - max(0, nested - DEEPEST)


def _first(label: Label) -> Reading | None:
    return next((reading for reading in label.readings if reading.is_first), None)


def _after_chapeau(label: Label, opened: Sequence[Node], depth: int | None) -> Seat | None:
    reading, last = _first(label), opened[-1]
    if reading is None or not last.is_body or not last.opens_list or (depth and last.depth and depth < last.depth):
        return None
    return Seat(_below(opened), reading)


def _continued(label: Label, opened: Sequence[Node], levels: Iterable[int]) -> Seat | None:
    levels = list(levels)
    for same_shape in (True, False):
        for n in levels:
            before = opened[n]
            if before.reading and before.label and (not same_shape or before.label.shape == label.shape):
                for reading in label.readings:
                    if reading.follows(before.reading):
                        return Seat(n, reading)
    return None


def _by_depth(label: Label, opened: Sequence[Node], levels: Sequence[int], depth: int | None) -> Seat | None:
    if not depth:
        return None
    known = [n for n in levels if opened[n].depth == depth and opened[n].is_item]
    if known:
        return Seat(known[0], label.readings[0])
    shallower = [n for n, node in enumerate(opened) if node.is_body and node.depth and node.depth < depth]
    nested = [n for n, node in enumerate(opened) if node.is_body and not node.is_item and node.depth and node.depth <= depth]
    holder = max([*shallower, *nested], default=None)
    return None if holder is None else Seat(min(holder + 1, _below(opened)), _first(label) or label.readings[0])


def _opened(label: Label, opened: Sequence[Node], base: int, levels: Iterable[int]) -> Seat | None:
    reading = _first(label)
    if reading is None or any(_same_style(label, reading, opened[n]) for n in levels):
        return None
    return Seat(base if reading.style == "1" and label.shape == "." else _below(opened), reading)


def _same_style(label: Label, reading: Reading, node: Node) -> bool:
    return bool(node.label and node.reading and node.label.shape == label.shape and node.reading.style == reading.style)


def _joined(label: Label, opened: Sequence[Node], levels: Iterable[int]) -> Seat | None:
    for n in levels:
        for reading in label.readings:
            if _same_style(label, reading, opened[n]):
                return Seat(n, reading)
    return None
