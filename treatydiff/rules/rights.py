"""What a duty that binds more or less does to the rights of persons, as far as the words of its sentence tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.rules.spans import sentence

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Axis, Span


def rights_of(text: str, span: Span, binds: Axis, lexicon: Lexicon) -> Axis:
    """Say what rights gain or lose when the duty at `span` binds more or less.

    They go with a duty whose sentence protects persons; where it intrudes on them (data, searches, extradition, punishment) it
    depends on the reader's view; elsewhere they are not concerned.
    """
    whole = sentence(text, span, lexicon)
    if lexicon.safeguards.search(text, *whole):
        return "context" if binds == "neutral" else binds
    return "context" if lexicon.pattern("rights", "intruding").search(text, *whole) else "neutral"
