"""Qualifiers that the draft before did not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes
from treatydiff.checks.findings import reported, seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.check import Seen
    from treatydiff.checks.subject import Subject

ID: Final = "qualifier-new"
RULE: Final = "qualifiers"
"""The rule whose findings are told here."""


def look(subject: Subject) -> Iterator[Seen]:
    """Tell the qualifiers that came to a clause that was there before."""
    for told in reported(subject, RULE):
        if told.finding.new and not told.finding.old and told.finding.severity != "info":
            yield seen(told, "confirm that this room was asked for")


_WAS: Final = "Article 1\n\n1. Each State Party shall light its harbours and mark its wrecks.\n\n2. Bells ring."
CHECK: Final = Check(
    ID,
    "TD024",
    "warning",
    "Qualifier phrases that the draft before did not have",
    look,
    needs_previous=True,
    fails=(
        Fails(_WAS.replace("shall light", "shall, where appropriate, light"), "where appropriate", 3, previous=_WAS),
        Fails(_WAS.replace("wrecks.", "wrecks, to the extent possible."), "to the extent possible", 3, previous=_WAS),
        Fails(
            _WAS.replace("shall light", "shall, subject to its domestic law, light"),
            "subject to its domestic law",
            3,
            previous=_WAS,
        ),
    ),
    passes=(
        Passes(_WAS, "nothing changed", previous=_WAS),
        Passes(_WAS.replace("Bells", "All bells"), "what came is no qualifier", previous=_WAS),
        Passes(
            _WAS.replace("shall light", "shall, as appropriate, light"),
            "one of the same force stood there",
            previous=_WAS.replace("shall light", "shall, where appropriate, light"),
        ),
    ),
)
