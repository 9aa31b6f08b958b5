"""Text of a draft made safe for a page: whatever it holds, it stays text.

Markup is made by `html` and `joined` alone, which escape every value that is no markup yet. `content` and `attribute` give a
draft's own words as markup where their direction matters.
"""

from __future__ import annotations

import re
from functools import cache, partial
from string import Formatter
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import LiteralString

EMPTY = Markup()
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SPECIAL = re.compile("[&<>\"']")
_markup: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Make markup of what is escaped already, without the questions that `Markup()` asks of values of other types."""


def html(template: LiteralString, /, **values: str | int) -> Markup:
    """Fill the `{names}` of a template, every value that is no markup made printable and escaped, quotes included."""
    pieces, names = _parsed(template)
    filled = pieces.copy()
    filled[1::2] = [value if type(value := values[name]) is Markup else _escaped(value) for name in names]
    return _markup("".join(filled))


def joined(parts: Iterable[str], between: LiteralString = "") -> Markup:
    """Join markup; a part that is none is escaped."""
    return _markup(between.join([part if type(part) is Markup else _escaped(part) for part in parts]))


def listed_html(items: Sequence[Markup]) -> Markup:
    """Join markup as in a sentence."""
    if len(items) < 2:  # noqa: PLR2004 - a list of one has no "and"
        return joined(items)
    return html("{first} and {last}", first=joined(items[:-1], ", "), last=items[-1])


def printable(text: str) -> str:
    """Give the text with every control character, lone surrogate and noncharacter replaced by U+FFFD."""
    return text if text.isprintable() else _UNPRINTABLE.sub("\ufffd", text)


def content(text: str) -> Markup:
    """Give the text as element content; where it changes its own direction, in an isolate, so that nothing else turns."""
    if text.isprintable():
        return _plain(text)
    written = _plain(_UNPRINTABLE.sub("\ufffd", text))
    return html("<bdi>{written}</bdi>", written=written) if _DIRECTION.search(text) else written


def attribute(text: str) -> Markup:
    """Give the text for an attribute between double quotes; characters that change the direction are replaced too."""
    return _escaped(text if text.isprintable() else _DIRECTION.sub("\ufffd", text))


def _escaped(value: str | int) -> Markup:
    return _plain(printable(value if isinstance(value, str) else str(value)))


def _plain(text: str) -> Markup:
    """Escape text; most has nothing to escape, and finding that out is the quicker way."""
    return escape(text) if _SPECIAL.search(text) else _markup(text)


@cache
def _parsed(template: LiteralString) -> tuple[list[str], list[str]]:
    """Cut a template into literal pieces with a gap after each but the last, and name what fills the gaps."""
    parsed = [(literal, name) for literal, name, _, _ in Formatter().parse(f"{template}{{}}")]
    pieces = [piece for literal, _ in parsed for piece in (literal, "")]
    return pieces[:-1], [name or "" for _, name in parsed[:-1]]
