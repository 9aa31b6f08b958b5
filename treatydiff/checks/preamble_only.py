"""Safeguards that stand nowhere but in the preamble."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Clause

ID: Final = "preamble-only"
_TABLE: Final = "safeguard"


def look(subject: Subject) -> Iterator[Seen]:
    """Find each kind of safeguard in the preamble, then look whether an article has it too."""
    if not subject.operative:
        return
    found: dict[str, tuple[Clause, re.Match[str]]] = {}
    for clause in subject.preamble:
        for match, entry in _safeguards(clause, subject):
            found.setdefault(entry["name"], (clause, match))
    for clause in subject.operative:
        if not found:
            return
        for _, entry in _safeguards(clause, subject):
            found.pop(entry["name"], None)
    for name, (clause, match) in found.items():
        yield Seen(
            words=match[0],
            message=f"the preamble speaks of {name}, and no article does",
            mend="say it in an article if it is to bind",
            provision=clause.provision,
            span=match.span(),
        )


def _safeguards(clause: Clause, subject: Subject) -> Iterator[tuple[re.Match[str], dict[str, Any]]]:
    """Yield the safeguards of a clause with their entries in the lexicon; parts of names are none."""
    lexicon = subject.lexicon
    names: list[tuple[int, int]] | None = None
    for match in lexicon.listed(_TABLE).finditer(clause.words):
        if names is None:
            names = [one.span() for one in lexicon.pattern("safeguards", "names").finditer(clause.words)]
        if not any(start <= match.start() < end for start, end in names):
            yield match, lexicon.entry(_TABLE, match)


CHECK: Final = Check(
    ID,
    "TD033",
    "info",
    "Safeguards that stand only in the preamble",
    look,
    fails=(
        Fails("Preamble\n\nReaffirming human rights,\n\nArticle 1\n\nParties shall search ships.", "human rights", 3),
        Fails("Preamble\n\nMindful of proportionality,\n\nArticle 1\n\nParties shall search ships.", "proportionality", 3),
        Fails(
            "Preamble\n\nRecalling the rule of law and human rights,\n\nArticle 1\n\nParties shall respect human rights.",
            "rule of law",
            3,
        ),
    ),
    passes=(
        Passes(
            "Preamble\n\nReaffirming human rights,\n\nArticle 1\n\nParties shall respect human rights.",
            "an article says it too",
        ),
        Passes("Preamble\n\nNoting the sea,\n\nArticle 1\n\nParties shall search ships.", "there is none to lose"),
        Passes(
            "Preamble\n\nRecalling the Universal Declaration of Human Rights,\n\nArticle 1\n\nParties shall search ships.",
            "the words are the name of an instrument",
        ),
    ),
)
