"""The sentences at the head of the report, every figure in them counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.writers.html.phrases import capital, counted, listed, number, share
from treatydiff.writers.html.reading import says_the_same, severity
from treatydiff.writers.unjudged import nothing_found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Change, Comparison

_DOINGS = (
    ("bindingness", "weakens", "weakens a duty", "weaken a duty"),
    ("bindingness", "strengthens", "strengthens a duty", "strengthen a duty"),
    ("rights", "weakens", "weakens a right or safeguard", "weaken a right or safeguard"),
    ("rights", "strengthens", "strengthens a right or safeguard", "strengthen a right or safeguard"),
    ("scope", "widens", "widens the scope", "widen the scope"),
    ("scope", "narrows", "narrows the scope", "narrow the scope"),
)

_EITHER = "can be taken either way"


class Doing(NamedTuple):
    """What one or more changes do, in words, and the axis with its value that finds them; both empty for either way."""

    said: str
    axis: str = ""
    value: str = ""


class Weighing(NamedTuple):
    """A sentence on what weighs heavily: its strong words, what the changes do behind a `lead`, and its end."""

    strong: str
    lead: str
    doings: tuple[Doing, ...]
    end: str


def reading(comparison: Comparison) -> str:
    """Say how much of the new draft reads as before and what happened to the rest."""
    whole = len(comparison.new_clauses)
    same = sum(len(change.link.new) for change in comparison.changes if change.link.kind == "same")
    if not whole:
        return "The later draft has no clauses."
    if same == whole and not any(change.link.kind == "deleted" for change in comparison.changes):
        rest = listed(_others(comparison.changes))
        return f"Every clause reads as before{f'; {rest}' if rest else ''}."
    return f"{capital(share(same, whole))} ({same:,} of {whole:,}) {_reads(share(same, whole))} as before. {_rest(comparison)}"


def _reads(phrase: str) -> str:
    return "read" if "clauses" in phrase and "one" not in phrase.split() else "reads"


def _rest(comparison: Comparison) -> str:
    counts = {
        kind: sum(change.link.kind == kind and not change.follows for change in comparison.changes)
        for kind in ("edited", "inserted", "deleted")
    }
    names = {"edited": "reworded", "inserted": "new", "deleted": "gone"}
    found = [f"{count:,} {'is' if count == 1 else 'are'} {names[kind]}" for kind, count in counts.items() if count]
    following = sum(change.follows for change in comparison.changes)
    found += [f"{following:,} only {'follows' if following == 1 else 'follow'} a renumbering"] if following else []
    found += _others(comparison.changes)
    return f"{capital(listed(found))}." if found else ""


def _others(changes: tuple[Change, ...]) -> list[str]:
    moved = sum(change.link.moved for change in changes)
    joined = sum(change.link.kind in {"split", "merged", "regrouped"} for change in changes)
    found = [f"{moved:,} moved"] if moved else []
    return [*found, f"{joined:,} split or merged"] if joined else found


def weighing(comparison: Comparison) -> tuple[str, str]:
    """Say how many changes weigh heavily and what those do; both empty where there is nothing to judge."""
    said = weighed(comparison)
    return said.strong, f"{said.lead}{listed(doing.said for doing in said.doings)}{said.end}"


def weighed(comparison: Comparison) -> Weighing:
    """Say the same in parts, what changes do by itself."""
    heavy = [change for change in comparison.changes if severity(change) == "high"]
    if len(heavy) == 1:
        return Weighing("One change weighs heavily", ": it ", tuple(_doings_of_one(heavy[0])), ".")
    if heavy:
        return Weighing(f"{capital(number(len(heavy)))} changes weigh heavily", ": ", tuple(_doings(heavy)), ".")
    if any(change.findings for change in comparison.changes):
        medium = sum(severity(change) == "medium" for change in comparison.changes)
        return Weighing(
            "No change weighs heavily", "", (), f"; {counted(medium, 'change')} of medium weight." if medium else "."
        )
    if all(says_the_same(change) for change in comparison.changes):
        return Weighing("", "", (), "")
    return Weighing("", "", (), nothing_found(comparison))


def _doings_of_one(heavy: Change) -> list[Doing]:
    does = _does(heavy)
    return [Doing(one, axis, value) for axis, value, one, _ in _DOINGS if (axis, value) in does] or [Doing(_EITHER)]


def _doings(heavy: list[Change]) -> Iterator[Doing]:
    """Say how many changes do what; one that does several things is counted with each."""
    done = [_does(change) for change in heavy]
    counts = Counter(doing for does in done for doing in does)
    for axis, value, one, many in _DOINGS:
        if count := counts[axis, value]:
            yield Doing(f"{number(count)} {one if count == 1 else many}", axis, value)
    if either := sum(not does for does in done):
        yield Doing(f"{number(either)} {_EITHER}")


def _does(change: Change) -> set[tuple[str, str]]:
    """Give what the change's findings of high severity do, by axis and value."""
    high = [finding for finding in change.findings if finding.severity == "high"]
    return {(axis, value) for axis, value, _, _ in _DOINGS if any(getattr(finding, axis) == value for finding in high)}
