"""One draft as the aligner sees it: every clause a string of word codes, at its place in the tree."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from treatydiff.text.encode import Vocabulary
from treatydiff.text.numbers import comparable
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from treatydiff.model import Clause, Provision

_BELOW_THE_ARTICLE = frozenset(
    {
        "paragraph",
        "subparagraph",
        "subsection",
        "point",
        "indent",
        "alinea",
        "alternative",
        "clause",
        "subclause",
        "item",
        "subitem",
        "level",
    }
)
Pairs = dict[int, int]
"""Old clauses to new clauses, both by their order in the draft."""


class Side(NamedTuple):
    """The clauses of one draft, encoded.

    `codes` has one character for each word of a clause, case and punctuation set aside. `headings` says which clauses are
    headings only, `numbers` and `kinds` give the number and the level in the form in which they are compared. `units` names
    for each clause the article (or what stands for it) that holds it, by its place in `unit_headings`; `parents` the nearest
    clause above it, -1 at the top; `chapeaux` the same where that has words of its own, else -1. `weights` is how much a
    clause counts for the article around it: the root of its length in words.
    """

    clauses: Sequence[Clause]
    codes: list[str]
    headings: list[bool]
    numbers: list[str]
    kinds: list[str]
    units: list[int]
    unit_headings: list[str]
    unit_weights: list[float]
    parents: list[int]
    chapeaux: list[int]
    weights: list[float]


def encoder() -> Callable[[str], str]:
    """Give a function from texts to strings of one character for each word, case and punctuation set aside.

    Both drafts of a comparison share one, in which a word is always the same character. No word reaches over white space, so
    what stands between is cut into words only where it is first met; a text that stands in both drafts is looked up whole.
    """
    known = _Encoded()
    return cache(lambda text: "".join(map(known.__getitem__, text.split())))


class _Encoded(dict[str, str]):
    """What stands between white space, with its words encoded."""

    def __init__(self) -> None:
        super().__init__()
        self._vocabulary = Vocabulary()

    def __missing__(self, part: str) -> str:
        self[part] = code = self._vocabulary.encode(bare_words(normalize("NFC", part).casefold()))
        return code


def side(clauses: Sequence[Clause], encoded: Callable[[str], str]) -> Side:
    """Describe the clauses of one draft, their words `encoded`."""
    codes = [encoded(clause.words) for clause in clauses]
    headings = [clause.is_heading for clause in clauses]
    weights = [(len(code) + 1) ** 0.5 for code in codes]
    units, unit_headings = _units(clauses, encoded)
    unit_weights = [1.0] * len(unit_headings)
    for unit, is_heading, weight in zip(units, headings, weights, strict=True):
        if not is_heading:
            unit_weights[unit] += weight
    parents = _parents(clauses)
    chapeaux = [-1 if parent < 0 or headings[parent] else parent for parent in parents]
    numbers = [comparable(clause.provision.num) for clause in clauses]
    kinds = [clause.provision.kind for clause in clauses]
    return Side(clauses, codes, headings, numbers, kinds, units, unit_headings, unit_weights, parents, chapeaux, weights)


def _units(clauses: Iterable[Clause], encoded: Callable[[str], str]) -> tuple[list[int], list[str]]:
    places: dict[str, int] = {}
    headings: list[str] = []
    units = []
    for clause in clauses:
        unit = _unit(clause)
        place = places.get(unit.id)
        if place is None:
            place = places[unit.id] = len(headings)
            headings.append(encoded(unit.heading))
        units.append(place)
    return units, headings


def _unit(clause: Clause) -> Provision:
    if clause.provision.kind not in _BELOW_THE_ARTICLE:
        return clause.provision
    for provision in reversed(clause.ancestors):
        if provision.kind not in _BELOW_THE_ARTICLE:
            return provision
    return clause.ancestors[0] if clause.ancestors else clause.provision


def _parents(clauses: Sequence[Clause]) -> list[int]:
    places = {clause.id: clause.order for clause in clauses}
    parents = []
    for clause in clauses:
        for provision in reversed(clause.ancestors):
            if provision.id in places:
                parents.append(places[provision.id])
                break
        else:
            parents.append(-1)
    return parents


def longest_run(places: Sequence[int]) -> list[int]:
    """Give the indices of a longest strictly increasing subsequence of `places`, in order."""
    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(places)
    for n, place in enumerate(places):
        at = bisect_left(tails, place)
        before[n] = ends[at - 1] if at else -1
        tails[at : at + 1] = [place]
        ends[at : at + 1] = [n]
    if not ends:
        return []
    steps = accumulate(range(len(ends) - 1), lambda n, _: before[n], initial=ends[-1])
    return list(steps)[::-1]
