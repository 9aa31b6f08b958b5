"""What joins a list: all of its items or any of them, judged by what the list is a list of."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from treatydiff.lexicon import phrases
from treatydiff.model import Finding
from treatydiff.rules.lists import Listing, joint_at_end, listings
from treatydiff.rules.roles import Lead, chapeau, is_near, is_negative, lead, role
from treatydiff.rules.rule import Fires, Rule, Silent
from treatydiff.rules.spans import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Axis, ScopeAxis, Severity, Span
    from treatydiff.rules.case import Case, Hunk, Wording
    from treatydiff.rules.roles import Role

ID = "conjunctions"
CATEGORY = "T06"
_FEWEST_KEPT = 2
_VERB_REACH = 60
_CUE_REACH = 40
_SAME_LIST = 200
Sense = Literal["all", "any", "open"]
_SENSES: tuple[Sense, ...] = ("all", "any", "open")
_Judged = tuple["Severity", "Axis", "Axis", "ScopeAxis"]
_NAMES: Mapping[Role, str] = {
    "conditions": "conditions",
    "offences": "offences",
    "authorisers": "safeguards",
    "duties": "duties",
    "powers": "powers",
    "bans": "acts that are forbidden",
    "grounds": "grounds",
    "examples": "examples",
}

_SAYS: Mapping[Sense, str] = {"all": "all of them", "any": "any of them", "open": "all or any of them"}
_LOOSENED: Mapping[Role, _Judged] = {
    "conditions": ("high", "context", "weakens", "widens"),
    "authorisers": ("medium", "strengthens", "weakens", "widens"),
    "duties": ("high", "weakens", "neutral", "neutral"),
    "advice": ("medium", "weakens", "neutral", "neutral"),
    "powers": ("low", "neutral", "context", "widens"),
    "definition": ("medium", "context", "context", "widens"),
}
_UNDECIDED: _Judged = ("low", "context", "context", "context")
_MIRROR = {"weakens": "strengthens", "strengthens": "weakens", "widens": "narrows", "narrows": "widens"}


class _Swap(NamedTuple):
    """A joint that says something else now: its place and sense on either side, and the list's role.

    `is_sure` tells that the role decides what the change means, `is_near` that the operator stands right before the list.
    """

    old: Span
    new: Span
    was: Sense
    now: Sense
    role: Role
    is_sure: bool
    is_near: bool = False


def judge(case: Case) -> Iterator[Finding]:
    """Report each list whose items stayed while what joins them asks for all of them, or any, where it did not before."""
    if not (_vocabulary(case.lexicon) & case.touched):
        return
    swaps = [*_at_the_end(case), *_in_lists(case)]
    words = [swap for hunk in case.hunks for swap in _in_words(hunk, case)]
    swaps += [swap for swap in words if not any(_is_near(swap, other) for other in swaps)]
    for swap in sorted(swaps, key=lambda swap: swap.new):
        yield _finding(swap, case)


def _is_near(swap: _Swap, other: _Swap) -> bool:
    """Whether two places say the same of one list: "both ... and" became "either ... or"."""
    return swap.now == other.now and abs(swap.new[0] - other.new[0]) < _SAME_LIST


def _in_lists(case: Case) -> Iterator[_Swap]:
    """Find lists whose joint has another sense, in its place or beside an item that came or went."""
    after = listings(case.new.text, case.lexicon)
    by_joint = {listing.joint: listing for listing in after if listing.joint}
    by_head = {item.head: listing for listing in after for item in listing.items}
    for listing in listings(case.old.text, case.lexicon):
        if listing.joint is None:
            continue
        place = _in_its_place(listing.joint, case)
        other = by_joint.get(place) if place else _grown_or_shrunk(listing, by_head, case)
        if other is not None and other.joint is not None:
            yield from _swapped(listing.joint, other.joint, lead(case.new, other), case, other)


def _in_its_place(joint: Span, case: Case) -> Span | None:
    """Give the place of the joint that took the place of an old one, where nothing else changed beside it."""
    first = (joint[0], joint[0] + 1)
    if _stayed(first, case):
        same = case.lexicon.pattern("lists", "coordinator").match(case.new.text, case.places.image(first)[0])
        return same.span() if same else None
    found = case.places.opposite(joint, of_new=False)
    if found is None:
        return None
    old, new = (_only_joint(side.text, span, case.lexicon) for side, span in zip((case.old, case.new), found, strict=True))
    return new if old == joint else None


def _only_joint(text: str, span: Span, lexicon: Lexicon) -> Span | None:
    """Give the place of the coordinator that is all that stands in a span, beside punctuation."""
    match = lexicon.pattern("lists", "coordinator").search(text, *span)
    if match is None:
        return None
    rest = text[span[0] : match.start()] + text[match.end() : span[1]]
    return match.span() if not rest.strip(" ,;\n") else None


def _grown_or_shrunk(listing: Listing, by_head: Mapping[Span, Listing], case: Case) -> Listing | None:
    """Give the list that an old one became by items that came or went alone: all items of the shorter one are in both."""
    images = [case.places.image(item.head) if _stayed(item.head, case) else None for item in listing.items]
    kept = [image for image in images if image in by_head]
    other = by_head[kept[0]] if kept and kept[0] is not None else None
    if other is None or len(kept) < max(_FEWEST_KEPT, min(len(listing.items), len(other.items))):
        return None
    if other.joint is None or case.places.kept_share(other.joint, of_new=True) or _stayed_in_part(listing, case):
        return None
    return other if {item.head for item in other.items} >= set(kept) else None


def _stayed_in_part(listing: Listing, case: Case) -> bool:
    return listing.joint is None or case.places.kept_share(listing.joint, of_new=False) > 0


def _swapped(old: Span, new: Span, before: Lead, case: Case, listing: Listing | None) -> Iterator[_Swap]:
    was, now = _sense(case.old.text[slice(*old)], case.lexicon), _sense(case.new.text[slice(*new)], case.lexicon)
    if was is None or now is None or was == now or {was, now} == {"any", "open"}:
        return
    if _are_synonyms(before.heads, case.lexicon) or _is_negated_again(case):
        return
    found = role(before, case.lexicon)
    yield _Swap(old, new, was, now, found, _is_sure(found, new, case, listing), is_near(before, case.lexicon))


def _is_sure(found: Role, joint: Span, case: Case, listing: Listing | None) -> bool:
    """Whether the role decides: of labelled items, duties that are verbs, conditions that are clauses, and authorities."""
    if listing is None or listing.is_lettered or found == "authorisers":
        return True
    if found != "conditions":
        return _joins_verbs(case.new, listing)
    elements = case.lexicon.pattern("lists", "elements")
    return _joins_clauses(case.new, joint) or any(elements.search(case.new.text, *item.head) for item in listing.items)


def _stayed(span: Span, case: Case) -> bool:
    return case.places.kept_share(span, of_new=False) == 1


def _at_the_end(case: Case) -> Iterator[_Swap]:
    """Find the joint with which an item that is a provision of its own ends."""
    above = chapeau(case.new)
    if not above:
        return
    old, new = joint_at_end(case.old.text, case.lexicon), joint_at_end(case.new.text, case.lexicon)
    if old is not None and new is not None:
        yield from _swapped(old, new, Lead(above, (case.new.text,)), case, None)


def _in_words(hunk: Hunk, case: Case) -> Iterator[_Swap]:
    """Find "both" that became "either", and the like, in a place where nothing else changed."""
    old, new = _cue(case.old.text, hunk.old_span, case.lexicon), _cue(case.new.text, hunk.new_span, case.lexicon)
    if old is None or new is None or old[1] == new[1]:
        return
    start = sentence(case.new.text, new[0], case.lexicon)[0]
    before = Lead(f"{chapeau(case.new)} {case.new.text[start : new[0][0]]}".strip(), ())
    if not is_negative(before.words, case.lexicon):
        yield _Swap(old[0], new[0], old[1], new[1], role(before, case.lexicon), is_sure=True)


def _cue(text: str, span: Span, lexicon: Lexicon) -> tuple[Span, Sense] | None:
    """Give the place and the sense of the words that ask for all or for any, of which a hunk at a span is part and no more."""
    for sense in _SENSES[:2]:
        known = phrases(lexicon.words("conjunctions", sense))
        for match in known.finditer(text, max(0, span[0] - _CUE_REACH), min(len(text), span[1] + _CUE_REACH)):
            rest = f"{text[span[0] : max(span[0], match.start())]} {text[min(span[1], match.end()) : span[1]]}"
            meets = match.start() < span[1] and span[0] < match.end()
            if meets and all(word.strip(",") in lexicon.function_words for word in rest.casefold().split()):
                return match.span(), sense
    return None


def _sense(joint: str, lexicon: Lexicon) -> Sense | None:
    lower = " ".join(joint.casefold().split())
    for sense in _SENSES:
        if lower in lexicon.words("lists", sense):
            return sense
    return None


def _is_negated_again(case: Case) -> bool:
    """Whether a negative came or went, which turns "or" into "and" without another meaning."""
    return bool(case.touched & case.lexicon.words("lists", "negatives"))


def _are_synonyms(heads: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether the items that are joined are a pair of words that mean nearly the same."""
    if len(heads) < _FEWEST_KEPT:
        return False
    pair = sorted(head.casefold().split()[place] for head, place in zip(heads[-2:], (-1, 0), strict=True))
    return any(pair == sorted(known) for known in lexicon.settings.get("conjunctions", {}).get("synonyms", ()))


