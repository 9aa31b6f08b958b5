"""What is said of a change beside its redline: what happened to the clause and to its marks, and on which axes it counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from treatydiff.writers.pieces import only_moved

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.history.tally import Tally
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
"""What is said of a change of each kind."""
_ALWAYS: Final = frozenset({"same", "edited"})
_TRACKED: Final = frozenset({"insertion", "deletion"})
_LONGEST_MARK: Final = 60
_OPEN: Final = frozenset({"neutral", "context"})
_AXIS: Final = {
    "strengthens": "stronger",
    "weakens": "weaker",
    "widens": "wider",
    "narrows": "narrower",
    "context": "depends on the view taken",
}


def axes(finding: Finding) -> str:
    """Say on which axes a finding counts, and by which rule."""
    named = (("duty", finding.bindingness), ("rights", finding.rights), ("scope", finding.scope))
    decided = any(value not in _OPEN for _, value in named)
    said = [f"{name} {_AXIS[value]}" for name, value in named if value != "neutral" and (decided or value not in _OPEN)]
    return "; ".join([*said, f"rule {finding.rule}"])


def told(change: Change) -> list[Finding]:
    """Give the findings to show with a clause: those for information say what its head line says."""
    return [finding for finding in change.findings if finding.severity != "info" and not change.follows]


def marks(changes: Iterable[MarkChange]) -> str:
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
            said.append(f"{mark.kind} {mark.op}: {_short(whole if mark.kind in _TRACKED else whole.partition(': ')[0])}")
    brackets = [f"{n} {plural(kind, n)} {op}" for (kind, op), n in counted.items()]
    return "; ".join([*brackets, *said])


def plural_verb(verb: str, count: int) -> str:
    """Give a verb in the form that goes with a count."""
    return f"{verb}s" if count == 1 else verb


def plural(word: str, count: int) -> str:
    """Give a noun in the form that goes with a count."""
    if count == 1:
        return word
    return f"{word}es" if word.endswith("s") else f"{word}s"


def what(change: Change) -> str:
    """Say what happened to the clause apart from its words."""
    link = change.link
    said = []
    if link.kind == "same":
        said.append("same words")
    elif change.follows:
        said.append("same words but for a reference that follows a renumbering")
    elif link.kind != "edited":
        said.append(KINDS[link.kind])
    was = _listed(link.old)
    if link.kind in _SEVERAL:
        said.append(f"{was} became {_listed(link.new)}")
        said += ["moved"] if link.moved else []
    elif link.old and link.new and (link.moved or link.renumbered or _is_counted_anew(link)):
        said.append(f"moved from {was}" if link.moved else f"was {was}")
    elif link.kind == "deleted":
        said.append(f"was {was}")
    if change.moved_words:
        said.append("only words moved within it" if only_moved(change) else "words moved within it")
    if link.heading_changed and link.kind == "same":
        said.append(f"heading was {_short(link.old[0].provision.heading)}")
    return ", ".join(said)


def _listed(clauses: Sequence[Clause]) -> str:
    labels = [clause.label for clause in clauses]
    return " and ".join([*([", ".join(labels[:-1])] if labels[1:] else []), *labels[-1:]])


def _is_counted_anew(link: Link) -> bool:
    """Whether a recital, which has no number of its own, stands at another place in the count."""
    return link.new[0].provision.kind == "recital" and link.old[0].label != link.new[0].label


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_MARK else f"{flat[: _LONGEST_MARK - 1]}…"


def tallied(tally: Tally) -> list[str]:
    """Say what a step did, count by count; what reads the same and what was reworded always, the rest where there is some."""
    parts = [f"{tally.kinds.get(kind, 0):,} {name}" for kind, name in KINDS.items() if tally.kinds.get(kind) or kind in _ALWAYS]
    parts += [f"{tally.following:,} only {plural_verb('follow', tally.following)} a renumbering"] if tally.following else []
    rest = ((tally.renumbered, "renumbered"), (tally.moved, "moved"), (tally.returned, "of the new had stood before"))
    return [*parts, *(f"{n:,} {name}" for n, name in rest if n)]
