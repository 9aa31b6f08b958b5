"""The pages of a plain text: form feeds, running heads and page numbers taken out from between the lines of the draft."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model import Note
from treatydiff.readers.outline.labels import label
from treatydiff.readers.outline.levels import level
from treatydiff.readers.outline.nodes import ends_with, starts_small

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.model import NoteKind

_NUMBER = re.compile(
    r"\s*(?P<sign>[-–—~\[(|]\s{0,3})?(?P<word>(?:page|página|pág\.|стр\.?|страница|صفحة|第)\s{0,3})?(?P<number>\d{1,4})"
    r"(?P<of>\s{0,3}(?:/|of|de|sur|из|من)\s{0,3}\d{1,4})?\s{0,3}(?:页|[-–—~\])|])?\s*$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_EDGE = 3
"""Lines at the top and at the foot of a page among which its running heads stand."""
_LONGEST_HEAD = 120
_LONGEST_NUMBER = 30
"""Characters of a line that holds a page number, the spaces around it not counted."""
_SHARE_OF_PAGES = 0.3
_FEWEST_PAGES = 2
_FEWEST_BARE = 3
"""Numbers alone on their lines that must follow each other before they count as those of pages."""
_NEAR = 3
_CONJUNCTIONS = frozenset({"and", "or", "et", "ou", "y", "o", "и", "или"})


class Line(NamedTuple):
    """A line of the file: its text, its number from 1, and its page from 1 where form feeds part pages."""

    text: str
    number: int
    page: int | None = None


class Pages(NamedTuple):
    """The lines of the draft without what stands around its pages, which are the notes."""

    lines: list[Line]
    notes: tuple[Note, ...]


def pages(text: str) -> Pages:
    """Part a text into lines and take running heads and page numbers out.

    A page number follows that of the page before. A running head stands at the edge of several pages, numbers in it set
    aside. Where a sentence goes on behind a page, so does its paragraph.
    """
    lines = list(_lines(text))
    furniture = _on_pages(lines) if "\f" in text else _without_form_feeds(lines)
    taken = {n for n, _ in furniture}
    if not any(line.text.strip() for n, line in enumerate(lines) if n not in taken):
        return Pages(lines, ())
    if not furniture and "\f" not in text:
        return Pages(lines, ())
    notes = tuple(Note(kind, lines[n].text.strip(), line=lines[n].number, page=lines[n].page) for n, kind in furniture)
    return Pages(list(_joined(lines, taken)), notes)


def _lines(text: str) -> Iterator[Line]:
    if "\f" not in text:
        for number, line in enumerate(text.split("\n"), start=1):
            yield Line(line, number)
        return
    page = 1
    for number, line in enumerate(text.split("\n"), start=1):
        for n, part in enumerate(line.split("\f")):
            page += bool(n)
            yield Line(part, number, page)


_Found = list[tuple[int, "NoteKind"]]


def _on_pages(lines: Sequence[Line]) -> _Found:
    edges = _edges(lines)
    numbers: defaultdict[int, list[int]] = defaultdict(list)
    heads: defaultdict[str, set[int]] = defaultdict(set)
    keys: dict[int, str] = {}
    for n in edges:
        line = lines[n]
        if m := _NUMBER.match(line.text):
            numbers[int(m["number"]) - (line.page or 0)].append(n)
        elif _may_be_head(line.text):
            keys[n] = _key(line.text)
            heads[keys[n]].add(line.page or 0)
    count = lines[-1].page or 1
    enough = max(_FEWEST_PAGES, _SHARE_OF_PAGES * count)
    found: _Found = [(n, "page-number") for places in numbers.values() if len(places) >= enough for n in places]
    found += [(n, "running-head") for n, key in keys.items() if len(heads[key]) >= enough]
    return sorted(found)


def _edges(lines: Sequence[Line]) -> list[int]:
    """Give the places of the outermost lines of every page that are not blank."""
    by_page: defaultdict[int, list[int]] = defaultdict(list)
    for n, line in enumerate(lines):
        if line.text.strip():
            by_page[line.page or 0].append(n)
    return [n for places in by_page.values() for n in sorted({*places[:_EDGE], *places[-_EDGE:]})]


def _without_form_feeds(lines: Sequence[Line]) -> _Found:
    """Find page numbers by their order, then the lines that come again beside them."""
    decorated: list[tuple[int, int]] = []
    bare: list[tuple[int, int]] = []
    for n, line in enumerate(lines):
        if len(line.text.strip()) <= _LONGEST_NUMBER and (m := _NUMBER.match(line.text)):
            (decorated if m["sign"] or m["word"] or m["of"] else bare).append((n, int(m["number"])))
    found = _in_order(decorated, _FEWEST_PAGES) or _in_order(bare, _FEWEST_BARE)
    near = {n for place in found for n in range(place - _NEAR, place + _NEAR + 1) if 0 <= n < len(lines)}
    near = near.union(_first_lines(lines) if found else ()).difference(found)
    keys = {n: _key(lines[n].text) for n in near if lines[n].text.strip() and _may_be_head(lines[n].text)}
    counted = Counter(keys.values())
    heads = [n for n, key in keys.items() if counted[key] >= max(_FEWEST_PAGES, _SHARE_OF_PAGES * len(found))]
    return sorted([*((n, "page-number") for n in found), *((n, "running-head") for n in heads)])


def _first_lines(lines: Sequence[Line]) -> list[int]:
    """Give the places of the lines at the top of the first page."""
    return [n for n, line in enumerate(lines[: 10 * _EDGE]) if line.text.strip()][:_EDGE]


def _in_order(numbers: Sequence[tuple[int, int]], fewest: int) -> list[int]:
    """Give the places of numbers that count up one by one, when there are enough of them and little else between."""
    run = [numbers[0]] if numbers else []
    for one, other in pairwise(numbers):
        if other[1] == one[1] + 1 and other[0] > one[0] + _NEAR:
            run.append(other)
        else:
            return []
    return [place for place, _ in run] if len(run) >= fewest else []


def _may_be_head(text: str) -> bool:
    line = text.strip()
    return len(line) <= _LONGEST_HEAD and label(line) is None and level(line, is_heading=False) is None and line[-1] not in ";,"


def _key(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.split())).casefold()


def _joined(lines: Sequence[Line], furniture: set[int]) -> Iterator[Line]:
    """Leave the furniture out; blank lines around it go too where a sentence runs on behind the page."""
    kept = [(n, line) for n, line in enumerate(lines) if n not in furniture]
    last: tuple[int, Line] | None = None
    blank: list[Line] = []
    for n, line in kept:
        if not line.text.strip():
            blank.append(line)
            continue
        if last is not None and not (_turns(lines, furniture, last[0], n) and _runs_on(last[1].text, line.text)):
            yield from blank
            if _turns(lines, furniture, last[0], n) and not blank:
                yield line._replace(text="")
        blank = []
        yield line
        last = n, line


def _turns(lines: Sequence[Line], furniture: Iterable[int], start: int, end: int) -> bool:
    """Whether a page ends between two lines."""
    return lines[start].page != lines[end].page or any(n in furniture for n in range(start + 1, min(end, start + 20)))


def _runs_on(before: str, text: str) -> bool:
    line = text.strip()
    if line in _CONJUNCTIONS:
        return True
    return label(line) is None and starts_small(line) and not ends_with(before, ".;:。；：؛")
