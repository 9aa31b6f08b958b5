"""What became of the marks of a link: marks are compared as marks, apart from the words they stand on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from treatydiff.model import MarkChange

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.model import Clause, Mark, RedlinePart

_CONTESTED = frozenset({"bracket", "option", "attribution"})
_TYPOGRAPHY = frozenset({"emphasis", "reference"})


def mark_changes(old: Sequence[Clause], new: Sequence[Clause], redline: Iterable[RedlinePart]) -> tuple[MarkChange, ...]:
    """Pair the marks of both sides of a link by kind and by what they say; the rest came, went or was resolved.

    Typography (emphasis) and links are no statement of the negotiators and are left out.
    """
    old_words, old_marks = _gathered(old)
    new_words, new_marks = _gathered(new)
    unpaired: dict[tuple[str, str], list[str]] = {}
    for mark in new_marks:
        unpaired.setdefault((mark.kind, _says(mark, new_words)), []).append(_says(mark, new_words))
    found = []
    stayed: list[tuple[int, int]] | None = None
    for mark in old_marks:
        said = _says(mark, old_words)
        if unpaired.get((mark.kind, said)):
            found.append(MarkChange(mark.kind, "kept", said, unpaired[mark.kind, said].pop()))
            continue
        stayed = _stayed(redline) if stayed is None else stayed
        left = "".join(_within(mark, old_words, stayed)).strip()
        found.append(MarkChange(mark.kind, "resolved" if left and mark.kind in _CONTESTED else "removed", said, left))
    found += [MarkChange(kind, "added", "", said) for (kind, said), rest in unpaired.items() for _ in rest]
    return tuple(found)


def _gathered(clauses: Sequence[Clause]) -> tuple[str, list[Mark]]:
    """Give the words of one side as one text, and its marks moved to their place in it."""
    start = 0
    marks = []
    for clause in clauses:
        marks += [
            replace(mark, start=mark.start + start, end=mark.end + start)
            for mark in clause.marks
            if mark.kind not in _TYPOGRAPHY
        ]
        start += len(clause.words) + 1
    return "\n".join(clause.words for clause in clauses), marks


def _says(mark: Mark, words: str) -> str:
    spanned = words[mark.start : mark.end] or mark.note
    return f"{mark.label}: {spanned}" if mark.label and spanned else mark.label or spanned


def _stayed(redline: Iterable[RedlinePart]) -> list[tuple[int, int]]:
    spans = []
    place = 0
    for part in redline:
        if part.op == "equal":
            spans.append((place, place + len(part.text)))
        if part.op != "insert":
            place += len(part.text)
    return spans


def _within(mark: Mark, words: str, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    for start, end in spans:
        if start < mark.end and end > mark.start:
            yield words[max(start, mark.start) : min(end, mark.end)]
