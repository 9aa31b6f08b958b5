"""Automatic numbers: what `numbering.xml` defines, and the counters that turn it into the numbers that Word shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.readers.word.names import attribute, child, is_on, number, value, w
from treatydiff.readers.word.number_formats import written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from treatydiff.readers.word.styles import Style, Styles

_DEEPEST: Final = 8
_PLACE: Final = re.compile(r"%([1-9])")
_BULLET: Final = "bullet"


class Level(NamedTuple):
    """One level of a list.

    `text` is the pattern ("%1.%2", "(%3)"). `restart` is the level, counted from 1, whose numbers make this one begin anew:
    None for every higher level, 0 for none. `is_legal` writes the numbers of all levels as decimals. `style_id` is the style of
    paragraphs that stand at this level.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    is_legal: bool = False
    style_id: str = ""


class Number(NamedTuple):
    """The automatic number of a paragraph as shown, or its bullet; empty where there is none.

    `series` is the definition of the list and the level that it was counted in.
    """

    text: str = ""
    is_bullet: bool = False
    series: tuple[str, int] | None = None


class _List(NamedTuple):
    """A list as paragraphs refer to it: the definition whose counters it shares, its levels, and those that it starts anew."""

    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


NO_NUMBER: Final = Number()


class Numbering:
    """The lists of a file."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._definitions = {} if root is None else {attribute(e, "abstractNumId"): e for e in root.iterfind(w("abstractNum"))}
        self._instances = {} if root is None else {attribute(e, "numId"): e for e in root.iterfind(w("num"))}
        self._styles = styles
        self._lists: dict[str, _List | None] = {}

    def list(self, num_id: str) -> _List | None:
        """Give the list of that id; None where it is not defined, as for the id 0, which says "no number"."""
        if num_id not in self._lists:
            self._lists[num_id] = self._read(num_id)
        return self._lists[num_id]

    def place(self, own: _Element | None, style: Style) -> tuple[str, int] | None:
        """Give the list and the level of a paragraph, by its own `numPr` or by its style; None where it has no number."""
        stated = value(own, "numId") if own is not None else ""
        num_id = stated or style.num_id
        found = self.list(num_id) if num_id else None
        if found is None:
            return None
        ilvl = value(own, "ilvl") if own is not None else ""
        if ilvl:
            return num_id, min(max(number(ilvl, 0), 0), _DEEPEST)
        by_style = next((n for n, level in found.levels.items() if level.style_id == style.id and style.id), None)
        if by_style is None and stated:
            return num_id, 0
        return num_id, min(max(by_style if by_style is not None else style.ilvl or 0, 0), _DEEPEST)

    def _read(self, num_id: str) -> _List | None:
        instance = self._instances.get(num_id)
        if instance is None:
            return None
        definition = value(instance, "abstractNumId")
        levels = _levels(self._definition(definition))
        starts: dict[int, int] = {}
        for override in instance.iterfind(w("lvlOverride")):
            place = number(attribute(override, "ilvl"), -1)
            if (own := child(override, "lvl")) is not None:
                levels[place] = _level(own)
            if start := value(override, "startOverride"):
                starts[place] = number(start, 1)
                levels[place] = levels.get(place, Level())._replace(start=starts[place])
        return _List(definition, levels, starts)

    def _definition(self, key: str) -> _Element | None:
        """Give a definition, or the one of the style of numbering that it refers to."""
        found = self._definitions.get(key)
        if linked := value(found, "numStyleLink"):
            instance = self._instances.get(self._styles.numbering(linked))
            through = self._definitions.get(value(instance, "abstractNumId"))
            return found if through is None else through
        return found


def _levels(definition: _Element | None) -> dict[int, Level]:
    if definition is None:
        return {}
    return {number(attribute(e, "ilvl"), -1): _level(e) for e in definition.iterfind(w("lvl"))}


def _level(element: _Element) -> Level:
    restart = value(element, "lvlRestart")
    return Level(
        start=number(value(element, "start"), 0),
        format=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText"),
        restart=number(restart, 0) if restart else None,
        is_legal=bool(is_on(child(element, "isLgl"))),
        style_id=value(element, "pStyle"),
    )


class Counters:
    """The counts that have been reached, list by list, as the paragraphs of a text are met in their order.

    Lists with one definition count on together; a list that starts a level anew does so when it first uses it. A number
    before the first one of a level above counts that level as begun, so that the next one there is its second (Microsoft
    Knowledge Base, Q197139).
    """

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._reached: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, num_id: str, ilvl: int) -> Number:
        """Count one paragraph on at that level of the list, and give its number as it is shown."""
        found = self._numbering.list(num_id)
        if found is None:
            return NO_NUMBER
        level = found.levels.get(ilvl, Level())
        counts = self._reached.setdefault(found.definition, {})
        anew = ilvl in found.starts and (num_id, ilvl) not in self._begun
        self._begun.add((num_id, ilvl))
        for above in range(ilvl):
            counts.setdefault(above, found.levels.get(above, Level()).start)
        counts[ilvl] = level.start if anew or ilvl not in counts else counts[ilvl] + 1
        for deeper in [n for n in counts if n > ilvl and _restarts(found.levels.get(n, Level()), ilvl)]:
            del counts[deeper]
        if level.format == _BULLET:
            return Number(level.text, is_bullet=True)
        return Number(_shown(found, level, counts), series=(found.definition, ilvl))


def _restarts(level: Level, after: int) -> bool:
    return level.restart is None or after < level.restart


def _shown(found: _List, level: Level, counts: Mapping[int, int]) -> str:
    def count(m: re.Match[str]) -> str:
        place = int(m[1]) - 1
        other = found.levels.get(place, Level())
        return written(counts.get(place, other.start), "decimal" if level.is_legal and other.format != "none" else other.format)

    return " ".join(_PLACE.sub(count, level.text).split())
