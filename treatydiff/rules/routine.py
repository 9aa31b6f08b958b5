"""What gave way to the same words again and again through a text, so that one place of it tells nothing of its clause."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.rules.normal import folded
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Change, RedlinePart

_OFTEN: Final = 3


class Routine(NamedTuple):
    """The stems of the words of content that went, and of those that came, where the same gave way to the same."""

    went: frozenset[str]
    came: frozenset[str]


def routine(changes: Iterable[Change], lexicon: Lexicon) -> Routine:
    """Read the substitutions that were made word for word at three places or more; linear in the size of the redlines."""
    counts = Counter(pair for change in changes for pair in _replaced(change.redline))
    often = [pair for pair, count in counts.items() if count >= _OFTEN]
    went, came = (frozenset(stem for pair in often for stem in content(pair[side], lexicon)) for side in (0, 1))
    return Routine(went, came)


def _replaced(redline: tuple[RedlinePart, ...]) -> Iterator[tuple[str, str]]:
    for one, other in pairwise(redline):
        if {one.op, other.op} == {"delete", "insert"}:
            old, new = (one, other) if one.op == "delete" else (other, one)
            yield " ".join(old.text.casefold().split()), " ".join(new.text.casefold().split())


@lru_cache(maxsize=64)
def content(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Give the stems of the words of content of a text, however they are spelt; no numbers, which have rules of their own."""
    words = (word.casefold() for word in bare_words(text))
    light, numbers = lexicon.function_words, lexicon.number_words
    return frozenset(
        lexicon.stem(folded(word, lexicon)) for word in words if word.isalpha() and word not in light and word not in numbers
    )
