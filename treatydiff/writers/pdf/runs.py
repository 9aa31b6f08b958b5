"""The words of clauses as runs of one look each: what went, what came, what is contested, and the signs of the marks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from treatydiff.text.marks import pieces
from treatydiff.writers.pdf.letters import on_paper

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import Change, Clause, Mark, RedlineOp

Run = tuple[str, str]
"""Text and its look: letters of "d" (went), "i" (came), "o" (contested), "e" (emphasis); "s" for a sign, "f" for a footnote."""

_CONTESTED: Final = frozenset({"bracket", "option", "attribution"})
_LOOKS: Final = {"equal": "", "delete": "d", "insert": "i"}
_Part = tuple["RedlineOp", int, int]


def old_runs(change: Change) -> Iterator[list[Run]]:
    """Yield the words of each old clause, with what went."""
    return _runs(change.link.old, _parts(change, without="insert"))


def new_runs(change: Change) -> Iterator[list[Run]]:
    """Yield the words of each new clause, with what came."""
    return _runs(change.link.new, _parts(change, without="delete"))


def _parts(change: Change, without: RedlineOp) -> list[_Part]:
    """Give the parts of the redline on one side, with their places in its wording."""
    found: list[_Part] = []
    at = 0
    for op, text in change.redline:
        if op != without:
            found.append((op, at, at + len(text)))
            at += len(text)
    return found


def _runs(clauses: Sequence[Clause], parts: Sequence[_Part]) -> Iterator[list[Run]]:
    at = 0
    for clause in clauses:
        end = at + len(clause.words)
        own = [(op, max(first - at, 0), min(last, end) - at) for op, first, last in parts if first < end and last > at]
        yield list(_marked(clause, own))
        at = end + 1


def _marked(clause: Clause, parts: Sequence[_Part]) -> Iterator[Run]:
    if not clause.marks:
        yield from ((on_paper(clause.words[first:last]), _LOOKS[op]) for op, first, last in parts)
        return
    for piece in pieces(clause.words, clause.marks):
        if piece.kind:
            yield on_paper(piece.text), "f" if piece.kind == "footnote" else "s"
        else:
            yield from _cut(clause.words, piece.place, piece.place + len(piece.text), parts, clause.marks)


def _cut(words: str, start: int, end: int, parts: Sequence[_Part], marks: Sequence[Mark]) -> Iterator[Run]:
    """Cut a stretch of words where the redline changes and where contested or emphasised words begin or end."""
    ends = {place for _, first, last in parts for place in (first, last)}
    ends |= {place for mark in marks for place in (mark.start, mark.end)}
    for first, last in pairwise(sorted({start, end, *(place for place in ends if start < place < end)})):
        op = next((op for op, begin, stop in parts if begin <= first < stop), "equal")
        over = [mark.kind for mark in marks if mark.start <= first < mark.end]
        contested = "o" if _CONTESTED.intersection(over) else ""
        yield on_paper(words[first:last]), f"{_LOOKS[op]}{contested}{'e' if 'emphasis' in over else ''}"
