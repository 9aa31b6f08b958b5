"""Exceptions, conditions and priority: what takes cases away from a rule, what it is tied to, and which of two norms wins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.rules.bearing import governing
from treatydiff.rules.connectors import connectors, paired, shown
from treatydiff.rules.findings import Judged, Of, content, kept_around, made, overlap, quoted
from treatydiff.rules.ledger import units
from treatydiff.rules.negatives import negatives
from treatydiff.rules.rule import REWORDED, Fires, Rule, Silent
from treatydiff.rules.spans import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Axis, Finding, Severity, Span
    from treatydiff.rules.case import Case, Wording
    from treatydiff.rules.connectors import Connector

ID = "exceptions"
CATEGORY = "T13"
_OF: Final = Of(ID, CATEGORY)
_KEPT = 0.5
_MOSTLY_KEPT = 0.7
_NEW_COMPLEMENT = 0.25
_NAMES: Final = {"exception": "exception", "condition": "condition", "priority": "priority clause"}
_BINDS_FROM = 2
_FAR_MORE = 2
_LIGHTER = frozenset({"other than", "extent", "if", "without"})


def judge(case: Case) -> Iterator[Finding]:
    """Pair the connectors of both wordings; report one without a partner, one replaced, and one that moved to another item."""
    if not _may_speak(case):
        return
    if case.change.link.kind in {"inserted", "deleted"}:
        yield from _whole(case, case.new if case.new.clauses else case.old)
        return
    for old, new in paired(case):
        if old is not None and new is not None:
            yield from _answered(case, old, new)
        elif new is not None and _stands_alone(case, case.new, new):
            yield _one_sided(case, case.new, new)
        elif old is not None and _stands_alone(case, case.old, old):
            yield _one_sided(case, case.old, old)


def _may_speak(case: Case) -> bool:
    """Whether words of a connector went or came, or a list around one that stayed was put in another order."""
    known = case.lexicon.words("exceptions", "words")
    if case.is_recital:
        return False
    if known & case.touched:
        return True
    item = case.lexicon.pattern("exceptions", "item")
    return "(" in case.old.text and item.search(case.old.text) is not None and bool(known & case.old.words)


def _whole(case: Case, side: Wording) -> Iterator[Finding]:
    """Report a clause that came or went and is nothing but an exception."""
    first = next((one for one in connectors(side.text, case.lexicon) if one.is_whole), None)
    if first is None or sentence(side.text, first.span, case.lexicon)[0] > 0:
        return
    gained = side is case.new
    spans = (None, first.whole) if gained else (first.whole, None)
    known = case.setting.old_provisos if gained else case.setting.new_provisos
    home = known.like(first, side.clauses)
    words = quoted(shown(side, first))
    if home is not None:
        said = f"exception {words} stood in {home.label} before" if gained else f"exception {words} stands in {home.label} now"
        yield made(_OF, case, Judged("low", "neutral", "neutral"), spans, said)
        return
    judged = Judged("medium", "context", "context", "narrows" if gained else "widens")
    yield made(_OF, case, judged, spans, f"a clause that is an exception as a whole {'came' if gained else 'went'}: {words}")


def _stands_alone(case: Case, side: Wording, connector: Connector) -> bool:
    """Whether the connector itself came or went while the rule around it stayed, and no other rule speaks of it.

    Qualifiers and safeguards have rules of their own. What is an exception as a whole has the rest of the clause around it.
    """
    if connector.is_qualifier or case.places.kept_share(connector.span, of_new=side is case.new) >= _KEPT:
        return False
    if units(shown(side, connector), side.lexicon):
        return False
    within = (0, len(side.text)) if connector.is_whole else None
    span = sentence(side.text, connector.span, side.lexicon) if connector.is_whole else connector.whole
    if connector.is_weak and (_is_part_of_more(case, connector, of_new=side is case.new) or _is_said(case, side, connector)):
        return False
    enough = _MOSTLY_KEPT if connector.is_weak else _KEPT
    return kept_around(case, side, span, within) >= enough and not _is_all(side, span, within)


def _is_said(case: Case, side: Wording, connector: Connector) -> bool:
    """Whether the other wording says in other words what a connector introduces."""
    other = case.old if side is case.new else case.new
    return connector.stems <= content(other.text, case.lexicon)


def _is_all(side: Wording, span: Span, within: Span | None) -> bool:
    start, end = within or sentence(side.text, span, side.lexicon)
    return not f"{side.text[start : span[0]]}{side.text[span[1] : end]}".strip(" ,;.:")


def _one_sided(case: Case, side: Wording, connector: Connector) -> Finding:
    """Report a connector that came or went."""
    gained = side is case.new
    spans = (None, connector.whole) if gained else (connector.whole, None)
    verb = "came" if gained else "went"
    actor = _actor(side, connector)
    words = quoted(shown(side, connector))
    if connector.is_boilerplate:
        return made(_OF, case, Judged("low")._replace(actor=actor), spans, f"the default rule {words} {verb}")
    known = case.setting.old_provisos if gained else case.setting.new_provisos
    if (home := known.like(connector, (*case.change.link.old, *case.change.link.new))) is not None:
        said = f"{_NAMES[connector.kind]} {words} moved {'from' if gained else 'to'} {home.label}"
        return made(_OF, case, Judged("low", "neutral", "neutral")._replace(actor=actor), spans, said)
    said = f"{_NAMES[connector.kind]} {verb}: {words}"
    return made(_OF, case, _weighed(case, side, connector, gained=gained)._replace(actor=actor), spans, said)


def _actor(side: Wording, connector: Connector) -> str:
    operator = governing(side, connector.span)
    return operator.actor if operator else ""


def _is_part_of_more(case: Case, connector: Connector, *, of_new: bool) -> bool:
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
    if connector.id in _LIGHTER:
        severity = "medium"
    operator = governing(side, connector.span)
    loosens: Axis = "weakens" if gained else "strengthens"
    is_duty = operator is not None and operator.reading.known.strength >= _BINDS_FROM
    is_power = operator is not None and operator.reading.known.id == "permission"
    rights: Axis = "neutral" if is_power else "context"
    if _is_part_of_more(case, connector, of_new=gained):
        severity = "medium"
    rule = sentence(side.text, connector.span, side.lexicon)
    if side.lexicon.pattern("exceptions", "offence").search(side.text, rule[0], max(rule[0], connector.span[0])):
        rights = "strengthens" if gained else "weakens"
    return Judged(severity, loosens if is_duty else "context", rights, "narrows" if gained else "widens")


def _answered(case: Case, old: Connector, new: Connector) -> Iterator[Finding]:
    """Judge a connector that has a partner."""
    if old.is_boilerplate and new.is_boilerplate:
        return
    if old.kind == new.kind == "priority" and old.id != new.id:
        yield _reversed(case, old, new)
    elif {old.kind, new.kind} == {"exception", "condition"} and overlap(old.stems, new.stems) >= _KEPT:
        if not _turned_round(case, old, new):
            said = f"{quoted(case.old.text[slice(*old.span)])} became {quoted(case.new.text[slice(*new.span)])}"
            said += f" before {quoted(case.new.text[slice(*new.complement)])}: exception and condition changed places"
            yield made(
                _OF, case, Judged("high", scope="context")._replace(actor=_actor(case.new, new)), (old.span, new.span), said
            )
    elif old.kind == new.kind and _moved(case, old, new):
        said = f"{quoted(shown(case.new, new))} moved: it stands in another item of the list"
        yield made(
            _OF, case, Judged("medium", scope="context")._replace(actor=_actor(case.new, new)), (old.whole, new.whole), said
        )


def _turned_round(case: Case, old: Connector, new: Connector) -> bool:
    """Whether a negative came or went with the connector: "shall not, unless" says what "may, only if" says."""
    counts = [_negatives_around(side, one) for side, one in ((case.old, old), (case.new, new))]
    return (counts[0] - counts[1]) % 2 == 1


def _negatives_around(side: Wording, connector: Connector) -> int:
    start, end = sentence(side.text, connector.span, side.lexicon)
    return len(negatives(side, [(start, end)]))


def _reversed(case: Case, old: Connector, new: Connector) -> Finding:
    """Report that another norm wins now."""
    was, now = (quoted(side.text[slice(*one.span)]) for side, one in ((case.old, old), (case.new, new)))
    norm = quoted(case.new.text[slice(*new.complement)])
    actor = _actor(case.new, new)
    if {old.yields, new.yields} != {-1, 1}:
        said = f"{was} became {now} before {norm}: which norm wins is another question now"
        return made(_OF, case, Judged("high")._replace(actor=actor), (old.span, new.span), said)
    overrides = new.yields > 0
    protects = case.lexicon.pattern("exceptions", "protective").search(case.new.text, *new.complement)
    rights: Axis = "context" if protects is None else "weakens" if overrides else "strengthens"
    judged = Judged("high", "strengthens" if overrides else "weakens", rights)
    said = f"priority reversed: {was} became {now} before {norm}"
    return made(_OF, case, judged._replace(actor=actor), (old.span, new.span), said)


def _moved(case: Case, old: Connector, new: Connector) -> bool:
    """Whether the same words stand behind another item of a list, whose words stand in both wordings."""
    if old.is_qualifier or not (old.anchor and new.anchor) or old.anchor & new.anchor:
        return False
    return _says(case.new, old.anchor) and _says(case.old, new.anchor)


def _says(side: Wording, stems: frozenset[str]) -> bool:
    return stems <= {side.lexicon.stem(word) for word in side.words}


FIRES: tuple[Fires, ...] = (
    Fires(
        "Parties shall open their ports.",
        "Parties shall open their ports unless ice would endanger a ship.",
        "high",
        "weakens",
        "context",
        "narrows",
        ("", "unless ice would endanger a ship"),
        actor="Parties",
    ),
    Fires(
        "Each Party shall berth the ship except where the quay is full.",
        "Each Party shall berth the ship.",
        "high",
        "strengthens",
        "context",
        "widens",
        ("except where the quay is full", ""),
        actor="each Party",
    ),
    Fires(
        "The Council may close a meeting.",
        "The Council may close a meeting, provided that all members agree.",
        "high",
        "context",
        "neutral",
        "narrows",
        ("", "provided that all members agree"),
        actor="the Council",
    ),
    Fires(
        "Subject to its domestic law, each Party shall free the ship.",
        "Notwithstanding its domestic law, each Party shall free the ship.",
        "high",
        "strengthens",
        "weakens",
        "neutral",
        ("Subject to", "Notwithstanding"),
        actor="each Party",
    ),
    Fires(
        "Without prejudice to article 9, the charts may be sold.",
        "Subject to article 9, the charts may be sold.",
        "high",
        "context",
        "context",
        "neutral",
        ("Without prejudice to", "Subject to"),
    ),
    Fires(
        "Dumping of ballast shall be punishable.",
        "Dumping of ballast shall be punishable, except where a life is at stake.",
        "high",
        "weakens",
        "strengthens",
        "narrows",
        ("", "except where a life is at stake"),
    ),
    Fires(
        "The cargo shall be kept unless the master claims it in time.",
        "The cargo shall be kept if the master claims it in time.",
        "high",
        "context",
        "context",
        "context",
        ("unless", "if"),
    ),
    Fires(
        "The harbour may: (a) move the ship; (b) sell the cargo, provided that the owner was asked.",
        "The harbour may: (a) move the ship, provided that the owner was asked; (b) sell the cargo.",
        "medium",
        "context",
        "context",
        "context",
        ("provided that the owner was asked", "provided that the owner was asked"),
        actor="the harbour",
    ),
    Fires(
        "Costs lie where they fall.",
        "Costs lie where they fall, unless otherwise agreed.",
        "low",
        "context",
        "context",
        "neutral",
        ("", "unless otherwise agreed"),
    ),
    Fires(
        "",
        "Nothing in this article shall prevent a Party from closing a port in a storm.",
        "medium",
        "context",
        "context",
        "narrows",
        ("", "Nothing in this article shall prevent a Party from closing a port in a storm"),
    ),
    Fires(
        "Ships shall pay tolls at the lock.",
        "Ships shall pay tolls at the lock. This article shall not apply to lifeboats.",
        "high",
        "weakens",
        "context",
        "narrows",
        ("", "shall not apply to lifeboats"),
    ),
    Fires(
        "Notwithstanding article 4, each Party shall list its wrecks.",
        "Each Party shall list its wrecks.",
        "medium",
        "weakens",
        "context",
        "neutral",
        ("Notwithstanding article 4", ""),
        actor="each Party",
    ),
)
SILENT: tuple[Silent, ...] = (
    Silent(
        "Except as otherwise provided in this Annex, owners pay.",
        "Save as otherwise provided in this Annex, owners pay.",
        "the same default rule",
    ),
    Silent(
        "Costs fall on the owner, unless otherwise agreed.",
        "Costs fall on the owner, unless the Parties agree otherwise.",
        "the same default rule",
    ),
    Silent(
        "Ships stop, except for the lifeboats of a port.",
        "Ships stop. This does not apply to the lifeboats of a port.",
        "the exception has a sentence of its own now",
    ),
    Silent(
        "Unless the master agrees, the hold is not opened.",
        "The hold is opened only if the master agrees.",
        "the same test, the other way round",
    ),
    Silent(
        "A ship may sail on condition that it is sound and provided that its crew has slept.",
        "Provided that its crew has slept, a ship may sail on the condition that it is sound.",
        "conditions in another order",
    ),
    Silent(
        "This Annex is without prejudice to article 12.",
        "The rules of this Annex are without prejudice to article 12.",
        "the same connector and norm",
    ),
    Silent(
        "Nothing in this Annex affects the rights of third flags.",
        "This Annex is without prejudice to the rights of third flags.",
        "two forms of one priority clause",
    ),
    Silent("Ships subject to inspection wait.", "Ships subject to survey wait.", "a property of ships, no condition on a rule"),
    Silent("Food is provided by the port.", "Food is provided for the crew by the port.", "provided as a verb"),
    Silent("Buoys save lives.", "Buoys save time.", "save as a verb"),
    Silent(
        "Each Party shall mark wrecks.",
        "Each Party shall mark wrecks. Nets are hauled unless ice forbids it.",
        "a new sentence with an exception of its own",
    ),
    Silent("Any other than a pilot waits.", "Any but a pilot waits.", "no rule from which cases are taken"),
)

RULE = Rule(
    id=ID,
    category=CATEGORY,
    summary="Exceptions, conditions and which of two norms wins",
    judge=judge,
    fires=FIRES,
    silent=SILENT,
    on=REWORDED | {"inserted", "deleted"},
)
