"""Who acts: the grammatical subject of an operator."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from treatydiff.rules.spans import sentence

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon

_LAST_WORD = re.compile(r"([^\W\d_]+)\s*$")
_LONGEST_WORD = 40
_PHRASE_START = re.compile(r".*[,:()—–]\s*", re.DOTALL)
_DETERMINERS = re.compile(r"^(?:the|a|an|each|every|any|no|all|both)\b", re.IGNORECASE)


def subject(text: str, place: int, lexicon: Lexicon) -> str:
    """Give who is bound by the operator at `place`, in its normal form; empty when the sentence does not say.

    The last actor before the operator that no preposition governs; failing that a short noun phrase that stands right before
    it.
    """
    start, _ = sentence(text, (place, place), lexicon)
    outside = lexicon.words("actors", "not_subject_after")
    found = ""
    for match in lexicon.actor_pattern.finditer(text, start, place):
        before = _LAST_WORD.search(text[max(start, match.start() - _LONGEST_WORD) : match.start()])
        if before is None or before[1].casefold() not in outside:
            found = _normal(match, lexicon)
    return found or _short_phrase(text[start:place], lexicon)


def subject_before(text: str, place: int, lexicon: Lexicon) -> str:
    """Give who is bound by the last operator before `place` in its sentence; empty when there is none."""
    start, _ = sentence(text, (place, place), lexicon)
    found = list(lexicon.operator_pattern.finditer(text, start, place))
    return subject(text, found[-1].start(), lexicon) if found else ""


def _normal(match: re.Match[str], lexicon: Lexicon) -> str:
    known = lexicon.actors[int(str(match.lastgroup)[1:])].name
    return lowered(known or " ".join(match[0].split()))


def lowered(phrase: str) -> str:
    """Give a phrase with its first determiner in lower case: "Each State Party" becomes "each State Party"."""
    return phrase[:1].lower() + phrase[1:] if _DETERMINERS.match(phrase) else phrase


def _short_phrase(before: str, lexicon: Lexicon) -> str:
    phrase = " ".join(_PHRASE_START.sub("", before).split())
    longest = int(lexicon.settings.get("operators", {}).get("subject_words", 0))
    if not phrase or len(phrase.split()) > longest or not _DETERMINERS.match(phrase):
        return ""
    return lowered(phrase)
