"""And/or, which leaves the choice to the reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject

ID: Final = "and-or"
_FOUND: Final = re.compile(r"(?<![\w/])(?:and ?/ ?or|et ?/ ?ou|y ?/ ?o|и ?/ ?или)(?![\w/])", re.IGNORECASE)


def look(subject: Subject) -> Iterator[Seen]:
    """Find the sign in the words; in brackets of its own it is what the room still has to choose."""
    for clause in subject.worded:
        if "/" not in clause.words:
            continue
        for found in _FOUND.finditer(clause.words):
            if any(mark.kind == "bracket" and (mark.start, mark.end) == found.span() for mark in clause.marks):
                continue
            yield Seen(
                words=found[0],
                message=f"“{found[0]}” leaves open whether both are asked or one is enough",
                mend="choose: and, or, or “… or … or both”",
                provision=clause.provision,
                span=found.span(),
            )


CHECK: Final = Check(
    ID,
    "TD019",
    "warning",
    "And/or in the words",
    look,
    fails=(
        Fails("Article 1\n\nParties shall light and/or mark their wrecks.", "and/or", 3),
        Fails("Article 1\n\n1. Lamps burn.\n\n2. Fees and / or dues are waived.", "and / or", 5),
        Fails("Article premier\n\nLes Parties éclairent et/ou signalent les épaves.", "et/ou", 3),
    ),
    passes=(
        Passes("Article 1\n\nParties shall light or mark their wrecks, or both.", "the choice is said in words"),
        Passes(
            "Article 1\n\nParties shall light [and/or] mark their wrecks.", "the brackets say that the room has still to choose"
        ),
        Passes("Article 1\n\nParties [shall/may] report on decision 5/CP.7.", "other strokes are alternatives and symbols"),
    ),
)
