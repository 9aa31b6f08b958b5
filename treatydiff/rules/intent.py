"""The elements of offences: intent, knowledge, dishonesty, without right; added, removed, replaced or moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model import Finding
from treatydiff.rules.elements import elements, makes_an_offence
from treatydiff.rules.rule import Fires, Rule, Silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Axis, ScopeAxis, Severity
    from treatydiff.rules.case import Case
    from treatydiff.rules.elements import Element

ID = "intent"
CATEGORY = "T05"
_KEPT = 0.4
_Effect = tuple["Axis", "Axis", "ScopeAxis"]
_WIDER: _Effect = ("strengthens", "weakens", "widens")
_NARROWER: _Effect = ("weakens", "strengthens", "narrows")
_OPEN: _Effect = ("context", "context", "neutral")


class _Judgement(NamedTuple):
    """What a finding says of an old and a new element, one of which may be missing."""

    old: Element | None
    new: Element | None
    severity: Severity
    effect: _Effect
    message: str


def judge(case: Case) -> Iterator[Finding]:
    """Compare the sets of elements of a clause that makes an offence."""
    if case.touched.isdisjoint(case.lexicon.words("intent", "words")) or not makes_an_offence(case):
        return
    old, new = elements(case.old), elements(case.new)
    gone, come = _without(old, new), _without(new, old)
    pairs = [(a, b) for a in gone for b in come if _replaces(a, b, case)]
    for a, b in pairs:
        if a in gone and b in come:
            gone.remove(a)
            come.remove(b)
            yield _finding(_replaced(a, b), case)
    yield from (_finding(_removed(one), case) for one in gone if _stands_in_kept_words(one, case, of_new=False))
    yield from (_finding(_added(one), case) for one in come if _stands_in_kept_words(one, case, of_new=True))
    yield from (_finding(judgement, case) for judgement in _moved(old, new, case))


def _without(some: tuple[Element, ...], others: tuple[Element, ...]) -> list[Element]:
    """Give the elements that the other side does not have, each once."""
    known = {one.key for one in others}
    return list({one.key: one for one in reversed(some) if one.key not in known}.values())[::-1]


def _replaces(old: Element, new: Element, case: Case) -> bool:
    same = old.known.kind == new.known.kind and old.role == new.role
    return same and case.places.meet(old.span, new.span)


def _stands_in_kept_words(element: Element, case: Case, *, of_new: bool) -> bool:
    """Whether the element itself came or went, while most of its sentence stayed; what States may ask for has its own."""
    if element.role == "optional":
        other = case.old.text if of_new else case.new.text
        return case.places.kept_share((0, len(other)), of_new=not of_new) >= _KEPT
    return case.places.kept_share(element.span, of_new=of_new) < 1 and case.rest_kept(element.span, of_new=of_new) >= _KEPT


def _replaced(old: Element, new: Element) -> _Judgement:
    rise = new.known.rank - old.known.rank
    effect = _NARROWER if rise > 0 else _WIDER if rise < 0 else _OPEN
    said = f"{_quoted(old)} became {_quoted(new)}"
    if rise:
        said += f": {old.known.name} gave way to {new.known.name}"
    elif old.known.kind == "unlawfulness":
        said += ", another test of unlawfulness"
    severity: Severity = "high" if rise and old.role != "optional" else "medium"
    return _Judgement(old, new, severity, effect, said)


def _removed(old: Element) -> _Judgement:
    if old.role == "optional":
        return _Judgement(old, None, "medium", _WIDER, f"States may no longer require {_quoted(old)}")
    if old.role == "alternative":
        return _Judgement(old, None, "high", _NARROWER, f"{_quoted(old)} no longer suffices for the offence")
    return _Judgement(old, None, "high", _WIDER, f"{_quoted(old)} is no longer an element of the offence")


def _added(new: Element) -> _Judgement:
    if new.role == "optional":
        return _Judgement(None, new, "medium", _NARROWER, f"States may now require {_quoted(new)}")
    if new.role == "alternative":
        return _Judgement(None, new, "high", _WIDER, f"{_quoted(new)} now suffices for the offence")
    return _Judgement(None, new, "high", _NARROWER, f"{_quoted(new)} is now an element of the offence")


def _moved(old: tuple[Element, ...], new: tuple[Element, ...], case: Case) -> Iterator[_Judgement]:
    """Report an element that left the words on how all acts are committed, or came into them, while there are several acts."""
    by_key = {one.key: one for one in new}
    several = case.lexicon.pattern("intent", "several")
    for before in old:
        after = by_key.get(before.key)
        if after is None or before.covers_all == after.covers_all or case.places.stayed(before.span, after.span):
            continue
        alone, text = (after, case.new.text) if before.covers_all else (before, case.old.text)
        if not several.search(text, alone.span[1]):
            continue
        said = "no longer covers" if before.covers_all else "now covers"
        effect = _WIDER if before.covers_all else _NARROWER
        yield _Judgement(before, after, "high", effect, f"{_quoted(after)} moved: it {said} all the acts of the offence")


def _quoted(element: Element) -> str:
    return f'"{element.phrase}"'


def _finding(judged: _Judgement, case: Case) -> Finding:
    old, new = judged.old, judged.new
    binds, rights, scope = judged.effect
    return Finding(
        rule=ID,
        category=CATEGORY,
        severity=judged.severity,
        bindingness=binds,
        rights=rights,
        scope=scope,
        actor="",
        old=case.old.text[slice(*old.span)] if old else "",
        new=case.new.text[slice(*new.span)] if new else "",
        old_span=old.span if old else None,
        new_span=new.span if new else None,
        message=judged.message,
        weight=max(one.known.rank for one in (old, new) if one is not None),
    )


FIRES: tuple[Fires, ...] = (
    Fires(
        "when committed intentionally and without right, the sinking of a buoy",
        "when committed intentionally, the sinking of a buoy",
        "high",
        "strengthens",
        "weakens",
        "widens",
        ("without right", ""),
    ),
    Fires(
        "when committed intentionally, the boarding of a ship",
        "when committed intentionally and unlawfully, the boarding of a ship",
        "high",
        "weakens",
        "strengthens",
        "narrows",
        ("", "unlawfully"),
    ),
    Fires(
        "when committed knowingly, the sale of false charts",
        "when committed wilfully, the sale of false charts",
        "high",
        "weakens",
        "strengthens",
        "narrows",
        ("knowingly", "wilfully"),
    ),
    Fires(
        "when committed with fraudulent intent, the loading of a ship",
        "when committed deliberately, the loading of a ship",
        "high",
        "strengthens",
        "weakens",
        "widens",
        ("with fraudulent intent", "deliberately"),
    ),
    Fires(
        "when committed intentionally, the grounding of a ship",
        "when committed intentionally or negligently, the grounding of a ship",
        "high",
        "strengthens",
        "weakens",
        "widens",
        ("", "negligently"),
    ),
    Fires(
        "when committed intentionally or recklessly, the grounding of a ship",
        "when committed intentionally, the grounding of a ship",
        "high",
        "weakens",
        "strengthens",
        "narrows",
        ("recklessly", ""),
    ),
    Fires(
        "the removal, without authority, of a lamp",
        "the removal, without right, of a lamp",
        "medium",
        "context",
        "context",
        "neutral",
        ("without authority", "without right"),
        chapeau="Each Party shall establish as criminal offences:",
    ),
    Fires(
        "Each Party shall criminalize the false flagging of ships.",
        "Each Party shall criminalize the false flagging of ships. A Party may require criminal intent.",
        "medium",
        "weakens",
        "strengthens",
        "narrows",
        ("", "criminal intent"),
    ),
    Fires(
        "when committed intentionally and without right, the boarding of a ship and the taking of its cargo",
        "when committed intentionally, the boarding of a ship without right and the taking of its cargo",
        "high",
        "strengthens",
        "weakens",
        "widens",
        ("without right", "without right"),
    ),
    Fires(
        "the lighting of false fires with the intent to wreck a ship",
        "the lighting of false fires with the intention of wrecking a ship or knowing that it may be wrecked",
        "high",
        "strengthens",
        "weakens",
        "widens",
        ("", "knowing"),
        chapeau="Each Party shall make it a criminal offence:",
    ),
)
SILENT: tuple[Silent, ...] = (
    Silent(
        "when committed intentionally and without right, the sinking of a buoy",
        "when committed without right and intentionally, the sinking of a buoy",
        "another order",
    ),
    Silent(
        "Nothing in this article makes the boarding of a ship an offence.",
        "Nothing in this article makes the boarding of a ship without right an offence.",
        "a sentence that takes acts out of the offence",
    ),
    Silent(
        "A Party may require criminal intent for it to be an offence to board a ship.",
        "A Party may make criminal intent a condition for it to be an offence to board a ship.",
        "still an option",
    ),
    Silent("Each Party shall mark the ships.", "Each Party shall intentionally mark ships.", "no offence is made"),
    Silent("The Parties shall know of wrecks.", "The Parties shall, knowing of wrecks, act.", "no offence is made"),
    Silent("It has the right to fish.", "It has no claim to fish.", "a right, not an element"),
    Silent(
        "when committed intentionally, the theft of a ship known as a wreck",
        "when committed intentionally, the theft of a wreck",
        "known as a name",
    ),
    Silent("Each Party shall criminalize piracy.", "Each Party shall criminalize wrecking.", "another act, no element"),
    Silent("The authority permits fishing.", "The authorities permit fishing.", "authority as an office"),
    Silent(
        "when committed by a master who knows the port, the theft of a ship",
        "when committed by a master who knows the port, the theft of a boat",
        "the element stayed",
    ),
)

RULE = Rule(
    id=ID,
    category=CATEGORY,
    summary="Mental elements and unlawfulness in clauses that make an offence",
    judge=judge,
    fires=FIRES,
    silent=SILENT,
)
