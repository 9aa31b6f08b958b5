"""Tokens as single characters, so that sequences of words are compared at the speed of strings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIRST = 0x100
_SURROGATES = 0xD800
_SURROGATE_COUNT = 0x800


class Vocabulary:
    """Gives every distinct token one character, in the order in which tokens are first met.

    Surrogates are left out, so the strings are valid Unicode. Room for 1.1 million distinct tokens: more than any draft that
    passes the size limit on reading.
    """

    def __init__(self) -> None:
        self._codes = _Codes()

    def encode(self, tokens: Iterable[str]) -> str:
        """Give the tokens as a string with one character for each."""
        return "".join(map(self._codes.__getitem__, tokens))


class _Codes(dict[str, str]):
    def __missing__(self, token: str) -> str:
        point = _FIRST + len(self)
        self[token] = code = chr(point if point < _SURROGATES else point + _SURROGATE_COUNT)
        return code
