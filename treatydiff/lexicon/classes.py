"""Kinds of words that change how far an offence or a clause reaches."""

from __future__ import annotations

from typing import Literal, NamedTuple


class ElementClass(NamedTuple):
    """An element of an offence.

    `kind` is "mental" or "unlawfulness"; `rank` orders mental elements from negligence (1) to a special intent (5). Where
    `by_words`, other words of the class are another element ("dishonest intent", "criminal intent").
    """

    id: str
    name: str
    kind: str
    rank: int
    by_words: bool
    patterns: tuple[str, ...]


class LimitClass(NamedTuple):
    """Words that say how far a clause reaches.

    `effect` is what they do when they come: "narrows" or "widens". `place` says whether what they limit stands before or
    after them, or is the whole "clause". Classes of one `ladder` are steps, the higher `step` the wider.
    """

    id: str
    effect: Literal["narrows", "widens"]
    place: Literal["before", "after", "clause"]
    patterns: tuple[str, ...]
    ladder: str = ""
    step: int = 0
