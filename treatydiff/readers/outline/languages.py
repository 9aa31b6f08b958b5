"""The language of a draft, as far as its script, its article words and its commonest words show it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from treatydiff.text.numbers import composed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.model import Provision

_SCRIPTS = (("zh", "\u3400", "\u9fff"), ("ar", "\u0620", "\u064a"), ("ru", "\u0430", "\u044f"))
_LAST_LATIN = "\u02ff"
_COMMONEST = {
    "en": "the of and shall to in by for any this with which be or as",
    "fr": "le la les des et du de en au aux par un une dans pour ou est que qui sur ce cette chaque ne pas ses",
    "es": "el la los las y del de en al por un una para con o es que se sobre este esta cada su sus",
    "pt": "os as e do da dos das de em no na nos nas ao por um uma cada para com ou que se não ser",
    "it": "il la le gli e del della dei delle di nel al alla per un una con è che si non",
    "de": "der die das und des dem den von zu für im ein eine oder mit auf nach sich wird werden",
}
_COMMON_WORDS = {code: frozenset(words.split()) for code, words in _COMMONEST.items()}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 20_000
_SHARE_OF_SCRIPT = 0.3
_SHARE_OF_WORDS = 0.08


def language(provisions: Iterable[Provision]) -> str:
    """Give the ISO 639-1 code of the language in which a draft is written; empty when none shows.

    The six UN languages are known, and their neighbours Portuguese, Italian and German, lest these be taken for one of them.
    The first twenty thousand characters are looked at, numbers and headings included. A script decides where it is not
    Latin; the others are told apart by their commonest words.
    """
    text = _beginning(provisions)
    others = [c for c in text if c > _LAST_LATIN and c.isalpha()]
    letters = sum(map(str.isalpha, text)) if others else 0
    for code, first, last in _SCRIPTS if others else ():
        if sum(first <= c <= last for c in others) >= _SHARE_OF_SCRIPT * letters:
            return code
    words = Counter(_WORD.findall(composed(text).casefold()))
    return _of_words(words)


def _beginning(provisions: Iterable[Provision]) -> str:
    parts: list[str] = []
    length = 0
    for top in provisions:
        for provision in top.walk():
            said = f"{provision.num} {provision.heading} {provision.text}"
            parts.append(said)
            length += len(said)
            if length >= _ENOUGH:
                return " ".join(parts)[:_ENOUGH]
    return " ".join(parts)


def _of_words(counted: Counter[str]) -> str:
    if any(word in counted for word in ("artículo", "capítulo", "preámbulo")):
        return "es"
    shares = {code: sum(counted[word] for word in words) for code, words in _COMMON_WORDS.items()}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] > _SHARE_OF_WORDS * counted.total() else ""
