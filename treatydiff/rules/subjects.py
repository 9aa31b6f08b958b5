"""Who acts: the grammatical subject of an operator."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from treatydiff.rules.spans import sentence

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span

_LAST_WORD = re.compile(r"([^\W\d_]+)\s*$")
_LONGEST_WORD = 40
_FARTHEST = 1000
_MOST_CLAUSES = 12
_PHRASE_START = re.compile(r".*[,:()—–]\s*", re.DOTALL)
_VERB_REACH = 80
_DISTRIBUTIVE = re.compile(r"^(?:each|every|any|no)\b", re.IGNORECASE)
_DETERMINERS = re.compile(r"^(?:the|a|an|each|every|any|no|all|both)\b", re.IGNORECASE)


def subject(text: str, place: int, lexicon: Lexicon) -> str:
    """Give who is bound by the operator at `place`, in its normal form; empty when the sentence does not say.

    The first actor of the main clause that no preposition governs, failing that a short noun phrase right before the operator.
    After another operator a new actor counts only where it starts a clause; else the subject goes on.
    """
    start = _reach(text, place, lexicon)
    spans = _operator_spans(text, lexicon)
    earlier = spans[bisect_left(spans, (start, 0)) : bisect_left(spans, (place, 0))]
    for first, last in reversed(earlier[-_MOST_CLAUSES:]):
        if found := _new_subject(text, last, place, lexicon):
            return found
        place = first
    return _main_subject(text, start, earlier[0][0] if earlier else place, lexicon)


def _main_subject(text: str, start: int, place: int, lexicon: Lexicon) -> str:
    """Give the subject of the first operator of a sentence."""
    opening = lexicon.pattern("actors", "subordinate").match(text, start, place)
    main = opening.end() if opening else start
    outside = lexicon.words("actors", "not_subject_after")
    for match in lexicon.actor_pattern.finditer(text, main, place):
        before = _LAST_WORD.search(text[max(main, match.start() - _LONGEST_WORD) : match.start()])
        if before is None or before[1].casefold() not in outside:
            return _normal(match, lexicon)
    return _short_phrase(text[start:place], text[place : place + _VERB_REACH], lexicon)


def _reach(text: str, place: int, lexicon: Lexicon) -> int:
    """Give where to begin looking for a subject: at the sentence, or not too far back in an endless one."""
    return max(sentence(text, (place, place), lexicon)[0], place - _FARTHEST)


def _new_subject(text: str, start: int, place: int, lexicon: Lexicon) -> str:
    """Give the subject of a clause that starts after an operator and before the next; empty when there is none."""
    found = ""
    for match in lexicon.actor_pattern.finditer(text, start, place):
        near = place - match.end() <= _LONGEST_WORD and "," not in text[match.end() : place]
        if near and lexicon.pattern("actors", "starts_clause").search(text[start : match.start()]):
            found = _normal(match, lexicon)
    return found


def subject_before(text: str, place: int, lexicon: Lexicon) -> str:
    """Give who is bound by the last operator before `place` in its sentence; empty when there is none."""
    last = last_operator(text, place, lexicon)
    return subject(text, last[0], lexicon) if last else ""


def last_operator(text: str, place: int, lexicon: Lexicon) -> Span | None:
    """Give the span of the last operator before `place` in its sentence; None when there is none."""
    spans = _operator_spans(text, lexicon)
    before = bisect_left(spans, (place, 0))
    return spans[before - 1] if before and spans[before - 1][0] >= _reach(text, place, lexicon) else None


@lru_cache(maxsize=16)
def _operator_spans(text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    return tuple(match.span() for match in lexicon.operator_pattern.finditer(text))


def _normal(match: re.Match[str], lexicon: Lexicon) -> str:
    known = lexicon.actors[int(str(match.lastgroup)[1:])].name
    return lowered(known or " ".join(match[0].split()))


def lowered(phrase: str) -> str:
    """Give a phrase with its first determiner in lower case: "Each State Party" becomes "each State Party"."""
    return phrase[:1].lower() + phrase[1:] if _DETERMINERS.match(phrase) else phrase


def _short_phrase(before: str, after: str, lexicon: Lexicon) -> str:
    """Give the noun phrase right before an operator; what a passive speaks of is acted upon unless each or any is bound."""
    phrase = " ".join(_PHRASE_START.sub("", before).split())
    longest = int(lexicon.settings.get("operators", {}).get("subject_words", 0))
    if not phrase or len(phrase.split()) > longest or not _DETERMINERS.match(phrase):
        return ""
    if lexicon.pattern("operators", "passive").match(after) and not _DISTRIBUTIVE.match(phrase):
        return ""
    return lowered(phrase)