def _joins_verbs(side: Wording, listing: Listing) -> bool:
    """Whether what is joined are verbs, so whole duties and no things."""
    joint = listing.joint
    if joint is None:
        return False
    if side.lexicon.pattern("conjunctions", "verb_phrase").match(side.text, joint[1], joint[1] + _VERB_REACH):
        return True
    return any(one.span[1] <= listing.start <= one.span[1] + 1 for one in side.operators)


def _joins_clauses(side: Wording, joint: Span) -> bool:
    """Whether a clause with a verb of its own follows a joint."""
    return side.lexicon.pattern("conjunctions", "clause").match(side.text, joint[1], joint[1] + _VERB_REACH) is not None


def _finding(swap: _Swap, case: Case) -> Finding:
    severity, binds, rights, scope = _judged(swap)
    what = "items under a duty" if swap.role == "duties" and not swap.is_sure else _NAMES.get(swap.role, "items")
    old, new = case.old.text[slice(*swap.old)], case.new.text[slice(*swap.new)]
    return Finding(
        rule=ID,
        category=CATEGORY,
        severity=severity,
        bindingness=binds,
        rights=rights,
        scope=scope,
        actor="",
        old=old,
        new=new,
        old_span=swap.old,
        new_span=swap.new,
        message=f'"{old}" became "{new}" between {what}: {_SAYS[swap.was]} before, {_SAYS[swap.now]} now',
    )


