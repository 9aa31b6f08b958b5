"""The numbers of articles and paragraphs over all drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from treatydiff.history.articles import ARTICLES, articles
from treatydiff.history.lines import woven

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from treatydiff.history.descent import Node
    from treatydiff.model import History, Line

Depth = Literal["articles", "paragraphs", "all"]
KINDS: Final[Mapping[Depth, frozenset[str]]] = {
    "articles": ARTICLES,
    "paragraphs": ARTICLES | {"section", "paragraph"},
}
"""Which kinds of provision a concordance of some depth has; any other depth has all."""


class Row(NamedTuple):
    """One clause over all drafts: how it is cited in full in each, empty where it is not, and what it is about."""

    line: Line
    subject: str
    labels: tuple[str, ...]

    @property
    def is_renumbered(self) -> bool:
        """Whether it is cited differently in two drafts that have it."""
        return len({label for label in self.labels if label}) > 1


class Concordance(NamedTuple):
    """The numbers of all provisions of a history down to a depth."""

    history: History
    depth: Depth
    rows: tuple[Row, ...]


def concordance(history: History, depth: Depth = "paragraphs") -> Concordance:
    """Give the numbers of every provision down to a depth. Rows stand as lines do."""
    kinds = KINDS.get(depth)
    headed = articles(history)
    held = {(place, clause.id) for line in headed for place, clause in enumerate(line.places) if clause is not None}
    others = (line for line in history.lines if not any(node in held for node in _nodes(line)))
    wanted = [*headed, *(line for line in others if kinds is None or _is_of(line, kinds))]
    return Concordance(history, depth, tuple(_row(line, history) for line in _in_order(wanted, len(history.drafts))))


def _nodes(line: Line) -> Iterator[Node]:
    return ((place, clause.id) for place, clause in enumerate(line.places) if clause is not None)


def _in_order(found: Sequence[Line], drafts: int) -> list[Line]:
    """Put lines in the order of the last draft, those that ended earlier behind what stood before them."""
    order: list[int] = []
    for place in reversed(range(drafts)):
        stood = [(clause.order, len(clause.ancestors), n) for n, line in enumerate(found) if (clause := line.places[place])]
        order = woven(order, [n for _, _, n in sorted(stood)])
    return [found[n] for n in order]


def _is_of(line: Line, kinds: Collection[str]) -> bool:
    return any(clause is not None and clause.provision.kind in kinds for clause in line.places)


def _row(line: Line, history: History) -> Row:
    return Row(line, _subject(line, history), tuple(clause.label if clause else "" for clause in line.places))


def _subject(line: Line, history: History) -> str:
    """Say what a clause is about: its latest heading; else the latest that it stood under; else the title of its draft."""
    latest = [clause for clause in reversed(line.places) if clause is not None]
    own = (clause.provision.heading for clause in latest)
    above = (provision.heading for clause in latest for provision in reversed(clause.ancestors))
    return next(filter(None, (*own, *above)), history.drafts[line.drafts[-1]].entry.title)
