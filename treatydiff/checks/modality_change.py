"""Operators that bind more or less than in the draft before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes
from treatydiff.checks.findings import reported, seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.check import Seen
    from treatydiff.checks.subject import Subject

ID: Final = "modality-change"
RULE: Final = "modality"
"""The rule whose findings are told here."""


def look(subject: Subject) -> Iterator[Seen]:
    """Tell the operators whose strength changed."""
    for told in reported(subject, RULE):
        if told.finding.severity in {"high", "medium"}:
            yield seen(told, "confirm that the room agreed to it")


_WAS: Final = (
    "Article 1\n\n1. Each State Party shall light its harbours and mark its wrecks.\n\n2. The secretariat may publish charts."
)
CHECK: Final = Check(
    ID,
    "TD025",
    "warning",
    "Operators whose strength changed",
    look,
    needs_previous=True,
    fails=(
        Fails(_WAS.replace("shall", "may"), "may", 3, previous=_WAS),
        Fails(_WAS.replace("shall", "should"), "should", 3, previous=_WAS),
        Fails(_WAS.replace("may", "shall"), "shall", 5, previous=_WAS),
    ),
    passes=(
        Passes(_WAS, "nothing changed", previous=_WAS),
        Passes(_WAS.replace("light", "lighten"), "the operator stayed", previous=_WAS),
        Passes(_WAS.replace("shall light its", "shall always light its"), "the duty stayed a duty", previous=_WAS),
    ),
)
