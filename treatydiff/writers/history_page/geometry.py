"""Where everything in the picture of the lineage stands: nodes for articles, ribbons for what became of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from treatydiff.history.ribbons import Flow, FlowKind
    from treatydiff.writers.history_page.context import Context

WIDTH: Final = 1200.0
MARGIN: Final = 196.0
NODE: Final = 7.0
_HEIGHT: Final = 620.0
_ROWS: Final = (5.0, 17.0)
_GAP: Final = 9.0
_TOP: Final = 6.0
_THINNEST: Final = 0.25
"""The share of an article's height that its thinnest ribbon takes, so that it is seen."""


class Node(NamedTuple):
    """An article of a draft in the picture: its thread, where it stands, whether it came with the draft or ended with it."""

    draft: int
    thread: int
    x: float
    y: float
    height: float
    is_new: bool
    is_last: bool


class Ribbon(NamedTuple):
    """A flow in the picture: the threads at both ends, and its upper and lower edge at either."""

    kind: FlowKind
    old: int
    new: int
    x0: float
    top0: float
    bottom0: float
    x1: float
    top1: float
    bottom1: float


class Picture(NamedTuple):
    """The whole picture: its nodes, its ribbons, its height, the height of one article, and the chapters of each draft.

    `chapters` holds by draft the number and heading of each outermost chapter and the middle of its articles.
    """

    nodes: tuple[Node, ...]
    ribbons: tuple[Ribbon, ...]
    height: float
    row: float
    chapters: tuple[tuple[tuple[str, str, float], ...], ...]


def picture(context: Context) -> Picture:
    """Lay out the articles of every draft from top to bottom, the drafts from left to right, and the ribbons between them."""
    told = set(context.told_threads)
    columns = [_column(context, place, told) for place in range(len(context.drafts))]
    row = min(max(_HEIGHT / max(1, *map(len, columns)), _ROWS[0]), _ROWS[1])
    nodes: dict[tuple[int, str], Node] = {}
    chapters = []
    lowest = 0.0
    for place, column in enumerate(columns):
        spans, bottom = _stack(context, place, column, row, nodes)
        chapters.append(spans)
        lowest = max(lowest, bottom)
    return Picture(tuple(nodes.values()), tuple(_ribbons(context.articles.flows, nodes)), lowest, row, tuple(chapters))


def _column(context: Context, place: int, told: set[int]) -> list[str]:
    """Give the ids of a draft's articles in their order."""
    ids = dict.fromkeys(unit.id for unit in context.articles.units[place].values())
    return [name for name in ids if context.thread_at(place, name) in told]


def _stack(
    context: Context, place: int, column: Sequence[str], row: float, nodes: dict[tuple[int, str], Node]
) -> tuple[tuple[tuple[str, str, float], ...], float]:
    """Place the articles of a draft, a gap between chapters; give the chapters with their middles, and the lower end."""
    count = len(context.drafts)
    x = MARGIN + (WIDTH - 2 * MARGIN - NODE) * (place / (count - 1) if count > 1 else 0)
    known = context.articles.units[place]
    before, after = _steps(context, place)
    y, current = _TOP, ""
    spans: list[tuple[str, str, float, float]] = []
    for name in column:
        unit = known[name]
        head = unit.heads[0] if unit.heads else None
        if (head.id if head else "") != current and y > _TOP:
            y += _GAP
        if not spans or (head.id if head else "") != current:
            spans.append((head.num if head else "", head.heading if head else "", y, y))
        current = head.id if head else ""
        thread = context.thread_at(place, name)
        places = context.articles.threads[thread].places
        is_new = before is not None and places[before] is None
        is_last = bool(after) and all(places[one] is None for one in after)
        nodes[place, name] = Node(place, thread, x, y, row - max(1.0, row * 0.12), is_new, is_last)
        y += row
        spans[-1] = (*spans[-1][:3], y)
    return tuple((num, heading, (top + bottom) / 2) for num, heading, top, bottom in spans), y


def _steps(context: Context, place: int) -> tuple[int | None, list[int]]:
    """Give the draft that a draft is based on, and those that are based on it."""
    steps = context.history.steps
    return next((one.before for one in steps if one.after == place), None), [one.after for one in steps if one.before == place]


def _ribbons(flows: Sequence[Flow], nodes: Mapping[tuple[int, str], Node]) -> Iterable[Ribbon]:
    told = [flow for flow in flows if (flow.before, flow.old) in nodes and (flow.after, flow.new) in nodes]
    gives: defaultdict[tuple[int, int, str], list[int]] = defaultdict(list)
    takes: defaultdict[tuple[int, int, str], list[int]] = defaultdict(list)
    for number, flow in enumerate(told):
        gives[flow.before, flow.after, flow.old].append(number)
        takes[flow.before, flow.after, flow.new].append(number)
    left: dict[int, tuple[float, float]] = {}
    right: dict[int, tuple[float, float]] = {}
    for (before, after, old), numbers in gives.items():
        numbers.sort(key=lambda number: nodes[after, told[number].new].y)
        left |= _shares(nodes[before, old], numbers, [told[number].given for number in numbers])
    for (before, after, new), numbers in takes.items():
        numbers.sort(key=lambda number: nodes[before, told[number].old].y)
        right |= _shares(nodes[after, new], numbers, [told[number].taken for number in numbers])
    for number, flow in enumerate(told):
        one, other = nodes[flow.before, flow.old], nodes[flow.after, flow.new]
        yield Ribbon(flow.kind, one.thread, other.thread, one.x + NODE, *left[number], other.x, *right[number])


def _shares(node: Node, numbers: Sequence[int], shares: Sequence[float]) -> dict[int, tuple[float, float]]:
    """Part the height of a node among its ribbons, each by its share, none too thin to be seen."""
    wanted = [max(share, _THINNEST) for share in shares]
    scale = node.height / max(1.0, sum(wanted))
    y = node.y + (node.height - scale * sum(wanted)) / 2
    found = {}
    for number, share in zip(numbers, wanted, strict=True):
        found[number] = (y, y + scale * share)
        y += scale * share
    return found
