"""Duties that pass from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes
from treatydiff.checks.findings import reported, seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.check import Seen
    from treatydiff.checks.subject import Subject

ID: Final = "actor-change"
RULE: Final = "actors"
"""The rule whose findings are told here."""


def look(subject: Subject) -> Iterator[Seen]:
    """Tell the clauses that bind somebody else now."""
    for told in reported(subject, RULE):
        if told.finding.severity in {"high", "medium"}:
            yield seen(told, "confirm who is to act")


_WAS: Final = (
    "Article 1\n\n1. The requested State Party shall bear the costs of the search.\n\n2. The secretariat shall publish charts."
)
CHECK: Final = Check(
    ID,
    "TD028",
    "warning",
    "Duties whose holder changed",
    look,
    needs_previous=True,
    fails=(
        Fails(_WAS.replace("requested", "requesting"), "The requesting State Party", 3, previous=_WAS),
        Fails(
            _WAS.replace("The secretariat", "The Conference of the Parties"), "The Conference of the Parties", 5, previous=_WAS
        ),
        Fails(_WAS.replace("The requested State Party", "The secretariat"), "The secretariat", 3, previous=_WAS),
    ),
    passes=(
        Passes(_WAS, "nothing changed", previous=_WAS),
        Passes(_WAS.replace("costs", "expenses"), "the holder stayed", previous=_WAS),
        Passes(_WAS.replace("publish", "print"), "another verb, the same holder", previous=_WAS),
    ),
)
