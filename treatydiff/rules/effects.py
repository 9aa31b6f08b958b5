"""What it means that a quantity rises or falls."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.lexicon import phrases
from treatydiff.rules.ladder import rungs
from treatydiff.rules.spans import sentence
from treatydiff.rules.subjects import last_operator

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Axis, ScopeAxis, Span
    from treatydiff.rules.quantities import Quantity

_AROUND = 60


class Effect(NamedTuple):
    """What a change of a quantity does on each axis."""

    bindingness: Axis = "context"
    rights: Axis = "neutral"
    scope: ScopeAxis = "neutral"


def effect_of(text: str, quantity: Quantity, lexicon: Lexicon, *, rises: bool) -> Effect:
    """Say what a rise or fall does where the words around decide it, and "context" elsewhere.

    A higher penalty threshold narrows what counts as serious, a longer retention widens surveillance, a longer time limit
    or a longer interval loosens a duty; an entry into force that needs more only comes later.
    """
    if is_penalty(text, quantity.span, lexicon):
        return Effect("weakens", "strengthens", "narrows") if rises else Effect("strengthens", "weakens", "widens")
    before = text[max(0, quantity.span[0] - _AROUND) : quantity.span[0]]
    if quantity.bound == "trigger" or lexicon.pattern("bounds", "window").search(before):
        return Effect()
    if is_interval(text, quantity, lexicon):
        return Effect("weakens") if rises else Effect("strengthens")
    if quantity.kind == "period" and _has(text, quantity.span, "retention", lexicon):
        return Effect("context", "weakens", "widens") if rises else Effect("context", "strengthens", "narrows")
    if quantity.kind in {"period", "deadline"} and quantity.bound == "ceiling" and _limits_a_duty(text, quantity, lexicon):
        return Effect("weakens") if rises else Effect("strengthens")
    return Effect("context", "context", "context") if quantity.kind in {"age", "other"} else Effect()


def is_penalty(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether the words around a quantity make it the length of a penalty."""
    return _has(text, span, "penalty", lexicon)


def is_interval(text: str, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a period is how often something happens: "every two years"."""
    before = text[max(0, quantity.span[0] - _AROUND) : quantity.span[0]]
    return quantity.kind == "period" and lexicon.pattern("bounds", "interval").search(before) is not None


def _has(text: str, span: Span, name: str, lexicon: Lexicon) -> bool:
    start, end = sentence(text, span, lexicon)
    near = text[max(start, span[0] - _AROUND) : min(end, span[1] + _AROUND)]
    return phrases(lexicon.words("bounds", name)).search(near) is not None


def _limits_a_duty(text: str, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether the last operator before a quantity in its sentence, if there is one, binds."""
    last = last_operator(text, quantity.span[0], lexicon)
    return last is None or next(rung for rung in rungs(text, lexicon) if rung.span == last).known.strength > 1
