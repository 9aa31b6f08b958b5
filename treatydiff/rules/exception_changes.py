"""What it means that an exception, a condition or a priority clause came, went, moved or gave way to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.rules.bearing import governing
from treatydiff.rules.findings import Judged, Of, made, quoted
from treatydiff.rules.spans import sentence

if TYPE_CHECKING:
    from treatydiff.model import Axis, Clause, Finding, Severity, Span
    from treatydiff.rules.case import Case, Wording
    from treatydiff.rules.connectors import Connector

OF: Final = Of("exceptions", "T13")
_NAMES: Final = {"exception": "exception", "condition": "condition", "priority": "priority clause"}
_BINDS_FROM = 2
_FAR_MORE = 2
_FEWEST_STEMS = 2
_LIGHTER = frozenset({"other than", "if", "without"})


def one_sided(case: Case, side: Wording, connector: Connector) -> Finding:
    """Report a connector that came or went."""
    gained = side is case.new
    actor, words = _actor(side, connector), quoted(connector.shown)
    if connector.is_boilerplate:
        said = f"the default rule {words} {'came' if gained else 'went'}"
        return made(OF, case, Judged("low", actor=actor), _spans(connector, gained=gained), said)
    if (home := _home(case, side, connector)) is not None:
        said = f"{_NAMES[connector.kind]} {words} moved {'from' if gained else 'to'} {home.label}"
        return made(OF, case, Judged("low", "neutral", "neutral", actor=actor), _spans(connector, gained=gained), said)
    said = f"{_NAMES[connector.kind]} {'came' if gained else 'went'}: {words}"
    judged = _weighed(case, side, connector, gained=gained)
    return made(OF, case, judged._replace(actor=actor), _spans(connector, gained=gained), said)


def whole(case: Case, side: Wording, connector: Connector) -> Finding:
    """Report a clause that came or went and is nothing but an exception."""
    gained = side is case.new
    words = quoted(connector.shown)
    if (home := _home(case, side, connector)) is not None:
        said = f"exception {words} stood in {home.label} before" if gained else f"exception {words} stands in {home.label} now"
        return made(OF, case, Judged("low", "neutral", "neutral"), _spans(connector, gained=gained), said)
    judged = Judged("medium", "context", "context", "narrows" if gained else "widens")
    said = f"a clause that is an exception as a whole {'came' if gained else 'went'}: {words}"
    return made(OF, case, judged, _spans(connector, gained=gained), said)


def _spans(connector: Connector, *, gained: bool) -> tuple[Span | None, Span | None]:
    return (None, connector.whole) if gained else (connector.whole, None)


def _home(case: Case, side: Wording, connector: Connector) -> Clause | None:
    """Give the clause of the other draft to which a connector went or from which it came.

    What stands in both drafts of that clause did not move.
    """
    setting = case.setting
    gained = side is case.new
    far, near = (setting.old_provisos, setting.new_provisos) if gained else (setting.new_provisos, setting.old_provisos)
    home = far.like(connector, (*case.change.link.old, *case.change.link.new))
    if home is None:
        return None
    answers = (setting.became if gained else setting.came_of).get(home.id, ())
    return None if near.holds(connector, answers) else home


def _actor(side: Wording, connector: Connector) -> str:
    operator = governing(side, connector.span)
    return operator.actor if operator else ""


def is_part_of_more(case: Case, connector: Connector, *, of_new: bool) -> bool:
    """Whether far more words came or went at the place of a connector than its own."""
    place = case.places.opposite(connector.span, of_new=of_new)
    own = connector.whole[1] - connector.whole[0]
    return place is not None and place[0][1] - place[0][0] > _FAR_MORE * own


def _weighed(case: Case, side: Wording, connector: Connector, *, gained: bool) -> Judged:
    """Judge a connector that came or went by what governs it: a duty with an exception binds less."""
    severity: Severity = "high"
    if connector.kind == "priority":
        severity = "medium"
        if connector.yields == 0:
            return Judged(severity, "neutral", "context")
        binds: Axis = "weakens" if gained == (connector.yields < 0) else "strengthens"
        return Judged(severity, binds, "context")
    if connector.id in _LIGHTER or (connector.id == "extent" and len(connector.stems) < _FEWEST_STEMS):
        severity = "medium"
    operator = governing(side, connector.span)
    loosens: Axis = "weakens" if gained else "strengthens"
    is_duty = operator is not None and operator.reading.known.strength >= _BINDS_FROM
    is_power = operator is not None and operator.reading.known.id == "permission"
    rights: Axis = "neutral" if is_power else "context"
    if is_part_of_more(case, connector, of_new=gained):
        severity = "medium"
    rule = sentence(side.text, connector.span, side.lexicon)
    if side.lexicon.pattern("exceptions", "offence").search(side.text, rule[0], max(rule[0], connector.span[0])):
        rights = "strengthens" if gained else "weakens"
    return Judged(severity, loosens if is_duty else "context", rights, "narrows" if gained else "widens")


def swapped(case: Case, old: Connector, new: Connector) -> Finding:
    """Report that an exception became a condition, or the other way round, before the same words."""
    was, now = (quoted(side.text[slice(*one.span)]) for side, one in ((case.old, old), (case.new, new)))
    said = f"{was} became {now} before {quoted(case.new.text[slice(*new.complement)])}: exception and condition changed places"
    return made(OF, case, Judged("high", scope="context", actor=_actor(case.new, new)), (old.span, new.span), said)


def moved(case: Case, old: Connector, new: Connector) -> Finding:
    """Report that the same words stand behind another item of a list."""
    said = f"{quoted(new.shown)} moved: it stands in another item of the list"
    return made(OF, case, Judged("medium", scope="context", actor=_actor(case.new, new)), (old.whole, new.whole), said)


def reversed_priority(case: Case, old: Connector, new: Connector) -> Finding:
    """Report that another norm wins now."""
    was, now = (quoted(side.text[slice(*one.span)]) for side, one in ((case.old, old), (case.new, new)))
    norm = quoted(case.new.text[slice(*new.complement)])
    actor = _actor(case.new, new)
    if {old.yields, new.yields} != {-1, 1}:
        said = f"{was} became {now} before {norm}: which norm wins is another question now"
        return made(OF, case, Judged("high")._replace(actor=actor), (old.span, new.span), said)
    overrides = new.yields > 0
    protects = case.lexicon.pattern("exceptions", "protective").search(case.new.text, *new.complement)
    rights: Axis = "context" if protects is None else "weakens" if overrides else "strengthens"
    judged = Judged("high", "strengthens" if overrides else "weakens", rights)
    said = f"priority reversed: {was} became {now} before {norm}"
    return made(OF, case, judged._replace(actor=actor), (old.span, new.span), said)
