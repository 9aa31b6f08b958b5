"""May not, which forbids for one reader and leaves free for another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen
from treatydiff.checks.operators import operators

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject

ID: Final = "may-not"
_OPERATOR: Final = "ambiguous"


def look(subject: Subject) -> Iterator[Seen]:
    """Find the operator that the lexicon calls ambiguous."""
    known = subject.lexicon.operators_by_id.get(_OPERATOR)
    if known is None:
        return
    quick = subject.lexicon.pattern("checks", "ambiguous")
    for clause in subject.operative:
        if quick.search(clause.words) is None:
            continue
        for found in operators(clause.words, (0, len(clause.words)), subject.lexicon):
            before = clause.words[: found.span[0]].casefold().split()[-1:]
            if found.known is known and not set(before) & subject.lexicon.words("checks", "before_may_not"):
                words = clause.words[slice(*found.span)]
                yield Seen(
                    words=words,
                    message=f"“{words}” can forbid, or leave free not to act",
                    mend="write shall not, or may refrain from",
                    provision=clause.provision,
                    span=found.span,
                )


CHECK: Final = Check(
    ID,
    "TD018",
    "warning",
    "May not, which is ambiguous",
    look,
    fails=(
        Fails("Article 1\n\nA State Party may not refuse a ship in distress.", "may not", 3),
        Fails("Article 1\n\n1. Lamps burn.\n\n2. Reservations may not be made.", "may not", 5),
        Fails("Article 1\n\nThe secretariat may not publish the charts.", "may not", 3),
    ),
    passes=(
        Passes("Article 1\n\nA State Party shall not refuse a ship in distress.", "shall not is plain"),
        Passes("Article 1\n\nParties shall list wrecks that may or may not be found.", "may or may not forbids nothing"),
        Passes("Article 1\n\nParties shall warn crews who may not know the shoals.", "not knowing is not forbidden"),
    ),
)
