"""Clauses of the draft before that are nowhere in this one, and nothing says why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen
from treatydiff.checks.contest import is_contested
from treatydiff.text.numbers import comparable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Change, Clause, Provision

ID: Final = "vanished-provision"
_FEWEST_WORDS: Final = 3
_SHOWN: Final = 60
_GONE: Final = re.compile(r"delet|supprim|suprim|removed|omitted|исключ|снят|删除|刪除|حذف", re.IGNORECASE)


def look(subject: Subject) -> Iterator[Seen]:
    """Name each clause that went, the article for all that is in it; what was contested may go without a word.

    What stands elsewhere word for word is a copy that went.
    """
    if subject.comparison is None:
        return
    told: set[str] = set()
    gone = {clause.id for change in subject.comparison.changes if not change.link.new for clause in change.link.old}
    noted = _noted(subject)
    standing = {_plain(clause.words) for clause in subject.clauses}
    for clause, before in _deleted(subject.comparison.changes):
        above = {one.id for one in clause.ancestors}
        if (
            above & told
            or _is_nothing(clause)
            or is_contested(clause)
            or _label(clause) in noted
            or _plain(clause.words) in standing
        ):
            continue
        told |= {one.id for one in clause.ancestors if one.id in gone} | {clause.id}
        yield _seen(clause, before)


def _deleted(changes: tuple[Change, ...]) -> Iterator[tuple[Clause, Provision | None]]:
    """Yield the clauses that were deleted, each with the provision of the new draft behind which it stood."""
    before: Provision | None = None
    for change in changes:
        if change.link.new:
            before = change.link.new[-1].provision
        elif not change.is_editorial:
            yield from ((clause, before) for clause in change.link.old)


def _is_nothing(clause: Clause) -> bool:
    """Whether a clause says too little to be missed: a heading, a formula, words that only lead up to a list."""
    return (
        clause.is_heading
        or len(clause.words.split()) < _FEWEST_WORDS
        or clause.provision.kind in {"preface", "provision", "formula"}
    )


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _noted(subject: Subject) -> frozenset[str]:
    """Give the labels of what the new draft, or a note in it, says to be deleted."""
    found = {
        _label(clause) for clause in subject.clauses if any(m.kind == "status" and _GONE.search(m.label) for m in clause.marks)
    }
    notes = [note for note in subject.document.notes if _GONE.search(note.text)]
    old = subject.comparison.old_clauses if subject.comparison else ()
    for note in notes:
        found |= {_label(clause) for clause in old if clause.label and clause.label in note.text.casefold()}
    return frozenset(found)


def _label(clause: Clause) -> str:
    """Give the numbers by which a clause is cited."""
    path = [comparable(one.num) for one in (*clause.ancestors, clause.provision) if one.num and one.kind != "chapter"]
    return "/".join(path) or clause.label


def _seen(clause: Clause, before: Provision | None) -> Seen:
    words = " ".join(clause.words.split())
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"
    return Seen(
        words=shown,
        message=f"{clause.label} of the draft before is not in this one: {shown}",
        mend="restore it, or leave its number with [deleted] behind it",
        provision=before,
        part="num" if before is not None and before.num else "words",
        line=None if before is not None else 1,
    )


def _draft(*articles: str) -> str:
    return "\n\n".join(f"Article {n}\n\n{text}" for n, text in enumerate(articles, start=1))


_A, _B, _C = (
    "Each Party shall keep a register of lighthouses.",
    "The secretariat shall publish charts of wrecks each spring.",
    "Pilots who leave their vessel shall inform the harbour master.",
)
CHECK: Final = Check(
    ID,
    "TD010",
    "error",
    "Clauses of the draft before without a counterpart and without a note that they were deleted",
    look,
    needs_previous=True,
    fails=(
        Fails(_draft(_A, _C), _B, 3, previous=_draft(_A, _B, _C)),
        Fails(_draft(_A, _B), "Pilots who leave their vessel shall inform the harbour …", 7, previous=_draft(_A, _B, _C)),
        Fails(
            "Article 1\n\n1. Lamps burn from dusk to dawn.\n\n2. Bells ring at noon on every ship.",
            "Whales may sing in any harbour.",
            5,
            previous="Article 1\n\n1. Lamps burn from dusk to dawn.\n\n2. Bells ring at noon on every ship."
            "\n\n3. Whales may sing in any harbour.",
        ),
    ),
    passes=(
        Passes(_draft(_A, "[deleted]", _C), "the draft says that it was deleted", previous=_draft(_A, _B, _C)),
        Passes(_draft(_A, _B), "what went was a copy of what stands", previous=_draft(_A, _B, _A)),
        Passes(_draft(_C, _A, _B), "all moved and nothing went", previous=_draft(_A, _B, _C)),
        Passes(_draft(_A, _C), "what stood in brackets was never agreed", previous=_draft(_A, f"[{_B}]", _C)),
    ),
)
