"""Words that grew together when text was taken out of another file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject

ID: Final = "glued-words"
_JOIN: Final = re.compile(
    r"(?<![\w@./-])(?:(?P<camel>[^\W\d_]*?[a-zà-öø-ÿ]{3}(?P<upper>[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{2,}[^\W\d_]*))"
    r"|(?P<counted>\d+(?P<noun>[A-Z][a-zà-öø-ÿ]{2,}))|(?P<word>[a-zà-öø-ÿ]{4,})(?P<number>\d{1,4}))(?![\w@]|[.-]\w)"
)
_quick: Final = re.compile(r"[a-zà-öø-ÿ](?:[A-ZÀ-ÖØ-Þ][a-z]|\d)|\d[A-Z][a-z]").search


def look(subject: Subject) -> Iterator[Seen]:
    """Find a capital, or a number, in the middle of a word; names that are written so pass."""
    names = subject.lexicon.words("checks", "camel_names")
    levels = {word for entry in subject.lexicon.entries("reference_level") for word in entry["words"]}
    for clause in subject.worded:
        if not _quick(clause.words):
            continue
        for found in _JOIN.finditer(clause.words):
            if found[0].casefold() in names:
                continue
            parts = _parts(found)
            said = "a number is joined to the word before it" if found["word"] else "two words have grown together"
            if found["word"] and found["word"].casefold() not in levels:
                said = f"{said}, or the sign of a footnote"
            yield Seen(found[0], said, f"{parts[0]} {parts[1]}?", provision=clause.provision, span=found.span())


def _parts(found: re.Match[str]) -> tuple[str, str]:
    for name in ("upper", "noun", "number"):
        if found[name]:
            place = found.start(name) - found.start()
            return found[0][:place], found[0][place:]
    return found[0], ""


CHECK: Final = Check(
    ID,
    "TD013",
    "warning",
    "Words that have grown together, or a number with a word",
    look,
    fails=(
        Fails("Article 1\n\nParties shall respect InternationalHuman rights.", "InternationalHuman", 3),
        Fails("Article 1\n\nLamps named in article5 burn.", "article5", 3),
        Fails("Article 1\n\nAt least 20Parties shall report.", "20Parties", 3),
        Fails("Article 1\n\nEach Party shall preventPiracy at sea.", "preventPiracy", 3),
    ),
    passes=(
        Passes("Article 1\n\nParties shall report in PDF on CO2, G77 and the 20th spring.", "abbreviations and ordinals"),
        Passes("Article 1\n\nThe McDonald family and the iPhone keep their names.", "names"),
        Passes("Article 1\n\nParagraph 3bis applies to A4 paper and 1.5°C.", "bis may be joined to its number, a unit too"),
        Passes("Article 1\n\nSee https://example.org/harbourLights for charts.", "an address is no word"),
    ),
)
