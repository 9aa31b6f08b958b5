"""What happened to a clause in a few words: that it is new or moved, what became of its marks, what a finding does."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from treatydiff.writers.pieces import only_moved

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.model import Change, Clause, Finding, Link, LinkKind, MarkChange

KINDS: Final[dict[LinkKind, str]] = {
    "same": "read the same",
    "edited": "reworded",
    "inserted": "new",
    "deleted": "deleted",
    "split": "split",
    "merged": "merged",
    "regrouped": "regrouped",
}
_SEVERAL: Final[frozenset[LinkKind]] = frozenset({"split", "merged", "regrouped"})
_TRACKED: Final = frozenset({"insertion", "deletion"})
_LONGEST: Final = 60
_LISTED_PLACES: Final = 6
_OPEN: Final = frozenset({"neutral", "context"})
_AXIS: Final = {
    "strengthens": "stronger",
    "weakens": "weaker",
    "widens": "wider",
    "narrows": "narrower",
    "context": "depends on the view taken",
}


def what(change: Change) -> str:
    """Say what happened to the clause apart from its words; empty where it was only reworded."""
    link = change.link
    said = []
    if link.kind == "same":
        said.append("same words")
    elif change.follows:
        said.append("same words but for a reference that follows a renumbering")
    elif link.kind != "edited":
        said.append(KINDS[link.kind])
    was = listed(link.old)
    if link.kind in _SEVERAL:
        said.append(f"{was} became {listed(link.new)}")
        said += ["moved"] if link.moved else []
    elif link.old and link.new and (link.moved or link.renumbered or _is_counted_anew(link)):
        said.append(f"moved from {was}" if link.moved else f"was {was}")
    elif link.kind == "deleted":
        said.append(f"was {was}")
    if change.moved_words:
        said.append("only words moved within it" if only_moved(change) else "words moved within it")
    if link.heading_changed and link.kind == "same":
        said.append(f"heading was {short(link.old[0].provision.heading)}")
    return ", ".join(said)


def _is_counted_anew(link: Link) -> bool:
    """Whether a recital, which has no number of its own, stands at another place in the count."""
    return link.new[0].provision.kind == "recital" and link.old[0].label != link.new[0].label


def listed(clauses: Sequence[Clause]) -> str:
    """Give clauses as they are cited, joined as in a sentence."""
    labels = [clause.label for clause in clauses]
    return " and ".join([*([", ".join(labels[:-1])] if labels[1:] else []), *labels[-1:]])


def some(labels: Sequence[str]) -> str:
    """Name the first few places and count the rest."""
    named, rest = labels[:_LISTED_PLACES], len(labels) - _LISTED_PLACES
    return ", ".join(named) + (f" and {rest:,} more" if rest > 0 else "")


def marks_said(changes: Iterable[MarkChange]) -> str:
    """Say what became of the marks; the words they stood on are in the redline, but for those of tracked changes."""
    counted: Counter[tuple[str, str]] = Counter()
    said = []
    for mark in changes:
        if mark.op == "kept":
            continue
        if mark.kind == "bracket":
            counted[mark.kind, mark.op] += 1
        else:
            whole = mark.old or mark.new
            said.append(f"{mark.kind} {mark.op}: {short(whole if mark.kind in _TRACKED else whole.partition(': ')[0])}")
    brackets = [f"{n} {plural(kind, n)} {op}" for (kind, op), n in counted.items()]
    return "; ".join([*brackets, *said])


def axes_said(finding: Finding) -> str:
    """Say what a finding does to the duty, to rights and to the scope; empty where it decides none of them."""
    named = (("duty", finding.bindingness), ("rights", finding.rights), ("scope", finding.scope))
    decided = any(value not in _OPEN for _, value in named)
    return "; ".join(
        f"{name} {_AXIS[value]}" for name, value in named if value != "neutral" and (decided or value not in _OPEN)
    )


def is_changed(change: Change) -> bool:
    """Whether anything about the clause is worth showing: its words, its number, its place, its heading or its marks."""
    link = change.link
    moved = link.moved or link.renumbered or link.heading_changed
    return link.kind != "same" or moved or any(_is_told(mark, change) for mark in change.marks)


def _is_told(mark: MarkChange, change: Change) -> bool:
    """Whether a mark alone makes a clause worth showing: not the status of words that stayed, which the summary counts."""
    return mark.op != "kept" and (mark.kind != "status" or not change.new_words)


def told(change: Change) -> list[Finding]:
    """Give the findings to show with a clause: those for information say what its head line says."""
    return [finding for finding in change.findings if finding.severity != "info" and not change.follows]


def short(text: str) -> str:
    """Give a text on one line, cut after at most 60 characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"


def plural(word: str, count: int) -> str:
    """Give a noun in the number that its count asks for."""
    if count == 1:
        return word
    return f"{word}es" if word.endswith("s") else f"{word}s"
