"""Words that were cut at the end of a line, put together again as the document itself writes them elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.readers.pages.page import Line

_WORD: Final = re.compile(r"[^\W_]+(?:[-‐‑’'][^\W_]+)*")
_PART: Final = re.compile(r"[^\W_]+")
_TAIL: Final = re.compile(r"[^\W_]+(?:[-‐‑’'][^\W_]+)*$")
_HEAD: Final = re.compile(r"^\S+")
_CLOSED: Final = re.compile(r"[^\W_][–—/]$")


class Vocabulary:
    """The words of a document, counted, but for those that a line end cuts."""

    def __init__(self, lines: Iterable[Line]) -> None:
        texts: list[str] = []
        cut = False
        for line in lines:
            text = _HEAD.sub("", line.text) if cut else line.text
            texts.append(_TAIL.sub("", text) if line.hyphen else text)
            cut = line.hyphen
        self._whole = Counter(_WORD.findall("\n".join(texts).casefold()))
        self._parts = set(_PART.findall("\n".join(self._whole)))

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Whether a word that is cut between the end of `before` and the beginning of `after` is written with a hyphen.

        The form that the document has elsewhere wins, the more frequent one where it has both. Where it has neither, the
        hyphen stays if both parts are words of the document, or if a digit or a capital stands beside it.
        """
        one, other = _TAIL.search(before), _WORD.match(after)
        if one is None or other is None:
            return True
        left, right = one[0].casefold(), other[0].casefold()
        plain, hyphened = self._whole[left + right], self._whole[f"{left}-{right}"]
        if plain or hyphened:
            return hyphened >= plain
        first, last = _PART.findall(left)[-1], _PART.findall(right)[0]
        return not after[0].islower() or before[-1].isdigit() or (first in self._parts and last in self._parts)


def starts_closed(before: str) -> bool:
    """Whether the next line goes on without a space: behind a dash or a slash that stands directly behind a word."""
    return _CLOSED.search(before) is not None
