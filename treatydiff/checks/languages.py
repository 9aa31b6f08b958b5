"""Whether words are in the language whose lexicon the checks read: some files hold a text and its translation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon

_FEWEST: Final = 12
_LOOKED_AT: Final = 300
"""Characters that are enough to tell."""
_SHARE: Final = 0.2
"""Of the words of a text, those without content; measured: English treaties have 0.35 to 0.5, their Dutch ones up to 0.12."""


def is_spoken(text: str, lexicon: Lexicon) -> bool:
    """Whether a text may be in the language of a lexicon; a short one always may, and any where nothing is known of it."""
    known = lexicon.function_words
    words = bare_words(text[:_LOOKED_AT]) if known else []
    return len(words) < _FEWEST or sum(word.casefold() in known for word in words) >= _SHARE * len(words)
