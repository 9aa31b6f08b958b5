"""Whole sentences that came into a reworded clause, or went from it, and duties that a merger left out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from treatydiff.rules.spans import sentence
from treatydiff.rules.substance import Piece
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span
    from treatydiff.rules.case import Case, Wording
    from treatydiff.rules.operators import Operator

_KEPT = 0.35
_ELSEWHERE = 0.5
_FEWEST_WORDS = 2
_ANSWERED = 0.3
_STAYED = 0.3


def sentences_alone(case: Case, *, of_new: bool) -> Iterator[Piece]:
    """Yield the sentences with an operator that stand on one side alone, while the rest of the clause went on.

    Not those that were rewritten: the other side has fewer operators, nothing came in their place, and most of their words
    are nowhere on the other side. Where there is none, the sentences with a duty that the other side left out when it joined
    or divided them.
    """
    if not _may_hold_operator(case.came if of_new else case.went, case.lexicon):
        return
    if not any(case.lexicon.operator_pattern.search(hunk.new if of_new else hunk.old) for hunk in case.hunks):
        return
    side, other = (case.new, case.old) if of_new else (case.old, case.new)
    if len(side.operators) <= len(other.operators):
        return
    alone = [one for one in _unanswered(case, side, of_new=of_new) if not _is_said(one, other.text, case.lexicon)]
    yield from alone or _left_out(side, other, case.lexicon)


def _may_hold_operator(words: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether one of some words, in lower case, is such that an operator may begin with it."""
    heads = tuple(head.rstrip("'’") for head in lexicon.words("operators", "heads"))
    return not heads or any(word.startswith(heads) for word in words)


def _unanswered(case: Case, side: Wording, *, of_new: bool) -> list[Piece]:
    """Give the sentences that came or went with all their operators and with little in their place, if most else stayed."""
    size = len(side.text)
    found = [one for one in _sentences(side, case.lexicon) if _is_alone(case, one, of_new=of_new)]
    rest = size - sum(one.span[1] - one.span[0] for one in found)
    stayed = case.places.kept_share((0, size), of_new=of_new) * size
    return [one for one in found if _is_lone(case, one.span, of_new=of_new)] if rest and stayed >= _STAYED * rest else []


def _is_alone(case: Case, one: Piece, *, of_new: bool) -> bool:
    kept = case.places.kept_share
    return kept(one.span, of_new=of_new) < _KEPT and not any(kept(held.span, of_new=of_new) for held in one.operators)


def _left_out(side: Wording, other: Wording, lexicon: Lexicon) -> list[Piece]:
    """Give the sentences whose verb is nowhere on the other side, which has fewer operators and no verb of its own instead."""
    if not other.operators:
        return []
    if any(held.governed and held.governed[0] not in _stems(side.text, lexicon) for held in other.operators):
        return []
    there = _stems(other.text, lexicon)
    return [
        one
        for one in _sentences(side, lexicon)
        if all(held.governed and held.governed[0] not in there for held in one.operators)
    ]


def _sentences(side: Wording, lexicon: Lexicon) -> list[Piece]:
    """Give the sentences that have operators, without a number at their head."""
    found: dict[Span, list[Operator]] = {}
    for operator in side.operators:
        if not operator.is_inherited:
            found.setdefault(sentence(side.text, operator.span, lexicon), []).append(operator)
    return [Piece(side.text, span, tuple(held)) for span, held in found.items()]


def _is_lone(case: Case, span: Span, *, of_new: bool) -> bool:
    """Whether little stands on the other side where a sentence came or went."""
    came = 0
    for piece in case.places.pieces:
        own, other = (piece.new, piece.old) if of_new else (piece.old, piece.new)
        if not piece.kept and own[0] < span[1] and span[0] < own[1]:
            within = min(own[1], span[1]) - max(own[0], span[0])
            came += round((other[1] - other[0]) * (within / (own[1] - own[0]) if own[1] > own[0] else 1))
    return came <= _ANSWERED * (span[1] - span[0])


def _is_said(one: Piece, other: str, lexicon: Lexicon) -> bool:
    """Whether half of what a sentence says of its actors stands on the other side, or it says too little to tell."""
    framing = " ".join(words for held in one.operators for words in (held.actor, held.reading.words))
    own = _stems(one.text[slice(*one.span)], lexicon) - _stems(framing, lexicon)
    return len(own) < _FEWEST_WORDS or len(own & _stems(other, lexicon)) > _ELSEWHERE * len(own)


@lru_cache(maxsize=64)
def _stems(text: str, lexicon: Lexicon) -> frozenset[str]:
    lower = (word.casefold() for word in bare_words(text))
    return frozenset(lexicon.stem(word) for word in lower if word not in lexicon.function_words and not word.isdigit())
