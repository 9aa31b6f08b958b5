"""The sentences at the head of the report, every figure in them counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from treatydiff.writers.html.phrases import capital, counted, listed, number, share
from treatydiff.writers.html.reading import says_the_same, severity

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
    """Say how many changes weigh heavily and what those do; both empty where no rule found anything."""
    heavy = [change for change in comparison.changes if severity(change) == "high"]
    if heavy:
        if len(heavy) == 1:
            return "One change weighs heavily", f": it {listed(_doings_of_one(heavy[0]))}."
        return f"{capital(number(len(heavy)))} changes weigh heavily", f": {listed(_doings(heavy))}."
    if any(change.findings for change in comparison.changes):
        medium = sum(severity(change) == "medium" for change in comparison.changes)
        return "No change weighs heavily", f"; {counted(medium, 'change')} of medium weight." if medium else "."
    if all(says_the_same(change) for change in comparison.changes):
        return "", ""
    return "", "No rule found a change of meaning."


def _doings_of_one(heavy: Change) -> list[str]:
    found = [one for axis, value, one, _ in _DOINGS if any(getattr(finding, axis) == value for finding in heavy.findings)]
    return found or ["can be taken either way"]


def _doings(heavy: list[Change]) -> Iterator[str]:
    """Say how many changes do what, each counted once, by the first thing that its gravest finding does."""
    counts = Counter(_first_doing(change) for change in heavy)
    for place, (_, _, one, many) in enumerate(_DOINGS):
        if count := counts[place]:
            yield f"{number(count)} {one if count == 1 else many}"
    if either := counts[len(_DOINGS)]:
        yield f"{number(either)} can be taken either way"


def _first_doing(change: Change) -> int:
    for finding in change.findings:
        for place, (axis, value, _, _) in enumerate(_DOINGS):
            if finding.severity == "high" and getattr(finding, axis) == value:
                return place
    return len(_DOINGS)
