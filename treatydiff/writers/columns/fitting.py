"""Text cut so that a cell of a spreadsheet holds and shows all of it."""

from __future__ import annotations

import re
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Final

from treatydiff.writers.columns.fragments import Fragment
from treatydiff.writers.html.escape import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.writers.columns.fragments import Line

LONGEST: Final = 32_767
"""Characters of a cell, by the specifications and limits of Excel."""
GOES_ON: Final = "(goes on in the next row)"
WENT_BEFORE: Final = "(goes on from the row above)"
_ROOM: Final = len(GOES_ON) + len(WENT_BEFORE) + 2
_LOOK_BACK: Final = 120
"""Characters before the end of a full cell among which a space is looked for, so that no word is cut."""
_DIRECTION: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")


def joined(lines: Iterable[Line]) -> list[Fragment]:
    """Give paragraphs as the fragments of one cell, parted by line feeds: printable, none empty, no two alike in look.

    Characters that turn the direction of what follows become U+FFFD as control characters do: a cell has no place where what
    they turn would end.
    """
    flat = [fragment for n, line in enumerate(lines) for fragment in (*_BREAK[: min(n, 1)], *_flat(line))]
    made = []
    for look, alike in groupby(flat, key=lambda fragment: fragment[1:]):
        text = "".join(fragment.text for fragment in alike)
        if text:
            made.append(Fragment(_DIRECTION.sub("\ufffd", printable(text)), *look))
    return made


def _flat(line: Line) -> tuple[Fragment, ...]:
    return (line.number, Fragment(" "), *line.fragments) if line.number else line.fragments


_BREAK: Final = (Fragment("\n"),)


def cut(fragments: Iterable[Fragment], room: int) -> list[list[Fragment]]:
    """Cut the fragments of a cell into those of as many cells as are needed, at most `room` characters in each.

    A cell whose text goes on says so at its end, and the next one at its beginning. Excel counts characters beyond U+FFFF
    as two.
    """
    rest = list(fragments)
    room = min(room, LONGEST)
    cells: list[list[Fragment]] = []
    while _size(rest) > room:
        head, rest = _parted(rest, room - _ROOM)
        cells.append([*head, Fragment(f"\n{GOES_ON}", "quiet")])
        rest = [Fragment(f"{WENT_BEFORE}\n", "quiet"), *rest]
    return [*cells, rest]


def _size(fragments: Iterable[Fragment]) -> int:
    return sum(_width(fragment.text) for fragment in fragments)


def _width(text: str) -> int:
    return len(text) if text.isascii() else len(text) + sum(letter > "\uffff" for letter in text)


def _parted(fragments: list[Fragment], room: int) -> tuple[list[Fragment], list[Fragment]]:
    """Part fragments behind at most `room` characters, after a space where there is one near."""
    head: list[Fragment] = []
    for n, fragment in enumerate(fragments):
        width = _width(fragment.text)
        if width > room:
            place = _place(fragment.text, room)
            first, last = fragment._replace(text=fragment.text[:place]), fragment._replace(text=fragment.text[place:])
            return [*head, *([first] if place else [])], [last, *fragments[n + 1 :]]
        head.append(fragment)
        room -= width
    return head, []


def _place(text: str, room: int) -> int:
    """Give the place behind the last space within `room`, else where the room ends."""
    widths = accumulate(1 + (letter > "\uffff") for letter in text)
    end = next((n for n, taken in enumerate(widths) if taken > room), len(text))
    space = text.rfind(" ", max(0, end - _LOOK_BACK), end)
    return space + 1 if space >= 0 else end
