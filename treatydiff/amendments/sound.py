"""Whether an instruction that was read from a file says all that its kind asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from treatydiff.model import Amendment, AmendmentKind

_PARTS_WITH_WORDS: Final = frozenset({"heading", "text", "closing"})


def is_sound(amendment: Amendment) -> bool:
    """Whether nothing is missing and nothing is too much, so that the instruction can be said and applied."""
    return _ASKED[amendment.kind](amendment)


def _words(one: Amendment) -> bool:
    return one.part in _PARTS_WITH_WORDS and bool(one.old or (one.anchor and one.new))


def _text(one: Amendment) -> bool:
    return bool(one.part) and len(one.comes) == 1


def _number(one: Amendment) -> bool:
    return len(one.numbers) == 1 + len(one.others)


def _move(one: Amendment) -> bool:
    return bool(one.beside) and (not one.numbers or _number(one))


def _insert(one: Amendment) -> bool:
    return bool(one.beside and one.comes)


def _always(_one: Amendment) -> bool:
    return True


_ASKED: Final[dict[AmendmentKind, Callable[[Amendment], bool]]] = {
    "words": _words,
    "text": _text,
    "title": _always,
    "number": _number,
    "move": _move,
    "insert": _insert,
    "delete": _always,
}
