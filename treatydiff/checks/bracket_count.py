"""How much of the draft is open, against the draft before."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Document

ID: Final = "bracket-count"
_NAMES: Final = ("bracket", "alternative", "mark of agreement")


def look(subject: Subject) -> Iterator[Seen]:
    """Count brackets, alternatives and marks of agreement in both drafts, and say so where a number changed."""
    if subject.comparison is None:
        return
    was, now = (_counted(one, subject.lexicon) for one in (subject.comparison.old, subject.document))
    if was != now:
        said = ", ".join(_shown(name, was[name], now[name]) for name in _NAMES if was[name] or now[name])
        yield Seen("", said, "compare with what the room reported", line=1 if subject.source else None)


def _counted(document: Document, lexicon: Lexicon) -> Counter[str]:
    agreed = lexicon.pattern("brackets", "agreed")
    found: Counter[str] = Counter()
    for provision in document.walk():
        found["alternative"] += provision.kind == "alternative"
        for mark in (*provision.heading_marks, *provision.marks):
            found["bracket"] += mark.kind == "bracket"
            found["alternative"] += mark.kind == "option"
            found["mark of agreement"] += mark.kind == "status" and agreed.search(mark.label) is not None
    return +found


def _shown(name: str, was: int, now: int) -> str:
    plural = name.replace("mark ", "marks ") if "mark " in name else f"{name}s"
    return f"{now:,} {name if now == 1 else plural} ({now - was:+,})"


_WAS: Final = "Article 1\n\nParties [shall] light their harbours. [agreed ad referendum]"
_OPEN: Final = "Article 1\n\nParties [shall] light their harbours."
CHECK: Final = Check(
    ID,
    "TD035",
    "info",
    "How many brackets, alternatives and marks of agreement came and went",
    look,
    needs_previous=True,
    fails=(
        Fails(_WAS.replace("[shall]", "shall"), "", 1, previous=_WAS),
        Fails(_WAS.replace("[shall]", "[shall] [should]"), "", 1, previous=_WAS),
        Fails(_WAS.replace(" [agreed ad referendum]", ""), "", 1, previous=_WAS),
    ),
    passes=(
        Passes(_WAS, "as many as before", previous=_WAS),
        Passes(_OPEN.replace("harbours", "ports"), "the words changed and the marks did not", previous=_OPEN),
        Passes("Article 1\n\nLamps burn [...].", "an ellipsis is no contested text", previous="Article 1\n\nLamps [...] burn."),
    ),
)
