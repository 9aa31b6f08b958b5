"""Articles through all drafts, those without a heading too, which are no clauses and stand on no line themselves."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.history.story import places
from treatydiff.model import Clause, Line
from treatydiff.text.numbers import bare
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from treatydiff.history.descent import Node
    from treatydiff.model import Draft, History

ARTICLES: Final = frozenset({"article", "annex", "appendix", "schedule", "rule"})
_LEAST: Final = 0.5
"""Share of an article's words, of those that stood in an earlier draft, that must come of another for it to be the same."""


class _Article(NamedTuple):
    """An article of one draft as a clause, and the clauses below it."""

    head: Clause
    below: tuple[Clause, ...]


def articles(history: History) -> tuple[Line, ...]:
    """Give a line for every article, annex or rule, in the order in which each is first met.

    An article goes on where its heading goes on. One without a heading, or with one that is new, is the article of the latest
    earlier draft in which most of its words stood, unless that goes on in another. In a draft without the heading the place of
    a line holds the article as a clause without words.
    """
    drawn = _Rows(history)
    for place, draft in enumerate(history.drafts):
        rest = [article for article in _articles(draft) if not drawn.goes_on_by_heading(place, article)]
        elections = [(drawn.votes(place, article), article) for article in rest]
        for votes, article in sorted(elections, key=lambda item: -max(item[0].values(), default=0)):
            drawn.elect(place, article, votes)
    return tuple(_line(history, row) for row in drawn.rows)


class _Rows:
    """The articles that were followed so far: for each its provision by draft, and by draft and provision its row."""

    def __init__(self, history: History) -> None:
        self.rows: list[dict[int, Clause]] = []
        self._row_of: dict[Node, int] = {}
        self._lines = history.lines
        self._numbers = places(history)

    def goes_on_by_heading(self, place: int, article: _Article) -> bool:
        """Lead a row to an article that has its heading, if there is one."""
        number = self._numbers.get((place, article.head.id))
        if number is None:
            return False
        row = self._stood_as(self._lines[number], place)
        if row is None or place in self.rows[row]:
            return False
        self._go_on(row, place, article.head)
        return True

    def votes(self, place: int, article: _Article) -> dict[int, int]:
        """Give the rows of the articles in which words of an article stood, each with how many."""
        votes: defaultdict[int, int] = defaultdict(int)
        for clause in article.below:
            number = self._numbers.get((place, clause.id))
            row = None if number is None or clause.is_heading else self._stood_in(self._lines[number], place)
            if row is not None:
                votes[row] += len(bare_words(clause.words)) or 1
        return dict(votes)

    def elect(self, place: int, article: _Article, votes: Mapping[int, int]) -> None:
        """Lead the row to an article in which most of its words stood; begin one where that goes on in another."""
        least = _LEAST * sum(votes.values())
        free = [(count, -row) for row, count in votes.items() if count >= least and place not in self.rows[row]]
        if free:
            self._go_on(-max(free)[1], place, article.head)
        else:
            self.rows.append({})
            self._go_on(len(self.rows) - 1, place, article.head)

    def _go_on(self, row: int, place: int, head: Clause) -> None:
        self.rows[row][place] = head
        self._row_of[place, head.id] = row

    def _stood_as(self, line: Line, place: int) -> int | None:
        """Give the row of an article by the latest draft before one that has its heading."""
        earlier = [(n, clause.id) for n, clause in enumerate(line.places[:place]) if clause is not None]
        return self._row_of.get(earlier[-1]) if earlier else None

    def _stood_in(self, line: Line, place: int) -> int | None:
        """Give the row of the article in which a clause stood in the latest draft before one."""
        earlier = [(n, clause) for n, clause in enumerate(line.places[:place]) if clause is not None]
        if not earlier:
            return None
        n, clause = earlier[-1]
        above = (self._row_of.get((n, one.id)) for one in (clause.provision, *reversed(clause.ancestors)))
        return next((row for row in above if row is not None), None)


def _articles(draft: Draft) -> Iterator[_Article]:
    """Yield the articles of a draft in order."""
    heads: dict[str, Clause] = {}
    below: defaultdict[str, list[Clause]] = defaultdict(list)
    for clause in draft.clauses:
        for depth, provision in enumerate((*clause.ancestors, clause.provision)):
            if provision.kind in ARTICLES:
                known = clause if provision is clause.provision else None
                label = f"{provision.kind} {bare(provision.num)}".rstrip()
                heads.setdefault(provision.id, known or Clause(provision, clause.ancestors[:depth], label, clause.order))
                below[provision.id].append(clause)
    yield from (_Article(head, tuple(below[name])) for name, head in heads.items())


def _line(history: History, row: Mapping[int, Clause]) -> Line:
    first, last = min(row), max(row)
    count = len(history.drafts)
    return Line(
        f"{history.drafts[last].id}/{row[last].id}",
        tuple(row.get(place) for place in range(count)),
        "first" if first == 0 else "inserted",
        "last" if last == count - 1 else "deleted",
    )
