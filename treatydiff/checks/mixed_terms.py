"""Terms that were replaced in most of the draft and live on in the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject

ID: Final = "mixed-terms"


def look(subject: Subject) -> Iterator[Seen]:
    """Tell each clause in which a term survives that another one replaced elsewhere."""
    if subject.comparison is None:
        return
    by_id = {clause.id: clause for clause in subject.clauses}
    for term in subject.comparison.terms:
        words = r"\s+".join(map(re.escape, term.old.split()))
        pattern = re.compile(rf"(?<!\w){words}", re.IGNORECASE)
        for id_ in term.survivors:
            clause = by_id.get(id_)
            found = pattern.search(clause.words) if clause else None
            if clause and found:
                yield Seen(
                    words=found[0],
                    message=f"“{term.old}” lives on here; “{term.new}” replaced it in {len(term.clauses)} clauses",
                    mend=f"write “{term.new}”, or define how the two differ",
                    provision=clause.provision,
                    span=found.span(),
                    part="heading" if clause.is_heading else "words",
                )


_WAS: Final = "\n\n".join(
    f"Article {n}\n\nEach State Party shall {verb} the computer system of every lighthouse {end}."
    for n, (verb, end) in enumerate(
        (
            ("inspect", "each spring"),
            ("secure", "against thieves"),
            ("register", "with the secretariat"),
            ("repair", "at its cost"),
        ),
        start=1,
    )
)
_NOW: Final = _WAS.replace("computer system", "signalling device")
CHECK: Final = Check(
    ID,
    "TD023",
    "warning",
    "Two rival terms side by side, one of which replaced the other elsewhere",
    look,
    needs_previous=True,
    fails=(
        Fails(_NOW.replace("repair the signalling device", "repair the computer system"), "computer system", 15, previous=_WAS),
        Fails(_NOW.replace("secure the signalling device", "secure the computer system"), "computer system", 7, previous=_WAS),
        Fails(
            _NOW.replace("inspect the signalling device", "inspect the computer system"), "computer system", 3, previous=_WAS
        ),
    ),
    passes=(
        Passes(_NOW, "the term was replaced throughout", previous=_WAS),
        Passes(_WAS, "nothing was replaced", previous=_WAS),
        Passes(
            _WAS.replace("repair the computer system", "repair the signalling device"),
            "one place alone says something else",
            previous=_WAS,
        ),
    ),
)
