"""How words are set: bold, italic, underlined, struck through, hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.readers.word.names import VAL, is_on, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

Look = frozenset[str]
"""The names of what is on."""

BOLD: Final = "bold"
ITALIC: Final = "italic"
UNDERLINED: Final = "underlined"
STRUCK: Final = "struck through"
HIDDEN: Final = "hidden"
RAISED: Final = "raised"
PLAIN: Final = Look()

_TOGGLES: Final[Mapping[object, str]] = {
    w("b"): BOLD,
    w("i"): ITALIC,
    w("strike"): STRUCK,
    w("dstrike"): STRUCK,
    w("vanish"): HIDDEN,
}
_UNDERLINE: Final = w("u")
_RAISE: Final = w("vertAlign")


def stated(properties: _Element | None) -> dict[str, bool]:
    """Read what the properties of a run or of a style turn on and off; what they do not speak of is left out."""
    found: dict[str, bool] = {}
    for element in () if properties is None else properties:
        tag = element.tag
        if name := _TOGGLES.get(tag):
            found[name] = bool(is_on(element)) or (found.get(name, False) and name == STRUCK)
        elif tag == _UNDERLINE:
            found[UNDERLINED] = element.get(VAL, "single") != "none"
        elif tag == _RAISE:
            found[RAISED] = element.get(VAL) == "superscript"
    return found


def combined(paragraph: Mapping[str, bool], character: Mapping[str, bool]) -> Look:
    """Give the look of two styles on the same words: what both turn on is off again (ISO/IEC 29500-1, 17.7.3).

    Underlining and raising are no such toggles: there the style of the characters wins.
    """
    names = {name for styles in (paragraph, character) for name, on in styles.items() if on}
    off = {name for name in names & {UNDERLINED, RAISED} if not character.get(name, True)}
    both = {name for name in names - {UNDERLINED, RAISED} if paragraph.get(name) and character.get(name)}
    return Look(names - off - both)


def overlaid(base: Look, direct: Mapping[str, bool]) -> Look:
    """Give the look of a run: what it states itself goes before its styles."""
    if not direct:
        return base
    return Look({name for name in base if direct.get(name, True)} | {name for name, on in direct.items() if on})
