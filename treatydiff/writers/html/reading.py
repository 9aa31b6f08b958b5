"""What one change is to a reader: whether it can be folded away, and in which words it is told apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.writers.html.phrases import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatydiff.model import Change, MarkChange

KINDS: Final = {
    "edited": "Reworded",
    "inserted": "New",
    "deleted": "Deleted",
    "moved": "Moved",
    "split": "Split",
    "merged": "Merged",
    "regrouped": "Regrouped",
    "marks": "Brackets and remarks",
    "heading": "Heading",
    "renumbered": "Renumbered",
}
_WORD = re.compile(r"\w+")
_LEVELS: Final = frozenset(
    {
        "article",
        "articles",
        "paragraph",
        "paragraphs",
        "point",
        "points",
        "subparagraph",
        "subparagraphs",
        "chapter",
        "chapters",
    }
    | {"part", "parts", "section", "sections", "annex", "annexes"}
)
_NUMBERS_AT_MOST: Final = ((), ("renumbered",))
_QUIET_MARKS = frozenset({"emphasis", "reference"})


def mark_changes(change: Change) -> tuple[MarkChange, ...]:
    """Give the changes of marks that a reader should hear of."""
    return tuple(mark for mark in change.marks if mark.op != "kept" and mark.kind not in _QUIET_MARKS)


def kinds(change: Change) -> tuple[str, ...]:
    """Give every kind of change that happened to the clause, the first for the first name."""
    link = change.link
    if not (link.moved or link.heading_changed or link.renumbered or change.marks):
        return (link.kind,) if link.kind != "same" else ()
    found: list[str] = [link.kind] if link.kind != "same" else []
    flags = (("moved", link.moved), ("heading", link.heading_changed), ("marks", mark_changes(change)))
    found += [kind for kind, there in flags if there]
    return (*found, "renumbered") if link.renumbered else tuple(found)


def reads_the_same(change: Change) -> bool:
    """Whether nothing happened to the clause but perhaps its number."""
    return not change.findings and kinds(change) in _NUMBERS_AT_MOST


def is_punctuation_only(change: Change) -> bool:
    """Whether no letter and no digit came or went in a clause that was reworded."""
    touched = "".join(part.text for part in change.redline if part.op != "equal")
    return change.link.kind == "edited" and bool(touched) and not any(character.isalnum() for character in touched)


def follows_renumbering(change: Change, renumbered: Mapping[str, str]) -> bool:
    """Whether nothing in a reworded clause changed but the numbers of articles that it cites, as these were renumbered."""
    if change.link.kind != "edited" or change.findings or mark_changes(change):
        return False
    before = gone = ""
    for part in change.redline:
        if part.op == "delete":
            gone += part.text
        elif part.op == "equal" and not gone:
            before += part.text
        elif part.op == "insert" and gone and _cites_articles(before) and _renumbered(gone, renumbered) == part.text:
            gone = ""
        else:
            return False
    return not gone


def _renumbered(words: str, renumbered: Mapping[str, str]) -> str:
    return _WORD.sub(lambda found: renumbered.get(found[0], found[0]), words)


def _cites_articles(before: str) -> bool:
    levels = [word for word in _WORD.findall(before.casefold()) if word in _LEVELS]
    return levels[-1:] in (["article"], ["articles"])


def severity(change: Change) -> str:
    """Give the highest severity among the findings, empty when there is none."""
    return min((finding.severity for finding in change.findings), key=SEVERITIES.index, default="")


def touched(change: Change) -> tuple[int, int]:
    """Give how many characters of both wordings came or went, and how many there are."""
    gone = sum(len(part.text) for part in change.redline if part.op != "equal")
    kept = sum(len(part.text) for part in change.redline if part.op == "equal")
    return gone, gone + 2 * kept
