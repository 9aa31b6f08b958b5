"""The redline of a change as styled text, with the square brackets that stand over its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rich.text import Text

from treatydiff.writers.screen import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.model import Change, Clause

_OPENS, _CLOSES = "⟦", "⟧"
_STYLES: Final = {"equal": "", "delete": "red strike", "insert": "blue underline"}
_SIGNS: Final = {"equal": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}")}


class _Sign(NamedTuple):
    """Half of a bracket at a place in a wording; those that close stand before those that open."""

    place: int
    opens: bool


def redlined(change: Change, *, colour: bool) -> Text:
    """Write the redline; without colour `[-struck-]` and `{+inserted+}`, brackets of the drafts as `⟦contested⟧`."""
    old, new = set(_brackets(change.link.old)), set(_brackets(change.link.new))
    text = Text()
    old_place = new_place = 0
    for part in change.redline:
        size = len(part.text)
        signs = _within(old, old_place, size) if part.op != "insert" else set()
        if part.op != "delete":
            signs |= _within(new, new_place, size)
        before, after = ("", "") if colour else _SIGNS[part.op]
        text.append(before + _with_signs(printable(part.text), sorted(signs)) + after, _STYLES[part.op])
        old_place += size if part.op != "insert" else 0
        new_place += size if part.op != "delete" else 0
    return text


def _brackets(clauses: Sequence[Clause]) -> Iterator[_Sign]:
    start = 0
    for clause in clauses:
        for mark in clause.marks:
            if mark.kind == "bracket" and mark.start < mark.end:
                yield from [_Sign(start + mark.start, True)] if mark.opens else []
                yield from [_Sign(start + mark.end, False)] if mark.closes else []
        start += len(clause.words) + 1


def _within(signs: set[_Sign], start: int, size: int) -> set[_Sign]:
    """Give the signs that belong to a run of text, by their place in it."""
    found = (_Sign(sign.place - start, sign.opens) for sign in signs)
    return {sign for sign in found if (0 <= sign.place < size if sign.opens else 0 < sign.place <= size)}


def _with_signs(text: str, signs: Iterable[_Sign]) -> str:
    parts = []
    last = 0
    for sign in signs:
        parts += [text[last : sign.place], _OPENS if sign.opens else _CLOSES]
        last = sign.place
    return "".join([*parts, text[last:]])
