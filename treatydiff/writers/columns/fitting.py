"""Text cut so that a cell of a spreadsheet holds and shows all of it."""

from __future__ import annotations

import re
from itertools import accumulate, groupby
from math import ceil
from typing import TYPE_CHECKING, Final
from unicodedata import east_asian_width

from rich.cells import cell_len

from treatydiff.writers.columns.fragments import Fragment
from treatydiff.writers.html.escape import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.writers.columns.fragments import Line, Role

LONGEST: Final = 32_767
"""Characters of a cell, by the specifications and limits of Excel."""
GOES_ON: Final = "(goes on in the next row)"
WENT_BEFORE: Final = "(goes on from the row above)"
_ROOM: Final = len(GOES_ON) + len(WENT_BEFORE) + 2
_LINES: Final = 28
"""Lines of text that a cell shows: Excel makes no row higher than 409 points."""
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
    """Give the number before the words; one that looks like them needs no fragment of its own."""
    if not line.number:
        return line.fragments
    role: Role = "title" if line.kind == "title" else "words"
    gap = (Fragment(" ", role),) if line.fragments else ()
    return (line.number._replace(role=role), *gap, *line.fragments)


_BREAK: Final = (Fragment("\n"),)


def cut(fragments: Sequence[Fragment], line: int) -> list[list[Fragment]]:
    """Cut the fragments of a cell whose lines hold `line` characters into those of as many cells as it takes to show them.

    A cell whose text goes on says so at its end, and the next one at its beginning.
    """
    rest = list(fragments)
    room = min(line * _LINES, LONGEST)
    cells: list[list[Fragment]] = []
    if sum(_most(each.text, line) for each in rest) <= room:
        return [rest]
    while sum(_size(each.text, line) for each in rest) > room:
        head, rest = _parted(rest, room - _ROOM - 2 * line, line)
        cells.append([*head, Fragment(f"\n{GOES_ON}", "quiet")])
        rest = [Fragment(f"{WENT_BEFORE}\n", "quiet"), *rest]
    return [*cells, rest]


def height(fragments: Iterable[Fragment], line: int) -> int:
    """Estimate the lines that text takes where a line holds `line` characters; those of Chinese count as two."""
    text = "".join(fragment.text for fragment in fragments)
    return sum(max(1, ceil(cell_len(paragraph) / line)) for paragraph in text.split("\n"))


def _most(text: str, line: int) -> int:
    """Give more room than text can take, at once."""
    return 2 * len(text) + text.count("\n") * line


def _size(text: str, line: int) -> int:
    """Give the room that text takes, in characters; the end of a paragraph takes half a line."""
    if text.isascii():
        return len(text) + text.count("\n") * (line // 2)
    return sum(_weight(letter, line) for letter in text)


def _weight(letter: str, line: int) -> int:
    """Give the room of one letter: Excel counts those beyond U+FFFF as two, and broad ones are shown as wide as two."""
    if letter == "\n":
        return 1 + line // 2
    return 1 if letter.isascii() or (letter <= "\uffff" and east_asian_width(letter) not in "WF") else 2


def _parted(fragments: list[Fragment], room: int, line: int) -> tuple[list[Fragment], list[Fragment]]:
    """Part fragments behind what `room` holds, after a space where there is one near."""
    head: list[Fragment] = []
    for n, fragment in enumerate(fragments):
        size = _size(fragment.text, line)
        if size > room:
            place = _place(fragment.text, room, line)
            first, last = fragment._replace(text=fragment.text[:place]), fragment._replace(text=fragment.text[place:])
            return [*head, *([first] if place else [])], [last, *fragments[n + 1 :]]
        head.append(fragment)
        room -= size
    return head, []


def _place(text: str, room: int, line: int) -> int:
    """Give the place behind the last space within `room`, else where the room ends."""
    sizes = accumulate(_weight(letter, line) for letter in text)
    end = next((n for n, taken in enumerate(sizes) if taken > room), len(text))
    space = text.rfind(" ", max(0, end - _LOOK_BACK), end)
    return space + 1 if space >= 0 else end
