"""The words of a wording that say how far it reaches, and what each of them limits."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.rules.spans import sentence
from treatydiff.text.tokens import is_word, words

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon
    from treatydiff.lexicon.classes import LimitClass
    from treatydiff.model import Span
    from treatydiff.rules.case import Wording
    from treatydiff.text.tokens import Word

_REACH = 80
_LONGEST = 2


class Limit(NamedTuple):
    """A limit at its place: its words in lower case, and what it limits, empty where that is the whole clause."""

    known: LimitClass
    phrase: str
    span: Span
    limited: tuple[Word, ...]

    @property
    def noun(self) -> Word | None:
        """The noun that it limits, as far as it is known."""
        return self.limited[-1] if self.limited else None


@lru_cache(maxsize=16)
def limits(side: Wording) -> tuple[Limit, ...]:
    """Find the limits of a wording in order."""
    found = []
    for match in side.lexicon.limit_pattern.finditer(side.text):
        known = side.lexicon.limits[int(str(match.lastgroup)[1:])]
        phrase = " ".join(match[0].casefold().split())
        found.append(Limit(known, phrase, match.span(), _limited(side, known, match.span())))
    return tuple(found)


def _limited(side: Wording, known: LimitClass, span: Span) -> tuple[Word, ...]:
    """Give the next words with a content of their own after a limit, or the nearest one before it, in its sentence."""
    start, end = sentence(side.text, span, side.lexicon)
    if known.place == "before":
        after = _placed(side.text, span[1], min(end, span[1] + _REACH))
        run = takewhile(lambda word: _has_content(word.text, side.lexicon), after)
        return tuple(islice(run, _LONGEST))
    if known.place == "after":
        before = _placed(side.text, max(start, span[0] - _REACH), span[0])
        return tuple(islice((word for word in reversed(before) if _has_content(word.text, side.lexicon)), 1))
    return ()


def _placed(text: str, start: int, end: int) -> list[Word]:
    return [word._replace(start=word.start + start, end=word.end + start) for word in words(text[start:end])]


def _has_content(word: str, lexicon: Lexicon) -> bool:
    return is_word(word) and word.casefold() not in lexicon.function_words
