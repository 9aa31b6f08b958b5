"""The operator that says whether somebody must, should or may act: changed from one rung of the ladder to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model import Finding
from treatydiff.rules.bearing import force
from treatydiff.rules.likeness import govern_alike, likeness
from treatydiff.rules.operators import Reading, say_the_same
from treatydiff.rules.pairing import in_order
from treatydiff.rules.polarity import is_negation_only
from treatydiff.rules.rights import rights_of
from treatydiff.rules.rule import Fires, Rule, Silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Axis, Severity, Span
    from treatydiff.rules.case import Case
    from treatydiff.rules.operators import Operator
    from treatydiff.rules.spans import Correspondence

ID = "modality"
CATEGORY = "T01"
_OBLIGES = frozenset({"obligation", "conduct", "consider", "measures"})
_SOFT = frozenset({"conduct", "consider"})
_MEASURED = frozenset({"obligation", "measures"})


def judge(case: Case) -> Iterator[Finding]:
    """Pair the operators of both wordings and report each pair whose meaning differs while its verb or object stays."""
    if say_the_same(case.change, case.touched, case.lexicon):
        return
    for a, b in in_order(case.old.operators, case.new.operators, lambda a, b: likeness(a, b, case.places)):
        if a is not None and b is not None:
            yield from _judged(_Pair(a, b, case), case.places)


class _Pair(NamedTuple):
    """An old and a new operator that answer to each other."""

    old: Operator
    new: Operator
    case: Case

    @property
    def lexicon(self) -> Lexicon:
        return self.case.lexicon

    @property
    def is_settled(self) -> bool:
        return not (self.old.bracketed or self.new.bracketed)

    @property
    def actor(self) -> str:
        """Whom the new operator binds, where the old one is not of somebody else whom the sentence does not name."""
        if self.old.actor or self.old.reading.known.id == self.new.reading.known.id or self.old.verb is None:
            return self.new.actor or self.old.actor
        return "" if self.case.old.text[: self.old.span[0]].strip() else self.new.actor


def _judged(pair: _Pair, places: Correspondence) -> Iterator[Finding]:
    old, new = pair.old, pair.new
    if old.is_inherited and new.is_inherited:
        return
    if not govern_alike(old, new, places):
        return
    pair = pair._replace(old=_plain(old, new, pair.lexicon), new=_plain(new, old, pair.lexicon))
    if pair.is_settled:
        yield from _swap(pair)
    elif {r.known.id for r in old.readings} != {r.known.id for r in new.readings}:
        yield _contest(pair)


def _plain(operator: Operator, other: Operator, lexicon: Lexicon) -> Operator:
    """Read an operator as a plain duty where its first word decides.

    A duty to take measures does so against an operator that is no duty; a duty to consider or to endeavour against a choice
    that brackets leave open before the same verb ("[shall][may] consider").
    """
    reading = operator.reading
    tail = {lexicon.stem(word) for word in reading.words.split()[1:]}
    if reading.known.id == "measures":
        plain = other.reading.known.id not in _OBLIGES
    else:
        plain = reading.known.id in _SOFT and len(other.readings) > 1 and bool(tail & set(other.governed[:1]))
    if not plain:
        return operator
    duty = next(known for known in lexicon.operators if known.id == "obligation")
    word = reading.words.split()[0]
    end = operator.span[0] if operator.is_inherited else operator.span[0] + len(word)
    return operator._replace(readings=(Reading(duty, word),), span=(operator.span[0], end))


def _swap(pair: _Pair) -> Iterator[Finding]:
    old, new = pair.old.reading, pair.new.reading
    if old.known == new.known:
        if _is_house_style(old, new, pair.lexicon):
            yield _finding(pair, "low", "neutral", f"{_said(old)} became {_said(new)}, house style")
        return
    ids = {old.known.id, new.known.id}
    if is_negation_only(old, new):
        return
    if "constitutive" in ids and ids & (_OBLIGES | {"prohibition", "exemption", "ambiguous"}):
        return
    if ids == _MEASURED and pair.old.governed[:1] != pair.new.governed[:1]:
        return
    severity = _severity(old, new)
    text = f"{_said(old, pair.old)} became {_said(new, pair.new)}"
    if "ambiguous" in ids:
        text += '; "may not" can forbid or leave open, so the effect is not decided here'
    yield _finding(pair, severity, _bindingness(old, new), text, _steps(old, new))


def _is_house_style(old: Reading, new: Reading, lexicon: Lexicon) -> bool:
    known = lexicon.words("operators", "house_style")
    return {old.words.casefold(), new.words.casefold()} <= known and old.words.casefold() != new.words.casefold()


def _severity(old: Reading, new: Reading) -> Severity:
    ids = {old.known.id, new.known.id}
    if "ambiguous" in ids or ids == _MEASURED:
        return "medium"
    if "futurity" in ids:
        return "high" if ids & _OBLIGES else "medium"
    if "constitutive" in ids or ids <= _OBLIGES - {"obligation"}:
        return "medium"
    return "high"


def _bindingness(old: Reading, new: Reading) -> Axis:
    ids = {old.known.id, new.known.id}
    if "ambiguous" in ids or "constitutive" in ids:
        return "context"
    if "futurity" in ids and not ids & _OBLIGES:
        return "context"
    if "negative" in {old.known.pole, new.known.pole} and {old.known.pole, new.known.pole} & {"positive"}:
        return "context"
    return _sign(new.known.strength - old.known.strength)


def _sign(steps: int) -> Axis:
    if steps == 0:
        return "context"
    return "strengthens" if steps > 0 else "weakens"


def _steps(old: Reading, new: Reading) -> int:
    return abs(max(new.known.strength, 0) - max(old.known.strength, 0))


def _contest(pair: _Pair) -> Finding:
    """Report that a choice which brackets leave open was made, opened or changed."""
    old, new = pair.old, pair.new
    severity: Severity = "high"
    bindingness: Axis = "context"
    if not new.bracketed:
        text = f"{_choice(old)}, now {_said(new.reading)}"
        bindingness = _outcome(old, new.reading)
    elif not old.bracketed:
        text = f"{_said(old.reading)}, now {_choice(new)}"
    else:
        severity = "medium"
        text = f"{_choice(old)}, now {_choice(new)}"
    strengths = [r.known.strength for r in (*old.readings, *new.readings)]
    return _finding(pair, severity, bindingness, text, max(strengths) - max(0, min(strengths)))


def _outcome(old: Operator, new: Reading) -> Axis:
    strengths = {r.known.strength for r in old.readings}
    if min(strengths | {new.known.strength}) < 0:
        return "context"
    if new.known.strength >= max(strengths):
        return "strengthens" if strengths != {new.known.strength} else "neutral"
    return "weakens" if new.known.strength <= min(strengths) else "context"


def _choice(operator: Operator) -> str:
    said = [_said(reading) for reading in operator.readings]
    if len(said) == 1:
        return f"contested {said[0]}"
    return f"contested between {', '.join(said[:-1])} and {said[-1]}"


def _said(reading: Reading, operator: Operator | None = None) -> str:
    lent = ", from the chapeau" if operator is not None and operator.is_inherited else ""
    return f"{reading.known.name} ({reading.words.casefold()}{lent})"


def _finding(pair: _Pair, severity: Severity, bindingness: Axis, text: str, weight: int = 0) -> Finding:
    actor = pair.actor
    said = f"{actor}: {text}" if actor else text
    old_span, new_span = _own(pair.old), _own(pair.new)
    return Finding(
        rule=ID,
        category=CATEGORY,
        severity=severity,
        bindingness=bindingness,
        rights=_rights(pair, bindingness),
        scope="neutral",
        actor=actor,
        old=pair.case.old.text[slice(*old_span)] if old_span else "",
        new=pair.case.new.text[slice(*new_span)] if new_span else "",
        old_span=old_span,
        new_span=new_span,
        message=f"{said[:1].upper()}{said[1:]}",
        weight=weight,
        old_operator=force(pair.old),
        new_operator=force(pair.new),
    )


def _rights(pair: _Pair, bindingness: Axis) -> Axis:
    """Say what rights gain or lose; a swap of two words for one rung does nothing to them."""
    if bindingness == "neutral" and pair.old.reading.known == pair.new.reading.known:
        return "neutral"
    return rights_of(pair.case.new.text, pair.new.span, bindingness, pair.lexicon)


def _own(operator: Operator) -> Span | None:
    return None if operator.is_inherited else operator.span


FIRES: tuple[Fires, ...] = (
    Fires(
        "Each Party shall publish its tariffs.",
        "Each Party may publish its tariffs.",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("shall", "may"),
        actor="each Party",
    ),
    Fires(
        "States Parties should keep a list of ports.",
        "States Parties shall keep a list of ports.",
        "high",
        "strengthens",
        "neutral",
        "neutral",
        ("should", "shall"),
        actor="States Parties",
    ),
    Fires(
        "Each Party shall, subject to its means, restore wetlands.",
        "Each Party shall, subject to its means, endeavour to restore wetlands.",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("shall", "shall, subject to its means, endeavour to"),
        actor="each Party",
    ),
    Fires(
        "The Committee shall establish a fund.",
        "The Committee shall consider establishing a fund.",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("shall", "shall consider"),
        actor="the Committee",
    ),
    Fires(
        "The requested State Party shall not reveal the source.",
        "The requested State Party shall not be required to reveal the source.",
        "high",
        "weakens",
        "context",
        "neutral",
        ("shall not", "shall not be required to"),
        actor="the requested State Party",
    ),
    Fires(
        "Each Party may decline a visit.",
        "Each Party may not decline a visit.",
        "medium",
        "context",
        "neutral",
        "neutral",
        ("may", "may not"),
        actor="each Party",
    ),
    Fires(
        "Each Party shall label its cargo.",
        "Each Party must label its cargo.",
        "low",
        "neutral",
        "neutral",
        "neutral",
        ("shall", "must"),
        actor="each Party",
    ),
    Fires(
        "Each Party [shall][should] mark its vessels.",
        "Each Party shall mark its vessels.",
        "high",
        "strengthens",
        "neutral",
        "neutral",
        ("shall should", "shall"),
        actor="each Party",
    ),
    Fires(
        "Each Party shall, within its means:",
        "Each Party should, within its means:",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("shall", "should"),
        actor="each Party",
    ),
    Fires(
        "share its maps",
        "may share its maps",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("", "may"),
        actor="each State Party",
        chapeau="Each State Party shall:",
    ),
    Fires(
        "Each Party shall ensure access to the harbour.",
        "Each Party shall take appropriate measures to ensure access to the harbour.",
        "medium",
        "weakens",
        "neutral",
        "neutral",
        ("shall", "shall take appropriate measures to"),
        actor="each Party",
    ),
    Fires(
        "Each Party shall guarantee an effective remedy to crews.",
        "Each Party should guarantee an effective remedy to crews.",
        "high",
        "weakens",
        "weakens",
        "neutral",
        ("shall", "should"),
        actor="each Party",
    ),
    Fires(
        "Every Party will inspect its vessels.",
        "Every Party shall inspect its vessels.",
        "high",
        "strengthens",
        "neutral",
        "neutral",
        ("will", "shall"),
        actor="every Party",
    ),
)
SILENT: tuple[Silent, ...] = (
    Silent(
        "Each Party shall adopt such measures as may be necessary to mark ships.",
        "Each Party shall adopt the measures necessary to mark ships.",
        "the lost may is part of a formula",
    ),
    Silent("A vessel shall mean any craft.", "A vessel means any craft.", "a definition binds nobody"),
    Silent(
        "The list shall include ports.", "The list shall be deemed to include ports.", "rules that say what is, not who must"
    ),
    Silent("Each Party shall notify the loss.", "Each Party shall notify the find.", "shall notify does not say shall not"),
    Silent(
        "Parties shall meet yearly.",
        "Parties shall meet yearly. The meeting will be public.",
        "a sentence came, no operator changed",
    ),
    Silent("Tolls shall be fixed by each Party.", "Each Party shall fix tolls.", "passive and active with one operator"),
    Silent("share maps", "shall share maps", "the item says what the chapeau lends", chapeau="Each Party shall:"),
    Silent(
        "Each Party undertakes to restore wetlands.", "Each Party is obliged to restore wetlands.", "two words for one rung"
    ),
    Silent("Parties meet in May of each year.", "Parties meet in June of each year.", "the name of a month"),
    Silent("by the free will of the people", "by the free choice of the people", "a noun"),
    Silent(
        "Each Party shall share maps with others.",
        "The fees collected may be spent on lighthouses.",
        "another sentence: neither verb nor object is the same",
    ),
)

RULE = Rule(
    id=ID,
    category=CATEGORY,
    summary="The operator that says whether somebody must, should or may act",
    judge=judge,
    fires=FIRES,
    silent=SILENT,
)
