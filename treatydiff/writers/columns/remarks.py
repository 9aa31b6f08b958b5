"""What is said in a cell of what happened to its clauses but for their wording, and the findings beside a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.model import SEVERITIES
from treatydiff.writers.columns.table import Told
from treatydiff.writers.html.phrases import listed
from treatydiff.writers.html.reading import mark_words
from treatydiff.writers.pieces import only_moved

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import Change, Clause
    from treatydiff.writers.columns.threads import Thread

IS_NEW: Final = "is new"
WAS_DELETED: Final = "was deleted"
_PLURAL = {"split": "were split into", "merged": "were merged into", "regrouped": "were regrouped into"}
_SINGLE = {"split": "was split into", "merged": "was merged into", "regrouped": "was regrouped into"}


def remarks(change: Change) -> Iterator[str]:
    """Say in short phrases what happened to a clause from the draft to the left to this one."""
    link = change.link
    if link.kind == "inserted":
        yield IS_NEW
    elif link.kind == "deleted":
        yield WAS_DELETED
    elif link.kind in _PLURAL:
        verb = (_PLURAL if len(link.old) > 1 else _SINGLE)[link.kind]
        yield f"{_labels(link.old)} {verb} {_labels(link.new)}"
    if link.moved and link.old and link.new:
        yield "moved" if link.kind in _PLURAL else f"moved from {_labels(link.old)}"
    elif link.renumbered and link.kind not in _PLURAL:
        yield f"renumbered, was {_labels(link.old)}"
    if change.follows:
        yield "its reference follows a renumbering"
    elif only_moved(change):
        yield "only words moved within it"
    if link.old and link.new:
        yield from mark_words(change)


def told(thread: Thread) -> tuple[Told, ...]:
    """Give the findings of a thread, the newest draft's last, the gravest of a draft first.

    Without those for information, which say what the marks in the words show.
    """
    found = [
        Told(finding, column)
        for column, changes in enumerate(thread.changes, start=1)
        for change in changes
        for finding in change.findings
        if finding.severity != "info" and not change.follows
    ]
    return tuple(sorted(found, key=lambda each: (each.column, SEVERITIES.index(each.finding.severity))))


def _labels(clauses: Sequence[Clause]) -> str:
    return listed(clause.label for clause in clauses)
