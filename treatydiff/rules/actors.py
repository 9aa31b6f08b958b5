"""Who is bound, empowered, protected or decides: changed for another, joined by others, or no longer said."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from treatydiff.rules.actor_changes import OF, counted_otherwise, listed, replaced, said_or_not
from treatydiff.rules.findings import kept_around
from treatydiff.rules.mentions import Mention, all_mentions, mentions
from treatydiff.rules.pairing import in_order
from treatydiff.rules.rule import Fires, Rule, Silent
from treatydiff.rules.spans import sentence
from treatydiff.rules.stems import content, overlap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import Finding
    from treatydiff.rules.case import Case, Wording

ID, CATEGORY = OF
_STAYED = 8.0
_SAME_ACTOR = 4.0
_SAME_PLACE = 3.0
_SAME_ROLE = 1.0
_KEPT = 0.55
_MOSTLY_KEPT = 0.7
_NEAR = 60
_Pair = tuple[Mention | None, Mention | None]


def judge(case: Case) -> Iterator[Finding]:
    """Pair the actors of both wordings by place and name; report what was replaced, joined, left or unsaid."""
    if not _may_speak(case):
        return
    old, new = mentions(case.old, case.old_sentences), mentions(case.new, case.new_sentences)
    stayed = _stayed_first(case, old, new)
    if stayed == len(old) == len(new):
        return
    same_set = Counter(one.name for one in old) == Counter(one.name for one in new)
    rest = in_order(old[stayed:], new[stayed:], lambda a, b: _likeness(a, b, case))
    pairs = [*zip(old[:stayed], new[:stayed], strict=True), *rest]
    counted = Counter((one.name, one.number) for one in old) != Counter((one.name, one.number) for one in new)
    others = [(a, b) for a, b in pairs if a is not None and b is not None and a.name != b.name]
    if same_set and others:
        yield from _exchanged(case, others)
    for a, b in pairs:
        if a is not None and b is not None:
            if counted and a.name == b.name:
                yield from _counted(case, a, b)
            elif not same_set and a.name != b.name:
                yield from _answered(case, a, b)
        elif not same_set and a is not None:
            yield from _one_sided(case, case.old, a, old)
        elif not same_set and b is not None:
            yield from _one_sided(case, case.new, b, new)


def _may_speak(case: Case) -> bool:
    """Whether a word that can name an actor, or say how many of them act, went or came, where anybody is bound."""
    return not case.is_recital and bool(case.touched & case.lexicon.party_words)


def _stayed_first(case: Case, old: Sequence[Mention], new: Sequence[Mention]) -> int:
    """Give how many of the first actors stayed as they were; no pairing could be better than theirs."""
    pairs = zip(old, new, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if not case.places.stayed(a.span, b.span)), min(len(old), len(new)))


def _likeness(old: Mention, new: Mention, case: Case) -> float:
    """Say how likely one actor stands in the place of the other."""
    if case.places.stayed(old.span, new.span):
        return _STAYED
    near = case.places.meet(old.span, new.span)
    if not near and old.name != new.name:
        return 0.0
    score = (_SAME_PLACE if near else 0.0) + (_SAME_ACTOR if old.name == new.name else 0.0)
    return score + (_SAME_ROLE if old.role == new.role else 0.0)


def _exchanged(case: Case, others: Sequence[tuple[Mention, Mention]]) -> Iterator[Finding]:
    """Report that the same actors stand in each other's places as subjects of the same verbs."""
    for old, new in others:
        if old.operator and new.operator and old.operator.governed[:1] == new.operator.governed[:1] != ():
            yield replaced(case, old, new)
            return


def _counted(case: Case, old: Mention, new: Mention) -> Iterator[Finding]:
    if {old.number, new.number} == {"each", "all together"} and old.role == new.role == "subject":
        yield counted_otherwise(case, old, new)


def _answered(case: Case, old: Mention, new: Mention) -> Iterator[Finding]:
    torn = _squeezed(case.old, old) == _squeezed(case.new, new)
    if not torn and not _are_one(case, old, new) and _stands_in_kept_words(case, case.new, new):
        yield replaced(case, old, new)


def _stands_in_kept_words(case: Case, side: Wording, mention: Mention, share: float = _KEPT) -> bool:
    """Whether the sentence around an actor stayed for the most part, and so did the words next to it."""
    start, end = sentence(side.text, mention.span, case.lexicon)
    near = (max(start, mention.span[0] - _NEAR), min(end, mention.span[1] + _NEAR))
    return kept_around(case, side, mention.span) >= share and kept_around(case, side, mention.span, near) >= _KEPT


