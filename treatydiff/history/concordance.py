"""The numbers of articles and paragraphs over all drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from treatydiff.model import Clause, History, Line

Depth = Literal["articles", "paragraphs", "all"]
KINDS: Final[Mapping[Depth, frozenset[str]]] = {
    "articles": frozenset({"article", "annex", "appendix", "schedule", "rule"}),
    "paragraphs": frozenset({"article", "annex", "appendix", "schedule", "rule", "section", "paragraph"}),
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
    rows = (_row(line, history) for line in history.lines if kinds is None or _is_of(line, kinds))
    return Concordance(history, depth, tuple(rows))


def _is_of(line: Line, kinds: Collection[str]) -> bool:
    return any(clause is not None and clause.provision.kind in kinds for clause in line.places)


def _row(line: Line, history: History) -> Row:
    labels = tuple(clause.label if clause else "" for clause in line.places)
    last = line.drafts[-1]
    return Row(line, _subject(line.places[last], history, last), labels)


def _subject(clause: Clause | None, history: History, draft: int) -> str:
    """Say what a clause is about: its heading, or that of what it stands in."""
    if clause is None:
        return ""
    for provision in (clause.provision, *reversed(clause.ancestors)):
        if provision.heading:
            return provision.heading
    return history.drafts[draft].entry.title
