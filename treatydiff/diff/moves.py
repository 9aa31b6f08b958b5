"""Words that went in one place of a clause and came in another: a sentence or a phrase that was moved."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model import MovedWords
from treatydiff.text.tokens import Word, is_word, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.model import RedlineOp, RedlinePart

_GRAM = 4
"""Tokens in a row by which a run is found again."""
_FEWEST_WORDS = 5
_FEWEST_CHARACTERS = 12
"""Less than these is repeated by chance; the characters are for scripts in which each is a word."""
_LEAST_SHARE = 0.5
"""Share of the words of a part of the redline, at one of both ends, below which a run is a piece of a rewriting."""

_Gram = tuple[str, ...]
_Place = tuple[int, int]
"""The place of a run among those of its operation, and of a token in it."""


class _Run(NamedTuple):
    """A line of a part of the redline that went or came: the part's place, the line's start in its wording, its tokens."""

    part: int
    start: int
    tokens: list[Word]
    folded: list[str]

    @property
    def word_count(self) -> int:
        return sum(map(is_word, self.folded))


class _Match(NamedTuple):
    """Tokens `old:old + size` of the run `went` that are the tokens `new:new + size` of the run `came`."""

    went: _Run
    came: _Run
    old: int
    new: int
    size: int


def moved_words(redline: Sequence[RedlinePart]) -> tuple[MovedWords, ...]:
    """Find what a redline strikes in one place and inserts in another, in the order of the new wording.

    A run of words counts when it stands once in all that went and once in all that came, whatever its case and the white space
    in it, when it is long enough not to be there by chance, and when it is most of what went or came at one of both ends. What
    gives way to itself at the same place has not moved.
    """
    went, came = (_runs(redline, op) for op in ("delete", "insert"))
    if not went or not came:
        return ()
    return tuple(_spans(match) for match in map(_trimmed, _matches(went, came)) if _is_told(match))


def _runs(redline: Sequence[RedlinePart], op: RedlineOp) -> list[_Run]:
    """Give the lines with words enough of the parts with that operation; where a clause ends, a line ends."""
    found = []
    start = 0
    for place, part in enumerate(redline):
        if part.op == op:
            found += [run for run in _lines(place, start, part.text) if len(run.tokens) >= _FEWEST_WORDS]
        start += len(part.text) if part.op in {"equal", op} else 0
    return found


def _lines(part: int, start: int, text: str) -> Iterator[_Run]:
    for line in text.split("\n"):
        tokens = words(line) if len(line) >= _FEWEST_CHARACTERS else []
        yield _Run(part, start, tokens, [token.text.casefold() for token in tokens])
        start += len(line) + 1


def _matches(went: list[_Run], came: list[_Run]) -> Iterator[_Match]:
    """Give the longest runs around every few tokens that stand once on each side."""
    there = _lone_grams(went)
    lone = _lone_grams(came)
    taken: set[_Place] = set()
    for n, run in enumerate(came):
        end = 0
        for place in range(len(run.folded) - _GRAM + 1):
            gram = tuple(run.folded[place : place + _GRAM])
            if place < end or lone.get(gram) != (n, place) or gram not in there or there[gram] in taken:
                continue
            source, old = there[gram]
            match = _extended(went[source], run, old, place, end)
            taken.update((source, at) for at in range(match.old, match.old + match.size))
            end = match.new + match.size
            yield match


def _lone_grams(runs: Iterable[_Run]) -> dict[_Gram, _Place]:
    places: defaultdict[_Gram, list[_Place]] = defaultdict(list)
    for n, run in enumerate(runs):
        for place in range(len(run.folded) - _GRAM + 1):
            places[tuple(run.folded[place : place + _GRAM])].append((n, place))
    return {gram: found[0] for gram, found in places.items() if len(found) == 1}


def _extended(went: _Run, came: _Run, old: int, new: int, least: int) -> _Match:
    """Grow a match to both sides as far as the tokens are equal, in the new run not below `least`."""
    end = _GRAM
    while old + end < len(went.folded) and new + end < len(came.folded) and went.folded[old + end] == came.folded[new + end]:
        end += 1
    while old and new > least and went.folded[old - 1] == came.folded[new - 1]:
        old, new, end = old - 1, new - 1, end + 1
    return _Match(went, came, old, new, end)


def _trimmed(match: _Match) -> _Match:
    """Leave punctuation before the first word to its neighbours."""
    lead = next((n for n in range(match.size) if is_word(match.came.folded[match.new + n])), match.size)
    return match._replace(old=match.old + lead, new=match.new + lead, size=match.size - lead)


def _is_told(match: _Match) -> bool:
    if abs(match.went.part - match.came.part) == 1:
        return False
    count = sum(map(is_word, match.came.folded[match.new : match.new + match.size]))
    start, end = _span(match.came, match.new, match.size)
    is_long = count >= _FEWEST_WORDS and end - start >= _FEWEST_CHARACTERS
    return is_long and count >= _LEAST_SHARE * min(match.went.word_count, match.came.word_count)


def _spans(match: _Match) -> MovedWords:
    return MovedWords(_span(match.went, match.old, match.size), _span(match.came, match.new, match.size))


def _span(run: _Run, first: int, size: int) -> tuple[int, int]:
    return run.start + run.tokens[first].start, run.start + run.tokens[first + size - 1].end
