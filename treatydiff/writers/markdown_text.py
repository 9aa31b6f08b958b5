"""Words of a draft in Markdown: they stay words, and notify nobody where the file is shown."""

from __future__ import annotations

import re
from typing import Final

from treatydiff.writers.screen import printable

_SIGNS: Final = re.compile(r"[\\`*_\[\]~|{}]")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"}
_ENTITY: Final = re.compile("[&<>$]")
_APART: Final = re.compile(r"@(?=\w)|#(?=\d)|\bGH-(?=\d)|(?<=\w):(?=//)|\bwww(?=\.)|:(?=[\w+-]+:)", re.IGNORECASE)
"""Where GitHub would make a mention, a reference, a link or a picture of what follows."""
_BLOCK: Final = re.compile(r"^(\s*)(?:([#+=-])|(\d+)([.)]))")
_NOTHING: Final = "&#8203;"
"""A space of no width, which parts what GitHub joins and which nobody sees."""


def escaped(text: str) -> str:
    """Give words on one line as Markdown that shows just these words, wherever in a line they stand.

    Mentions, references to issues, addresses and the names of emoji are parted by a space of no width, so that GitHub makes
    nothing of them.
    """
    line = printable(" ".join(text.split()))
    line = _APART.sub(lambda found: f"{found[0]}\x00", line)
    line = _ENTITY.sub(lambda found: _ENTITIES[found[0]], line)
    return _SIGNS.sub(r"\\\g<0>", line).replace("\x00", _NOTHING)


def at_line_start(text: str) -> str:
    """Give Markdown that was escaped so that it can begin a line: no heading, list or rule comes of it."""
    return _BLOCK.sub(lambda found: f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}", text)
