"""Rewording: the longest places of a clause at which words of content changed and no other rule has anything to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model import Finding
from treatydiff.rules.routine import content
from treatydiff.rules.rule import Fires, Rule, Silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Span
    from treatydiff.rules.case import Case

ID = "rewording"
CATEGORY = "T15"
_SHOWN = 10
_MOST = 2
_TOLD = 0.4
_WIDEST_GAP = 40
_EDGES = " \t\n,;.:"


class _Place(NamedTuple):
    """A place of the redline on both sides, and how many words of content are new or gone with it."""

    old: Span
    new: Span
    weight: int


def judge(case: Case) -> Iterator[Finding]:
    """Report every place at which words of content came that the old wording has nowhere, or went for good."""
    if not _is_judged(case):
        return
    known, now = (content(side.text, case.lexicon) for side in (case.old, case.new))
    routine = case.setting.routine
    for old, new in _joined(case):
        went = content(case.old.text[slice(*old)], case.lexicon) - now - routine.went
        came = content(case.new.text[slice(*new)], case.lexicon) - known - routine.came
        if (went or came) and _letters(case.old.text, old) != _letters(case.new.text, new):
            yield _finding(case, _Place(old, new, len(went) + len(came)))


def _letters(text: str, span: Span) -> str:
    """Give the letters at a span as one, since a compound may be written in one word or two."""
    return "".join(filter(str.isalnum, text[slice(*span)])).casefold()


def _is_judged(case: Case) -> bool:
    """Whether the change stands in the text proper and has words in it."""
    if "rewording" not in case.lexicon.settings or not any(word.isalpha() for word in case.touched):
        return False
    apart = case.lexicon.words("rewording", "apart")
    clauses = (*case.change.link.old, *case.change.link.new)
    return not any(clause.provision.kind in apart for clause in clauses)


def without_told(found: list[Finding]) -> list[Finding]:
    """Leave out the places of which other rules tell, and all but the two longest of the others."""
    others = [finding for finding in found if finding.rule != ID]
    untold = [finding for finding in found if finding.rule == ID and not _is_told(finding, others)]
    longest = sorted(untold, key=lambda one: -one.weight)[:_MOST]
    return [*others, *(one._replace(weight=0) for one in longest)]


def _is_told(place: Finding, others: list[Finding]) -> bool:
    """Whether findings of other rules quote two fifths of what went or of what came."""
    old = _covered(place.old_span, [other.old_span for other in others])
    new = _covered(place.new_span, [other.new_span for other in others])
    return max(old, new) >= _TOLD


def _covered(own: Span | None, spans: list[Span | None]) -> float:
    """Give the share of a span that the longest stretches of the others cover, from 0 to 1."""
    if own is None:
        return 0.0
    told = sum(max(0, min(own[1], span[1]) - max(own[0], span[0])) for span in spans if span is not None)
    return told / (own[1] - own[0])


def _joined(case: Case) -> Iterator[tuple[Span, Span]]:
    """Yield the places of the redline, those joined between which only words without content stayed."""
    last: tuple[Span, Span] | None = None
    for hunk in case.hunks:
        here = (hunk.old_span, hunk.new_span)
        if last is not None:
            between = case.old.text[last[0][1] : here[0][0]]
            if len(between) > _WIDEST_GAP or content(between, case.lexicon):
                yield _bare(case, last)
            else:
                here = ((last[0][0], here[0][1]), (last[1][0], here[1][1]))
        last = here
    if last is not None:
        yield _bare(case, last)


def _bare(case: Case, place: tuple[Span, Span]) -> tuple[Span, Span]:
    old, new = (_stripped(side.text, span) for side, span in zip((case.old, case.new), place, strict=True))
    return old, new


def _stripped(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _finding(case: Case, place: _Place) -> Finding:
    old, new = case.old.text[slice(*place.old)], case.new.text[slice(*place.new)]
    return Finding(
        rule=ID,
        category=CATEGORY,
        severity="low",
        bindingness="context",
        rights="context",
        scope="context",
        actor="",
        old=old,
        new=new,
        old_span=place.old if old else None,
        new_span=place.new if new else None,
        weight=place.weight,
        message=f"Reworded, not judged as a whole: {_said(old, new)}",
    )


def _said(old: str, new: str) -> str:
    if old and new:
        return f'"{_shown(old)}" gave way to "{_shown(new)}"'
    return f'"{_shown(old)}" went' if old else f'"{_shown(new)}" came'


def _shown(words: str) -> str:
    parts = words.replace('"', "'").split()
    return " ".join(parts) if len(parts) <= _SHOWN else f"{' '.join(parts[:_SHOWN])} …"


FIRES: tuple[Fires, ...] = (
    Fires(
        "Each Party shall store its lamps under the eyes of the master.",
        "Each Party shall store its lamps where the pilot can see them.",
        "low",
        "context",
        "context",
        "context",
        ("under the eyes of the master", "where the pilot can see them"),
    ),
    Fires(
        "Entities that work under the charge of a Party may enter harbours.",
        "Entities that are licensed by a Party may enter harbours.",
        "low",
        "context",
        "context",
        "context",
        ("work under the charge of", "are licensed by"),
    ),
    Fires(
        "The committee keeps a list of wrecks drawn up with care.",
        "The committee keeps a list of wrecks.",
        "low",
        "context",
        "context",
        "context",
        ("drawn up with care", ""),
    ),
    Fires(
        "The committee keeps a list of wrecks.",
        "The committee keeps a tidy list of wrecks.",
        "low",
        "context",
        "context",
        "context",
        ("", "tidy"),
    ),
    Fires(
        "Parties shall paint their buoys.",
        "Parties shall varnish their buoys.",
        "low",
        "context",
        "context",
        "context",
        ("paint", "varnish"),
    ),
    Fires(
        "Acknowledging that lagoons are shallow,",
        "Acknowledging that lagoons are deep,",
        "low",
        "context",
        "context",
        "context",
        ("shallow", "deep"),
    ),
    Fires(
        "The fund lends boats to fishermen.",
        "The fund lends boats to lighthouse keepers.",
        "low",
        "context",
        "context",
        "context",
        ("fishermen", "lighthouse keepers"),
    ),
    Fires(
        "Harbours open at dawn. Ships then leave with the tide.",
        "Harbours open at dawn. Ships then leave with a tug.",
        "low",
        "context",
        "context",
        "context",
        ("the tide", "a tug"),
    ),
)
SILENT: tuple[Silent, ...] = (
    Silent("Ships rest in the harbour.", "In the harbour ships rest.", "the same words in another order"),
    Silent("Ships leave the harbor at the dawn.", "Ships leave harbours at dawn.", "another spelling and no article"),
    Silent("Ships leave harbours.", "Ships leave a harbour.", "another number and an article"),
    Silent("A light house stands near the pier.", "A lighthouse stands near a pier.", "a compound in two words"),
    Silent("Berth 5 is closed.", "Berth 6 is closed.", "numbers have rules of their own"),
    Silent("Ships rest in harbours.", "Ships rest at harbours.", "a preposition"),
    Silent("Ships rest, and boats too.", "Ships rest; the boats too.", "marks and words without content"),
    Silent("The ships rest here.", "These ships rest here.", "a determiner"),
    Silent("THE SHIPS REST HERE.", "Ships rest here.", "capitals and an article"),
    Silent("Ships and boats rest.", "Boats and ships rest.", "a pair turned round"),
    Silent("Pilots guide ships. Tugs tow ships.", "Tugs tow ships. Pilots guide ships.", "sentences in another order"),
)
RULE = Rule(
    ID,
    CATEGORY,
    "Rewording: the longest places of a clause at which words changed and no other rule has anything to say",
    judge,
    FIRES,
    SILENT,
)
