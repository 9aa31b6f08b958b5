"""Ranges of provisions that took in a new one while their words stayed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes
from treatydiff.checks.findings import reported, seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.check import Seen
    from treatydiff.checks.subject import Subject

ID: Final = "range-swallow"
RULE: Final = "references"


def look(subject: Subject) -> Iterator[Seen]:
    """Tell the ranges with unchanged words that reach further than in the draft before."""
    for told in reported(subject, RULE):
        if told.finding.old == told.finding.new and told.finding.scope == "widens":
            yield seen(told, "leave the new provision out of the range, or confirm that it is meant")


def _draft(*articles: tuple[str, str]) -> str:
    return "\n\n".join(f"Article {num}\n\n{text}" for num, text in articles)


_A, _B, _C = (
    ("1", "Each Party shall keep a register of lighthouses."),
    ("2", "The secretariat shall publish charts of wrecks each spring."),
    ("3", "Pilots who leave their vessel shall inform the harbour master."),
)
_NEW: Final = ("2 bis", "A State may close a harbour in times of plague.")
_CITING: Final = ("4", "Articles 1 to 3 apply to fishing boats.")
_OTHER: Final = ("4", "Articles 2 to 3 bind lake ports as well.")
CHECK: Final = Check(
    ID,
    "TD008",
    "error",
    "Ranges of provisions that take in a new one although their words did not change",
    look,
    needs_previous=True,
    fails=(
        Fails(_draft(_A, _B, _NEW, _C, _CITING), "Articles 1 to 3", 19, previous=_draft(_A, _B, _C, _CITING)),
        Fails(_draft(_A, _B, _NEW, _C, _OTHER), "Articles 2 to 3", 19, previous=_draft(_A, _B, _C, _OTHER)),
        Fails(
            _draft(_A, ("1 bis", _NEW[1]), _B, _C, _CITING),
            "Articles 1 to 3",
            19,
            previous=_draft(_A, _B, _C, _CITING),
        ),
    ),
    passes=(
        Passes(
            _draft(_A, _B, _C, _CITING, ("5", _NEW[1])),
            "what is new stands outside of the range",
            previous=_draft(_A, _B, _C, _CITING),
        ),
        Passes(
            _draft(_A, _B, _NEW, _C, ("4", "Articles 1, 2 and 3 apply to fishing boats.")),
            "a list names each article",
            previous=_draft(_A, _B, _C, ("4", "Articles 1, 2 and 3 apply to fishing boats.")),
        ),
        Passes(
            _draft(_A, _B, _NEW, _C, ("4", "Articles 1 to 2 bis and 3 apply to fishing boats.")),
            "the words say that the new article is in",
            previous=_draft(_A, _B, _C, _CITING),
        ),
    ),
)
