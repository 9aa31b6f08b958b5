"""Tracked changes and struck words spelt out in a plain line: `[-deleted-]`, `{+inserted+}`, `~~struck through~~`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.text.marks import Marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from treatydiff.model import Mark

STRUCK: Final = "struck through"
"""The label of emphasis that says that its words are struck through."""

_SIGNS: Final = {"insertion": ("{+", "+}"), "deletion": ("[-", "-]"), "emphasis": ("~~", "~~")}


class _Sign(NamedTuple):
    """What is written at a place of the words; `opens` false for what belongs to the words before it."""

    place: int
    opens: bool
    text: str


def spelt(words: str, marks: Sequence[Mark]) -> Marked:
    """Write tracked changes into the words, and give the other marks moved to their places in them."""
    told = [mark for mark in marks if _is_told(mark)]
    if not told:
        return Marked(words, tuple(marks))
    taken = {mark.start for mark in told if mark.start < mark.end}
    signs = sorted((sign for mark in told for sign in _signs(mark, words, taken)), key=lambda sign: (sign.place, sign.opens))
    parts: list[str] = []
    start = 0
    for sign in signs:
        parts += (words[start : sign.place], sign.text)
        start = sign.place
    others = (mark for mark in marks if not _is_told(mark))
    moved = (m._replace(start=m.start + _shift(signs, m.start, m), end=m.end + _shift(signs, m.end, m)) for m in others)
    return Marked("".join((*parts, words[start:])), tuple(moved))


def changed_by(marks: Iterable[Mark]) -> list[str]:
    """Give who made the tracked changes, each once, in order."""
    return list(dict.fromkeys(m.label for m in marks if m.kind in {"insertion", "deletion"} and m.label))


def _is_told(mark: Mark) -> bool:
    return mark.kind in {"insertion", "deletion"} or (mark.kind == "emphasis" and mark.label == STRUCK)


def _signs(mark: Mark, words: str, taken: AbstractSet[int]) -> tuple[_Sign, ...]:
    """Give what is written for a mark; deleted words stand apart from the next one, unless a change is spelt there: `taken`."""
    before, after = _SIGNS[mark.kind]
    if mark.start < mark.end:
        return _Sign(mark.start, True, before), _Sign(mark.end, False, after)
    around = words[max(0, mark.start - 1) : mark.start + 1]
    is_apart = mark.start not in taken and mark.note[-1:].isalnum() and around[-1:].isalnum() and not around[:-1].strip()
    return (_Sign(mark.start, False, f"{before}{mark.note}{after}{' ' if is_apart else ''}"),) if mark.note else ()


def _shift(signs: Iterable[_Sign], place: int, mark: Mark) -> int:
    """Give how far a place moves; an end lies behind what closes there, a start before what opens there."""
    at_the_place = place == mark.end
    return sum(len(s.text) for s in signs if s.place < place or (at_the_place and s.place == place and not s.opens))
