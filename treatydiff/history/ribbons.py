"""Articles followed through all drafts: which became which, and how much of each went where."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from treatydiff.history.lines import woven
from treatydiff.text.tokens import bare_words
from treatydiff.text.units import units

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from treatydiff.model import Clause, Draft, History, Step
    from treatydiff.text.units import Unit

_HEADING_COUNTS_FOR = 5
"""Words that two articles have in common where their headings are linked: without them short articles would trade places."""
_WORTH_TELLING = 0.2
"""The share of an article that must go to another, or come from it, for that to be told beside what the article became."""

_NOWHERE: Final = (-1, "")

FlowKind = Literal["kept", "moved", "split", "merged", "shifted"]


class Thread(NamedTuple):
    """One article, or one chapter with what stands directly in it, through all drafts; None where it is not."""

    places: tuple[Unit | None, ...]

    @property
    def last(self) -> int:
        """The place of the last draft that has it."""
        return max(place for place, unit in enumerate(self.places) if unit is not None)

    @property
    def unit(self) -> Unit:
        """The article as it last stood."""
        return next(unit for unit in reversed(self.places) if unit is not None)


class Flow(NamedTuple):
    """What one article gave to one of the next draft, by the places of both drafts and the ids of both articles.

    "kept" and "moved" (out of the order of the others) lead from an article to what it became. "merged": the old article
    went on only as part of the new one; "split": the new one came only out of the old one; "shifted": both go on by
    themselves, but part of the one went to the other. `given` is the share of the old article's words that went there,
    `taken` the share of the new one's that came from there, both from 0 to 1.
    """

    before: int
    after: int
    old: str
    new: str
    kind: FlowKind
    given: float
    taken: float


class Articles(NamedTuple):
    """The articles of a history: by draft the unit of every provision, the threads in order, and what flowed between them."""

    units: tuple[Mapping[str, Unit], ...]
    threads: tuple[Thread, ...]
    flows: tuple[Flow, ...]


def articles(history: History) -> Articles:
    """Follow the articles of a history.

    Threads stand in the order of the last draft; one that ended earlier follows what stood before it.
    """
    known = tuple(units(draft.document) for draft in history.drafts)
    sizes = [_sizes(draft, known[place]) for place, draft in enumerate(history.drafts)]
    shared = {step.after: _shared(step, known) for step in history.steps}
    pairs = {after: _pairs(counted) for after, counted in shared.items()}
    threads = _threads(history, known, pairs, _returned(history, known, sizes))
    flows: list[Flow] = []
    for step in history.steps:
        order = [list(_own(known[place])) for place in (step.before, step.after)]
        moved = _out_of_order(pairs[step.after], *order)
        flows += _flows(step, shared[step.after], pairs[step.after], moved, (sizes[step.before], sizes[step.after]))
    return Articles(known, threads, tuple(flow for flow in flows if not known[flow.before][flow.old].is_head))


def _own(known: Mapping[str, Unit]) -> Mapping[str, Unit]:
    """Give the units of a draft by their ids, in order."""
    return {unit.id: unit for unit in known.values()}


def _sizes(draft: Draft, known: Mapping[str, Unit]) -> Counter[str]:
    found: Counter[str] = Counter()
    for clause in draft.clauses:
        found[known[clause.id].id] += _size(clause) + (_HEADING_COUNTS_FOR if clause.id == known[clause.id].id else 0)
    return found


def _size(clause: Clause) -> int:
    return max(1, len(bare_words(clause.words)))


def _shared(step: Step, known: Sequence[Mapping[str, Unit]]) -> Counter[tuple[str, str]]:
    """Count the words that every two articles of a step share through the links of their clauses."""
    found: Counter[tuple[str, str]] = Counter()
    for change in step.comparison.changes:
        for old in change.link.old:
            for new in change.link.new:
                one, other = known[step.before][old.id], known[step.after][new.id]
                if one.is_head == other.is_head:
                    is_heading = (old.id, new.id) == (one.id, other.id)
                    found[one.id, other.id] += min(_size(old), _size(new)) + (_HEADING_COUNTS_FOR if is_heading else 0)
    return found


def _pairs(shared: Mapping[tuple[str, str], int]) -> Mapping[str, str]:
    """Give for each old article the new one that has most of it, where that one has most from it."""
    best_new: dict[str, tuple[int, str]] = {}
    best_old: dict[str, tuple[int, str]] = {}
    for (old, new), count in shared.items():
        best_new[old] = max(best_new.get(old, (0, "")), (count, new), key=lambda one: one[0])
        best_old[new] = max(best_old.get(new, (0, "")), (count, old), key=lambda one: one[0])
    return {old: new for old, (_, new) in best_new.items() if best_old[new][1] == old}


def _out_of_order(pairs: Mapping[str, str], old: Sequence[str], new: Sequence[str]) -> frozenset[str]:
    """Give the old articles that do not stand in the longest run of articles that kept their order."""
    places = {name: place for place, name in enumerate(new)}
    tops: list[int] = []
    ends: list[str] = []
    before: dict[str, str] = {}
    for name in (name for name in old if name in pairs):
        at = bisect_left(tops, places[pairs[name]])
        tops[at:], ends[at:] = [places[pairs[name]], *tops[at + 1 :]], [name, *ends[at + 1 :]]
        if at:
            before[name] = ends[at - 1]
    kept, name = set[str](), ends[-1] if ends else ""
    while name:
        kept.add(name)
        name = before.get(name, "")
    return frozenset(set(pairs) - kept)


def _flows(
    step: Step,
    shared: Mapping[tuple[str, str], int],
    pairs: Mapping[str, str],
    moved: frozenset[str],
    sizes: tuple[Counter[str], Counter[str]],
) -> Iterable[Flow]:
    fresh = set(pairs.values())
    for (old, new), count in shared.items():
        given, taken = min(1.0, count / sizes[0][old]), min(1.0, count / sizes[1][new])
        if pairs.get(old) == new:
            yield Flow(step.before, step.after, old, new, "moved" if old in moved else "kept", given, taken)
        elif max(given, taken) >= _WORTH_TELLING:
            kind: FlowKind = "merged" if old not in pairs else "shifted" if new in fresh else "split"
            yield Flow(step.before, step.after, old, new, kind, given, taken)


def _threads(
    history: History,
    known: Sequence[Mapping[str, Unit]],
    pairs: Mapping[int, Mapping[str, str]],
    back: Mapping[tuple[int, str], tuple[int, str]],
) -> tuple[Thread, ...]:
    before = {step.after: step.before for step in history.steps}
    found: list[dict[int, Unit]] = []
    through: dict[tuple[int, str], int] = {}
    for place, of_draft in enumerate(known):
        came_of = {new: (before[place], old) for old, new in pairs.get(place, {}).items()}
        going_on = {through[source] for source in came_of.values()}
        for name, unit in _own(of_draft).items():
            number = through.get(came_of[name] if name in came_of else back.get((place, name), _NOWHERE), len(found))
            if name not in came_of and number in going_on:
                number = len(found)
            if number == len(found):
                found.append({})
            going_on.add(number)
            found[number][place] = unit
            through[place, name] = number
    order: list[int] = []
    for place in reversed(range(len(known))):
        order = woven(order, [through[place, name] for name in _own(known[place])])
    return tuple(Thread(tuple(found[number].get(place) for place in range(len(known)))) for number in order)


def _returned(
    history: History, known: Sequence[Mapping[str, Unit]], sizes: Sequence[Mapping[str, int]]
) -> Mapping[tuple[int, str], tuple[int, str]]:
    """Give the articles that came back, by the clauses that make up at least half of them, with what they had been."""
    shared: Counter[tuple[tuple[int, str], tuple[int, str]]] = Counter()
    for one in history.returns:
        old, new = known[one.before][one.old.id], known[one.after][one.new.id]
        shared[(one.after, new.id), (one.before, old.id)] += _size(one.new)
    return {after: before for (after, before), count in shared.items() if 2 * count >= sizes[after[0]][after[1]]}
