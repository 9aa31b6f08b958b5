"""Negatives that came, went or moved while what they negate stayed: the clause says the opposite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.rules.bearing import governing
from treatydiff.rules.connector_pairs import paired
from treatydiff.rules.connectors import connectors
from treatydiff.rules.findings import Judged, Of, kept_around, made, quoted
from treatydiff.rules.negatives import Flip, Negative, flips, negatives
from treatydiff.rules.pairing import in_order
from treatydiff.rules.polarity import is_negation_only
from treatydiff.rules.rule import Fires, Rule, Silent
from treatydiff.rules.spans import sentence
from treatydiff.rules.stems import content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Axis, Finding, Span
    from treatydiff.rules.case import Case, Wording
    from treatydiff.rules.connectors import Connector
    from treatydiff.rules.operators import Operator

ID = "negation"
CATEGORY = "T02"
_OF: Final = Of(ID, CATEGORY)
_KEPT = 0.6
_STAYED = 8.0
_SAME_WORDS = 1.0
_SAME_PLACE = 1.0
_AFTER = 120


def judge(case: Case) -> Iterator[Finding]:
    """Pair the negatives of both wordings and report those without a partner, sentence by sentence.

    An even number of them in one sentence leaves its meaning as it was.
    """
    if not _may_speak(case):
        return
    old_ones, new_ones = negatives(case.old, case.old_sentences), negatives(case.new, case.new_sentences)
    turned = flips(case)
    pairs = in_order(old_ones, new_ones, lambda a, b: _likeness(a, b, case))
    alone = [_Turn(case.old, old, gained=False) for old, new in pairs if old and not new]
    alone += [_Turn(case.new, new, gained=True) for old, new in pairs if new and not old]
    alone = [turn for turn in alone if not any(_holds(turn, flip) for flip in turned)]
    for place in _odd(case, alone, turned):
        turns = [turn for turn in alone if _place(case, turn.side, turn.negative.span) == place]
        yield from _reported(case, turns, [flip for flip in turned if _place(case, case.new, flip.new) == place])
    for old, new in pairs:
        if old is not None and new is not None and _moved(case, old, new):
            yield _elsewhere(case, old, new)


def _may_speak(case: Case) -> bool:
    lexicon = case.lexicon
    if case.touched & (lexicon.words("negation", "words") | lexicon.words("negation", "opposed")):
        return True
    if not case.came or not case.went:
        return False
    prefixes = tuple(lexicon.words("negation", "prefixes"))
    return any(word.startswith(prefixes) for word in case.touched) or bool(case.touched & lexicon.words("negation", "negated"))


class _Turn(NamedTuple):
    """A negative without a partner, on its side."""

    side: Wording
    negative: Negative
    gained: bool


def _holds(turn: _Turn, flip: Flip) -> bool:
    """Whether a negative is the very word that gave way to its opposite."""
    start, end = flip.new if turn.gained else flip.old
    return turn.negative.span[0] <= start and end <= turn.negative.span[1]


def _likeness(old: Negative, new: Negative, case: Case) -> float:
    """Say how likely a negative is the other one, kept or put in other words."""
    if case.places.stayed(old.span, new.span):
        return _STAYED
    shared = len(set(old.governed) & set(new.governed))
    near = case.places.meet(old.span, new.span)
    if not shared and not near:
        return 0.0
    return shared + (_SAME_PLACE if near else 0.0) + (_SAME_WORDS if old.words == new.words else 0.0)


def _place(case: Case, side: Wording, span: Span) -> int:
    """Give where the sentence of the new wording begins in which a place of either side stands."""
    if side is case.old:
        span = case.places.image(span)
    return sentence(case.new.text, span, case.lexicon)[0]


def _odd(case: Case, alone: list[_Turn], turned: tuple[Flip, ...]) -> list[int]:
    """Give the sentences in which an odd number of negatives came, went or were turned round; "unless" negates too."""
    if not alone and not turned:
        return []
    places = [_place(case, turn.side, turn.negative.span) for turn in alone]
    places += [_place(case, case.new, flip.new) for flip in turned]
    places += [_place(case, case.new, new.span) for old, new in paired(case) if old and new and _turns(old, new)]
    return sorted({place for place in places if places.count(place) % 2})


def _turns(old: Connector, new: Connector) -> bool:
    """Whether an exception became a condition or the other way round."""
    return {old.kind, new.kind} == {"exception", "condition"}


def _reported(case: Case, turns: list[_Turn], turned: list[Flip]) -> Iterator[Finding]:
    """Report the first of the turns of one sentence that stands in kept words."""
    for turn in turns:
        if _stands_in_kept_words(case, turn) and _is_own(case, turn):
            yield _turned_round(case, turn)
            return
    for flip in turned:
        inside = any(one.span[0] <= flip.new[0] < one.span[1] for one in case.new.operators)
        if not inside and kept_around(case, case.new, flip.new) >= _KEPT:
            yield _flipped(case, flip)
            return


def _stands_in_kept_words(case: Case, turn: _Turn) -> bool:
    """Whether a negative itself came or went while its sentence and what it negates stayed."""
    of_new = turn.gained
    span, target = turn.negative.span, turn.negative.target
    if target is None or case.places.kept_share(span, of_new=of_new) > 0:
        return False
    if case.places.kept_share(target, of_new=of_new) < 1 and not _is_said(case, turn):
        return False
    return kept_around(case, turn.side, span) >= _KEPT


def _is_said(case: Case, turn: _Turn) -> bool:
    """Whether the place that answers has in another form what a negative negates, and nothing else of content."""
    place = case.places.opposite(turn.negative.span, of_new=turn.gained)
    if place is None:
        return False
    other = case.old if turn.gained else case.new
    own_words, other_words = (
        content(side.text[slice(*span)], case.lexicon) for side, span in zip((turn.side, other), place, strict=True)
    )
    return other_words == {turn.negative.governed[0]} and own_words <= other_words | content(turn.negative.words, case.lexicon)


def _is_own(case: Case, turn: _Turn) -> bool:
    """Whether no other rule speaks of a negative: as part of another operator, or of an exception that came or went."""
    operator = turn.negative.operator
    other_side = case.old if turn.gained else case.new
    if operator is not None:
        other = _counterpart(case, turn, other_side)
        return other is None or is_negation_only(operator.reading, other.reading)
    return not any(
        one.span[0] <= turn.negative.span[0] < one.span[1] and case.places.kept_share(one.span, of_new=turn.gained) < _KEPT
        for one in connectors(turn.side.text, case.lexicon)
    )


def _counterpart(case: Case, turn: _Turn, other: Wording) -> Operator | None:
    """Give the operator of the other wording that governs the same verb, or the nearest in the place that answers."""
    own = turn.negative.operator
    same = [one for one in other.operators if own is not None and one.governed[:1] == own.governed[:1]]
    if same:
        return same[0]
    place = case.places.opposite(turn.negative.span, of_new=turn.gained)
    return governing(other, place[1]) if place else None


def _turned_round(case: Case, turn: _Turn) -> Finding:
    negative = turn.negative
    operator = negative.operator or governing(turn.side, negative.span)
    word, object_ = quoted(negative.words), quoted(negative.shown)
    said = f"{word} now negates {object_}" if turn.gained else f"{word} no longer negates {object_}"
    judged = Judged("high", "context", _rights(turn.side, negative.span, gained=turn.gained))
    spans = (None, negative.span) if turn.gained else (negative.span, None)
    return made(_OF, case, judged._replace(actor=operator.actor if operator else ""), spans, said)


def _rights(side: Wording, span: Span, *, gained: bool) -> Axis:
    """Say what rights gain or lose: a negative protects from what is done to a person and takes what protects one."""
    start, end = sentence(side.text, span, side.lexicon)
    if side.lexicon.pattern("negation", "refusing").match(side.text, span[1]):
        return "context"
    if side.lexicon.pattern("negation", "carrying").match(side.text, span[1]):
        end = span[1]
    intrusive = _nearest(side, "intrusive", (start, end), span)
    protective = _nearest(side, "protective", (start, end), span)
    if intrusive == protective:
        return "context"
    return "strengthens" if gained == (intrusive < protective) else "weakens"


def _nearest(side: Wording, name: str, within: Span, span: Span) -> int:
    """Give how far behind a negative such words stand, those before it counted as farther than any behind; the most if none."""
    pattern = side.lexicon.pattern("negation", name)
    if span[1] < within[1] and (after := pattern.search(side.text, span[1], min(within[1], span[1] + _AFTER))):
        return after.start() - span[1]
    return _AFTER if pattern.search(side.text, within[0], span[0]) else _AFTER + 1


def _flipped(case: Case, flip: Flip) -> Finding:
    was, now = quoted(case.old.text[slice(*flip.old)]), quoted(case.new.text[slice(*flip.new)])
    operator = governing(case.new, flip.new)
    judged = Judged("high", "context", _rights(case.new, flip.new, gained=flip.negated))
    actor = operator.actor if operator else ""
    return made(_OF, case, judged._replace(actor=actor), (flip.old, flip.new), f"{was} turned into its opposite {now}")


def _moved(case: Case, old: Negative, new: Negative) -> bool:
    """Whether the same negative negates other words, which stand in both wordings."""
    if old.words != new.words or case.places.stayed(old.span, new.span) or not (old.governed and new.governed):
        return False
    if set(old.governed) & set(new.governed):
        return False
    was = content(case.old.text[slice(*sentence(case.old.text, old.span, case.lexicon))], case.lexicon)
    now = content(case.new.text[slice(*sentence(case.new.text, new.span, case.lexicon))], case.lexicon)
    return old.governed[0] in now and new.governed[0] in was


def _elsewhere(case: Case, old: Negative, new: Negative) -> Finding:
    said = f"{quoted(new.words)} moved: it negates {quoted(new.shown)} now, before {quoted(old.shown)}"
    operator = governing(case.new, new.span)
    judged = Judged("medium", "context", "context", "context")
    return made(_OF, case, judged._replace(actor=operator.actor if operator else ""), (old.span, new.span), said)


FIRES: tuple[Fires, ...] = (
    Fires(
        "No ship that leaks shall be towed.",
        "A ship that leaks shall be towed.",
        "high",
        "context",
        "context",
        "neutral",
        ("No", ""),
    ),
    Fires(
        "The master's papers shall be disclosed to other ports.",
        "The master's papers shall not be disclosed to other ports.",
        "high",
        "context",
        "strengthens",
        "neutral",
        ("", "not"),
    ),
    Fires(
        "Nothing in this Annex shall be interpreted as permitting the arrest of crews.",
        "This Annex shall be interpreted as permitting the arrest of crews.",
        "high",
        "context",
        "weakens",
        "neutral",
        ("Nothing", ""),
    ),
    Fires(
        "The crew shall be questioned with prior notice to the consul.",
        "The crew shall be questioned without prior notice to the consul.",
        "high",
        "context",
        "weakens",
        "neutral",
        ("", "without"),
    ),
    Fires(
        "Neither the ship nor its cargo shall be seized in port.",
        "Both the ship and its cargo shall be seized in port.",
        "high",
        "context",
        "weakens",
        "neutral",
        ("Neither", ""),
    ),
    Fires(
        "Unlawful dumping is logged by the harbour.",
        "Lawful dumping is logged by the harbour.",
        "high",
        "context",
        "context",
        "neutral",
        ("Unlawful", "Lawful"),
    ),
    Fires(
        "The consent of the master shall be required for a search.",
        "The consent of the master shall not be required for a search.",
        "high",
        "context",
        "weakens",
        "neutral",
        ("", "not"),
    ),
    Fires(
        "The port authority shall refuse to berth a ship in ballast.",
        "The port authority shall agree to berth a ship in ballast.",
        "high",
        "context",
        "context",
        "neutral",
        ("refuse", "agree"),
        actor="the port authority",
    ),
    Fires(
        "No reservation may be made to this Annex.",
        "Reservations may be made to this Annex.",
        "high",
        "context",
        "context",
        "neutral",
        ("No", ""),
    ),
    Fires(
        "This Annex shall not apply where a ship is laid up.",
        "This Annex shall apply where a ship is laid up.",
        "high",
        "context",
        "context",
        "neutral",
        ("not", ""),
    ),
    Fires(
        "A list that binds no port is not published each year.",
        "A list that binds no port is published each year.",
        "high",
        "context",
        "weakens",
        "neutral",
        ("not", ""),
    ),
    Fires(
        "This article does not apply to lifeboats in harbour.",
        "This article does apply to lifeboats in harbour.",
        "high",
        "context",
        "context",
        "neutral",
        ("not", ""),
    ),
)
SILENT: tuple[Silent, ...] = (
    Silent("A ship leaves not later than noon.", "A ship leaves no later than noon.", "a time limit, no negation"),
    Silent(
        "It covers ships whether or not they are laden.",
        "It covers ships, laden or in ballast.",
        "whether or not excludes nothing",
    ),
    Silent("Not only masters but also pilots sign the log.", "Both masters and pilots sign the log.", "not only adds"),
    Silent("Parties answer without delay or fee.", "Parties answer without delay or charge.", "without delay is a time limit"),
    Silent(
        "Each Party shall hear non-governmental bodies.",
        "Each Party shall hear nongovernmental groups.",
        "non- as part of a term",
    ),
    Silent("No Party shall dump ballast.", "A Party shall not dump ballast.", "one negative in another place"),
    Silent(
        "Nothing in this Annex shall be read as closing a port.",
        "This Annex shall not be read as closing a port.",
        "one negative in another place",
    ),
    Silent(
        "A ship that is not able to dock shall anchor.",
        "A ship that is unable to dock shall anchor.",
        "one negative in another word",
    ),
    Silent("A pilot shall not fail to sign the log.", "A pilot shall sign the log.", "two negatives went together"),
    Silent(
        "A hold is not opened unless the master agrees.",
        "A hold is opened only if the master agrees.",
        "the same test, the other way round",
    ),
    Silent("Ships shall wait.", "Ships shall wait. They do not need a pilot.", "a new sentence with its own negative"),
    Silent(
        "A dispute about a wreck is heard by a panel.", "A quarrel that no panel has heard goes to a court.", "another sentence"
    ),
)

RULE = Rule(
    id=ID,
    category=CATEGORY,
    summary="Negatives that came, went or moved",
    judge=judge,
    fires=FIRES,
    silent=SILENT,
)
