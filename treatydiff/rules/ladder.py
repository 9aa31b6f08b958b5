"""Where a text has words that say what must, should or may be done, and on which rung of the ladder each of them stands."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.rules.tenses import inflected

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon
    from treatydiff.lexicon.entries import OperatorClass
    from treatydiff.model import Span


class Rung(NamedTuple):
    """An operator at its place: its class, its span, and where what it governs begins.

    That is inside the span of a verb that says by its tense what must be done. `is_tense` tells that it does so.
    """

    known: OperatorClass
    start: int
    end: int
    governs: int
    is_tense: bool = False

    @property
    def span(self) -> Span:
        """The place of its words."""
        return self.start, self.end


@lru_cache(maxsize=64)
def rungs(text: str, lexicon: Lexicon) -> tuple[Rung, ...]:
    """Find the operators of a text in order, words that look like operators and govern nobody among them."""
    found = [
        Rung(lexicon.operators[int(str(match.lastgroup)[1:])], *match.span(), match.end())
        for match in lexicon.operator_pattern.finditer(text)
    ]
    if not lexicon.settings.get("tense"):
        return tuple(found)
    taken = [rung.span for rung in found]
    found += [Rung(*verb, is_tense=True) for verb in inflected(text, taken, lexicon)]
    return tuple(sorted(found, key=lambda rung: rung.start))


def binding(text: str, lexicon: Lexicon) -> list[Rung]:
    """Find the operators of a text in order without those that are part of a formula and govern nobody."""
    found = rungs(text, lexicon)
    aside = [match.span() for match in lexicon.operator_formulas.finditer(text)] if found else []
    return [rung for rung in found if not any(start <= rung.start < end for start, end in aside)]
