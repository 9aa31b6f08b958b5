"""Safeguards that stand nowhere but in the preamble."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Clause

ID: Final = "preamble-only"
_TABLE: Final = "safeguard"
_ESCAPE: Final = re.compile(r"\\[a-zA-Z]")
_LITERAL: Final = re.compile(r"[a-z]{4,}")


def look(subject: Subject) -> Iterator[Seen]:
    """Find each kind of safeguard in the preamble, then look whether an article has it too."""
    if not subject.operative or not subject.preamble:
        return
    recitals = "\n".join(clause.words for clause in subject.preamble).casefold()
    articles = [(clause, clause.words.casefold()) for clause in subject.operative]
    for entry in subject.lexicon.entries(_TABLE):
        literals = _literals(entry["patterns"])
        if not any(word in recitals for word in literals):
            continue
        pattern = _compiled(tuple(entry["patterns"]))
        found = next((one for clause in subject.preamble if (one := _found(clause, pattern, subject))), None)
        near = (clause for clause, text in articles if any(word in text for word in literals)) if found else ()
        if found is not None and not any(_found(clause, pattern, subject) for clause in near):
            clause, match = found
            yield Seen(
                words=match[0],
                message=f"the preamble speaks of {entry['name']}, and no article does",
                mend="say it in an article if it is to bind",
                provision=clause.provision,
                span=match.span(),
            )


@cache
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


def _literals(patterns: Iterable[str]) -> tuple[str, ...]:
    """Give words without all of which none of the patterns matches."""
    words = (_LITERAL.findall(_ESCAPE.sub(" ", pattern).casefold()) for pattern in patterns)
    return tuple({word: None for found in words for word in found})


def _found(clause: Clause, pattern: re.Pattern[str], subject: Subject) -> tuple[Clause, re.Match[str]] | None:
    """Give the first match in a clause that is no part of a name."""
    for match in pattern.finditer(clause.words):
        names = subject.lexicon.pattern("safeguards", "names").finditer(clause.words)
        if not any(name.start() <= match.start() < name.end() for name in names):
            return clause, match
    return None


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
