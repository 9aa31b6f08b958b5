"""Definitions changed, renamed, added or dropped, and one term that took the place of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model import Finding
from treatydiff.rules.definiens import reach
from treatydiff.rules.defining import definitions
from treatydiff.rules.rule import REWORDED, Fires, Rule, Silent
from treatydiff.rules.swaps import swaps
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Axis, ScopeAxis, Severity, Span
    from treatydiff.rules.case import Case
    from treatydiff.rules.defining import Definition

ID = "definitions"
CATEGORY = "T08"
_SAME_BODY = 0.5
_FEWEST_NEWS = 3
_CONTEXT: tuple[Axis, Axis] = ("context", "context")


class _Said(NamedTuple):
    """A finding without what all of them share."""

    severity: Severity
    scope: ScopeAxis
    message: str
    old: Span | None
    new: Span | None
    axes: tuple[Axis, Axis] = _CONTEXT


def judge(case: Case) -> Iterator[Finding]:
    """Compare the definitions of both wordings by term; outside them report terms that were swapped."""
    if "definitions" not in case.lexicon.settings:
        return
    old, new = (definitions(side.clauses, side.text, case.lexicon) for side in (case.old, case.new))
    for said in _compared(old, new, case):
        yield _finding(said, case)
    if case.change.link.kind in REWORDED:
        for swap in swaps(case, [one.head for one in (*old, *new) if one.head]):
            severity: Severity = "high" if swap.survives else "medium"
            yield _finding(_Said(severity, swap.scope, swap.message, swap.old, swap.new), case)


def _compared(old: tuple[Definition, ...], new: tuple[Definition, ...], case: Case) -> Iterator[_Said]:
    by_key = {one.key: one for one in new}
    kept = {one.key for one in old} & set(by_key)
    for one in old:
        if one.key in kept:
            yield from _redefined(one, by_key[one.key], case)
    gone = [one for one in old if one.key not in kept and one.head]
    come = [one for one in new if one.key not in kept and one.head]
    for one in gone:
        heir = next((other for other in come if _is_renamed(one, other, case)), None)
        if heir is not None:
            come.remove(heir)
            yield _renamed(one, heir, case)
        elif one.key not in case.setting.glossary.new_terms and case.places.kept_share(one.body, of_new=False) < _SAME_BODY:
            yield _dropped(one, case)
    for one in come:
        if one.key not in case.setting.glossary.old_terms:
            yield _Said("medium", "context", f'"{one.term}" is now defined', None, one.head)


def _is_renamed(old: Definition, new: Definition, case: Case) -> bool:
    """Whether the words that define stayed in the main under another term."""
    same = old.head is not None and new.head is not None and case.places.meet(old.head, new.head)
    return same and case.places.kept_share(old.body, of_new=False) >= _SAME_BODY


def _redefined(old: Definition, new: Definition, case: Case) -> Iterator[_Said]:
    """Report that a term means more, less or something else."""
    if old.is_open != new.is_open:
        yield _opened(old, new, _uses(new.term, case))
        return
    change = reach(old.body, new.body, case)
    if change is None:
        return
    used = _uses(new.term, case)
    name = {"widens": "is wider", "narrows": "is narrower"}.get(change.scope, "changed")
    severity: Severity = "high" if change.scope != "context" else "low" if change.is_small else "medium"
    message = f'The definition of "{new.term}" {name}: {change.message}{used}'
    yield _Said(severity, change.scope, message, change.old, change.new)


def _opened(old: Definition, new: Definition, used: str) -> _Said:
    if new.is_open:
        message = f'The definition of "{new.term}" says what it includes, no longer what it means{used}'
        return _Said("high", "widens", message, old.head, new.head)
    message = f'The definition of "{new.term}" says what it means, no longer what it includes{used}'
    return _Said("high", "narrows", message, old.head, new.head)


def _renamed(old: Definition, new: Definition, case: Case) -> _Said:
    left = case.setting.glossary.uses(old.term, new.term)
    message = f'"{old.term}" is now called "{new.term}"'
    if left:
        message += f", but the old term is still used in {_clauses(left)}"
    return _Said("high" if left else "medium", "neutral", message, old.head, new.head, ("neutral", "neutral"))


def _dropped(old: Definition, case: Case) -> _Said:
    left = case.setting.glossary.uses(old.term)
    if left and _says_much(old, case):
        message = f'"{old.term}" is no longer defined, but still used in {_clauses(left)}'
        return _Said("high", "context", message, old.head, None)
    message = f'"{old.term}" is no longer defined{"" if left else ", nor used"}'
    return _Said("low", "context", message, old.head, None)


def _says_much(definition: Definition, case: Case) -> bool:
    """Whether a definition adds to what the term itself says, as "Party means a Party to this Agreement" does not."""
    lexicon = case.lexicon
    said = {lexicon.stem(word) for word in bare_words(case.old.text[slice(*definition.body)])}
    return len(said - set(definition.key) - set(map(lexicon.stem, lexicon.function_words))) >= _FEWEST_NEWS


def _uses(term: str, case: Case) -> str:
    used = case.setting.glossary.uses(term) - 1
    return f"; the term is used in {_clauses(used, 'other ')}" if used > 0 else ""


def _finding(said: _Said, case: Case) -> Finding:
    return Finding(
        rule=ID,
        category=CATEGORY,
        severity=said.severity,
        bindingness=said.axes[0],
        rights=said.axes[1],
        scope=said.scope,
        actor="",
        old=case.old.text[slice(*said.old)] if said.old else "",
        new=case.new.text[slice(*said.new)] if said.new else "",
        old_span=said.old,
        new_span=said.new,
        message=said.message,
    )


def _clauses(count: int, other: str = "") -> str:
    return f"1 {other}clause" if count == 1 else f"{count:,} {other}clauses"


FIRES: tuple[Fires, ...] = (
    Fires(
        "“Harbour” means a place for ships.",
        "“Port” means a place for ships.",
        "medium",
        "neutral",
        "neutral",
        "neutral",
        ("“Harbour” means", "“Port” means"),
    ),
    Fires(
        "“Crew” means the persons who sail a ship.",
        "“Crew” means the persons who sail or repair a ship.",
        "high",
        "context",
        "context",
        "widens",
        ("", "or repair"),
    ),
    Fires(
        "“Fee” means dues, tolls and taxes.",
        "“Fee” means dues, fines, tolls and taxes.",
        "high",
        "context",
        "context",
        "widens",
        ("", "fines,"),
    ),
    Fires(
        "“Wreck” means a ship that has sunk.",
        "“Wreck” means a ship that has sunk, except in a harbour.",
        "high",
        "context",
        "context",
        "narrows",
        ("", ", except in a harbour"),
    ),
    Fires(
        "Pilot means a sailor below the age of sixty years.",
        "Pilot means a sailor below the age of fifty years.",
        "high",
        "context",
        "context",
        "narrows",
        ("sixty", "fifty"),
    ),
    Fires(
        "“Buoy” means a floating mark.",
        "“Buoy” includes a floating mark.",
        "high",
        "context",
        "context",
        "widens",
        ("“Buoy” means", "“Buoy” includes"),
    ),
    Fires(
        "“Cargo” means goods.",
        "“Cargo” means all that a crane lifts on deck.",
        "medium",
        "context",
        "context",
        "context",
        ("goods", "all that a crane lifts on deck"),
    ),
    Fires(
        "(a) “ship” means a craft; (b) “tug” means a ship that tows.",
        "(a) “ship” means a craft.",
        "low",
        "context",
        "context",
        "context",
        ("“tug” means", ""),
    ),
    Fires(
        "(a) “ship” means a craft.",
        "(a) “ship” means a craft; (b) “raft” means a thing of logs.",
        "medium",
        "context",
        "context",
        "context",
        ("", "“raft” means"),
    ),
    Fires(
        "The owner of a computer system logs its use.",
        "The owner of a digital device logs its use.",
        "medium",
        "context",
        "context",
        "widens",
        ("computer system", "digital device"),
    ),
    Fires(
        "Ports keep computer data apart and erase computer data yearly.",
        "Ports keep electronic data apart and erase computer data yearly.",
        "high",
        "context",
        "context",
        "neutral",
        ("computer data", "electronic data"),
    ),
)
SILENT: tuple[Silent, ...] = (
    Silent("“Ship” shall mean any craft.", "“Ship” means any craft.", "two ways to define"),
    Silent(
        "“Log” means a book, kept by the crew, of each voyage.",
        "“Log” means a book of each voyage kept by the crew.",
        "another order of the same words",
    ),
    Silent("Ports keep traffic data safe.", "Ports keep all traffic data safe at sea.", "the term stayed"),
    Silent("A service provider shall log calls.", "Service providers shall log calls.", "the plural"),
    Silent("The list includes ports.", "The list includes ports at sea.", "no definition: the list is named, not defined"),
    Silent("Each Party shall use all means at sea.", "Each Party shall use all means in port.", "means as a noun"),
    Silent("Parties meet on cybercrime and wrecks.", "Parties meet on wrecks and cybercrime.", "another order"),
    Silent("The child sails.", "The child sails home.", "a known term that stayed"),
    Silent("Parties shall mark buoys.", "Parties shall mark wrecks.", "no known term"),
    Silent("“Ship” means a craft.", "Under it, “ship” means a craft.", "the definition stayed"),
)

RULE = Rule(
    id=ID,
    category=CATEGORY,
    summary="Definitions changed, renamed, added or dropped, and terms that took the place of others",
    judge=judge,
    fires=FIRES,
    silent=SILENT,
    on=REWORDED | {"inserted", "deleted"},
)
