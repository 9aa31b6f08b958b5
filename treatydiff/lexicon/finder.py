"""Finding the phrases of a vocabulary in a text, many times faster than one pattern tried at every character."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate, compress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEVER = re.compile(r"(?!)")
_RUN = re.compile(r"\w+")
_CUT = re.compile(r"(\w+)")
_MOST_WORDS = 65_536


class Finder:
    """A pattern that can match only where a word begins with one of `heads`, and is tried only there.

    It gives the same matches as the pattern would if it were searched for: the leftmost first, none overlapping. `heads` are
    in lower case; without any the pattern is tried at every word. What follows a hyphen begins a word only where matches may
    stand `inside_compounds`.
    """

    def __init__(self, patterns: list[str], heads: frozenset[str], *, inside_compounds: bool = False) -> None:
        before = r"(?<!\w)" if inside_compounds else r"(?<![\w-])"
        self._pattern = re.compile(f"{before}(?:{'|'.join(patterns)})", re.IGNORECASE) if patterns else _NEVER
        self._heads = _Heads(heads if patterns else frozenset())
        self._inside_compounds = inside_compounds

    def finditer(self, text: str, start: int = 0, stop: int | None = None) -> Iterator[re.Match[str]]:
        """Yield the matches between two places in order, as `re.Pattern.finditer` does."""
        end = len(text) if stop is None else stop
        read = _read(text) if self._heads.listed else None
        if read is None:
            yield from self._pattern.finditer(text, start, end)
            return
        free = start
        for place in self._places(read, start, end):
            if place >= free and (match := self._pattern.match(text, place, end)):
                yield match
                free = match.end()

    def search(self, text: str, start: int = 0, stop: int | None = None) -> re.Match[str] | None:
        """Give the first match between two places, as `re.Pattern.search` does."""
        return next(self.finditer(text, start, stop), None)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Give the match that begins at a place, as `re.Pattern.match` does."""
        return self._pattern.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Give the match that is the whole text, as `re.Pattern.fullmatch` does."""
        return self._pattern.fullmatch(text)

    def sub(self, text: str) -> str:
        """Give a text without its matches."""
        kept, last = [], 0
        for match in self.finditer(text):
            kept.append(text[last : match.start()])
            last = match.end()
        return "".join((*kept, text[last:]))

    def _places(self, read: _Words, start: int, end: int) -> list[int]:
        """Give in order where a word begins with one of the heads."""
        first, last = bisect_left(read.starts, start), bisect_left(read.starts, end)
        known, lower = self._heads, read.lower
        found = list(compress(read.starts[first:last], map(known.__getitem__, read.words[first:last])))
        if not self._inside_compounds:
            found = [place for place in found if not place or lower[place - 1] != "-"]
        if known.signs:
            found = sorted({*found, *(place for sign in known.signs for place in _signs(sign, lower, start, end))})
        return found


class _Words(NamedTuple):
    """A text in lower case, and the runs of letters and digits in it with their places."""

    lower: str
    words: list[str]
    starts: list[int]


@lru_cache(maxsize=128)
def _read(text: str) -> _Words | None:
    """Read a text once for many finders; None where it is longer or shorter in lower case."""
    lower = text.lower()
    if len(lower) != len(text):
        return None
    parts = _CUT.split(lower)
    places = list(accumulate(map(len, parts)))
    return _Words(lower, parts[1::2], places[:-1:2])


class _Heads(dict[str, bool]):
    """Whether words begin with one of some heads, by the word, each found out once."""

    def __init__(self, heads: frozenset[str]) -> None:
        super().__init__()
        runs = {head: _RUN.match(head) for head in heads}
        self.listed = heads
        self.signs = tuple(sorted(head for head, run in runs.items() if run is None))
        self._whole = frozenset(run[0] for head, run in runs.items() if run is not None and run[0] != head)
        self._first = tuple(head for head, run in runs.items() if run is not None and run[0] == head)

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST_WORDS:
            self.clear()
        known = word.startswith(self._first) or word in self._whole
        self[word] = known
        return known


def _signs(sign: str, lower: str, start: int, end: int) -> Iterator[int]:
    """Yield where a sign stands that is no part of a word, as "%" does."""
    place = lower.find(sign, start, end)
    while place >= 0:
        yield place
        place = lower.find(sign, place + 1, end)
