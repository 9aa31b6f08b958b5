"""Marks that this project wrote into Akoma Ntoso by its own profile, read back as they were (docs/design.md)."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from treatydiff.model import Mark
from treatydiff.text import akn_profile as profile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from treatydiff.model import MarkKind

    Tag = tuple[int, str]
    """The number of a mark in its provision, and which part of it an element is, empty for the whole."""

_KINDS: Final[dict[str, MarkKind]] = {
    **{name: kind for kind, name in profile.ELEMENTS.items()},
    **{kind: kind for kind in profile.INLINE_KINDS},
}

_LONGEST_NUMBER: Final = 10


def is_written(root: etree._Element) -> bool:
    """Whether a file says that it follows the profile."""
    aliases = root.iterfind("{*}*/{*}meta/{*}identification/{*}FRBRManifestation/{*}FRBRalias")
    return any(alias.get("name") == profile.ALIAS and alias.get("value") == profile.NAMESPACE for alias in aliases)


def is_exact(element: etree._Element) -> bool:
    """Whether the words of an element are to be read to the letter."""
    return element.get(profile.SPACE) == profile.PRESERVE


def number(element: etree._Element, name: str) -> int | None:
    """Give the whole number in an attribute of the profile, None where there is none."""
    value = element.get(name) or ""
    return int(value) if value.isdecimal() and len(value) < _LONGEST_NUMBER else None


def mark_kind(element: etree._Element, name: str) -> MarkKind | None:
    """Give the kind of the mark that an element of this name stands for; None for an element that is no mark."""
    return _KINDS.get(element.get("name") or "" if name == "inline" else name)


def mark(element: etree._Element, kind: MarkKind, start: int) -> Mark:
    """Give the mark of an element, over no words yet, and take out of the element what only writes the mark down."""
    label = element.get("title") or ""
    opens, closes = (element.get(name) != profile.FALSE for name in (profile.OPENS, profile.CLOSES))
    note = element.get(profile.NOTE)
    if note is None:
        note = (element.get("href") or "") if kind == "reference" else ""
    before, after = profile.literals(kind, label, opens=opens, closes=closes)
    part = element.get(profile.PART)
    if part in {None, profile.END}:
        _take_off_the_end(element, after)
    if part in {None, profile.START}:
        _take_off_the_start(element, before)
    return Mark(kind, start, start, label, note, opens, closes)


def tag(element: etree._Element) -> Tag | None:
    """Give the tag of an element; None where it has none."""
    found = number(element, profile.NUMBER)
    return None if found is None else (found, element.get(profile.PART) or "")


def tied(marks: tuple[Mark, ...], tags: Mapping[int, Tag]) -> tuple[Mark, ...]:
    """Join the marks that are parts of one and put all in the order of their numbers; those without one come last.

    `tags` are the tags of the marks by their places in `marks`.
    """
    whole: dict[int, Mark] = {}
    loose: list[Mark] = []
    for place, part in enumerate(marks):
        own = tags.get(place)
        if own is None:
            loose.append(part)
        elif own[1] in {"", profile.START} or own[0] not in whole:
            whole[own[0]] = part
        else:
            first = whole[own[0]]
            whole[own[0]] = first._replace(end=part.end, note=part.note or first.note)
    return tuple(chain((whole[n] for n in sorted(whole)), loose))


def _take_off_the_start(element: etree._Element, sign: str) -> None:
    if sign and (text := element.text) and text.startswith(sign):
        element.text = text[len(sign) :] or None


def _take_off_the_end(element: etree._Element, sign: str) -> None:
    if not sign:
        return
    last = element[-1] if len(element) else None
    text = (element.text if last is None else last.tail) or ""
    if text.endswith(sign):
        rest = text[: -len(sign)] or None
        if last is None:
            element.text = rest
        else:
            last.tail = rest
