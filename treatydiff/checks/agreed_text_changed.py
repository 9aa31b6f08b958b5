"""Words that changed although the draft before calls them agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Change, Clause, Provision

ID: Final = "agreed-text-changed"
_SHOWN: Final = 40


def look(subject: Subject) -> Iterator[Seen]:
    """Tell the changes of what was agreed, be it by its own mark or by that of its article, but for mere spelling."""
    before: Provision | None = None
    for change in subject.comparison.changes if subject.comparison else ():
        if change.link.new:
            before = change.link.new[0].provision
        if said := agreed_before(change, subject):
            yield _seen(change, said, before)


def agreed_before(change: Change, subject: Subject) -> str:
    """Give the mark by which words that changed were agreed in the draft before; empty for all other changes."""
    if change.link.kind in {"same", "inserted"} or change.is_editorial or change.follows or not _is_reworded(change):
        return ""
    agreed = subject.lexicon.pattern("brackets", "agreed")
    return next((label for clause in change.link.old for label in _statuses(clause) if agreed.search(label)), "")


def _statuses(clause: Clause) -> Iterator[str]:
    """Yield the statuses of a clause: its own, and those of what holds it."""
    for mark in (*clause.provision.marks, *clause.provision.heading_marks):
        if mark.kind == "status":
            yield mark.label
    for above in clause.ancestors:
        for mark in (*above.heading_marks, *(above.marks if above.kind == "article" else ())):
            if mark.kind == "status":
                yield mark.label


def _is_reworded(change: Change) -> bool:
    was, now = ("".join(filter(str.isalnum, text.casefold())) for text in (change.old_words, change.new_words))
    return was != now


def _seen(change: Change, said: str, before: Provision | None) -> Seen:
    went = _shown(part.text for part in change.redline if part.op == "delete")
    came = _shown(part.text for part in change.redline if part.op == "insert")
    what = f"“{went}” became “{came}”" if went and came else f"“{went}” went" if went else f"“{came}” came"
    if not change.link.new:
        what = "it is not in this draft"
    span = _first_insertion(change)
    clause = change.link.new[0] if change.link.new else None
    return Seen(
        words=came or went,
        message=f"{change.link.old[0].label} was {said} and has changed: {what}",
        mend="restore the agreed words, or say in a waiver who reopened them",
        provision=clause.provision if clause else before,
        span=span if clause and len(change.link.new) == 1 else None,
        part="heading" if clause and clause.is_heading else "words",
    )


def _first_insertion(change: Change) -> tuple[int, int] | None:
    place = 0
    for part in change.redline:
        if part.op == "insert" and part.text.strip():
            return place, place + len(part.text.rstrip())
        place += len(part.text) if part.op != "delete" else 0
    return None


def _shown(parts: Iterator[str]) -> str:
    words = " ".join(" … ".join(part.strip() for part in parts if part.strip()).split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"


_WAS: Final = "Article 1\n\n1. Each Party shall light its lamps from dusk to dawn. [agreed ad referendum]\n\n2. Bells ring."
CHECK: Final = Check(
    ID,
    "TD011",
    "error",
    "Words that changed in text marked as agreed in the draft before",
    look,
    needs_previous=True,
    fails=(
        Fails(_WAS.replace("shall", "may").replace(" [agreed ad referendum]", ""), "may", 3, previous=_WAS),
        Fails(_WAS.replace("dawn", "midnight"), "midnight", 3, previous=_WAS),
        Fails(_WAS.replace(" from dusk to dawn", ""), "from dusk to dawn", 3, previous=_WAS),
    ),
    passes=(
        Passes(_WAS.replace("Bells", "Loud bells"), "the paragraph that changed was not agreed", previous=_WAS),
        Passes(_WAS.replace("[agreed ad referendum]", ""), "the mark went and the words stayed", previous=_WAS),
        Passes(
            _WAS.replace("lamps from", "lamps, from"),
            "a comma came, and no word",
            previous=_WAS,
        ),
        Passes(
            "Article 1\n\nThis Convention is open for signature ad referendum until spring.",
            "signature ad referendum is an act of a State (Vienna Convention on the Law of Treaties, article 12), not a status",
            previous="Article 1\n\nThis Convention is open for signature ad referendum until autumn.",
        ),
    ),
)
