"""Qualifiers gained, lost, replaced or moved: words that leave room to those who are bound."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model import Finding
from treatydiff.rules.governing import Qualifier, are_untouched, matches, parts_from_list, qualifiers
from treatydiff.rules.pairing import in_order
from treatydiff.rules.rule import Fires, Rule, Silent
from treatydiff.rules.spans import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Axis, Change, ScopeAxis, Severity, Span
    from treatydiff.rules.case import Case
    from treatydiff.rules.spans import Correspondence

ID = "qualifiers"
CATEGORY = "T03"
_STAYED = 8.0
_SAME_WORDS = 3.0
_SAME_EFFECT = 1.0
_SAME_GAP = 1.0
_SAME_OBJECT = 2.0
_ENOUGH = 2.0
_KEPT = 0.5
_SAME_LAW = 0.3
_FARTHEST = 1000
_OBLIGED_FROM = 3
_MOST_OF_IT = 0.6
_FEWEST_INSTEAD, _MOST_INSTEAD = 3, 12
_UNDECIDED: tuple[Axis, Axis, ScopeAxis] = ("context", "neutral", "neutral")
_VERBS = {"opening": "opens the list at", "emphasis": "stands before"}
_DISCRETION = frozenset({"discretion", "deference"})


def judge(case: Case) -> Iterator[Finding]:
    """Pair the qualifiers of both wordings; report one without a partner, one replaced and one that governs other words."""
    if not (matches(case.old) or matches(case.new)) or are_untouched(case):
        return
    old, new = qualifiers(case.old), qualifiers(case.new)
    both = _Both(case.change, old, new, case.places, case.lexicon)
    pairs = in_order(old, new, both.likeness)
    yield from (finding for pair in _rejoined(pairs) for finding in both.judged(*pair))


_Pair = tuple[Qualifier | None, Qualifier | None]


def _rejoined(pairs: list[_Pair]) -> list[_Pair]:
    """Join a loss and a gain of the same words elsewhere in the clause, which pairing in order keeps apart."""
    found: list[_Pair] = []
    gains = [new for old, new in pairs if old is None and new is not None]
    taken: list[Qualifier] = []
    for old, new in pairs:
        if old is not None and new is None:
            partner = next((gain for gain in gains if gain.phrase == old.phrase and gain not in taken), None)
            if partner is not None:
                taken.append(partner)
            found.append((old, partner))
        else:
            found.append((old, new))
    return [(old, new) for old, new in found if not (old is None and new in taken)]


class _Both(NamedTuple):
    """Both wordings of a change with their qualifiers, and how they answer to each other."""

    change: Change
    old: tuple[Qualifier, ...]
    new: tuple[Qualifier, ...]
    places: Correspondence
    lexicon: Lexicon

    def likeness(self, old: Qualifier, new: Qualifier) -> float:
        """Say how likely a qualifier is the other one, kept, moved or replaced."""
        if self.places.stayed(old.span, new.span):
            return _STAYED
        score = _SAME_WORDS if old.phrase == new.phrase else 0.0
        score += _SAME_EFFECT if old.known.effect == new.known.effect else 0.0
        score += _SAME_OBJECT if set(old.governed[:1]) & set(new.governed) and old.sentence_stems & new.sentence_stems else 0.0
        near = self.places.meet(old.span, new.span)
        score += _SAME_GAP if near else 0.0
        return score if score >= _ENOUGH and (near or old.phrase == new.phrase or old.governed[:1] == new.governed[:1]) else 0.0

    def judged(self, old: Qualifier | None, new: Qualifier | None) -> Iterator[Finding]:
        """Give the finding of one pair, if it has one."""
        if old is not None and new is not None:
            if old.phrase != new.phrase:
                yield self._replaced(old, new)
            elif self._moved(old, new):
                yield self._elsewhere(old, new)
        elif new is not None and self._stands_in_kept_words(new, of_new=True):
            yield self._gained(new)
        elif old is not None and self._stands_in_kept_words(old, of_new=False):
            yield self._lost(old)

    def _stands_in_kept_words(self, qualifier: Qualifier, *, of_new: bool) -> bool:
        """Whether the phrase itself went or came, while most of its sentence and some of what it governs stayed.

        A reference to domestic law whose noun stayed was only joined in another way.
        """
        sides = self.change.old_words, self.change.new_words
        text, other = sides[::-1] if of_new else sides
        kept = self.places.kept_share(qualifier.span, of_new=of_new)
        if kept >= (_SAME_LAW if qualifier.known.effect == "deference" else 1) or parts_from_list(qualifier, text, other):
            return False
        start, end = sentence(text, qualifier.span, self.lexicon)
        start, end = max(start, qualifier.span[0] - _FARTHEST), min(end, qualifier.span[1] + _FARTHEST)
        inside = [one.span for one in (self.new if of_new else self.old) if start <= one.span[0] and one.span[1] <= end]
        rest = end - start - sum(last - first for first, last in inside)
        kept = self._kept((start, end), of_new=of_new) - sum(self._kept(span, of_new=of_new) for span in inside)
        if rest <= 0 or kept / rest < _KEPT:
            return False
        return qualifier.target is None or self.places.kept_share(qualifier.target, of_new=of_new) > 0

    def _kept(self, span: Span, *, of_new: bool) -> float:
        """Give how many characters of a span stayed."""
        return self.places.kept_share(span, of_new=of_new) * (span[1] - span[0])

    def _moved(self, old: Qualifier, new: Qualifier) -> bool:
        """Whether the same phrase governs another verb now, and not because the words around it were replaced."""
        if not (old.governed and new.governed and old.target):
            return False
        if self.places.stayed(old.span, new.span):
            kept = self.places.kept_share(old.target, of_new=False) == 1
            if kept or not (old.stands_before and new.stands_before):
                return False
        if old.governed[0] in new.governed or new.governed[0] in old.governed:
            return False
        return old.governed[0] in new.sentence_stems and new.governed[0] in old.sentence_stems

    def _gained(self, new: Qualifier) -> Finding:
        if words := self._words_instead(new, of_new=True):
            said = f'{_quoted(new)} takes the place of "{words}"'
            return self._finding((None, new), self._at_most_medium(new), _UNDECIDED, said)
        said = f"{_quoted(new)} now {_VERBS.get(new.known.effect, 'qualifies')} {_object(new)}"
        return self._finding((None, new), self._severity(new), self._axes(new, gained=True), said)

    def _lost(self, old: Qualifier) -> Finding:
        if words := self._words_instead(old, of_new=False):
            said = f'{_quoted(old)} gave way to "{words}"'
            return self._finding((old, None), self._at_most_medium(old), _UNDECIDED, said)
        said = f"{_quoted(old)} no longer {_VERBS.get(old.known.effect, 'qualifies')} {_object(old)}"
        return self._finding((old, None), self._severity(old), self._axes(old, gained=False), said)

    def _words_instead(self, qualifier: Qualifier, *, of_new: bool) -> str:
        """Give the other words that stand where a phrase came or went, empty when there are none or it is part of more."""
        place = self.places.opposite(qualifier.span, of_new=of_new)
        if place is None:
            return ""
        own, other = place
        if qualifier.span[1] - qualifier.span[0] < _MOST_OF_IT * (own[1] - own[0]):
            return ""
        found = (self.change.old_words if of_new else self.change.new_words)[slice(*other)].strip(" ,;")
        return " ".join(found.split()) if _FEWEST_INSTEAD <= len(found.split()) <= _MOST_INSTEAD else ""

    def _at_most_medium(self, qualifier: Qualifier) -> Severity:
        severity = self._severity(qualifier)
        return "medium" if severity == "high" else severity

    def _replaced(self, old: Qualifier, new: Qualifier) -> Finding:
        steps = new.known.degree - old.known.degree
        alike = steps == 0 or not {old.known.effect, new.known.effect} <= _DISCRETION
        binds: Axis = "neutral" if alike else "weakens" if steps > 0 else "strengthens"
        if old.known.effect != new.known.effect:
            binds = "context"
        severity: Severity = "low" if binds == "neutral" else "medium"
        rights = self._rights(new, binds)
        return self._finding(
            (old, new), severity, (binds, rights, "neutral"), f"{_quoted(new)} replaces {_quoted(old)} on {_object(new)}"
        )

    def _elsewhere(self, old: Qualifier, new: Qualifier) -> Finding:
        binds = self._reach(old, new) if new.known.effect == "discretion" else "context"
        said = f"{_quoted(new)} moved: it now qualifies {_object(new)}, before {_object(old)}"
        return self._finding((old, new), "medium", (binds, self._rights(new, binds), "neutral"), said)

    def _reach(self, old: Qualifier, new: Qualifier) -> Axis:
        """Say whether a phrase that stood before all verbs of a duty covers fewer of them now, or the other way round."""
        if old.follows_operator and not new.follows_operator:
            return "strengthens"
        if new.follows_operator and not old.follows_operator:
            return "weakens"
        return "context"

    def _severity(self, qualifier: Qualifier) -> Severity:
        if qualifier.known.effect == "emphasis":
            return "low"
        operator = qualifier.operator
        if qualifier.known.effect == "opening" or operator is None:
            return "medium"
        strong = any(reading.known.strength >= _OBLIGED_FROM for reading in operator.readings)
        return "high" if strong and not qualifier.is_adjective else "medium"

    def _axes(self, qualifier: Qualifier, *, gained: bool) -> tuple[Axis, Axis, ScopeAxis]:
        if qualifier.known.effect == "opening":
            return "neutral", "neutral", "widens" if gained else "narrows"
        if qualifier.known.effect == "emphasis":
            return "neutral", "neutral", "context"
        binds: Axis = "weakens" if gained else "strengthens"
        return binds, self._rights(qualifier, binds), "neutral"

    def _rights(self, qualifier: Qualifier, binds: Axis) -> Axis:
        """Say what rights gain or lose: with the duty where it is a safeguard; domestic law may protect them as well as not."""
        if qualifier.is_safeguard:
            return binds
        return "context" if qualifier.known.effect == "deference" else "neutral"

    def _finding(self, pair: _Pair, severity: Severity, axes: tuple[Axis, Axis, ScopeAxis], said: str) -> Finding:
        old, new = pair
        actor = next((one.actor for one in (new, old) if one is not None and one.actor), "")
        who = f"{actor[:1].upper()}{actor[1:]}: " if actor else ""
        degree = max(one.known.degree for one in (old, new) if one is not None)
        return Finding(
            rule=ID,
            category=CATEGORY,
            severity=severity,
            bindingness=axes[0],
            rights=axes[1],
            scope=axes[2],
            actor=actor,
            old=self.change.old_words[slice(*old.span)] if old else "",
            new=self.change.new_words[slice(*new.span)] if new else "",
            old_span=old.span if old else None,
            new_span=new.span if new else None,
            message=f"{who}{said}",
            weight=degree,
        )


def _quoted(qualifier: Qualifier) -> str:
    return f'"{qualifier.phrase}"'


def _object(qualifier: Qualifier) -> str:
    return f'"{qualifier.shown}"' if qualifier.shown else "the clause"


FIRES: tuple[Fires, ...] = (
    Fires(
        "Each Party shall train pilots and print the charts, so that ships sail safely.",
        "Each Party shall train pilots and print the charts, where feasible, so that ships sail safely.",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("", "where feasible"),
        actor="each Party",
    ),
    Fires(
        "Parties shall lend ships to small islands.",
        "Parties shall, where possible, lend ships to small islands.",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("", "where possible"),
        actor="Parties",
    ),
    Fires(
        "Each Party shall trace ships as far as possible.",
        "Each Party shall trace ships to the extent that its harbour rules let it.",
        "medium",
        "context",
        "neutral",
        "neutral",
        ("as far as possible", ""),
        actor="each Party",
    ),
    Fires(
        "Parties shall, on mutually agreed terms, lend ships.",
        "Parties shall lend ships.",
        "high",
        "strengthens",
        "neutral",
        "neutral",
        ("on mutually agreed terms", ""),
        actor="Parties",
    ),
    Fires(
        "Each Party shall, within its means, house victims and train crews.",
        "Each Party shall house victims and, within its means, train crews.",
        "medium",
        "strengthens",
        "strengthens",
        "neutral",
        ("within its means", "within its means"),
        actor="each Party",
    ),
    Fires(
        "Each Party may exchange crews.",
        "Each Party may, as appropriate, exchange crews.",
        "medium",
        "weakens",
        "neutral",
        "neutral",
        ("", "as appropriate"),
        actor="each Party",
    ),
    Fires(
        "Each Party shall, as appropriate, exchange crews.",
        "Each Party shall, where appropriate, exchange crews.",
        "low",
        "neutral",
        "neutral",
        "neutral",
        ("as appropriate", "where appropriate"),
        actor="each Party",
    ),
    Fires(
        "Parties shall help each other to the extent possible.",
        "Parties shall help each other to the greatest extent possible.",
        "medium",
        "strengthens",
        "neutral",
        "neutral",
        ("to the extent possible", "to the greatest extent possible"),
        actor="Parties",
    ),
    Fires(
        "Parties shall train crews by drills and courses.",
        "Parties shall train crews by, inter alia, drills and courses.",
        "medium",
        "neutral",
        "neutral",
        "widens",
        ("", "inter alia"),
        actor="Parties",
    ),
    Fires(
        "Each Party shall surrender the wreck.",
        "Each Party shall, in accordance with its domestic law, surrender the wreck.",
        "high",
        "weakens",
        "context",
        "neutral",
        ("", "in accordance with its domestic law"),
        actor="each Party",
    ),
    Fires(
        "train pilots",
        "where appropriate, train pilots",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("", "where appropriate"),
        actor="each Party",
        chapeau="Each Party shall:",
    ),
    Fires(
        "Parties shall take measures against spills.",
        "Parties shall take reasonable measures against spills.",
        "medium",
        "weakens",
        "neutral",
        "neutral",
        ("", "reasonable"),
        actor="Parties",
    ),
)
SILENT: tuple[Silent, ...] = (
    Silent("Parties shall take adequate measures.", "Parties shall take appropriate measures.", "an adjective, no qualifier"),
    Silent("Parties shall, if possible, lend tugs.", "Parties shall (if possible) lend boats.", "other signs and a noun"),
    Silent("Parties shall lend ships.", "Parties shall lend ships. Crews stay, where possible, aboard.", "a new sentence"),
    Silent(
        "Parties shall lend, as appropriate, ships and crews.",
        "Parties shall lend ships and crews, as appropriate.",
        "the phrase moved and governs the same verb",
    ),
    Silent(
        "Parties shall, as appropriate, lend ships.",
        "Parties shall, as appropriate, hire out ships.",
        "the verb was replaced, the qualifier stayed",
    ),
    Silent("Parties set up a voluntary fund.", "Parties set up a voluntary fund for crews.", "voluntary as part of a name"),
    Silent(
        "A Party agrees to it under its domestic law.",
        "A Party agrees to it in accordance with its domestic law.",
        "the same law, joined in another way",
    ),
    Silent("It takes steps.", "It takes steps as appropriate to the risk.", "a comparison, no qualifier"),
    Silent("No voluntary contribution is due.", "No contribution is due.", "voluntary as part of a name"),
    Silent("On reasonable grounds a ship is held.", "On good grounds a ship is held.", "reasonable as a legal standard"),
    Silent("Where a port is closed, ships wait.", "When a port is closed, ships wait.", "a condition, no qualifier"),
    Silent("Parties bear the necessary costs.", "Parties bear the appropriate costs.", "adjectives, no qualifiers"),
)

RULE = Rule(
    id=ID,
    category=CATEGORY,
    summary="Qualifiers gained or lost",
    judge=judge,
    fires=FIRES,
    silent=SILENT,
)