def _are_one(case: Case, old: Mention, new: Mention) -> bool:
    """Whether the clause itself says that one of the actors serves as the other."""
    names = [_bare(case.old, old), _bare(case.new, new)]
    text = case.new.text
    defined = case.lexicon.pattern("parties", "defined")
    return any(
        text[: match.start()].rstrip().casefold().endswith(a.casefold())
        and text[match.end() :].casefold().startswith(b.casefold())
        for match in defined.finditer(text)
        for a, b in (names, names[::-1])
    )


def _squeezed(side: Wording, mention: Mention) -> str:
    """Give the words of an actor without white space, which pages tear and join."""
    return "".join(side.text[slice(*mention.span)].split()).casefold()


def _bare(side: Wording, mention: Mention) -> str:
    text = " ".join(side.text[slice(*mention.span)].split())
    first, _, rest = text.partition(" ")
    return rest if first.casefold() in side.lexicon.words("parties", "determiners") and rest else text


def _one_sided(case: Case, side: Wording, mention: Mention, known: Sequence[Mention]) -> Iterator[Finding]:
    """Judge an actor that came or went: one of a list, the agent of a passive, or the subject of a verb that stayed."""
    gained = side is case.new
    if case.places.kept_share(mention.span, of_new=gained) >= _KEPT or _is_named(case.old if gained else case.new, mention):
        return
    kept = kept_around(case, side, mention.span) >= _MOSTLY_KEPT
    if kept and (neighbour := _neighbour(case, side, mention, known)):
        yield listed(case, side, mention, neighbour)
    elif _is_agent_unsaid(case, side, mention) if mention.role == "agent" else _is_subject_unsaid(case, side, mention):
        yield said_or_not(case, side, mention)


def _is_agent_unsaid(case: Case, side: Wording, mention: Mention) -> bool:
    return kept_around(case, side, mention.span) >= _MOSTLY_KEPT and _stands_in_kept_words(case, side, mention)


def _is_subject_unsaid(case: Case, side: Wording, mention: Mention) -> bool:
    """Whether the other wording keeps the verb of an actor and most words around it, and names nobody who acts."""
    if mention.operator is None:
        return False
    other = case.old if side is case.new else case.new
    same = [one for one in other.operators if one.governed[:1] == mention.operator.governed[:1] != ()]
    if len(same) != 1 or same[0].actor or any(one.role in {"agent", "subject"} for one in all_mentions(other)):
        return False
    own = content(side.text[slice(*sentence(side.text, mention.span, case.lexicon))], case.lexicon)
    return (
        overlap(content(other.text[slice(*sentence(other.text, same[0].span, case.lexicon))], case.lexicon), own)
        >= _MOSTLY_KEPT
    )


def _is_named(side: Wording, mention: Mention) -> bool:
    return any(other.name == mention.name for other in all_mentions(side))


def _neighbour(case: Case, side: Wording, mention: Mention, known: Sequence[Mention]) -> Mention | None:
    """Give the actor next to one in a list that stayed; None when there is none."""
    gap = case.lexicon.pattern("parties", "list_gap")
    of_new = side is case.new
    place = known.index(mention)
    for other in (*known[max(0, place - 1) : place], *known[place + 1 : place + 2]):
        first, last = sorted((mention.span, other.span))
        if (
            {mention.role, other.role} != {"agent", "subject"}
            and gap.match(side.text[first[1] : last[0]])
            and case.places.kept_share(other.span, of_new=of_new) == 1
        ):
            return other
    return None


