"""Exceptions, conditions and priority: what takes cases away from a rule, what it is tied to, and which of two norms wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.rules.connector_pairs import paired
from treatydiff.rules.connectors import connectors
from treatydiff.rules.exception_changes import OF, is_part_of_more, moved, one_sided, reversed_priority, swapped, whole
from treatydiff.rules.findings import kept_around
from treatydiff.rules.ledger import units
from treatydiff.rules.negatives import negatives
from treatydiff.rules.rule import REWORDED, Fires, Rule, Silent
from treatydiff.rules.spans import sentence
from treatydiff.rules.stems import content, overlap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Finding, Span
    from treatydiff.rules.case import Case, Wording
    from treatydiff.rules.connectors import Connector

ID, CATEGORY = OF
_KEPT = 0.5
_MOSTLY_KEPT = 0.7


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
            yield one_sided(case, case.new, new)
        elif old is not None and _stands_alone(case, case.old, old):
            yield one_sided(case, case.old, old)


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
    """Report a clause that came or went and whose first sentence is nothing but an exception."""
    first = next((one for one in connectors(side.text, case.lexicon) if one.is_whole), None)
    if first is not None and sentence(side.text, first.span, case.lexicon)[0] == 0:
        yield whole(case, side, first)


def _stands_alone(case: Case, side: Wording, connector: Connector) -> bool:
    """Whether the connector itself came or went while the rule around it stayed, and no other rule speaks of it.

    Qualifiers and safeguards have rules of their own. What is an exception as a whole has the rest of the clause around it.
    """
    if connector.is_qualifier or case.places.kept_share(connector.span, of_new=side is case.new) >= _KEPT:
        return False
    if units(connector.shown, side.lexicon):
        return False
    within = (0, len(side.text)) if connector.is_whole else None
    span = sentence(side.text, connector.span, side.lexicon) if connector.is_whole else connector.whole
    if connector.is_weak and (is_part_of_more(case, connector, of_new=side is case.new) or _is_said(case, side, connector)):
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


def _answered(case: Case, old: Connector, new: Connector) -> Iterator[Finding]:
    """Judge a connector that has a partner."""
    if old.is_boilerplate and new.is_boilerplate:
        return
    if old.kind == new.kind == "priority" and old.id != new.id:
        yield reversed_priority(case, old, new)
    elif {old.kind, new.kind} == {"exception", "condition"} and overlap(old.stems, new.stems) >= _KEPT:
        if not _turned_round(case, old, new):
            yield swapped(case, old, new)
    elif old.kind == new.kind and _is_elsewhere(case, old, new):
        yield moved(case, old, new)


def _turned_round(case: Case, old: Connector, new: Connector) -> bool:
    """Whether a negative came or went with the connector: "shall not, unless" says what "may, only if" says."""
    counts = [_negatives_around(side, one) for side, one in ((case.old, old), (case.new, new))]
    return (counts[0] - counts[1]) % 2 == 1


def _negatives_around(side: Wording, connector: Connector) -> int:
    start, end = sentence(side.text, connector.span, side.lexicon)
    return len(negatives(side, [(start, end)]))


def _is_elsewhere(case: Case, old: Connector, new: Connector) -> bool:
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
