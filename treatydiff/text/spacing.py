"""White space of a text made single, and the gaps closed that marks leave when they are taken out of the words."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.model import Mark

_SPACELESS = "\u3001-\u30ff\u3400-\u9fff\uff00-\uffef"
_FIRST_SPACELESS = "\u3001"
_NARROW = {ord("［"): "[", ord("］"): "]", ord("｛"): "{", ord("｝"): "}"}
_LONGEST_AFFIX = 3
_TIGHT_AFTER_SPACE = frozenset(",;:.)")
_INNER_AFFIX = re.compile(r"\w+")
_LAST_AFFIX = re.compile(r"\[(\w+)\]$")


def narrow_brackets(text: str) -> str:
    """Give the text with the full-width brackets and braces of Chinese type as plain ones; its length stays."""
    if text.isascii() or not ("［" in text or "］" in text or "｛" in text):
        return text
    return text.translate(_NARROW)


def single_spaced(raw: str, marks: Iterable[Mark]) -> tuple[str, list[Mark]]:
    """Give the text with single spaces and none at its ends, and the marks moved with it; no space between Chinese lines."""
    marks = list(marks)
    has_spaceless_lines = "\n" in raw and not raw.isascii() and max(raw) >= _FIRST_SPACELESS
    joined = _between_lines().sub("", raw) if has_spaceless_lines else raw
    single = " ".join(joined.split())
    if not marks or single == raw:
        return single, marks
    parts: list[str] = []
    starts, ends = [0], [0]
    last = length = 0
    for start, end, instead in _gaps(raw):
        parts += (raw[last:start], instead)
        length += start - last + len(instead)
        last = end
        starts.append(end)
        ends.append(length)
    parts.append(raw[last:])
    text = "".join(parts)

    def moved(place: int) -> int:
        n = bisect_right(starts, place) - 1
        limit = ends[n + 1] if n + 1 < len(ends) else len(text)
        return min(ends[n] + place - starts[n], limit)

    return text, [mark._replace(start=moved(mark.start), end=moved(mark.end)) for mark in marks]


@cache
def _between_lines() -> re.Pattern[str]:
    """Compile a line end inside text that is written without spaces."""
    return re.compile(rf"(?<=[{_SPACELESS}])\s*\n\s*(?=[{_SPACELESS}])")


def _gaps(raw: str) -> Iterable[tuple[int, int, str]]:
    tight = {m.start() for m in _between_lines().finditer(raw)} if "\n" in raw else set()
    for m in re.finditer(r"\s+", raw):
        at_edge = m.start() == 0 or m.end() == len(raw)
        yield m.start(), m.end(), "" if at_edge or m.start() in tight else " "


class Closed(NamedTuple):
    """Words with spans taken out of them, and where each run that stayed began: in the raw text and in the words."""

    words: str
    raw_starts: list[int]
    starts: list[int]
    lengths: list[int]

    def place(self, raw_place: int) -> int:
        """Give the offset in the words for one in the raw text; what was taken out stands at the place of its gap."""
        n = bisect_right(self.raw_starts, raw_place) - 1
        if n < 0:
            return 0
        into, length = raw_place - self.raw_starts[n], self.lengths[n]
        return self.starts[n] + min(into, length)


def closed_up(raw: str, removed: Sequence[tuple[int, int]]) -> Closed:
    """Take spans, in order and apart from each other, out of a single-spaced text and close the words up."""
    out: list[str] = []
    raw_starts: list[int] = []
    starts: list[int] = []
    lengths: list[int] = []
    length, place = 0, 0
    for gone, until in (*removed, (len(raw), len(raw))):
        if place < gone:
            start = place
            if raw[start] == " " and (not length or out[-1][-1] == " "):
                start += 1
            elif length and start:
                length += _join(raw, start, out)
                if lengths:
                    lengths[-1] = min(lengths[-1], max(0, length - starts[-1]))
            if start < gone:
                raw_starts.append(start)
                starts.append(length)
                lengths.append(gone - start)
                out.append(raw[start:gone])
                length += gone - start
        place = until
    return Closed("".join(out).rstrip(), raw_starts, starts, lengths)


def _join(raw: str, place: int, out: list[str]) -> int:
    """Put right the space between two runs that a mark held apart; give by how much the words grew.

    None before a comma, one between whole words.
    """
    before, after = out[-1][-1], raw[place]
    if before == " ":
        if after in _TIGHT_AFTER_SPACE and raw[place - 1] in "[]":
            out[-1] = out[-1][:-1]
            if not out[-1]:
                out.pop()
            return -1
    elif before.isalnum() and after.isalnum() and not _is_affix(raw, place) and not _is_spaceless(before + after):
        out.append(" ")
        return 1
    return 0


def _is_spaceless(pair: str) -> bool:
    return all("\u3001" <= c <= "\u9fff" for c in pair)


def _is_affix(raw: str, place: int) -> bool:
    """Whether the bracket just before `place` cuts a word, as in State[s] and [re]allocate, and does not separate two."""
    bracket = raw[place - 1]
    if bracket == "[":
        inner = _INNER_AFFIX.match(raw, place, place + _LONGEST_AFFIX + 1)
        return raw[place - 2 : place - 1].isalnum() and inner is not None and _is_short(raw, inner.end(), inner.end() - place)
    if bracket == "]":
        last = _LAST_AFFIX.search(raw[max(0, place - _LONGEST_AFFIX - 2) : place])
        return last is not None and len(last[1]) <= _LONGEST_AFFIX
    return False


def _is_short(raw: str, end: int, length: int) -> bool:
    return length <= _LONGEST_AFFIX and raw[end : end + 1] == "]"
