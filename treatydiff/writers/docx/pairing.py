"""Which lines of the old draft became which of the new."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from treatydiff.model import Change, Clause, Comparison, Provision
    from treatydiff.writers.docx.lines import Line

_SHARE: Final = 0.3
"""Of the shorter of two lines: what must have stayed in the other for a clause that was split or merged to be told by it."""


class Pair(NamedTuple):
    """Lines of the old draft and what they became; both sides are without gaps in their drafts.

    `change` is the change whose redline tells of their words, None where no change judges them.
    """

    old: tuple[Line, ...]
    new: tuple[Line, ...]
    change: Change | None


def pairs(comparison: Comparison, old: Sequence[Line], new: Sequence[Line]) -> list[Pair]:
    """Give the pairs in the order of the new draft; a line is in one at most."""
    here, there = _by_provision(old), _by_provision(new)
    found = list(_number_pairs(comparison, here, there))
    for change in comparison.changes:
        link = change.link
        if not link.old or not link.new:
            continue
        before = [line for clause in link.old for line in here.get(clause.id, ())]
        after = [line for clause in link.new for line in there.get(clause.id, ())]
        is_single = len(link.old) == len(link.new) == 1
        found += _of_parts(change, before, after) if is_single else _of_several(change, before, after)
    return sorted(found, key=lambda pair: pair.new[0].order)


def _by_provision(lines: Iterable[Line]) -> dict[str, list[Line]]:
    found: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.provision.id].append(line)
    return found


def _of_parts(change: Change, old: Sequence[Line], new: Sequence[Line]) -> Iterator[Pair]:
    """Pair the heading, the text and the flush text of two clauses; failing that, what the change judges on either side."""
    parts = {line.part: line for line in new if line.part != "number"}
    for line in old:
        if line.part in parts:
            yield _pair(change, line, parts[line.part])
    shared = {line.part for line in old} & parts.keys()
    rest = [next((line for line in side if line.is_judged and line.part not in shared), None) for side in (old, new)]
    if rest[0] and rest[1]:
        yield _pair(change, rest[0], rest[1])


def _pair(change: Change, old: Line, new: Line) -> Pair:
    return Pair((old,), (new,), change if old.is_judged and new.is_judged else None)


def _of_several(change: Change, old: Sequence[Line], new: Sequence[Line]) -> Iterator[Pair]:
    """Pair the lines of clauses that were split or merged, all that hang together as one where they stand together."""
    heads = [next((line for line in side if line.part == "heading" and not line.is_judged), None) for side in (old, new)]
    if heads[0] and heads[1]:
        yield _pair(change, heads[0], heads[1])
    judged = [[line for line in side if line.is_judged] for side in (old, new)]
    shared = _shared(change, *judged)
    for before, after in _together(shared, *judged):
        if _is_unbroken(before) and _is_unbroken(after):
            yield Pair(tuple(before), tuple(after), change)
        else:
            yield from (Pair((line,), (heir,), change) for line, heir in _best(shared, before, after))


_Shared = dict[tuple[int, int], int]
"""By the orders of an old and a new line: the characters that stayed."""


def _shared(change: Change, old: Sequence[Line], new: Sequence[Line]) -> _Shared:
    counted: Counter[tuple[int, int]] = Counter()
    i = j = 0
    for op, text in change.redline:
        if op == "equal":
            for line in old:
                for heir in new:
                    first = max(line.start - i, heir.start - j, 0)
                    last = min(line.end - i, heir.end - j, len(text))
                    counted[line.order, heir.order] += len("".join(text[first:last].split())) if first < last else 0
        i += len(text) if op != "insert" else 0
        j += len(text) if op != "delete" else 0
    lengths = {("old", line.order): len(line.words) for line in old} | {("new", line.order): len(line.words) for line in new}
    return {
        (before, after): stayed
        for (before, after), stayed in counted.items()
        if stayed and stayed >= _SHARE * min(lengths["old", before], lengths["new", after])
    }


def _together(shared: _Shared, old: Sequence[Line], new: Sequence[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """Give the groups of lines that share words, directly or through others."""
    groups: list[tuple[set[int], set[int]]] = []
    for before, after in shared:
        joined = [group for group in groups if before in group[0] or after in group[1]]
        groups = [group for group in groups if group not in joined]
        groups.append(({before}.union(*(group[0] for group in joined)), {after}.union(*(group[1] for group in joined))))
    for befores, afters in groups:
        yield [line for line in old if line.order in befores], [line for line in new if line.order in afters]


def _is_unbroken(lines: Sequence[Line]) -> bool:
    return [line.order for line in lines] == list(range(lines[0].order, lines[0].order + len(lines)))


def _best(shared: _Shared, old: Sequence[Line], new: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Give the lines that share most, each once."""
    here, there = ({line.order: line for line in side} for side in (old, new))
    ranked = sorted((pair for pair in shared if pair[0] in here and pair[1] in there), key=lambda pair: (-shared[pair], pair))
    for before, after in ranked:
        if before in here and after in there:
            yield here.pop(before), there.pop(after)


def _number_pairs(
    comparison: Comparison, old: Mapping[str, Sequence[Line]], new: Mapping[str, Sequence[Line]]
) -> Iterator[Pair]:
    """Pair the numbers that stand alone by what stands below them: the number goes where most of its clauses went.

    One that has a heading in the other draft alone goes with the line of the heading.
    """
    votes = Counter(_linked_holders(comparison))
    alone = {clause.id for change in comparison.changes for clause in _unlinked(change)}
    here, there = ({id_: lines[0] for id_, lines in side.items() if _is_number(lines[0], alone)} for side in (old, new))
    for before, after in sorted(votes, key=lambda pair: -votes[pair]):
        if before in here and after in there and "number" in {here[before].part, there[after].part}:
            yield Pair((here.pop(before),), (there.pop(after),), None)


def _unlinked(change: Change) -> Sequence[Clause]:
    return () if change.link.old and change.link.new else change.link.old or change.link.new


def _is_number(line: Line, alone: Container[str]) -> bool:
    return line.part == "number" or (line.part == "heading" and line.is_judged and line.provision.id in alone)


def _linked_holders(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Yield for every linked clause the ids of the provisions of one kind that hold it in both drafts, and its own."""
    for change in comparison.changes:
        link = change.link
        if link.old and link.new:
            before, after = link.old[0], link.new[0]
            yield before.id, after.id
            yield from _of_one_kind(before.ancestors, after.ancestors)


def _of_one_kind(old: Sequence[Provision], new: Sequence[Provision]) -> Iterator[tuple[str, str]]:
    for before in old:
        yield from ((before.id, after.id) for after in new if after.kind == before.kind)
