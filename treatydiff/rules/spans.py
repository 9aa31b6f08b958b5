"""Where the words of one side of a redline went on the other, and which of them stand in brackets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Clause, RedlinePart, Span
    from treatydiff.text.tokens import Word

_SENTENCE_END = re.compile(r"[.;](?=\s+[^\W\d_]|\s*$)|\n")
_LONGEST_WORD = 40
_PART_OF_WORD = re.compile(r"[^\W_]+")
_LAST_WORD = re.compile(r"([^\W_][\w.]*)$")


class Piece(NamedTuple):
    """A run that stayed, or a place where words went, came or both: its span on either side."""

    kept: bool
    old: Span
    new: Span


@dataclass(frozen=True)
class Correspondence:
    """How the characters of the old wording answer to those of the new. Spans are offsets, end exclusive."""

    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, redline: tuple[RedlinePart, ...]) -> Correspondence:
        """Read a redline; neighbouring deletions and insertions become one place."""
        pieces: list[Piece] = []
        old = new = 0
        for part in redline:
            size = len(part.text)
            old_end = old + (size if part.op != "insert" else 0)
            new_end = new + (size if part.op != "delete" else 0)
            kept = part.op == "equal"
            if pieces and not kept and not pieces[-1].kept:
                last = pieces.pop()
                pieces.append(Piece(kept, (last.old[0], old_end), (last.new[0], new_end)))
            else:
                pieces.append(Piece(kept, (old, old_end), (new, new_end)))
            old, new = old_end, new_end
        return cls(tuple(pieces))

    @cached_property
    def _old_starts(self) -> list[int]:
        return [piece.old[0] for piece in self.pieces]

    @cached_property
    def _new_starts(self) -> list[int]:
        return [piece.new[0] for piece in self.pieces]

    def image(self, span: Span) -> Span:
        """Give the span of the new wording that an old span answers to: exact in what stayed, the whole place elsewhere."""
        touched = self._touched(span)
        if not touched:
            return (0, 0)
        first, last = touched[0], touched[-1]
        start = first.new[0] + (span[0] - first.old[0] if first.kept else 0)
        end = last.new[0] + span[1] - last.old[0] if last.kept else last.new[1]
        return start, end

    def stayed(self, old: Span, new: Span) -> bool:
        """Whether both spans are the same words, untouched."""
        touched = self._touched(old)
        return len(touched) == 1 and touched[0].kept and self.image(old) == new

    def meet(self, old: Span, new: Span) -> bool:
        """Whether the spans answer to each other at least in part, or stand at the same place."""
        start, end = self.image(old)
        return start <= new[1] and new[0] <= end

    def opposite(self, span: Span, *, of_new: bool) -> tuple[Span, Span] | None:
        """Give the place of the redline in which a span went or came: on its own side and on the other; None in what stayed."""
        for piece in self._from(span[0], of_new=of_new):
            own, other = (piece.new, piece.old) if of_new else (piece.old, piece.new)
            if own[0] <= span[0] and span[1] <= own[1]:
                return None if piece.kept else (own, other)
        return None

    def kept_share(self, span: Span, *, of_new: bool) -> float:
        """Give the share of a span's characters that stayed, from 0 to 1; 0 for an empty span."""
        kept = 0
        for piece in self._from(span[0], of_new=of_new):
            start, end = piece.new if of_new else piece.old
            if start >= span[1]:
                break
            if piece.kept:
                kept += max(0, min(end, span[1]) - max(start, span[0]))
        return kept / (span[1] - span[0]) if span[1] > span[0] else 0.0

    def _from(self, place: int, *, of_new: bool) -> Iterator[Piece]:
        """Yield the pieces from the one at a place on."""
        starts = self._new_starts if of_new else self._old_starts
        return islice(self.pieces, max(0, bisect_left(starts, place) - 1), None)

    def _touched(self, span: Span) -> list[Piece]:
        """Give the pieces that hold a character of the span; for an empty span the one at its place."""
        found: list[Piece] = []
        for piece in self._from(span[0], of_new=False):
            if piece.old[0] >= span[1] and found:
                break
            if piece.old[1] > span[0] or (piece.old[0] == piece.old[1] == span[0]):
                found.append(piece)
        return found


def words_between(text: str, start: int, stop: int) -> list[Word]:
    """Give the tokens of a text that begin between two places, but for white space; the text is cut once for many calls."""
    found, starts = _cut(text)
    return found[bisect_left(starts, start) : bisect_left(starts, stop)]


@lru_cache(maxsize=16)
def _cut(text: str) -> tuple[list[Word], list[int]]:
    found = words(text)
    return found, [word.start for word in found]


def words_of(text: str) -> frozenset[str]:
    """Give the words and numbers of a text in lower case, compounds in parts."""
    return frozenset(_PART_OF_WORD.findall(text.casefold()))


def brackets(clauses: tuple[Clause, ...]) -> tuple[Span, ...]:
    """Give in order the spans of the square brackets over clauses that are read as one text, joined by line breaks."""
    found: list[Span] = []
    start = 0
    for clause in clauses:
        found += [(start + mark.start, start + mark.end) for mark in clause.marks if mark.kind == "bracket"]
        start += len(clause.words) + 1
    return tuple(sorted(found))


def sentence(text: str, span: Span, lexicon: Lexicon) -> Span:
    """Give the span of the sentence that holds a span. Semicolons and line breaks end sentences too; abbreviations do not."""
    ends = _sentence_ends(text, lexicon)
    place = bisect_right(ends, (span[0], len(text)))
    while place > 0 and ends[place - 1][1] > span[0]:
        place -= 1
    start = ends[place - 1][1] if place else 0
    while place < len(ends) and ends[place][0] < span[1]:
        place += 1
    end = ends[place][0] if place < len(ends) else len(text)
    while start < end and text[start].isspace():
        start += 1
    return start, end


@lru_cache(maxsize=16)
def _sentence_ends(text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """Give the spans of the marks that end a sentence."""
    abbreviations = lexicon.words("words", "abbreviations")
    found = []
    for match in _SENTENCE_END.finditer(text):
        word = _LAST_WORD.search(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
        if match[0] != "." or word is None or word[1].casefold() not in abbreviations:
            found.append(match.span())
    return tuple(found)


def is_recital(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause stands in the preamble, or reads like a recital where the draft does not tell."""
    kinds = lexicon.words("words", "preamble_kinds")
    if clause.provision.kind in kinds or any(ancestor.kind in kinds for ancestor in clause.ancestors):
        return True
    return lexicon.pattern("words", "recital").match(clause.words) is not None
