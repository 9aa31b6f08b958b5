"""Provisions that came or went as a whole, and the clauses of the other draft that say what they say."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from treatydiff.crossrefs.provisions import Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from treatydiff.crossrefs.provisions import Provisions
    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Clause

_HOLDERS: Final = frozenset(
    {"book", "division", "title", "subtitle", "part", "subpart", "chapter", "subchapter", "crossheading", "cluster", "body"}
    | {"preamble", "recitals", "preface", "annexes", "schedules"}
)
"""Levels that only hold provisions: when one came as a whole, each of these is told by itself."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_SHARED = 6
_COMMON = 40
_FEWEST = 3
_FULL = 7
_COVERED = 0.7


@dataclass(frozen=True, eq=False)
class Arrivals:
    """One draft's clauses without a partner in the other (`alone`, by id), among all its provisions."""

    provisions: Provisions
    alone: frozenset[str]

    @cached_property
    def whole(self) -> frozenset[str]:
        """The ids of the provisions in which no clause has a partner."""
        found: set[str] = set()
        for node in reversed(self.provisions.nodes.values()):
            own = node.clause.id in self.alone if node.clause else bool(node.children) and not node.provision.words
            if own and all(child.id in found for child in node.children):
                found.add(node.id)
        return frozenset(found)

    def top(self, clause: Clause) -> Node:
        """Give the outermost provision that came or went as a whole with a clause that did, no holder of others."""
        node = self.provisions.nodes.get(clause.id) or Node(clause.provision, None, clause)
        while node.parent is not None and node.parent.id in self.whole and node.parent.kind not in _HOLDERS:
            node = node.parent
        return node


def clauses_of(node: Node) -> Iterator[Clause]:
    """Yield the clauses of a provision and of all below it, in order."""
    if node.clause is not None:
        yield node.clause
    for child in node.children:
        yield from clauses_of(child)


class Sayings:
    """Clauses by the rarer words in them, to find the one that says what a given text says.

    Words are compared by their first six letters, which their forms share.
    """

    def __init__(self, clauses: tuple[Clause, ...], alone: frozenset[str], lexicon: Lexicon) -> None:
        self._alone = alone
        self._lexicon = lexicon
        self._clauses = clauses
        self._by_word: Mapping[str, list[int]] = self._indexed()

    def _indexed(self) -> Mapping[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, clause in enumerate(self._clauses):
            for word in self._content(clause.words):
                found[word].append(place)
        return found

    def _content(self, text: str) -> frozenset[str]:
        return frozenset([word[:_SHARED] for word in _WORD.findall(text.casefold())]) - self._lexicon.function_words

    def nearest(self, text: str) -> Clause | None:
        """Give the clause that has seven in ten of the words of a text, those that stand in many clauses left out.

        A clause that has no partner in the other draft may also be one of which the text has so many.
        """
        rare = self._rare(text)
        counts = Counter(place for word in rare for place in self._by_word.get(word, ()))
        if len(rare) < _FEWEST or not counts:
            return None
        best = min(counts, key=lambda place: (-counts[place], place))
        clause = self._clauses[best]
        own = len(self._rare(clause.words)) if clause.id in self._alone else 0
        enough = _COVERED * (min(len(rare), own) if own >= _FULL else len(rare))
        return clause if counts[best] >= enough else None

    def _rare(self, text: str) -> list[str]:
        return [word for word in self._content(text) if len(self._by_word.get(word, ())) <= _COMMON]
