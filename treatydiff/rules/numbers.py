"""Numbers, thresholds and time limits: what rose, fell, came or went, and how soon something is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.model import Finding
from treatydiff.rules.promptness import hastes
from treatydiff.rules.rule import Fires, Rule, Silent
from treatydiff.rules.shifts import CATEGORY, ID, shifts
from treatydiff.rules.subjects import subject_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Axis, Severity, Span
    from treatydiff.rules.case import Case
    from treatydiff.rules.promptness import Haste


def judge(case: Case) -> Iterator[Finding]:
    """Report quantities that differ, and what changed in how soon something is due where no quantity says so already."""
    found = list(shifts(case))
    yield from found
    if not case.touched.isdisjoint(case.lexicon.promptness_words):
        told_old = [finding.old_span for finding in found if finding.old_span]
        told_new = [finding.new_span for finding in found if finding.new_span]
        for haste in hastes(case):
            if not (_meets(haste.old, told_old) or _meets(haste.new, told_new)):
                yield _hastened(haste, case)


def _meets(span: Span | None, told: list[Span]) -> bool:
    return span is not None and any(start < span[1] and span[0] < end for start, end in told)


def _hastened(haste: Haste, case: Case) -> Finding:
    """Say that a duty is more or less pressing, or pressing in other words."""
    old, new = (side.text[slice(*span)] if span else "" for side, span in ((case.old, haste.old), (case.new, haste.new)))
    severity: Severity = "medium"
    binds: Axis = "strengthens" if new else "weakens"
    said = f'"{new}" says how soon now' if new else f'"{old}" no longer says how soon'
    if old and new:
        severity, binds, said = "low", "context", f'"{new}" replaces "{old}" in saying how soon'
    place = (case.new.text, haste.new) if haste.new else (case.old.text, haste.old)
    actor = subject_before(place[0], place[1][0], case.lexicon) if place[1] else ""
    return Finding(
        rule=ID,
        category=CATEGORY,
        severity=severity,
        bindingness=binds,
        rights="neutral",
        scope="neutral",
        actor=actor,
        old=old,
        new=new,
        old_span=haste.old,
        new_span=haste.new,
        message=f"{actor[:1].upper()}{actor[1:]}: {said}" if actor else f"{said[:1].upper()}{said[1:]}",
    )


FIRES: tuple[Fires, ...] = (
    Fires(
        "It takes effect on the thirtieth day after the twentieth instrument is deposited.",
        "It takes effect on the thirtieth day after the fiftieth instrument is deposited.",
        "high",
        "context",
        "neutral",
        "neutral",
        ("twentieth instrument", "fiftieth instrument"),
    ),
    Fires(
        "The secretariat shall answer a query within ten days.",
        "The secretariat shall answer a query within twenty-one (21) days.",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("ten days", "twenty-one (21) days"),
        actor="the secretariat",
    ),
    Fires(
        "Grave harm means harm punishable by at least five years of prison.",
        "Grave harm means harm punishable by at least two years of prison.",
        "high",
        "strengthens",
        "weakens",
        "widens",
        ("five years", "two years"),
    ),
    Fires(
        "Amendments are adopted by a simple majority.",
        "Amendments are adopted by a two-thirds majority.",
        "high",
        "context",
        "neutral",
        "neutral",
        ("simple majority", "two-thirds majority"),
    ),
    Fires(
        "It closes after the deposit of the [tenth] [twentieth] [thirtieth] instrument.",
        "It closes after the deposit of the twentieth instrument.",
        "high",
        "context",
        "neutral",
        "neutral",
        ("tenth twentieth thirtieth instrument", "twentieth instrument"),
    ),
    Fires(
        "The operator shall delete the log files within 48 hours.",
        "The operator shall delete the log files promptly.",
        "medium",
        "weakens",
        "neutral",
        "neutral",
        ("within 48 hours", "promptly"),
        actor="the operator",
    ),
    Fires(
        "Each Party shall answer the query of another Party.",
        "Each Party shall answer the query of another Party within 60 days.",
        "medium",
        "strengthens",
        "neutral",
        "neutral",
        ("", "within 60 days"),
        actor="each Party",
    ),
    Fires(
        "Log files shall be stored for up to 30 days.",
        "Log files shall be stored for up to six months.",
        "high",
        "context",
        "weakens",
        "widens",
        ("30 days", "six months"),
    ),
    Fires(
        "The term of office is not more than four years.",
        "The term of office is not less than four years.",
        "high",
        "context",
        "context",
        "neutral",
        ("not more than four years", "not less than four years"),
    ),
    Fires(
        "The panel has three arbitrators.",
        "The panel has five arbitrators.",
        "medium",
        "context",
        "context",
        "context",
        ("three arbitrators", "five arbitrators"),
    ),
    Fires(
        "The panel shall report every two years.",
        "The panel shall report every four years.",
        "medium",
        "weakens",
        "neutral",
        "neutral",
        ("two years", "four years"),
        actor="the panel",
    ),
    Fires(
        "Reports are due not later than 1 March 2031.",
        "Reports are due not later than 1 September 2032.",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("1 March 2031", "1 September 2032"),
    ),
    Fires(
        "Each Party shall without delay inform the master of the vessel.",
        "Each Party shall inform the master of the vessel.",
        "medium",
        "weakens",
        "neutral",
        "neutral",
        ("without delay", ""),
        actor="each Party",
    ),
    Fires(
        "Urgent requests are answered within five days, and others that can wait within forty days.",
        "Urgent requests are answered within forty days, and others that can wait within forty days.",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("five days", "forty days"),
    ),
)
SILENT: tuple[Silent, ...] = (
    Silent("It lapses within ninety days.", "Within 90 days it is void.", "the same number in digits"),
    Silent("It lapses after thirty days.", "It ends after thirty (30) days.", "words and digits at once are one number"),
    Silent("It lapses after twelve months.", "It lapses after one year.", "the same period in another unit"),
    Silent(
        "Parties act under articles 4, 5 and 7 (2) of the Lagoon Treaty.",
        "Parties act under articles 5, 6 and 8 (3) of the Lagoon Treaty.",
        "numbers of provisions",
    ),
    Silent(
        "as set out in decision 3/AB.11 of 2011", "as set out in decision 4/AB.12 of 2012", "symbols and years of documents"
    ),
    Silent("as noted on 3 March 2021 in Lund", "as noted on 9 April 2021 in Lund", "a date on which nothing depends"),
    Silent("It has more than two heads of mission.", "It has three or more heads of mission.", "the same least number"),
    Silent(
        "The owner is told without delay, in writing.",
        "The owner is told, without delay, by letter.",
        "a comma and other words for writing",
    ),
    Silent("It is decided at the first session.", "It is decided at the second session.", "an ordinal of a meeting"),
    Silent("(1) the Parties meet yearly.", "(2) the Parties meet yearly.", "the label of an item"),
    Silent("at least 20 per cent of the budget", "at least 20 percent of the yearly budget", "another spelling of the unit"),
    Silent(
        "Parties that have 2 offices or 3 ships register.", "Parties that have 3 ships or 2 offices register.", "another order"
    ),
    Silent("One of the Parties chairs the panel.", "Two of the Parties chair the panel.", "no noun that is counted follows"),
    Silent("It uses form B-12 or model 7a.", "It uses form B-13 or model 8a.", "digits inside a name"),
)

RULE = Rule(
    id=ID,
    category=CATEGORY,
    summary="Numbers, thresholds and time limits",
    judge=judge,
    fires=FIRES,
    silent=SILENT,
)
