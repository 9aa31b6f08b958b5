"""The negatives of a wording, and what each of them negates."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.rules.spans import sentence, words_between
from treatydiff.text.tokens import is_word, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span
    from treatydiff.rules.case import Case, Hunk, Wording
    from treatydiff.rules.operators import Operator

_GOVERNED = 4
_REACH = 160
_MOST_COMPARED = 400


class Negative(NamedTuple):
    """A negative at its place.

    `target` is the span of the first word of content that it negates, `governed` the stems of the first ones, `shown` those
    words as written. `operator` is the operator that it is part of, None when it stands apart from one.
    """

    words: str
    span: Span
    target: Span | None
    governed: tuple[str, ...]
    shown: str
    operator: Operator | None


def negatives(side: Wording, within: Iterable[Span]) -> tuple[Negative, ...]:
    """Find the negatives in stretches of a wording, which are in order and apart, in order.

    Numbers, terms and other formulas are set aside, and "neither ... nor" is counted once.
    """
    text, lexicon = side.text, side.lexicon
    found = []
    for stretch in within:
        matches = list(lexicon.pattern("negation", "cues").finditer(text, *stretch))
        if not matches:
            continue
        aside = [match.span() for match in lexicon.pattern("negation", "formulas").finditer(text, *stretch)]
        aside += [match.span(1) for match in lexicon.pattern("negation", "paired").finditer(text, *stretch)]
        found += [
            _negative(side, match.span())
            for match in matches
            if not any(start < match.end() and match.start() < end for start, end in aside)
        ]
    return tuple(found)


def _negative(side: Wording, span: Span) -> Negative:
    target, governed, shown = _governed(side, span)
    operator = next((one for one in side.operators if one.span[0] <= span[0] and span[1] <= one.span[1]), None)
    return Negative(side.text[slice(*span)].casefold(), span, target, governed, shown, operator)


def _governed(side: Wording, span: Span) -> tuple[Span | None, tuple[str, ...], str]:
    """Give the place of the first word of content after a negative, the stems of the first ones, and the words as written."""
    text, lexicon = side.text, side.lexicon
    end = min(sentence(text, span, lexicon)[1], span[1] + _REACH)
    target: Span | None = None
    stems: list[str] = []
    last = span[1]
    for word in words_between(text, span[1], end):
        if not is_word(word.text) or word.text.casefold() in lexicon.function_words:
            continue
        place = (word.start, word.end)
        target = target or place
        stems.append(lexicon.stem(word.text))
        last = place[1]
        if len(stems) == _GOVERNED:
            break
    return target, tuple(stems), text[span[1] : last]


class Flip(NamedTuple):
    """A word that became its own negation, or the other way round: its spans on both sides and whether the new one negates."""

    old: Span
    new: Span
    negated: bool


def flips(case: Case) -> tuple[Flip, ...]:
    """Find the words that a prefix turned round, or that gave way to the verb that says the opposite, in order."""
    lexicon = case.lexicon
    beginnings = (*lexicon.words("negation", "prefixes"), *lexicon.settings.get("negation", {}).get("opposed", ()))
    known = lexicon.words("negation", "negated")
    if not any(word in known or word.startswith(beginnings) for word in case.touched):
        return ()
    return tuple(flip for hunk in case.hunks if hunk.old and hunk.new for flip in _flips(hunk, lexicon))


def _flips(hunk: Hunk, lexicon: Lexicon) -> list[Flip]:
    went, came = words(hunk.old), words(hunk.new)
    found: list[Flip] = []
    if len(went) * len(came) > _MOST_COMPARED:
        return found
    for old in went:
        for new in came:
            if (negated := _negated(old.text.casefold(), new.text.casefold(), lexicon)) is not None:
                old_span = (hunk.old_span[0] + old.start, hunk.old_span[0] + old.end)
                new_span = (hunk.new_span[0] + new.start, hunk.new_span[0] + new.end)
                found.append(Flip(old_span, new_span, negated))
    return found


def _negated(old: str, new: str, lexicon: Lexicon) -> bool | None:
    """Whether the new word negates the old one; False the other way round, None when neither negates the other."""
    if _adds_prefix(old, new, lexicon):
        return True
    if _adds_prefix(new, old, lexicon):
        return False
    for negative, positive in lexicon.settings.get("negation", {}).get("opposites", ()):
        if old.startswith(positive) and new.startswith(negative):
            return True
        if old.startswith(negative) and new.startswith(positive):
            return False
    return None


def _adds_prefix(base: str, word: str, lexicon: Lexicon) -> bool:
    shortest = int(lexicon.settings.get("negation", {}).get("shortest_base", 0))
    return (
        len(base) >= shortest
        and word.endswith(base)
        and (
            word.removesuffix(base) in lexicon.words("negation", "prefixes")
            or (word in lexicon.words("negation", "negated") and word != base)
        )
        and base not in lexicon.words("negation", "terms")
    )
