"""What the forms of one word share."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHORTEST_STEM = 3
_NEVER = re.compile(r"(?!)")


class Stems:
    """How a language inflects its words, as the section `words` of its lexicon says.

    `suffixes` are the endings, the longer first; `irregular` are lists of the forms of one word; `folds_accents` tells that
    accents differ between such forms ("protège", "protéger"); `elision` matches what is elided before a word ("l'").
    """

    def __init__(self, section: Mapping[str, Any]) -> None:
        self._suffixes = tuple(section.get("suffixes", ()))
        self._folds = bool(section.get("folds_accents", False))
        self._irregular = {form: forms[0] for forms in section.get("irregular", ()) for form in forms}
        self._written_elision = section.get("elision", "")

    @cached_property
    def _elision(self) -> re.Pattern[str]:
        return re.compile(self._written_elision, re.IGNORECASE) if self._written_elision else _NEVER

    def bare(self, word: str) -> str:
        """Give a word without what was elided before it: "article" for "l'article"."""
        elided = self._elision.match(word)
        return word[elided.end() :] if elided else word

    def of(self, word: str) -> str:
        """Give the part of a word that its forms share: "establishing" and "establish" alike."""
        return _of(word, self)

    def found(self, word: str) -> str:
        """Find what `of` remembers."""
        lower = self.bare(word.casefold())
        return self._irregular.get(lower) or _stem(_folded(lower) if self._folds else lower, self._suffixes)


@lru_cache(maxsize=16384)
def _of(word: str, stems: Stems) -> str:
    return stems.found(word)


@lru_cache(maxsize=4096)
def _stem(word: str, suffixes: tuple[str, ...]) -> str:
    suffix = next((s for s in suffixes if word.endswith(s) and len(word) - len(s) >= _SHORTEST_STEM), "")
    stem = word.removesuffix(suffix)
    return stem[:-1] if len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2] else stem


@lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
