"""Which connector of the old wording answers to which of the new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.rules.connectors import Connector, connectors
from treatydiff.rules.pairing import in_order
from treatydiff.rules.stems import overlap

if TYPE_CHECKING:
    from treatydiff.rules.case import Case

_STAYED = 8.0
_SAME_ID = 2.0
_SAME_KIND = 1.0
_SAME_PLACE = 1.0
_COMPLEMENT = 4.0
_ALIKE = 0.5
_MOVED_ALIKE = 0.6

Pair = tuple[Connector | None, Connector | None]


def paired(case: Case) -> list[Pair]:
    """Pair the connectors of the sentences that changed: in order, then what changed its place."""
    old = connectors(case.old.text, case.lexicon, case.old_sentences)
    new = connectors(case.new.text, case.lexicon, case.new_sentences)
    if not old and not new:
        return []
    return [pair for pair in _rejoined(in_order(old, new, lambda a, b: _likeness(a, b, case))) if _counts(pair)]


def _counts(pair: Pair) -> bool:
    """Whether a pair says something: "if" in the place of "if" does not."""
    old, new = pair
    return old is None or new is None or not (old.is_weak and new.is_weak)


def _likeness(old: Connector, new: Connector, case: Case) -> float:
    """Say how likely a connector is the other one, kept or replaced."""
    if case.places.stayed(old.span, new.span):
        return _STAYED
    near = case.places.meet(old.span, new.span)
    same = old.id == new.id
    alike = overlap(old.stems, new.stems)
    both_default = old.is_boilerplate and new.is_boilerplate
    if not (alike >= _ALIKE or both_default or (near and (same or not (old.stems and new.stems)))):
        return 0.0
    score = _COMPLEMENT * max(alike, float(both_default)) + (_SAME_PLACE if near else 0.0)
    return score + (_SAME_ID if same else 0.0) + (_SAME_KIND if old.kind == new.kind else 0.0)


def _rejoined(pairs: list[Pair]) -> list[Pair]:
    """Join a loss and a gain with the same complement elsewhere in the clause, which pairing in order keeps apart."""
    gains = [new for old, new in pairs if old is None and new is not None]
    taken: list[Connector] = []
    found: list[Pair] = []
    for old, new in pairs:
        if old is None or new is not None:
            found.append((old, new))
            continue
        partner = next((gain for gain in gains if gain not in taken and _is_same(old, gain)), None)
        if partner is not None:
            taken.append(partner)
        found.append((old, partner))
    return [(old, new) for old, new in found if not (old is None and new in taken)]


def _is_same(old: Connector, new: Connector) -> bool:
    return overlap(old.stems, new.stems) >= _MOVED_ALIKE or (old.is_boilerplate and new.is_boilerplate)
