"""Attributions to a State or group that nobody knows under that name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen
from treatydiff.text.proponents import are_proponents, known_as, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Clause, Mark

ID: Final = "attribution-format"
_VERB: Final = re.compile(
    r"\s*\b(?:propos(?:es?|ed|al|ing)|oppos(?:es?|ed|ing)|support(?:s|ed)?|considering|reserv(?:es?|ed)|prefers?|deletes?|adds?"
    r"|inserts?|retains?|replaces?|seeks?)\b.*$",
    re.DOTALL,
)
_HEAD: Final = re.compile(r"\s*(?P<who>[^\W\d_][^:;.\[\]()]{1,80}?)(?=\s*:\s)")
_TAIL: Final = re.compile(r"\((?P<who>[A-Z][^()\[\]]{2,60})\)\s*[.;,]?$")


def look(subject: Subject) -> Iterator[Seen]:
    """Hold the names in attributions, and those at the head and behind the words of a bracket, against those that are known."""
    for clause in subject.clauses:
        brackets = [mark for mark in clause.marks if mark.kind in {"bracket", "attribution"}]
        seen: set[str] = set()
        for mark in brackets:
            for name, span in _named(clause, mark):
                if name not in seen and not are_proponents(name) and (meant := known_as(name)):
                    seen.add(name)
                    yield Seen(
                        words=name,
                        message=f"no State or group is known as {name}",
                        mend=f"{meant}?",
                        provision=clause.provision,
                        span=span,
                        part="heading" if clause.is_heading else "words",
                    )


def _named(clause: Clause, mark: Mark) -> Iterator[tuple[str, tuple[int, int] | None]]:
    """Yield the names that a mark gives, or that its words begin or end with as an attribution would."""
    if mark.kind == "attribution":
        for part in re.split(r";", mark.label.strip("() ")):
            yield from ((name, None) for name in listed(_VERB.sub("", part)))
        return
    words = clause.words[mark.start : mark.end]
    for pattern in (_HEAD, _TAIL):
        found = pattern.match(words) if pattern is _HEAD else pattern.search(words)
        if found is not None:
            start = mark.start + found.start("who")
            for name in listed(_VERB.sub("", found["who"])):
                place = clause.words.find(name, start)
                yield name, (place, place + len(name)) if place >= 0 else None


CHECK: Final = Check(
    ID,
    "TD030",
    "warning",
    "Attributions that name an unknown State or group",
    look,
    fails=(
        Fails("Article 1\n\nParties [Lichtenstein: shall] light harbours.", "Lichtenstein", 3),
        Fails("Article 1\n\n[Columbia proposes: Parties shall light harbours.]", "Columbia", 3),
        Fails("Article 1\n\nParties shall [Norway, Switzerlund: mark] light wrecks.", "Switzerlund", 3),
    ),
    passes=(
        Passes("Article 1\n\nParties [Liechtenstein: shall] [EU: should] light harbours.", "the names are known"),
        Passes("Article 1\n\n[CL/NZ propose; US/AU oppose: Parties shall light harbours.]", "codes of States"),
        Passes("Article 1\n\n[OHCHR proposes: Parties shall light harbours.]", "a body that is like no State may propose too"),
        Passes("Article 1\n\nParties shall [light: (a lamp)] harbours.", "what stands before the colon is no name"),
    ),
)
