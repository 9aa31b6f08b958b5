"""Differences between two sequences of words, shaped so that a person can read them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from treatydiff.text.encode import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diff_match_patch import diff_match_patch

_STOP_WORDS = """
    the a an of and or to in for by on with as at from any such be is are it its that this which
    de la le les et ou à des du en y o el los las un una
    на и в с по о
"""
WEAK_WORDS = frozenset(_STOP_WORDS.split()) | frozenset(",;:.()\"“”'’")
"""Words and signs that stand everywhere: that one of them stayed, or came back, says nothing."""
_WEAK_WORD = 0.35
_WEAK_JOIN = 1.1
_LONG_CHANGE = 2
_MOSTLY_REWRITTEN = 0.35
_AFTER = {".": 5.0, ";": 4.0, ":": 4.0, ",": 3.0, ")": 2.0}
_OPENS_A_PHRASE = frozenset((",", ";", "and", "or", "et", "ou", "y", "o"))


class Hunk(NamedTuple):
    """Words `old_start:old_end` of the old text gave way to words `new_start:new_end` of the new; one side may be empty."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    def slid(self, shift: int) -> Hunk:
        """Give the hunk `shift` words further on."""
        return Hunk(self.old_start + shift, self.old_end + shift, self.new_start + shift, self.new_end + shift)

    @property
    def size(self) -> int:
        """The number of words on the longer side."""
        return max(self.old_end - self.old_start, self.new_end - self.new_start)


def hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """Give the differences of two texts cut into words, in order.

    The shortest edit by words; then changes that stand apart only by stop words or punctuation become one; then, where little
    of the longer text stayed, coincidences are cleared away; then a pure insertion or deletion slides to the best
    boundary of phrases.
    """
    found = _shortest(old, new)
    found = _without_weak_gaps(found, old)
    if _share_kept(found, old, new) < _MOSTLY_REWRITTEN:
        found = _without_coincidences(found, old, new)
    return _at_boundaries(found, old, new)


def _shortest(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    found: list[Hunk] = []
    old_place = new_place = 0
    for stayed in Indel.opcodes(old, new).as_matching_blocks():
        if stayed.a > old_place or stayed.b > new_place:
            found.append(Hunk(old_place, stayed.a, new_place, stayed.b))
        old_place, new_place = stayed.a + stayed.size, stayed.b + stayed.size
    return found


def _append(found: list[Hunk], hunk: Hunk) -> None:
    if found and found[-1].old_end == hunk.old_start and found[-1].new_end == hunk.new_start:
        found.append(_joined(found.pop(), hunk))
    else:
        found.append(hunk)


def _joined(first: Hunk, second: Hunk) -> Hunk:
    return Hunk(first.old_start, second.old_end, first.new_start, second.new_end)


def _without_weak_gaps(found: Iterable[Hunk], old: Sequence[str]) -> list[Hunk]:
    kept: list[Hunk] = []
    for hunk in found:
        current = hunk
        while kept and _is_weak_gap(kept[-1], current, old):
            current = _joined(kept.pop(), current)
        kept.append(current)
    return kept


def _is_weak_gap(before: Hunk, after: Hunk, old: Sequence[str]) -> bool:
    """Whether what stayed between two changes is too little to keep them apart: less than the changes around it."""
    if (after.old_start - before.old_end) * _WEAK_WORD >= _WEAK_JOIN or after.new_end == before.new_start:
        return False
    if before.old_end - before.old_start + after.old_end - after.old_start == 0:
        return False
    if before.new_end - before.new_start + after.new_end - after.new_start == 0:
        return False
    weight = 0.0
    for word in old[before.old_end : after.old_start]:
        weight += _WEAK_WORD if word.lower() in WEAK_WORDS else 1.0
        if weight >= _WEAK_JOIN:
            return False
    smaller = min(before.size, after.size)
    return weight <= min(0.75, 0.5 * smaller) or smaller >= _LONG_CHANGE


def _share_kept(found: Iterable[Hunk], old: Sequence[str], new: Sequence[str]) -> float:
    lost = sum(hunk.old_end - hunk.old_start for hunk in found)
    return (len(old) - lost) / max(len(old), len(new), 1)


@cache
def _cleaner() -> diff_match_patch:
    from diff_match_patch import diff_match_patch  # noqa: PLC0415 (only mostly rewritten clauses need it)

    cleaner = diff_match_patch()
    cleaner.Diff_Timeout = 0
    return cleaner


def _without_coincidences(found: list[Hunk], old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """Clear away what stayed by chance between larger changes, by diff-match-patch's semantic clean-up over words."""
    vocabulary = Vocabulary()
    old_code, new_code = vocabulary.encode(old), vocabulary.encode(new)
    cleaner = _cleaner()
    edits: list[tuple[int, str]] = []
    place = 0
    for hunk in [*found, Hunk(len(old), len(old), len(new), len(new))]:
        stayed = (cleaner.DIFF_EQUAL, old_code[place : hunk.old_start])
        went = (cleaner.DIFF_DELETE, old_code[hunk.old_start : hunk.old_end])
        came = (cleaner.DIFF_INSERT, new_code[hunk.new_start : hunk.new_end])
        edits += [edit for edit in (stayed, went, came) if edit[1]]
        place = hunk.old_end
    cleaner.diff_cleanupSemantic(edits)
    return _from_edits(edits, cleaner.DIFF_DELETE, cleaner.DIFF_INSERT)


def _from_edits(edits: Iterable[tuple[int, str]], delete: int, insert: int) -> list[Hunk]:
    found: list[Hunk] = []
    old_place = new_place = 0
    for op, code in edits:
        old_end = old_place + (len(code) if op != insert else 0)
        new_end = new_place + (len(code) if op != delete else 0)
        if op in {delete, insert}:
            hunk = Hunk(old_place, old_end, new_place, new_end)
            _append(found, hunk)
        old_place, new_place = old_end, new_end
    return found


def _at_boundaries(found: list[Hunk], old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    slid: list[Hunk] = []
    for n, hunk in enumerate(found):
        deletes, inserts = hunk.old_end > hunk.old_start, hunk.new_end > hunk.new_start
        if deletes == inserts:
            _append(slid, hunk)
            continue
        after = found[n + 1] if n + 1 < len(found) else None
        if deletes:
            low = slid[-1].old_end if slid else 0
            high = after.old_start if after else len(old)
            shift = _best_shift(old, hunk.old_start, hunk.old_end, low, high)
        else:
            low = slid[-1].new_end if slid else 0
            high = after.new_start if after else len(new)
            shift = _best_shift(new, hunk.new_start, hunk.new_end, low, high)
        _append(slid, hunk.slid(shift) if shift else hunk)
    return slid


def _best_shift(words: Sequence[str], start: int, end: int, low: int, high: int) -> int:
    """How far the run `start:end` may slide over words that repeat at its ends, to where phrases begin and end."""
    best, shift = _boundary(words, start, end), 0
    left = 0
    while start + left > low and words[start + left - 1] == words[end + left - 1]:
        left -= 1
        value = _boundary(words, start + left, end + left)
        if value > best:
            best, shift = value, left
    right = 0
    while end + right < high and words[start + right] == words[end + right]:
        right += 1
        value = _boundary(words, start + right, end + right)
        if value > best:
            best, shift = value, right
    return shift


def _boundary(words: Sequence[str], start: int, end: int) -> float:
    before = words[start - 1] if start else "."
    value = _AFTER.get(before, 0.0) + 1.01 * _AFTER.get(words[end - 1], 0.0)
    return value + (1.5 if words[start].lower() in _OPENS_A_PHRASE else 0.0)
