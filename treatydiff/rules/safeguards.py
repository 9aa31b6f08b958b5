"""Safeguards: the words that protect a person, counted as a set per clause and kept as a ledger per draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.rules.bearing import governing
from treatydiff.rules.connectors import connectors
from treatydiff.rules.findings import Judged, Of, made, quoted
from treatydiff.rules.ledger import Unit, is_outside, units
from treatydiff.rules.rule import REWORDED, Fires, Rule, Silent
from treatydiff.rules.spans import sentence
from treatydiff.rules.standing import Standing, standing
from treatydiff.rules.stems import content

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import Finding, Severity, Span
    from treatydiff.rules.case import Case, Wording

ID = "safeguards"
CATEGORY = "T11"
_OF: Final = Of(ID, CATEGORY)
_CAME = 0.5
_BEFORE = 90
_BESIDE = 60
_REWRITTEN = 0.3


def judge(case: Case) -> Iterator[Finding]:
    """Compare the sets of safeguards of both wordings; then how those that stayed are bound."""
    if not _may_speak(case) or all(is_outside(one, case.lexicon) for one in (*case.change.link.old, *case.change.link.new)):
        return
    old, new = _units(case.old), _units(case.new)
    if not old and not new:
        return
    lost, gained = _without(old, new, case.new), _without(new, old, case.old)
    if lost:
        yield _lost(case, lost)
    if gained:
        yield _gained(case, gained)
    if case.old.clauses and case.new.clauses:
        yield from _bound_otherwise(case, old, new)


def _may_speak(case: Case) -> bool:
    """Whether words of a safeguard went or came, or words that say how much one counts."""
    lexicon = case.lexicon
    core = lexicon.words("safeguards", "core")
    if core & case.touched:
        return True
    around = lexicon.words("safeguards", "beside") | lexicon.words("safeguards", "hedges")
    return bool(around & case.touched) and bool(core & (case.old.words | case.new.words))


def _units(side: Wording) -> dict[str, Unit]:
    """Give the first place of each safeguard of a wording."""
    found: dict[str, Unit] = {}
    for unit in units(side.text, side.lexicon):
        found.setdefault(unit.name, unit)
    return found


def _without(own: dict[str, Unit], other: dict[str, Unit], side: Wording) -> list[Unit]:
    """Give the safeguards of one wording that the other does not carry, not even in other forms of the same words."""
    said = content(side.text, side.lexicon)
    return [unit for name, unit in own.items() if name not in other and not content(unit.name, side.lexicon) <= said]


def _lost(case: Case, lost: Sequence[Unit]) -> Finding:
    where = [standing(case, unit.name, of_new=True) for unit in lost]
    verb = "a clause was deleted that carried" if not case.new.clauses else "safeguard lost:"
    said = f"{verb} {_named(lost)}{_places(lost, where)}"
    found = made(_OF, case, _weighed(case, case.old, lost, where), (lost[0].span, None), said)
    return found._replace(weight=2 * _alone(where))


def _gained(case: Case, gained: Sequence[Unit]) -> Finding:
    where = [standing(case, unit.name, of_new=False) for unit in gained]
    verb = "a clause came that carries" if not case.old.clauses else "safeguard gained:"
    said = f"{verb} {_named(gained)}{_places(gained, where)}"
    found = made(_OF, case, _weighed(case, case.new, gained, where), (None, gained[0].span), said)
    return found._replace(weight=_alone(where))


def _alone(where: Sequence[Standing]) -> int:
    """Count the safeguards that stand in no other clause, so that their loss comes first in a list."""
    return sum(not (place.moved or place.is_elsewhere) for place in where)


def _named(found: Sequence[Unit]) -> str:
    names = [unit.name for unit in found]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _places(found: Sequence[Unit], where: Sequence[Standing]) -> str:
    """Say of each unit where else it stands, units of one place together."""
    said: dict[str, list[Unit]] = {}
    for unit, place in zip(found, where, strict=True):
        if place.said:
            said.setdefault(place.said, []).append(unit)
    if len(said) == 1 and len(next(iter(said.values()))) == len(found):
        return f"; {next(iter(said))}"
    return "".join(f"; {_named(group)}: {place}" for place, group in said.items())


class _Weight(NamedTuple):
    """The four answers of a finding, by what a unit that stands alone, or as a condition, does to its duty."""

    alone: Judged
    condition: Judged


_GAIN: Final = _Weight(Judged("high", "strengthens", "strengthens"), Judged("high", "weakens", "strengthens", "narrows"))
_LOSS: Final = _Weight(Judged("high", "weakens", "weakens"), Judged("high", "strengthens", "weakens", "widens"))


def _weighed(case: Case, side: Wording, found: Sequence[Unit], where: Sequence[Standing]) -> Judged:
    """Judge safeguards that came or went: as a condition on a duty they loosen it, else they are the duty."""
    gained = side is case.new
    weight = _GAIN if gained else _LOSS
    judged = weight.condition if _is_condition(case, side, found[0].span) else weight.alone
    operator = governing(side, found[0].span)
    if operator is not None and operator.reading.known.pole == "negative":
        between = side.text[operator.span[1] : found[0].span[0]]
        protects = side.lexicon.pattern("safeguards", "protecting").search(between) is not None
        judged = judged._replace(bindingness="context") if protects else Judged("high")
    elif operator is not None and operator.reading.known.id in {"permission", "exemption"}:
        judged = judged._replace(bindingness="context")
    return judged._replace(severity=_severity(case, found, where, gained=gained))


def _severity(case: Case, found: Sequence[Unit], where: Sequence[Standing], *, gained: bool) -> Severity:
    """Say how grave it is: the heaviest unit decides, one that moved or still stands in the same article weighs less."""
    ranks = [place.rank(is_grave=unit.is_grave) for unit, place in zip(found, where, strict=True)]
    rank = min(ranks)
    if gained and not case.old.clauses:
        rank = 1 if min(place.rank(is_grave=True) + place.is_elsewhere for place in where) == 0 else 2
    if case.old.clauses and case.new.clauses and case.change.link.similarity < _REWRITTEN:
        rank = max(rank, 1)
    severities: tuple[Severity, ...] = ("high", "medium", "low")
    return severities[rank]


def _is_condition(case: Case, side: Wording, span: Span) -> bool:
    """Whether a unit stands in what a condition introduces that itself came or went."""
    of_new = side is case.new
    return any(
        one.complement[0] <= span[0] < one.complement[1]
        and not one.is_weak
        and (one.kind != "priority" or one.yields < 0)
        and case.places.kept_share(one.span, of_new=of_new) < _CAME
        for one in connectors(side.text, side.lexicon)
    )


def _bound_otherwise(case: Case, old: dict[str, Unit], new: dict[str, Unit]) -> Iterator[Finding]:
    """Report safeguards that stayed while what binds to them became weaker or stronger, or a hedge came beside them or went."""
    for before, after in ((unit, new[name]) for name, unit in old.items() if name in new):
        was, now = _regard(case.old, before), _regard(case.new, after)
        if was and now and was[1] != now[1]:
            yield _regarded(case, after, was, now)
            return
        went, came = _hedge(case, case.old, before), _hedge(case, case.new, after)
        if (came is None) != (went is None) and after.is_grave:
            yield _hedged(case, after, went, came)
            return


_Regard = tuple["Span", bool]


def _regard(side: Wording, unit: Unit) -> _Regard | None:
    """Give the last words before a safeguard that say how much it counts, and whether it binds; None if there are none."""
    start = max(sentence(side.text, unit.span, side.lexicon)[0], unit.span[0] - _BEFORE)
    found = list(side.lexicon.pattern("safeguards", "regard").finditer(side.text, start, unit.span[0]))
    return (found[-1].span(), found[-1].lastgroup == "strong") if found else None


def _regarded(case: Case, unit: Unit, was: _Regard, now: _Regard) -> Finding:
    before, after = (quoted(side.text[slice(*one[0])]) for side, one in ((case.old, was), (case.new, now)))
    judged = Judged("high", "strengthens", "strengthens") if now[1] else Judged("high", "weakens", "weakens")
    verb = "binds more" if now[1] else "binds less"
    return made(_OF, case, judged, (was[0], now[0]), f"safeguard {verb}: {after} {unit.name}, before {before}")


def _hedge(case: Case, side: Wording, unit: Unit) -> Span | None:
    """Give the qualifier beside a safeguard that itself came or went; None if there is none."""
    first, last = sentence(side.text, unit.span, side.lexicon)
    start, end = max(first, unit.span[0] - _BESIDE), min(last, unit.span[1] + _BESIDE)
    of_new = side is case.new
    for match in side.lexicon.qualifier_pattern.finditer(side.text, start, end):
        effect = side.lexicon.qualifiers[int(str(match.lastgroup)[1:])].effect
        if effect in {"discretion", "deference"} and case.places.kept_share(match.span(), of_new=of_new) < _CAME:
            return match.span()
    return None


def _hedged(case: Case, unit: Unit, went: Span | None, came: Span | None) -> Finding:
    if came is not None:
        said = f"safeguard hedged: {quoted(case.new.text[slice(*came)])} now stands beside {unit.name}"
        return made(_OF, case, Judged("medium", "weakens", "weakens"), (None, came), said)
    hedge = quoted(case.old.text[slice(*went)]) if went else ""
    said = f"safeguard no longer hedged: {hedge} went from beside {unit.name}"
    return made(_OF, case, Judged("medium", "strengthens", "strengthens"), (went, None), said)


FIRES: tuple[Fires, ...] = (
    Fires(
        "Each Party shall search ships with respect for human rights.",
        "Each Party shall search ships.",
        "high",
        "weakens",
        "weakens",
        "neutral",
        ("human rights", ""),
    ),
    Fires(
        "Crew lists shall be shared.",
        "Crew lists shall be shared subject to judicial review.",
        "high",
        "weakens",
        "strengthens",
        "narrows",
        ("", "judicial review"),
    ),
    Fires(
        "Each Party shall provide crews with food, privacy and an effective remedy.",
        "Each Party shall provide crews with food and an effective remedy.",
        "high",
        "weakens",
        "weakens",
        "neutral",
        ("privacy", ""),
    ),
    Fires(
        "Each Party shall guard the logs.",
        "Each Party shall guard the logs without discrimination and with due regard to proportionality.",
        "high",
        "strengthens",
        "strengthens",
        "neutral",
        ("", "without discrimination"),
    ),
    Fires(
        "Each Party shall inspect ships in accordance with human rights law.",
        "Each Party shall inspect ships taking into account human rights law.",
        "high",
        "weakens",
        "weakens",
        "neutral",
        ("in accordance with", "taking into account"),
    ),
    Fires(
        "Each Party shall ensure due process for masters.",
        "Each Party shall ensure, where appropriate, due process for masters.",
        "medium",
        "weakens",
        "weakens",
        "neutral",
        ("", "where appropriate"),
    ),
    Fires(
        "Each Party shall protect victims of wrecks and their kin.",
        "Each Party shall protect owners of wrecks and their kin.",
        "medium",
        "weakens",
        "weakens",
        "neutral",
        ("protect victims", ""),
    ),
    Fires(
        "Each Party shall ensure the presumption of innocence of a master under arrest.",
        "",
        "high",
        "weakens",
        "weakens",
        "neutral",
        ("presumption of innocence", ""),
    ),
    Fires(
        "",
        "Each Party shall ensure that crews enjoy freedom of expression in port.",
        "medium",
        "strengthens",
        "strengthens",
        "neutral",
        ("", "freedom of expression"),
    ),
    Fires(
        "A ship may be boarded after prior authorization.",
        "A ship may be boarded.",
        "high",
        "context",
        "weakens",
        "neutral",
        ("prior authorization", ""),
    ),
)
SILENT: tuple[Silent, ...] = (
    Silent(
        "Guided by the Universal Declaration of Human Rights,",
        "Guided by the Universal Declaration of Human Rights of 1948,",
        "the name of an instrument",
    ),
    Silent("copying charts without right", "copying sea charts without right", "an element of an offence"),
    Silent("the consent of the rights holder of a chart", "the consent of the right holder of a chart", "a right in a work"),
    Silent(
        "Each Party shall respect privacy and legality at sea.",
        "Each Party shall respect legality and privacy at sea.",
        "the same set in another order",
    ),
    Silent(
        "the effective remedy of a master against arrest",
        "a remedy of a master against arrest that is effective",
        "the same unit in other words",
    ),
    Silent("Each Party shall dredge its harbours.", "Each Party shall dredge its rivers.", "no safeguard in either wording"),
    Silent(
        "Each Party shall respect the dignity of the person on board.",
        "Each Party shall respect the dignity of persons aboard, and feed them.",
        "the same unit in another number",
    ),
    Silent("Copyright in charts belongs to ports.", "Copyright in charts stays with ports.", "copyright protects a work"),
    Silent("Parties meet on data about tides.", "Parties meet on records about tides.", "data that concern nobody"),
    Silent("The rights of way of ships are kept.", "The ways of ships are kept.", "a right of passage"),
    Silent("review of harbour fees by the board", "check of harbour fees by the board", "a review that protects nobody"),
)

RULE = Rule(
    id=ID,
    category=CATEGORY,
    summary="Safeguards gained, lost or weakened",
    judge=judge,
    fires=FIRES,
    silent=SILENT,
    on=REWORDED | {"inserted", "deleted"},
)
