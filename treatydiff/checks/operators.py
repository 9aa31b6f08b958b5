"""The operators of a text, as far as the checks have to know them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.lexicon import Lexicon
    from treatydiff.lexicon.entries import OperatorClass
    from treatydiff.model import Span

_REACH: Final = 40
_MOST_BEFORE: Final = 14
"""Words of a subject that is no clause of its own."""
_COMMA_CLAUSE: Final = re.compile(r"^[^,]*,\s*")


class Found(NamedTuple):
    """An operator at its place."""

    known: OperatorClass
    span: Span


def operators(text: str, span: Span, lexicon: Lexicon) -> Iterator[Found]:
    """Yield the operators in a span of a text in order, formulas such as "as may be necessary" left out."""
    for match in lexicon.operator_pattern.finditer(text, *span):
        around = lexicon.operator_formulas.finditer(text, max(0, match.start() - _REACH), match.end() + _REACH)
        if not any(one.start() <= match.start() < one.end() for one in around):
            yield Found(lexicon.operators[int(str(match.lastgroup)[1:])], match.span())


def head(text: str, lexicon: Lexicon) -> Found | None:
    """Give the operator with which a text begins; None where it begins otherwise."""
    match = lexicon.operator_pattern.match(text)
    return Found(lexicon.operators[int(str(match.lastgroup)[1:])], match.span()) if match else None


def is_main(text: str, start: int, place: int, lexicon: Lexicon) -> bool:
    """Whether what stands at a place is the operator of the main clause of a sentence that begins at `start`.

    It is where a short subject without a clause of its own stands before it, behind a subordinate clause or none.
    """
    before = lexicon.pattern("actors", "subordinate").sub("", text[start:place], count=1).casefold().split()
    subordinating = lexicon.words("checks", "subordinating")
    return 0 < len(before) <= _MOST_BEFORE and not any(word.strip(",()") in subordinating for word in before)
