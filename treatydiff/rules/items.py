"""The items of a list: which came, which went, and what that means for a list of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.model import Finding
from treatydiff.rules.lists import joint_at_end
from treatydiff.rules.membership import Member, illustrations, inline, is_any, labelled, stems
from treatydiff.rules.roles import Lead, chapeau, is_near, role
from treatydiff.rules.rule import REWORDED, Fires, Rule, Silent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Axis, ScopeAxis, Severity, Span
    from treatydiff.rules.case import Case, Wording
    from treatydiff.rules.roles import Role

ID = "items"
CATEGORY = "T12"
_ENDING = 15
_SHOWN = 12
_STILL_THERE = 0.8
_Judged = tuple["Severity", "Axis", "Axis", "ScopeAxis"]
_ADDED: Mapping[Role, _Judged] = {
    "offences": ("high", "strengthens", "context", "widens"),
    "definition": ("high", "context", "context", "widens"),
    "grounds": ("medium", "strengthens", "strengthens", "widens"),
    "conditions": ("medium", "context", "strengthens", "narrows"),
    "duties": ("medium", "strengthens", "neutral", "widens"),
    "bans": ("medium", "strengthens", "context", "widens"),
    "powers": ("medium", "neutral", "context", "widens"),
}
_GOVERNED: frozenset[Role] = frozenset({"offences", "duties", "powers", "bans"})
_PLAIN: _Judged = ("low", "strengthens", "neutral", "widens")
_MIRROR = {"weakens": "strengthens", "strengthens": "weakens", "widens": "narrows", "narrows": "widens"}
_KINDS: Mapping[Role, str] = {
    "offences": "list of offences",
    "definition": "closed list",
    "grounds": "list of grounds",
    "conditions": "list of conditions",
    "duties": "list under a duty",
    "bans": "list of what is forbidden",
    "powers": "list of powers",
    "examples": "open list",
}


def judge(case: Case) -> Iterator[Finding]:
    """Report the items that came to a list or went from it while other items of it stayed."""
    if case.change.link.kind in {"inserted", "deleted"}:
        yield from _provision(case)
        return
    found: dict[tuple[Span, bool], Member] = {}
    for item in (*labelled(case), *inline(case, of_new=False), *inline(case, of_new=True), *illustrations(case)):
        if not any(came == item.came and _overlap(span, item.span) for span, came in found):
            found[item.span, item.came] = item
    for item in found.values():
        yield _finding(item, case)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _provision(case: Case) -> Iterator[Finding]:
    """Report an item that is a provision of its own, under a chapeau that stayed."""
    came = case.change.link.kind == "inserted"
    side = case.new if came else case.old
    if not side.text or not case.setting.is_item_of_kept_list(case.change.link):
        return
    own = stems(side.text, case.lexicon)
    around = stems(case.setting.list_of(case.change.link), case.lexicon)
    if len(own & around) < _STILL_THERE * len(own):
        before = Lead(chapeau(side), (side.text,))
        yield _finding(Member((0, len(side.text)), came, before, _siblings_say_any(side, case.lexicon)), case)


def _siblings_say_any(side: Wording, lexicon: Lexicon) -> bool:
    """Whether an item of the list ends with what asks for any of them."""
    parent = side.clauses[0].parent
    ends = [child.text[-_ENDING:] for child in parent.children] if parent else []
    joints = [(end, joint_at_end(end, lexicon)) for end in ends]
    return any(joint is not None and is_any(end[slice(*joint)], lexicon) for end, joint in joints)


def _finding(item: Member, case: Case) -> Finding:
    side = case.new if item.came else case.old
    kind = role(item.before, case.lexicon)
    severity, binds, rights, scope = _judged(item, kind, case.lexicon)
    own = side.text[slice(*item.span)]
    verb, place = ("came", "to") if item.came else ("went", "from")
    open_ = ", which names no more than examples" if kind == "examples" else ""
    return Finding(
        rule=ID,
        category=CATEGORY,
        severity=severity,
        bindingness=binds,
        rights=rights,
        scope=scope,
        actor="",
        old="" if item.came else own,
        new=own if item.came else "",
        old_span=None if item.came else item.span,
        new_span=item.span if item.came else None,
        message=f'"{_shown(own)}" {verb} {place} the {_KINDS.get(kind, "list")}{open_}',
    )


def _judged(item: Member, kind: Role, lexicon: Lexicon) -> _Judged:
    """Judge by the role of the list; in a running sentence no more than its words make sure."""
    severity, binds, rights, scope = _ADDED.get(kind, _PLAIN)
    if item.is_inline and kind != "grounds":
        severity = "medium" if kind in _GOVERNED and is_near(item.before, lexicon) else "low"
    if item.came == (item.any_is_enough and kind == "conditions"):
        binds, rights, scope = (_MIRROR.get(axis, axis) for axis in (binds, rights, scope))  # type: ignore[assignment]
    return severity, binds, rights, scope


def _shown(own: str) -> str:
    parts = own.split()
    return " ".join(parts) if len(parts) <= _SHOWN else f"{' '.join(parts[:_SHOWN])} …"


FIRES: tuple[Fires, ...] = (
    Fires(
        "The following are offences: (a) piracy; (b) arson.",
        "The following are offences: (a) piracy; (b) smuggling; (c) arson.",
        "high",
        "strengthens",
        "context",
        "widens",
        ("", "smuggling"),
    ),
    Fires(
        "A vessel consists of: (a) the hull; (b) the mast; (c) the lamps.",
        "A vessel consists of: (a) the hull; (b) the lamps.",
        "high",
        "context",
        "context",
        "narrows",
        ("the mast", ""),
    ),
    Fires(
        "A ship may leave if: (a) the sea is calm; (b) tolls are paid.",
        "A ship may leave if: (a) the sea is calm; (b) tolls are paid; and (c) a pilot came aboard.",
        "medium",
        "context",
        "strengthens",
        "narrows",
        ("", "a pilot came aboard"),
    ),
    Fires(
        "No one is turned away on grounds of age or rank.",
        "No one is turned away on grounds of age, rank or language.",
        "medium",
        "strengthens",
        "strengthens",
        "widens",
        ("", "language"),
    ),
    Fires(
        "Each Party shall report wrecks, spills and fires.",
        "Each Party shall report wrecks and fires.",
        "medium",
        "weakens",
        "neutral",
        "narrows",
        ("spills", ""),
    ),
    Fires(
        "Each Party shall train pilots.",
        "Each Party shall train pilots and crews.",
        "medium",
        "strengthens",
        "neutral",
        "widens",
        ("", "crews"),
    ),
    Fires(
        "principles of thrift and care",
        "principles of thrift, care and patience",
        "low",
        "strengthens",
        "neutral",
        "widens",
        ("", "patience"),
    ),
    Fires(
        "gear such as lamps, ropes and bells",
        "gear such as lamps and bells",
        "low",
        "weakens",
        "neutral",
        "narrows",
        ("ropes", ""),
    ),
    Fires(
        "Ports keep gear, including spare ropes of hemp, in store.",
        "Ports keep gear in store.",
        "low",
        "weakens",
        "neutral",
        "narrows",
        ("spare ropes of hemp", ""),
    ),
    Fires(
        "A harbour master may board, search or hold a ship.",
        "A harbour master may board or hold a ship.",
        "medium",
        "neutral",
        "context",
        "narrows",
        ("search", ""),
    ),
)
SILENT: tuple[Silent, ...] = (
    Silent("gear such as lamps, ropes and bells", "gear such as bells, lamps and ropes", "only the order changed"),
    Silent("It names: (a) the port; (b) the toll.", "It names: (i) the port; (ii) the toll.", "only the labels changed"),
    Silent(
        "Parties shall: (a) in time, mark wrecks; (b) in time, light ports.",
        "Parties shall, in time: (a) mark wrecks; (b) light ports.",
        "words moved to the chapeau",
    ),
    Silent(
        "A Party may: (a) board and hold a ship; and (b) copy its log.",
        "A Party may: (a) board a ship; (b) hold a ship; and (c) copy its log.",
        "an item was split",
    ),
    Silent("It names: (a) the port; and (b) the toll;", "It names: (a) the port; (b) the toll.", "only the joint changed"),
    Silent("It lists lamps and bells.", "It lists lamps and ropes.", "an item was replaced"),
    Silent("It names lamps, bells, ropes.", "It names lamps, bells and ropes.", "a coordinator came"),
    Silent("It names ships and crews.", "It names ships of Parties and crews.", "an item was described further"),
    Silent("Parties mark wrecks.", "Parties mark wrecks, where possible and useful.", "a qualifier is no item"),
    Silent("Parties mark wrecks.", "Parties mark wrecks and, if tolls are paid, light ports.", "a clause is no item"),
    Silent("It keeps logs.", "It keeps old and new logs.", "nothing of a list stood before"),
)

RULE = Rule(
    id=ID,
    category=CATEGORY,
    summary="Items that came to a list or went from it",
    judge=judge,
    fires=FIRES,
    silent=SILENT,
    on=REWORDED | {"inserted", "deleted"},
)
