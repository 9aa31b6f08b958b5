"""Changes of words as a person would dictate them: the words that go, those that come, and where.

What is quoted begins and ends with whole words. White space between what stays and what comes is not dictated: `located`
knows how it falls.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.amendments.parts import Edit
from treatydiff.diff.hunks import Hunk, hunks
from treatydiff.model import EVERY
from treatydiff.text.tokens import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.model import Amendment, Beside

_TIGHT_BEFORE: Final = frozenset(",.;:)]}”’»?!…")
_TIGHT_BEHIND: Final = frozenset("([{“‘«")
_WIDEST: Final = 8
"""Words of the context that are quoted at most to tell a place."""
_FEWEST_KEPT: Final = 0.4
"""Share of the longer text that has to stay for its changes to be dictated word by word."""
_MOST_OCCURRENCES: Final = 3
"""Of a quotation, past which more of the context is quoted."""
_MOST_COUNTED: Final = 50
"""Of the same, past which the text is given anew."""
_LONGEST_JOINED: Final = 24
"""Words of a change that is joined of two so that no bracket is quoted without its other half."""
_MOST_CHANGES: Final = 4
_WORDS_PER_CHANGE: Final = 12


class Quote(NamedTuple):
    """One change of words, as in an amendment of the kind "words"."""

    old: str
    new: str
    anchor: str = ""
    beside: Beside = ""
    nth: int = 0


class Cut(NamedTuple):
    """A text cut into words, with the offsets at which they begin and end."""

    text: str
    parts: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def run(self, first: int, last: int) -> str:
        """Give the words from `first` to before `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""


def cut_up(text: str) -> Cut:
    """Cut a text into words."""
    parts = cut(text)
    places = list(accumulate(map(len, parts)))
    return Cut(text, parts, places[:-1:2], places[1::2])


def quoted_in(amendment: Amendment) -> Quote:
    """Give the change of words that an amendment asks for."""
    return Quote(amendment.old, amendment.new, amendment.anchor, amendment.beside, amendment.nth)


def located(text: Cut, quote: Quote) -> list[Edit]:
    """Find the words of a quotation and give what is to be done there; empty when they do not stand there like that."""
    sought = quote.old or quote.anchor
    places = occurrences(text, sought)
    if quote.nth > 0:
        places = places[quote.nth - 1 : quote.nth]
    elif quote.nth != EVERY and len(places) != 1:
        return []
    return [_edit(text.text, place, place + len(sought), quote) for place in places]


def occurrences(text: Cut, words: str, most: int = sys.maxsize) -> list[int]:
    """Give where `words` stand in the text as whole words; of more than `most` places one more than these."""
    if not words:
        return []
    found: list[int] = []
    place = text.text.find(words)
    while place >= 0 and len(found) <= most:
        if _holds(text.starts, place) and _holds(text.ends, place + len(words)):
            found.append(place)
        place = text.text.find(words, place + 1)
    return found


def _holds(in_order: Sequence[int], number: int) -> bool:
    place = bisect_left(in_order, number)
    return place < len(in_order) and in_order[place] == number


def _edit(raw: str, start: int, end: int, quote: Quote) -> Edit:
    if quote.old and quote.new:
        return Edit(start, end, quote.new)
    if quote.old:
        return _closed_up(raw, start, end)
    if quote.beside == "before":
        gap = "" if quote.new[-1] in _TIGHT_BEHIND or raw[start] in _TIGHT_BEFORE else " "
        return Edit(start, start, f"{quote.new}{gap}")
    gap = "" if quote.new[0] in _TIGHT_BEFORE or raw[end - 1] in _TIGHT_BEHIND else " "
    return Edit(end, end, f"{gap}{quote.new}")


def _closed_up(raw: str, start: int, end: int) -> Edit:
    """Take words out with the blank before them, or behind them where none stands before or words begin there."""
    before, behind = raw[start - 1 : start], raw[end : end + 1]
    if before == " " and (not behind or behind == " " or behind in _TIGHT_BEFORE):
        return Edit(start - 1, end, "")
    if behind == " " and (not before or before in _TIGHT_BEHIND):
        return Edit(start, end + 1, "")
    return Edit(start, end, "")


def quotes(old: str, new: str) -> list[Quote] | None:
    """Give the changes of words that make one text into the other; None where the text had better be given anew."""
    here, there = cut_up(old), cut_up(new)
    if not here.starts or not there.starts:
        return None
    found = list(_balanced(_with_gaps(hunks(here.parts[1::2], there.parts[1::2]), here, there), here, there))
    kept = len(here.starts) - sum(hunk.old_end - hunk.old_start for hunk in found)
    if kept < _FEWEST_KEPT * max(len(here.starts), len(there.starts)):
        return None
    if len(found) > max(_MOST_CHANGES, kept // _WORDS_PER_CHANGE):
        return None
    dictated: list[Quote] = []
    free = 0
    everywhere = _everywhere(here, there, found)
    for n, hunk in enumerate(found):
        if quote := everywhere.get((hunk.old_start, hunk.old_end)):
            dictated.append(quote)
            free = hunk.old_end
            continue
        stop = found[n + 1].old_start if n + 1 < len(found) else len(here.starts)
        way = next(_fitting(here, there, hunk, free, stop), None)
        if way is None:
            return None
        dictated.append(way.quote)
        free = way.behind
    return _said_once(dictated, here, new)


def _with_gaps(found: Sequence[Hunk], here: Cut, there: Cut) -> Iterator[Hunk]:
    """Yield the changes, and between them the places where only white space differs, as changes of nothing."""
    before = Hunk(0, 0, 0, 0)
    end = Hunk(len(here.starts), len(here.starts), len(there.starts), len(there.starts))
    for hunk in (*found, end):
        shift = before.new_end - before.old_end
        for n in range(before.old_end + 1, hunk.old_start):
            if here.parts[2 * n] != there.parts[2 * (n + shift)]:
                yield Hunk(n, n, n + shift, n + shift)
        if hunk is not end:
            yield hunk
        before = hunk


def _balanced(found: Iterable[Hunk], here: Cut, there: Cut) -> Iterator[Hunk]:
    """Join changes that take one half of a bracket each, where there is little between them."""
    held: Hunk | None = None
    for hunk in found:
        if held is None:
            held = hunk
            continue
        joined = Hunk(held.old_start, hunk.old_end, held.new_start, hunk.new_end)
        if joined.size <= _LONGEST_JOINED and (_is_open(held, here, there) and not _is_open(joined, here, there)):
            held = joined
        else:
            yield held
            held = hunk
    if held is not None:
        yield held


def _is_open(hunk: Hunk, here: Cut, there: Cut) -> bool:
    old, new = here.parts[2 * hunk.old_start : 2 * hunk.old_end], there.parts[2 * hunk.new_start : 2 * hunk.new_end]
    return any(run.count("[") != run.count("]") for run in (old, new))


class _Way(NamedTuple):
    """A way to dictate a change, with the first word that it quotes, and the first behind those that it changes."""

    quote: Quote
    first: int
    behind: int


def _fitting(here: Cut, there: Cut, hunk: Hunk, free: int, stop: int) -> Iterator[_Way]:
    """Yield ways to dictate a change that lead to the new text, the plainest first.

    Words before `free` and from `stop` on are those of other changes.
    """
    target = _target(here, there, hunk)
    for most in (1, _MOST_OCCURRENCES, _MOST_COUNTED):
        for way in _ways(here, there, hunk, free, stop):
            sought = way.quote.old or way.quote.anchor
            is_bare = way.quote.old and (way.first, way.behind) == (hunk.old_start, hunk.old_end)
            limit = max(most, _MOST_OCCURRENCES) if is_bare else most
            places = occurrences(here, sought, limit)
            if len(places) > limit or not any(c.isalnum() for c in sought):
                continue
            nth = 0 if len(places) == 1 else places.index(here.starts[way.first]) + 1
            edits = located(here, way.quote._replace(nth=nth))
            if len(edits) == 1 and _applied(here.text, edits[0]) == target:
                yield way._replace(quote=way.quote._replace(nth=nth))


def _target(here: Cut, there: Cut, hunk: Hunk) -> str:
    """Give the old text with this change alone."""
    start = here.ends[hunk.old_start - 1] if hunk.old_start else 0
    end = here.starts[hunk.old_end] if hunk.old_end < len(here.starts) else len(here.text)
    comes = "".join(there.parts[2 * hunk.new_start : 2 * hunk.new_end + 1])
    return f"{here.text[:start]}{comes}{here.text[end:]}"


def _applied(text: str, edit: Edit) -> str:
    return f"{text[: edit.start]}{edit.new}{text[edit.end :]}"


def _ways(here: Cut, there: Cut, hunk: Hunk, free: int, stop: int) -> Iterator[_Way]:
    i, j, k, m = hunk
    if i == j and k < m:
        comes = there.run(k, m)
        for size in range(1, min(_WIDEST, i) + 1):
            yield _Way(Quote("", comes, here.run(i - size, i), "after"), i - size, i)
        for size in range(1, min(_WIDEST, len(here.starts) - i) + 1):
            yield _Way(Quote("", comes, here.run(i, i + size), "before"), i, i)
    for wide in range(_WIDEST + 1):
        for left in range(wide, -1, -1):
            first, behind = i - left, j + wide - left
            if free <= first < behind <= stop:
                quote = Quote(here.run(first, behind), there.run(k - left, m + wide - left))
                yield _Way(quote, first, behind)


def _everywhere(here: Cut, there: Cut, found: Iterable[Hunk]) -> dict[tuple[int, int], Quote]:
    """Give changes that are the same wherever their words occur, by the words they change."""
    alike: dict[Quote, list[tuple[int, int]]] = {}
    for hunk in found:
        quote = Quote(here.run(hunk.old_start, hunk.old_end), there.run(hunk.new_start, hunk.new_end), nth=EVERY)
        if quote.old and quote.new and any(c.isalnum() for c in quote.old):
            alike.setdefault(quote, []).append((hunk.old_start, hunk.old_end))
    return {
        place: quote
        for quote, places in alike.items()
        if len(places) > 1 and occurrences(here, quote.old) == [here.starts[first] for first, _ in places]
        for place in places
    }


def _said_once(dictated: Sequence[Quote], here: Cut, new: str) -> list[Quote] | None:
    """Leave out what is said again; None when all together do not give the new text."""
    every = list(dict.fromkeys(dictated))
    edits = sorted(edit for quote in every for edit in located(here, quote))
    return every if whole(here.text, edits) == new else None


def whole(text: str, edits: Iterable[Edit]) -> str | None:
    """Give the text with all edits, which are in order; None when they overlap."""
    out: list[str] = []
    at = 0
    for edit in edits:
        if edit.start < at:
            return None
        out += (text[at : edit.start], edit.new)
        at = edit.end
    return "".join((*out, text[at:]))
