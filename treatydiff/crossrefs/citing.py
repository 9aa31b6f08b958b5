"""The references of a wording, read with the words of its language."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from treatydiff.text.references import ReferenceWords, references

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon
    from treatydiff.text.references import Reference

_LONGEST_NUMBER = 120
_IN_PARENTHESES = re.compile(r"\s*\([^()]{1,60}\)")


@cache
def reference_words(lexicon: Lexicon) -> ReferenceWords:
    """Give the words of a language for references; without levels, so that nothing is found, where it has none."""
    return ReferenceWords(
        levels=tuple((entry["level"], tuple(entry["words"])) for entry in lexicon.entries("reference_level")),
        counted=frozenset(lexicon.units_by_name),
        **{
            name: tuple(sorted(lexicon.words("references", name)))
            for name in ("joins", "ranges", "belongs", "own", "preceding", "following", "instruments", "named", "additions")
        },
    )


def cited_in(text: str, lexicon: Lexicon) -> tuple[Reference, ...]:
    """Give the references of a text in order, without the number of its own that it may begin with."""
    found = references(text, reference_words(lexicon))
    own = own_number(text, lexicon) if found else ""
    of_another = lexicon.pattern("references", "of_another")
    return tuple(
        reference
        for reference in found
        if reference.span[0] >= len(own)
        and not of_another.search(text, max(0, reference.span[0] - _LONGEST_NUMBER), reference.span[0])
    )


def own_number(text: str, lexicon: Lexicon) -> str:
    """Give the number of its own with which a text begins ("Article 3 (chapter I)" before a new sentence); empty as a rule."""
    words = reference_words(lexicon)
    head = words.level.match(text)
    first = references(text[:_LONGEST_NUMBER], words)[:1] if head else ()
    if not first or first[0].span[0] or len(first[0].targets) != 1 or first[0].anchor or first[0].instrument:
        return ""
    own = _IN_PARENTHESES.match(text, first[0].span[1])
    end = own.end() if own else first[0].span[1]
    after = text[end:].lstrip(" .:–—-\t")
    return text[:end] if not text[end:].strip() or after[:1].isupper() else ""
