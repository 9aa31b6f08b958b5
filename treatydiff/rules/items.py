"""The items of a list: which came, which went, and what that means for a list of its kind."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model import Finding
from treatydiff.rules.lists import Listing, joint_at_end, listings
from treatydiff.rules.pairing import in_order
from treatydiff.rules.roles import Lead, chapeau, is_near, lead, role
from treatydiff.rules.rule import REWORDED, Fires, Rule, Silent
from treatydiff.text.tokens import bare_words, is_word, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Axis, ScopeAxis, Severity, Span
    from treatydiff.rules.case import Case, Wording
    from treatydiff.rules.lists import Item
    from treatydiff.rules.roles import Role

ID = "items"
CATEGORY = "T12"
_LONGEST = 15
_SHOWN = 12
_ELSEWHERE = 0.5
_STILL_THERE = 0.8
_ALIKE = 0.5
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


class _Found(NamedTuple):
    """An item that came or went, as its words at their place, and the list that it is of."""

    span: Span
    came: bool
    before: Lead
    any_is_enough: bool = False
    is_inline: bool = False


def judge(case: Case) -> Iterator[Finding]:
    """Report the items that came to a list or went from it while other items of it stayed."""
    if case.change.link.kind in {"inserted", "deleted"}:
        yield from _provision(case)
        return
    found: dict[tuple[Span, bool], _Found] = {}
    for item in (*_labelled(case), *_inline(case, of_new=False), *_inline(case, of_new=True)):
        found.setdefault((item.span, item.came), item)
    for item in found.values():
        yield _finding(item, case)


def _labelled(case: Case) -> Iterator[_Found]:
    """Yield the items with labels that have no partner on the other side, nor stand there in another form."""
    old, new = (
        [one for one in listings(side.text, case.lexicon) if one.is_lettered] if "(" in side.text else []
        for side in (case.old, case.new)
    )
    for before, after in in_order(old, new, lambda a, b: float(len(_partners(a, b, case)))):
        if before is None or after is None:
            continue
        partners = _partners(before, after, case)
        answered = set(partners.values())
        gone = [item for n, item in enumerate(before.items) if n not in partners]
        come = [item for n, item in enumerate(after.items) if n not in answered]
        yield from (
            _Found(item.span, False, lead(case.old, before)) for item in gone if not _is_elsewhere(item, case, of_new=False)
        )
        yield from (
            _Found(item.span, True, lead(case.new, after)) for item in come if not _is_elsewhere(item, case, of_new=True)
        )


def _partners(old: Listing, new: Listing, case: Case) -> dict[int, int]:
    """Pair the items of two lists by their words, in any order, the likest first."""
    before = [_stems(case.old.text[slice(*item.span)], case.lexicon) for item in old.items]
    after = [_stems(case.new.text[slice(*item.span)], case.lexicon) for item in new.items]
    ranked = sorted(
        ((_likeness(a, b), -abs(i - j), i, j) for i, a in enumerate(before) for j, b in enumerate(after)),
        reverse=True,
    )
    found: dict[int, int] = {}
    for likeness, _, i, j in ranked:
        if likeness >= _ALIKE and i not in found and j not in found.values():
            found[i] = j
    return found


def _likeness(old: frozenset[str], new: frozenset[str]) -> float:
    return len(old & new) / (min(len(old), len(new)) or 1)


def _is_elsewhere(item: Item, case: Case, *, of_new: bool) -> bool:
    """Whether most of an item's words stand on the other side too, in another item or in the chapeau."""
    side, other = (case.new, case.old) if of_new else (case.old, case.new)
    own = _stems(side.text[slice(*item.head)], case.lexicon)
    return not own or len(own & _stems(other.text, case.lexicon)) / len(own) >= _ELSEWHERE


