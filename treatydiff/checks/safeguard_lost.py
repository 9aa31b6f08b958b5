"""Words that protect a person and that are not there any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes
from treatydiff.checks.findings import reported, seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.check import Seen
    from treatydiff.checks.subject import Subject

ID: Final = "safeguard-lost"
RULE: Final = "safeguards"
"""The rule whose findings are told here."""


def look(subject: Subject) -> Iterator[Seen]:
    """Tell the safeguards that went, be it with their clause."""
    for told in reported(subject, RULE):
        if told.finding.old and not told.finding.new and told.finding.rights == "weakens":
            yield seen(told, "restore it, or say where it stands now")


_WAS: Final = (
    "Article 1\n\n1. Each State Party shall ensure that searches respect human rights, including the principle of "
    "proportionality.\n\n2. Searches shall be subject to judicial review."
)
CHECK: Final = Check(
    ID,
    "TD027",
    "warning",
    "Safeguards that disappeared",
    look,
    needs_previous=True,
    fails=(
        Fails(
            _WAS.replace(", including the principle of proportionality", ""), "principle of proportionality", 3, previous=_WAS
        ),
        Fails(
            _WAS.replace(" respect human rights, including the principle of proportionality", " are swift"),
            "human rights",
            3,
            previous=_WAS,
        ),
        Fails(_WAS.replace("subject to judicial review", "swift"), "judicial review", 5, previous=_WAS),
    ),
    passes=(
        Passes(_WAS, "nothing changed", previous=_WAS),
        Passes(_WAS.replace("ensure that searches", "ensure that all searches"), "the safeguard stayed", previous=_WAS),
        Passes(_WAS.replace("proportionality", "proportionality and legality"), "one more came", previous=_WAS),
    ),
)
