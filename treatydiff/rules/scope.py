"""Words that say to which conduct, data or persons a clause applies: gained, lost or replaced."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model import Finding
from treatydiff.rules import numbers
from treatydiff.rules.bearing import governing
from treatydiff.rules.defining import definitions
from treatydiff.rules.limits import limits
from treatydiff.rules.modifiers import modifiers
from treatydiff.rules.pairing import in_order
from treatydiff.rules.rule import Fires, Rule, Silent
from treatydiff.rules.spans import sentence
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Axis, ScopeAxis, Severity, Span
    from treatydiff.rules.case import Case, Hunk, Wording
    from treatydiff.rules.limits import Limit
    from treatydiff.rules.modifiers import Modifier

ID = "scope"
CATEGORY = "T04"
_STAYED = 8.0
_SAME_WORDS = 3.0
_SAME_CLASS = 2.0
_SAME_PLACE = 1.5
_KEPT = 0.5
_BINDS_FROM = 2
_OTHER: dict[str, ScopeAxis] = {"widens": "narrows", "narrows": "widens"}


class _Shift(NamedTuple):
    """A limit that came, went or gave way to another step, and what that does to the scope."""

    old: Limit | None
    new: Limit | None
    scope: ScopeAxis

    @property
    def one(self) -> Limit:
        found = self.new or self.old
        assert found is not None  # noqa: S101 - a shift is made of a limit
        return found


def judge(case: Case) -> Iterator[Finding]:
    """Pair the limits of both wordings and report one without a partner and one replaced by another step."""
    yield from _thresholds(case)
    if not case.is_recital:
        yield from (_modified(found, case) for found in modifiers(case))
    if case.touched.isdisjoint(case.lexicon.words("scope", "words")):
        return
    shifts = [shift for shift in _shifts(case) if _is_plain(shift, case)]
    for _, group in groupby(shifts, key=lambda shift: _hunk(shift, case)):
        together = list(group)
        if len({shift.scope for shift in together}) == 1:
            yield _finding(together, case)


def _shifts(case: Case) -> Iterator[_Shift]:
    pairs = in_order(limits(case.old), limits(case.new), lambda a, b: _likeness(a, b, case))
    came = {new.phrase for old, new in pairs if old is None and new is not None}
    went = {old.phrase for old, new in pairs if new is None and old is not None}
    for old, new in pairs:
        if old is not None and new is not None:
            if old.known.ladder and old.known.step != new.known.step:
                yield _Shift(old, new, "widens" if new.known.step > old.known.step else "narrows")
        elif new is not None and not new.known.ladder and new.phrase not in went:
            yield _Shift(None, new, new.known.effect)
        elif old is not None and not old.known.ladder and old.phrase not in came:
            yield _Shift(old, None, _OTHER[old.known.effect])


def _likeness(old: Limit, new: Limit, case: Case) -> float:
    """Say how likely two limits answer to each other; 0 for those of different classes."""
    if case.places.stayed(old.span, new.span):
        return _STAYED
    alike = old.known == new.known or (old.known.ladder and old.known.ladder == new.known.ladder)
    if not alike:
        return 0.0
    score = _SAME_WORDS if old.phrase == new.phrase else _SAME_CLASS
    return score + (_SAME_PLACE if case.places.meet(old.span, new.span) else 0.0)


def _is_plain(shift: _Shift, case: Case) -> bool:
    """Whether the limit itself came or went, while what it limits and most of the sentence stayed."""
    if shift.old is not None and shift.new is not None:
        return case.places.meet(shift.old.span, shift.new.span) and case.rest_kept(shift.new.span, of_new=True) >= _KEPT
    limit, of_new = shift.one, shift.new is not None
    if case.places.kept_share(limit.span, of_new=of_new) >= _KEPT or case.rest_kept(limit.span, of_new=of_new) < _KEPT:
        return False
    hunk = _hunk(shift, case)
    return hunk is not None and _is_all(shift, hunk, case) and not _survives(limit, case, of_new=of_new)


def _is_all(shift: _Shift, hunk: Hunk, case: Case) -> bool:
    """Whether at its place hardly anything came or went but the limit, determiners, the word it limits and other limits.

    A word that came or went together with its limit is an addition or a loss, not a change of reach.
    """
    lexicon, noun = case.lexicon, shift.one.noun
    old, new = _left(case.old, hunk.old_span), _left(case.new, hunk.new_span)
    own, other = (new, old) if shift.new is not None else (old, new)
    limited = {lexicon.stem(noun.text)} if noun is not None else set()
    return own <= limited and other <= limited and own == other


def _left(side: Wording, span: Span) -> set[str]:
    """Give the stems of the words of a place that are neither limits nor determiners."""
    text, light = list(side.text[slice(*span)]), side.lexicon.function_words | side.lexicon.words("scope", "light")
    for limit in limits(side):
        for place in range(max(limit.span[0], span[0]), min(limit.span[1], span[1])):
            text[place - span[0]] = " "
    return {side.lexicon.stem(word) for word in bare_words("".join(text)) if word.casefold() not in light}


def _survives(limit: Limit, case: Case, *, of_new: bool) -> bool:
    """Whether the other wording says the same of the clause elsewhere: the word itself, or all that a purpose speaks of."""
    lexicon = case.lexicon
    if limit.known.place == "clause" and limit.phrase in " ".join((case.old if of_new else case.new).text.casefold().split()):
        return True
    if limit.known.id != "purpose":
        return False
    content = {lexicon.stem(word) for word in bare_words(limit.phrase) if word not in lexicon.function_words}
    other = {lexicon.stem(word) for word in bare_words((case.old if of_new else case.new).text)}
    return len(content - {lexicon.stem("purpose")} - other) == 0


def _hunk(shift: _Shift, case: Case) -> Hunk | None:
    """Give the place of the redline at which most of a limit came or went."""
    span = shift.one.span
    own = [(hunk.new_span if shift.new is not None else hunk.old_span, hunk) for hunk in case.hunks]
    sizes = [(min(span[1], place[1]) - max(span[0], place[0]), hunk) for place, hunk in own]
    best = max(sizes, key=lambda item: item[0], default=None)
    return best[1] if best is not None and best[0] > 0 else None


def _finding(together: list[_Shift], case: Case) -> Finding:
    old_span = _whole([shift.old for shift in together])
    new_span = _whole([shift.new for shift in together])
    scope = together[0].scope
    text, span = (case.new.text, new_span) if new_span else (case.old.text, old_span or (0, 0))
    whole = sentence(text, span, case.lexicon)
    coercive = case.lexicon.pattern("scope", "coercive").search(text, *whole) is not None
    rights = _rights(text, whole, scope, case, coercive=coercive)
    severity: Severity = "high" if coercive or rights != "neutral" else "medium"
    return Finding(
        rule=ID,
        category=CATEGORY,
        severity=severity,
        bindingness=_binds(case, old_span, new_span, scope),
        rights=rights,
        scope=scope,
        actor="",
        old=case.old.text[slice(*old_span)] if old_span else "",
        new=case.new.text[slice(*new_span)] if new_span else "",
        old_span=old_span,
        new_span=new_span,
        message=_said(together[0], case, old_span, new_span),
    )


def _whole(found: list[Limit | None]) -> Span | None:
    spans = [limit.span for limit in found if limit is not None]
    return (spans[0][0], spans[-1][1]) if spans else None


def _rights(text: str, whole: Span, scope: ScopeAxis, case: Case, *, coercive: bool) -> Axis:
    """Say what rights gain or lose: with the scope where the sentence protects, against it where it gives power."""
    wider = scope == "widens"
    if case.lexicon.safeguards.search(text, *whole):
        return "strengthens" if wider else "weakens"
    if coercive:
        return "weakens" if wider else "strengthens"
    return "neutral"


def _binds(case: Case, old: Span | None, new: Span | None, scope: ScopeAxis) -> Axis:
    """Say what a duty gains or loses with its scope; a permission binds nobody, however far it reaches."""
    operator = governing(case.new, new) if new else governing(case.old, old)
    if operator is not None and max(reading.known.strength for reading in operator.readings) <= _BINDS_FROM:
        known = operator.reading.known
        if known.strength >= 0:
            return "context"
    return "strengthens" if scope == "widens" else "weakens"


def _said(shift: _Shift, case: Case, old: Span | None, new: Span | None) -> str:
    was = " ".join(case.old.text[slice(*old)].split()) if old else ""
    now = " ".join(case.new.text[slice(*new)].split()) if new else ""
    more = "more" if shift.scope == "widens" else "less"
    if was and now:
        return f'"{was}" became "{now}": the clause covers {more}'
    what = f'"{" ".join(word.text for word in shift.one.limited)}"' if shift.one.limited else "the clause"
    verb = "limit" if shift.one.known.effect == "narrows" else "extend"
    return f'"{now}" now {verb}s {what}' if now else f'"{was}" no longer {verb}s {what}'


def _modified(found: Modifier, case: Case) -> Finding:
    """Report a phrase that may limit what the sentence covers, and leave it to the reader."""
    span = found.span
    done = "came in, which may narrow" if found.of_new else "went, which may widen"
    return Finding(
        rule=ID,
        category=CATEGORY,
        severity="low",
        bindingness="context",
        rights="context",
        scope="context",
        actor="",
        old="" if found.of_new else case.old.text[slice(*span)],
        new=case.new.text[slice(*span)] if found.of_new else "",
        old_span=None if found.of_new else span,
        new_span=span if found.of_new else None,
        message=f'"{found.phrase}" {done} the clause',
    )


def _thresholds(case: Case) -> Iterator[Finding]:
    """Report a threshold inside a definition, which changes what every use of the term covers."""
    if not any(word[0].isdigit() or word in case.lexicon.number_words for word in case.touched):
        return
    old, new = (definitions(side.clauses, side.text, case.lexicon) for side in (case.old, case.new))
    known = {one.key: one for one in old}
    for found in numbers.judge(case) if old and new else ():
        if found.new_span is None or found.scope not in {"widens", "narrows"}:
            continue
        place = found.new_span
        holder = next((one for one in new if one.body[0] <= place[0] < one.body[1] and one.key in known), None)
        if holder is not None:
            more = "more" if found.scope == "widens" else "less"
            said = f'"{holder.term}" covers {more}: {found.old} became {found.new}'
            yield found._replace(rule=ID, category=CATEGORY, message=said)


FIRES: tuple[Fires, ...] = (
    Fires(
        "Assistance is given for crimes covered by this treaty.",
        "Assistance is given for any crime.",
        "high",
        "strengthens",
        "weakens",
        "widens",
        ("covered by this treaty", ""),
    ),
    Fires(
        "Ports shall seize goods.",
        "Ports shall seize goods for the purpose of inquiries into piracy.",
        "high",
        "weakens",
        "strengthens",
        "narrows",
        ("", "for the purpose of inquiries into piracy"),
    ),
    Fires(
        "This chapter applies to serious crimes at sea.",
        "This chapter applies to crimes at sea.",
        "high",
        "strengthens",
        "weakens",
        "widens",
        ("serious", ""),
    ),
    Fires(
        "Each Party shall list ships.",
        "Each Party shall list certain ships.",
        "medium",
        "weakens",
        "neutral",
        "narrows",
        ("", "certain"),
    ),
    Fires(
        "Logs may be used only for the inquiry into piracy and its crimes.",
        "Logs may be used for the inquiry into piracy and its crimes.",
        "high",
        "context",
        "weakens",
        "widens",
        ("only", ""),
    ),
    Fires(
        "A sailor convicted of piracy may be searched.",
        "A sailor suspected of piracy may be searched.",
        "high",
        "context",
        "weakens",
        "widens",
        ("convicted", "suspected"),
    ),
    Fires(
        "Goods, including arms, are listed.",
        "Goods, namely arms, are listed.",
        "medium",
        "weakens",
        "neutral",
        "narrows",
        ("including", "namely"),
    ),
    Fires(
        "Each Party shall help victims.",
        "Each Party shall help victims who are its nationals.",
        "high",
        "weakens",
        "weakens",
        "narrows",
        ("", "who are its nationals"),
    ),
    Fires(
        "“Grave crime” means a crime punishable by at least five years.",
        "“Grave crime” means a crime punishable by at least two years.",
        "high",
        "strengthens",
        "weakens",
        "widens",
        ("five years", "two years"),
    ),
    Fires(
        "Each Party shall survey wrecks in shallow waters every spring.",
        "Each Party shall survey wrecks every spring.",
        "low",
        "context",
        "context",
        "context",
        ("in shallow waters", ""),
    ),
    Fires(
        "Each Party shall repair buoys.",
        "Each Party shall repair buoys, regardless of their age.",
        "medium",
        "strengthens",
        "neutral",
        "widens",
        ("", "regardless of their age"),
    ),
)
SILENT: tuple[Silent, ...] = (
    Silent("A Party tells any other Party.", "A Party tells every other Party.", "any and every alike"),
    Silent("It covers such ships as are at sea.", "It covers those ships that are at sea.", "such ... as and those ... that"),
    Silent("Goods, including arms, are listed.", "Goods, such as arms, are listed.", "both lists are open"),
    Silent(
        "1. It applies to inquiries. 2. Parties shall, for the purpose of inquiries, lend ships.",
        "1. It applies to inquiries. 2. Parties shall lend ships.",
        "the purpose is said elsewhere in the clause",
    ),
    Silent("Parties meet in a certain port.", "Parties meet in a certain harbour.", "the limit stayed"),
    Silent("It is serious.", "It is dangerous.", "another word, limiting nothing"),
    Silent(
        "The duty extends only to tugs in port.", "The duty does not extend beyond tugs in port.", "only and not beyond alike"
    ),
    Silent(
        "Crimes covered by this treaty are listed.", "Crimes established under this treaty are listed.", "one limit for another"
    ),
    Silent("Ports log serious wrecks.", "Crews watch calm seas and sleep.", "another sentence"),
    Silent("All ships wait.", "Every ship waits.", "all and every alike"),
)

RULE = Rule(
    id=ID,
    category=CATEGORY,
    summary="Scope limiters and extenders",
    judge=judge,
    fires=FIRES,
    silent=SILENT,
)