@lru_cache(maxsize=256)
def _stems(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Give the stems of the words of content in a text."""
    lower = (word.casefold() for word in bare_words(text))
    return frozenset(lexicon.stem(word) for word in lower if word not in lexicon.function_words)


def _inline(case: Case, *, of_new: bool) -> Iterator[_Found]:
    """Yield the items of lists without labels that came or went as a whole while another item of the list stayed."""
    side = case.new if of_new else case.old
    for listing in listings(side.text, case.lexicon) if (case.came if of_new else case.went) else ():
        if listing.is_lettered:
            continue
        kept = sum(_is_kept(item, case, of_new=of_new) for item in listing.items)
        found = {span: item for item in listing.items if (span := _changed(item, case, of_new=of_new))}
        joint = side.text[slice(*listing.joint)] if listing.joint else ""
        for span in found if len(found) <= kept else ():
            yield _Found(span, of_new, lead(side, listing), _is_any(joint, case.lexicon), is_inline=True)


def _changed(item: Item, case: Case, *, of_new: bool) -> Span | None:
    """Give the words of an item that came or went as a whole; None for any other."""
    if case.places.kept_share(item.head, of_new=of_new) > 0 or _is_elsewhere(item, case, of_new=of_new):
        return None
    return _own_words(item, case, of_new=of_new)


def _is_kept(item: Item, case: Case, *, of_new: bool) -> bool:
    """Whether an item stayed in its place, or stands on the other side of the place that changed."""
    if case.places.kept_share(item.head, of_new=of_new) == 1:
        return True
    place = case.places.opposite(item.head, of_new=of_new)
    if place is None:
        return False
    side, other = (case.new, case.old) if of_new else (case.old, case.new)
    return _stems(side.text[slice(*item.head)], case.lexicon) <= _stems(other.text[slice(*place[1])], case.lexicon)


def _own_words(item: Item, case: Case, *, of_new: bool) -> Span | None:
    """Give the words that came or went with an item, if they are an item and no more, and nothing took its place."""
    place = case.places.opposite(item.head, of_new=of_new)
    if place is None:
        return None
    side, other = (case.new, case.old) if of_new else (case.old, case.new)
    if not _stems(other.text[slice(*place[1])], case.lexicon) <= _stems(side.text[slice(*place[0])], case.lexicon):
        return None
    span = _between_joints(side, place[0], item.head)
    return span if span is not None and _is_an_item(side.text[slice(*span)], case.lexicon) else None


def _between_joints(side: Wording, place: Span, head: Span) -> Span | None:
    """Give the part of a place that holds an item, between commas and coordinators; None where none parts it from the rest."""
    parts = [match.span() for match in side.lexicon.pattern("lists", "parting").finditer(side.text, *place)]
    before = [end for _, end in parts if end <= head[0]]
    after = [start for start, _ in parts if start >= head[1]]
    joined = side.lexicon.pattern("lists", "parting_before").search(side.text[max(0, place[0] - _LONGEST) : place[0]])
    span = (max(before, default=place[0]), min(after, default=place[1]))
    joint = side.text[: span[0]].rstrip()[-1:]
    if not (before or joined or after) or ((joint == "," or not (before or joined)) and not _begins_an_item(side, span)):
        return None
    return _trimmed(side, span)


def _begins_an_item(side: Wording, span: Span) -> bool:
    """Whether the words of a span are no further description of what stands before them."""
    first = next(iter(bare_words(side.text[slice(*span)])), "")
    return bool(first) and first.casefold() not in side.lexicon.words("lists", "no_item_begins")


def _trimmed(side: Wording, span: Span) -> Span | None:
    """Give a span without punctuation at its ends and words without content behind it."""
    inside = [word for word in words(side.text[slice(*span)]) if is_word(word.text)]
    while inside and inside[-1].text.casefold() in side.lexicon.function_words:
        inside.pop()
    return (span[0] + inside[0].start, span[0] + inside[-1].end) if inside else None


def _is_an_item(own: str, lexicon: Lexicon) -> bool:
    """Whether words make an item and no clause or qualifier."""
    lower = [word.casefold() for word in bare_words(own)]
    if lexicon.pattern("lists", "elements").search(own) or not any(word.isalpha() for word in lower):
        return False
    if (
        lower[0] in lexicon.words("lists", "openers")
        or len(lower) > _LONGEST
        or not lexicon.words("lists", "clauses").isdisjoint(lower)
    ):
        return False
    return lexicon.qualifier_pattern.search(own) is None and not any(stop in own for stop in ".;:\n(")


def _provision(case: Case) -> Iterator[Finding]:
    """Report an item that is a provision of its own, under a chapeau that stayed."""
    came = case.change.link.kind == "inserted"
    side = case.new if came else case.old
    if not side.text or not case.setting.is_item_of_kept_list(case.change.link):
        return
    own = _stems(side.text, case.lexicon)
    around = _stems(case.setting.list_of(case.change.link), case.lexicon)
    if len(own & around) < _STILL_THERE * len(own):
        before = Lead(chapeau(side), (side.text,))
        yield _finding(_Found((0, len(side.text)), came, before, _siblings_say_any(side, case.lexicon)), case)


def _siblings_say_any(side: Wording, lexicon: Lexicon) -> bool:
    """Whether an item of the list ends with what asks for any of them."""
    parent = side.clauses[0].parent
    ends = [child.text[-_LONGEST:] for child in parent.children] if parent else []
    joints = [(end, joint_at_end(end, lexicon)) for end in ends]
    return any(joint is not None and _is_any(end[slice(*joint)], lexicon) for end, joint in joints)


def _is_any(joint: str, lexicon: Lexicon) -> bool:
    return joint.casefold() in lexicon.words("lists", "any")


def _finding(item: _Found, case: Case) -> Finding:
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


def _judged(item: _Found, kind: Role, lexicon: Lexicon) -> _Judged:
    """Judge by the role of the list; in a running sentence no more than its words make sure."""
    severity, binds, rights, scope = _ADDED.get(kind, _PLAIN)
    if item.is_inline and kind != "grounds":
        severity = "medium" if kind == "definition" or (kind in _GOVERNED and is_near(item.before, lexicon)) else "low"
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
