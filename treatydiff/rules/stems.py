"""The words of content of a text without their endings, and how much two sets of them share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.rules.spans import words_of

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon


def content(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Give the stems of the words of content of a text."""
    function = lexicon.function_words
    return frozenset(lexicon.stem(word) for word in words_of(text) if word not in function)


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Give the share of the smaller set that the other holds too, from 0 to 1; 0 for an empty one."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
