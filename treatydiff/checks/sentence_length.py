"""Sentences that nobody can read in one breath."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject

ID: Final = "sentence-length"
MOST: Final = 90
"""Words; the catalogue's limit."""
_SHORTEST: Final = 400
"""Characters below which no sentence has that many words."""
_SHOWN: Final = 8


def look(subject: Subject) -> Iterator[Seen]:
    """Count the words of each operative sentence; the items of a list are counted one by one."""
    for clause in subject.operative:
        if len(clause.words) < _SHORTEST:
            continue
        for start, end in subject.sentences(clause):
            if end - start >= _SHORTEST and (count := len(bare_words(clause.words[start:end]))) > MOST:
                first = " ".join(clause.words[start:end].split()[:_SHOWN])
                yield Seen(
                    words=f"{first} …",
                    message=f"this sentence has {count} words",
                    mend=f"part it, or make a list of it; {MOST} are the most that are easily read",
                    provision=clause.provision,
                    span=(start, start + len(first)),
                )


def _long(count: int, end: str = ".") -> str:
    """Write a sentence of some more words than `count`."""
    return f"Each State Party shall keep {', '.join(['the lamps of the harbour'] * (count // 5))}{end}"


CHECK: Final = Check(
    ID,
    "TD034",
    "info",
    "Operative sentences of more than 90 words",
    look,
    fails=(
        Fails(f"Article 1\n\n{_long(90)}", "Each State Party shall keep the lamps of …", 3),
        Fails(f"Article 1\n\nLamps burn. {_long(95)}", "Each State Party shall keep the lamps of …", 3),
        Fails(f"Article 1\n\n1. Lamps burn.\n\n2. {_long(120)}", "Each State Party shall keep the lamps of …", 5),
    ),
    passes=(
        Passes(f"Article 1\n\n{_long(80)}", "85 words"),
        Passes(f"Article 1\n\n{_long(60)} {_long(60)}", "two sentences"),
        Passes(f"Preamble\n\nRecalling that {_long(100, ',')}\n\nArticle 1\n\nLamps burn.", "a recital binds nobody"),
    ),
)
