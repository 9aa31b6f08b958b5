"""The styles of a Word file, each with what it inherits: look, outline level, numbering."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.readers.word.looks import PLAIN, Look, combined, stated
from treatydiff.readers.word.names import attribute, child, number, value, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

BODY_LEVEL: Final = 9
"""The outline level that says "body text"; 0 to 8 are headings."""

_HEADING: Final = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_TITLE: Final = "title"
_CONTENTS: Final = re.compile(r"(?:toc ?\d|table of (?:figures|authorities))$", re.IGNORECASE)


class Style(NamedTuple):
    """What a style gives to its paragraphs or characters, what it inherits included.

    `outline` is the level of a heading from 0, `BODY_LEVEL` for body text, None where nothing is said. `num_id` and `ilvl` are
    the list and the level in it, empty and None where there is none. `looks` says what is turned on and off.
    """

    id: str = ""
    name: str = ""
    outline: int | None = None
    num_id: str = ""
    ilvl: int | None = None
    looks: Mapping[str, bool] = {}

    @property
    def is_title(self) -> bool:
        """Whether it is the style of the document's title."""
        return self.name.casefold() == _TITLE

    @property
    def is_of_contents(self) -> bool:
        """Whether it is a style of the lines of a table of contents."""
        return _CONTENTS.match(self.name) is not None


NO_STYLE: Final = Style()


class Styles:
    """All styles of a file by their ids; a chain of styles that runs in a circle ends where it meets itself."""

    def __init__(self, root: _Element | None) -> None:
        self._elements = {attribute(e, "styleId"): e for e in (() if root is None else root.iterfind(w("style")))}
        self._resolved: dict[str, Style] = {}
        self._bases: dict[tuple[str, str], Look] = {}
        self._default = next((key for key, e in self._elements.items() if _is_default(e)), "")

    def paragraph(self, style_id: str) -> Style:
        """Give the style of a paragraph, the default one where it names none or one that is missing."""
        return self._style(style_id if style_id in self._elements else self._default)

    def numbering(self, style_id: str) -> str:
        """Give the list that a style of numbering stands for, empty where there is none."""
        return self._style(style_id).num_id

    def base(self, paragraph: Style, character_id: str) -> Look:
        """Give the look of words in a paragraph of one style that carry another of their own."""
        key = (paragraph.id, character_id)
        if key not in self._bases:
            looks = self._style(character_id).looks if character_id else {}
            self._bases[key] = combined(paragraph.looks, looks) if paragraph.looks or looks else PLAIN
        return self._bases[key]

    def _style(self, style_id: str) -> Style:
        chain: list[str] = []
        current = style_id
        while current in self._elements and current not in self._resolved and current not in chain[-_LONGEST_CHAIN:]:
            chain.append(current)
            current = value(self._elements[current], "basedOn")
            if len(chain) > _LONGEST_CHAIN:
                break
        found = self._resolved.get(current, NO_STYLE)
        for name in reversed(chain):
            found = self._resolved[name] = _derived(self._elements[name], name, found)
        return self._resolved.get(style_id, NO_STYLE)


_LONGEST_CHAIN: Final = 64
"""Styles on which a style may be based in turn; Word's own limit is 11."""


def _is_default(element: _Element) -> bool:
    return attribute(element, "type") == "paragraph" and _says_yes(element, "default")


def _says_yes(element: _Element, name: str) -> bool:
    """Whether an attribute of WordprocessingML says yes."""
    return attribute(element, name) in {"1", "true", "on"}


def _derived(element: _Element, style_id: str, base: Style) -> Style:
    properties = child(element, "pPr")
    name = value(element, "name")
    numbers = child(properties, "numPr")
    num_id = value(numbers, "numId")
    return Style(
        id=style_id,
        name=name,
        outline=outline_level(properties, _by_name(name, base.outline)),
        num_id=num_id or base.num_id,
        ilvl=number(value(numbers, "ilvl"), 0) if value(numbers, "ilvl") else base.ilvl if not num_id else None,
        looks={**base.looks, **stated(child(element, "rPr"))},
    )


def _by_name(name: str, otherwise: int | None) -> int | None:
    m = _HEADING.match(name)
    return int(m[1]) - 1 if m else otherwise


def outline_level(properties: _Element | None, otherwise: int | None) -> int | None:
    """Read the outline level that the properties of a paragraph state."""
    stated_level = value(properties, "outlineLvl")
    return min(number(stated_level, BODY_LEVEL), BODY_LEVEL) if stated_level else otherwise
