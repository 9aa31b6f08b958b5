"""Thresholds, periods, ages and majorities that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes
from treatydiff.checks.findings import reported, seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.check import Seen
    from treatydiff.checks.subject import Subject

ID: Final = "number-change"
RULE: Final = "numbers"
"""The rule whose findings are told here."""


def look(subject: Subject) -> Iterator[Seen]:
    """Tell the numbers that rose, fell, came or went."""
    for told in reported(subject, RULE):
        if told.finding.severity != "info":
            yield seen(told, "confirm the figure")


_WAS: Final = (
    "Article 1\n\n1. This Convention shall enter into force after the deposit of the fortieth instrument of ratification."
    "\n\n2. Each State Party shall report within ninety days."
)
CHECK: Final = Check(
    ID,
    "TD026",
    "warning",
    "Thresholds, periods, ages or majorities that changed",
    look,
    needs_previous=True,
    fails=(
        Fails(_WAS.replace("fortieth", "sixtieth"), "sixtieth instrument of ratification", 3, previous=_WAS),
        Fails(_WAS.replace("ninety", "thirty"), "thirty days", 5, previous=_WAS),
        Fails(_WAS.replace("within ninety days", "within one year"), "one year", 5, previous=_WAS),
    ),
    passes=(
        Passes(_WAS.replace("ninety", "90"), "the number is written in another way", previous=_WAS),
        Passes(_WAS.replace("fortieth", "40th"), "the ordinal is written in another way", previous=_WAS),
        Passes(_WAS, "nothing changed", previous=_WAS),
    ),
)
