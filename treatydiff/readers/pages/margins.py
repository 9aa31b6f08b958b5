"""Line numbers in the left margin."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from treatydiff.model import Note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.readers.pages.page import Line, Page

_NUMBER: Final = re.compile(r"(\d{1,4})(?:\s+|$)")
_STEPS: Final = (1, 2, 5, 10)
_FEWEST_LINES: Final = 5
_SHARE: Final = 0.8
_SLACK: Final = 1


def without_line_numbers(pages: Sequence[Page]) -> tuple[list[Page], list[Note]]:
    """Take the numbers of lines out of the text of the pages that have them, and give those of each page as one note.

    They are told from the numbers of paragraphs by counting lines: by ones every line carries one, by fives every fifth does.
    """
    kept: list[Page] = []
    notes: list[Note] = []
    for page in pages:
        numbered = _numbered(page.lines)
        if not numbered:
            kept.append(page)
            continue
        notes.append(Note("line-number", " ".join(str(number) for number in numbered.values()), page=page.number))
        lines = (_without_number(line) if n in numbered else line for n, line in enumerate(page.lines))
        kept.append(page._replace(lines=tuple(line for line in lines if line.text)))
    return kept, notes


def _numbered(lines: Sequence[Line]) -> dict[int, int]:
    """Give the number of each line that carries one, by its place among the lines; empty when they do not count lines."""
    found = {n: int(m[1]) for n, line in enumerate(lines) if (m := _NUMBER.match(line.text))}
    if len(lines) < _FEWEST_LINES or len(found) < 2:  # noqa: PLR2004 (a step needs two numbers)
        return {}
    steps = [later - earlier for earlier, later in pairwise(found.values())]
    step = steps[0]
    distances = [later - earlier for earlier, later in pairwise(found)]
    if step not in _STEPS or any(one != step for one in steps) or any(abs(one - step) > _SLACK for one in distances):
        return {}
    covered = len(found) * step
    return found if covered >= _SHARE * len(lines) and len(lines) >= _FEWEST_LINES else {}


def _without_number(line: Line) -> Line:
    m = _NUMBER.match(line.text)
    return line.cut(m.end()) if m else line
