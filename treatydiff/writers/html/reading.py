"""What one change is to a reader: whether it can be folded away, and in which words it is told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.writers.html.phrases import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Change, MarkChange

KINDS: Final = {
    "edited": "Reworded",
    "follows": "Reference follows",
    "inserted": "New",
    "deleted": "Deleted",
    "moved": "Moved",
    "split": "Split",
    "merged": "Merged",
    "regrouped": "Regrouped",
    "marks": "Brackets and remarks",
    "heading": "Heading",
    "renumbered": "Renumbered",
}
_NUMBERS_AT_MOST: Final = ((), ("renumbered",))
_QUIET_MARKS = frozenset({"emphasis", "reference"})


def mark_changes(change: Change) -> tuple[MarkChange, ...]:
    """Give the changes of marks that a reader should hear of."""
    return tuple(mark for mark in change.marks if mark.op != "kept" and mark.kind not in _QUIET_MARKS)


def mark_words(change: Change) -> Iterator[str]:
    """Say what became of the marks: "2 brackets removed"."""
    counts: dict[tuple[str, str], int] = {}
    for mark in mark_changes(change):
        counts[mark.kind, mark.op] = counts.get((mark.kind, mark.op), 0) + 1
    for (kind, op), count in counts.items():
        yield f"{kind} {op}" if count == 1 else f"{count} {kind}{'es' if kind == 'status' else 's'} {op}"


def kinds(change: Change) -> tuple[str, ...]:
    """Give every kind of change that happened to the clause, the first for the first name."""
    link = change.link
    own = "follows" if change.follows else link.kind
    if not (link.moved or link.heading_changed or link.renumbered or change.marks):
        return (own,) if own != "same" else ()
    found: list[str] = [own] if own != "same" else []
    flags = (("moved", link.moved), ("heading", link.heading_changed), ("marks", mark_changes(change)))
    found += [kind for kind, there in flags if there]
    return (*found, "renumbered") if link.renumbered else tuple(found)


def reads_the_same(change: Change) -> bool:
    """Whether nothing happened to the clause but perhaps its number."""
    return severity(change) in {"", "info"} and kinds(change) in _NUMBERS_AT_MOST


def is_punctuation_only(change: Change) -> bool:
    """Whether no letter and no digit came or went in a clause that was reworded."""
    touched = "".join(part.text for part in change.redline if part.op != "equal")
    return change.link.kind == "edited" and bool(touched) and not any(character.isalnum() for character in touched)


def says_the_same(change: Change) -> bool:
    """Whether a reader need not stop at the clause: it reads the same, or only its references follow a renumbering."""
    return reads_the_same(change) or (change.follows and not mark_changes(change) and not change.link.moved)


def severity(change: Change) -> str:
    """Give the highest severity among the findings, empty when there is none."""
    return min((finding.severity for finding in change.findings), key=SEVERITIES.index, default="")


def touched(change: Change) -> tuple[int, int]:
    """Give how many characters of both wordings came or went, and how many there are; none went where references follow."""
    gone = 0 if change.follows else sum(len(part.text) for part in change.redline if part.op != "equal")
    kept = sum(len(part.text) for part in change.redline if part.op == "equal")
    return gone, gone + 2 * kept
