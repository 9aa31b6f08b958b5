"""References whose words stayed while another provision took the number that they cite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes
from treatydiff.checks.findings import reported, seen
from treatydiff.crossrefs.citing import cited_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.check import Seen
    from treatydiff.checks.subject import Subject

ID: Final = "stale-reference"
RULE: Final = "references"
"""The rule whose findings on unchanged words are told here."""


def look(subject: Subject) -> Iterator[Seen]:
    """Tell the references with unchanged words that cite another provision now; those that cite none are told elsewhere."""
    for told in reported(subject, RULE):
        finding, clause = told.finding, told.clause
        if finding.old != finding.new or finding.severity != "high" or finding.scope in {"widens", "narrows"} or clause is None:
            continue
        cited = [one for one in cited_in(clause.words, subject.lexicon) if one.span == told.span]
        if not any(subject.provisions.lacks(one, clause) for one in cited):
            yield seen(told, "cite the provision under its new number, or confirm that the new target is meant")


def _draft(*articles: str) -> str:
    return "\n\n".join(f"Article {n}\n\n{text}" for n, text in enumerate(articles, start=1))


_A, _B, _C = (
    "Each Party shall keep a register of lighthouses.",
    "The secretariat shall publish charts of wrecks each spring.",
    "Pilots who leave their vessel shall inform the harbour master.",
)
_NEW: Final = "A State may close a harbour in times of plague."
CHECK: Final = Check(
    ID,
    "TD007",
    "error",
    "References with unchanged words that cite another provision under the new numbers",
    look,
    needs_previous=True,
    fails=(
        Fails(
            _draft(_A, _NEW, _B, _C, "Fees due under article 2 are waived for fishing boats."),
            "article 2",
            19,
            previous=_draft(_A, _B, _C, "Fees due under article 2 are waived for fishing boats."),
        ),
        Fails(
            _draft(_NEW, _A, _B, _C, "Ships named in article 1 are free from dues."),
            "article 1",
            19,
            previous=_draft(_A, _B, _C, "Ships named in article 1 are free from dues."),
        ),
        Fails(
            _draft(_A, _B, _NEW, _C, "Records kept under article 3 are open to all."),
            "article 3",
            19,
            previous=_draft(_A, _B, _C, "Records kept under article 3 are open to all."),
        ),
    ),
    passes=(
        Passes(
            _draft(_A, _NEW, _B, _C, "Fees due under article 3 are waived for fishing boats."),
            "the reference follows the renumbering",
            previous=_draft(_A, _B, _C, "Fees due under article 2 are waived for fishing boats."),
        ),
        Passes(
            _draft(_A, _B, _C, "Fees due under article 2 are waived for fishing boats.", _NEW),
            "what is new stands behind all that is cited",
            previous=_draft(_A, _B, _C, "Fees due under article 2 are waived for fishing boats."),
        ),
        Passes(
            _draft(_A, _NEW, _B, _C, "Fees due under article 2 of the Harbour Convention are waived."),
            "the article is one of another instrument",
            previous=_draft(_A, _B, _C, "Fees due under article 2 of the Harbour Convention are waived."),
        ),
    ),
)
