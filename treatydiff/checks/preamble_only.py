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
_CLASS: Final = re.compile(r"\\.|\[[^\]]*\]|\{[^}]*\}")
_GROUP: Final = re.compile(r"\([^()]*\)")
_OPTIONAL: Final = re.compile(r"\w[?*]")
_LITERAL: Final = re.compile(r"[a-z]{4,}")


def look(subject: Subject) -> Iterator[Seen]:
    """Find each kind of safeguard in the preamble, then look whether an article has it too."""
    if not subject.operative or not subject.preamble:
        return
    recitals = "\n".join(clause.words for clause in subject.preamble).casefold()
    articles = [(clause, clause.words.casefold()) for clause in subject.operative]
    whole = "\n".join(text for _, text in articles)
    for entry in subject.lexicon.entries(_TABLE):
        patterns = tuple(one for one in entry["patterns"] if _may_match(one, recitals))
        if not patterns:
            continue
        pattern = _compiled(patterns)
        found = next((one for clause in subject.preamble if (one := _found(clause, pattern, subject))), None)
        others = [one for one in entry["patterns"] if _may_match(one, whole)]
        if found is not None and not any(_is_said(one, articles, subject) for one in others):
            clause, match = found
            yield Seen(
                words=match[0],
                message=f"the preamble speaks of {entry['name']}, and no article does",
                mend="say it in an article if it is to bind",
                provision=clause.provision,
                span=match.span(),
            )


def _is_said(pattern: str, articles: Iterable[tuple[Clause, str]], subject: Subject) -> bool:
    """Whether a pattern matches in some articles, each with its words in lower case."""
    asked = _asked(pattern)
    near = (clause for clause, text in articles if all(word in text for word in asked))
    return any(_found(clause, _compiled((pattern,)), subject) for clause in near)


@cache
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


def _may_match(pattern: str, text: str) -> bool:
    """Whether a text in lower case has all words that a pattern asks for: a look that costs less than compiling it."""
    return all(word in text for word in _asked(pattern))


@cache
def _asked(pattern: str) -> tuple[str, ...]:
    """Give words all of which stand in whatever a pattern matches: those outside its groups and alternatives."""
    left = _CLASS.sub(" ", pattern)
    while left != (shorter := _GROUP.sub(" ", left)):
        left = shorter
    return () if "|" in left else tuple(_LITERAL.findall(_OPTIONAL.sub(" ", left).casefold()))


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
            "Preamble\n\nMindful of the freedom of speech,\n\nArticle 1\n\nParties shall respect fundamental freedoms.",
            "an article says it in other words",
        ),
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