def _judged(swap: _Swap) -> _Judged:
    """Judge by the role of the list; what asks for all of its items where any was enough is the reverse of the table."""
    severity, binds, rights, scope = _LOOSENED.get(swap.role, _UNDECIDED)
    if swap.was == "any" or swap.now == "all":
        binds, rights, scope = (_MIRROR.get(axis, axis) for axis in (binds, rights, scope))  # type: ignore[assignment]
    unsure: Severity = "medium" if swap.role == "duties" and swap.is_near else "low"
    return severity if swap.is_sure else unsure, binds, rights, scope


@lru_cache(maxsize=8)
def _vocabulary(lexicon: Lexicon) -> frozenset[str]:
    """Give the words that ask for any: one of them comes or goes whenever a list is joined in another sense."""
    phrases_ = (*lexicon.words("lists", "any"), *lexicon.words("conjunctions", "any"))
    return frozenset(phrase.split()[0] for phrase in phrases_)


FIRES: tuple[Fires, ...] = (
    Fires(
        "A ship may leave if the sea is calm and the pilot has signed.",
        "A ship may leave if the sea is calm or the pilot has signed.",
        "high",
        "context",
        "weakens",
        "widens",
        ("and", "or"),
    ),
    Fires(
        "A ship may leave where: (a) the sea is calm; (b) the tolls are paid; or (c) a pilot is aboard.",
        "A ship may leave where: (a) the sea is calm; (b) the tolls are paid; and (c) a pilot is aboard.",
        "high",
        "context",
        "strengthens",
        "narrows",
        ("or", "and"),
    ),
    Fires(
        "Each Party shall mark its wrecks and light its harbours.",
        "Each Party shall mark its wrecks or light its harbours.",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("and", "or"),
    ),
    Fires(
        "Each Party shall mark, light and/or raise wrecks.",
        "Each Party shall mark, light and raise wrecks.",
        "high",
        "strengthens",
        "neutral",
        "neutral",
        ("and/or", "and"),
    ),
    Fires(
        "a search approved by a judge and a harbour master",
        "a search approved by a judge or a harbour master",
        "medium",
        "strengthens",
        "weakens",
        "widens",
        ("and", "or"),
    ),
    Fires(
        "A ship may leave where both pilots of the port agree.",
        "A ship may leave where either of the pilots of the port agree.",
        "high",
        "context",
        "weakens",
        "widens",
        ("both", "either of"),
    ),
    Fires(
        "A ship may leave where any of the following is true: (a) the sea is calm; (b) tolls are paid.",
        "A ship may leave where all of the following is true: (a) the sea is calm; (b) tolls are paid.",
        "high",
        "context",
        "strengthens",
        "narrows",
        ("any of the following", "all of the following"),
    ),
    Fires(
        "mark its wrecks; and",
        "mark its wrecks; or",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("and", "or"),
        chapeau="Each Party shall:",
    ),
    Fires("lamps and bells of ships", "lamps or bells of ships", "low", "context", "context", "context", ("and", "or")),
    Fires(
        "Parties may inspect lamps and bells.",
        "Parties may inspect lamps or bells.",
        "low",
        "neutral",
        "context",
        "widens",
        ("and", "or"),
    ),
)
SILENT: tuple[Silent, ...] = (
    Silent("It protects the rights and freedoms of crews.", "It protects the rights or freedoms of crews.", "near-synonyms"),
    Silent("A crew shall not smoke or drink.", "A crew shall neither smoke nor drink.", "or under a negative means neither"),
    Silent("It lists lamps, bells and flags.", "It lists flags, lamps and bells.", "the coordinator moved with the order"),
    Silent("It lists lamps, bells, flags.", "It lists lamps, bells and flags.", "a list without a coordinator gained one"),
    Silent("It lists lamps and bells.", "It lists lamps as well as bells.", "two words for all of them"),
    Silent("It lists lamps or bells.", "It lists lamps and/or bells.", "or does not exclude that both are meant"),
    Silent("A ship shall not load or unload.", "A ship shall not load and shall not unload.", "the negative is repeated"),
    Silent("It lists lamps and bells.", "It lists ropes or sails.", "another list"),
    Silent("mark its wrecks; and", "mark its wrecks;", "the last item but one is the last", chapeau="Each Party shall:"),
    Silent("It states both the port and the toll.", "It states the port and the toll.", "both only stresses the and"),
    Silent("Each ship and crew waits.", "Every ship and crew waits.", "the joint stayed"),
)

RULE = Rule(
    id=ID,
    category=CATEGORY,
    summary="Whether all items of a list are asked for, or any of them",
    judge=judge,
    fires=FIRES,
    silent=SILENT,
)