FIRES: tuple[Fires, ...] = (
    Fires(
        "The requested State Party shall pay the pilot.",
        "The requesting State Party shall pay the pilot.",
        "high",
        "context",
        "neutral",
        "neutral",
        ("The requested State Party", "The requesting State Party"),
        actor="the requesting State Party",
    ),
    Fires(
        "A judge shall approve the boarding of a ship.",
        "A harbour master shall approve the boarding of a ship.",
        "high",
        "context",
        "weakens",
        "widens",
        ("A judge", "A harbour master"),
        actor="a harbour master",
    ),
    Fires(
        "Parties shall mark their wrecks.",
        "Each Party shall mark its wrecks.",
        "medium",
        "strengthens",
        "neutral",
        "neutral",
        ("Parties", "Each Party"),
        actor="each Party",
    ),
    Fires(
        "The Secretary-General shall keep the list of wetlands.",
        "The secretariat shall keep the list of wetlands.",
        "high",
        "context",
        "neutral",
        "neutral",
        ("The Secretary-General", "The secretariat"),
        actor="the secretariat",
    ),
    Fires(
        "The log shall be inspected by a court.",
        "The log shall be inspected.",
        "high",
        "context",
        "weakens",
        "widens",
        ("a court", ""),
    ),
    Fires(
        "Each Party shall send its charts to the Committee.",
        "Each Party shall send its charts to the secretariat.",
        "medium",
        "context",
        "neutral",
        "neutral",
        ("the Committee", "the secretariat"),
    ),
    Fires(
        "Developed country Parties shall fund lighthouses.",
        "Developing country Parties shall fund lighthouses.",
        "high",
        "context",
        "neutral",
        "neutral",
        ("Developed country Parties", "Developing country Parties"),
        actor="Developing country Parties",
    ),
    Fires(
        "The Committee shall draw up the list of ports.",
        "The Committee and the secretariat shall draw up the list of ports.",
        "medium",
        "context",
        "neutral",
        "widens",
        ("", "the secretariat"),
    ),
    Fires(
        "Each coastal State shall warn ships of ice.",
        "Each State shall warn ships of ice.",
        "high",
        "context",
        "neutral",
        "widens",
        ("Each coastal State", "Each State"),
        actor="each State",
    ),
    Fires(
        "The tolls shall be fixed by the Council.",
        "The tolls shall be fixed by the Committee.",
        "high",
        "context",
        "neutral",
        "neutral",
        ("the Council", "the Committee"),
    ),
    Fires(
        "The search shall be allowed by a judicial authority.",
        "The search shall be allowed by a judicial or other competent authority.",
        "high",
        "context",
        "weakens",
        "widens",
        ("a judicial authority", "a judicial or other competent authority"),
    ),
    Fires(
        "The wreck shall be raised in spring.",
        "The owner of the wreck shall raise it in spring.",
        "medium",
        "context",
        "neutral",
        "narrows",
        ("", "The owner"),
    ),
    Fires(
        "The owner shall, in spring, raise the wreck.",
        "In spring, the wreck shall be raised.",
        "medium",
        "context",
        "neutral",
        "widens",
        ("The owner", ""),
    ),
    Fires(
        "The State Party that made the request shall feed the crew.",
        "The State Party that received the request shall feed the crew.",
        "high",
        "context",
        "neutral",
        "neutral",
        ("The State Party that made the request", "The State Party that received the request"),
        actor="the State Party that received the request",
    ),
)
SILENT: tuple[Silent, ...] = (
    Silent(
        "A judicial authority shall free the ship.",
        "The ship shall be freed by a judicial authority.",
        "the passive keeps who acts",
    ),
    Silent(
        "A State Party which dredges shall say so.", "States Parties which dredge shall say so.", "any Party in another number"
    ),
    Silent("Each Party shall mark its wrecks.", "Every Party shall mark its wrecks.", "two words for each one"),
    Silent(
        "Each State Party shall mark wrecks.",
        "Each Party shall mark wrecks.",
        "one name shortened: in a treaty a Party is a State Party",
    ),
    Silent(
        "The Office acts as the secretariat. The secretariat shall file the charts.",
        "The Office acts as the secretariat. The Office shall file the charts.",
        "the clause says that both are one",
    ),
    Silent("The organisation shall list its ships.", "The organization shall list its boats.", "another spelling"),
    Silent(
        "The requested State Party shall moor the ship.",
        "The State Party that has been requested shall moor the ship.",
        "the same actor in more words",
    ),
    Silent(
        "The harbour has a state of the art crane.", "The harbour has a state of emergency plan.", "state as an ordinary word"
    ),
    Silent("Each Party shall dredge its harbours.", "Each Party shall deepen its harbours.", "the verb changed, not who acts"),
    Silent(
        "The Committee shall meet.",
        "The Committee shall meet. The Council will send an observer.",
        "a new sentence has an actor of its own",
    ),
    Silent(
        "Parties shall state the draught of a ship.",
        "Parties shall chair the meeting on a ship.",
        "verbs that look like actors",
    ),
    Silent(
        "Every law-enforcement agency shall log its calls.", "Every law enforcement agency shall log its visits.", "a hyphen"
    ),
)

RULE = Rule(
    id=ID,
    category=CATEGORY,
    summary="Who is bound, empowered, protected or decides",
    judge=judge,
    fires=FIRES,
    silent=SILENT,
)
