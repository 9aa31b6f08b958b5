"""The exceptions, conditions and priority connectors of a wording, each with what it introduces, and how two of them answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from treatydiff.rules.findings import content, overlap
from treatydiff.rules.pairing import in_order
from treatydiff.rules.spans import sentence

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span
    from treatydiff.rules.case import Case, Wording

Kind = Literal["exception", "condition", "priority"]
_COMPLEMENT_END = re.compile(r"[,;.:\n]")
_LONGEST_COMPLEMENT = 240
_ITEM_START = re.compile(r"[;:.\n]|\(\w{1,4}\)")
_STAYED = 8.0
_SAME_ID = 2.0
_SAME_KIND = 1.0
_SAME_PLACE = 1.0
_COMPLEMENT = 4.0
_ALIKE = 0.5
_MOVED_ALIKE = 0.6


class Connector(NamedTuple):
    """A connector at its place.

    `id` is that of the phrases that say the same; `yields` is -1 where the words give way to another norm, 1 where they
    override it. `complement` is the span of what it introduces, `stems` the stems of the words of content in it and `anchor` of
    those before the connector in the same list item. `is_boilerplate` for a default rule, `is_qualifier` where the words are
    also a qualifier, `is_weak` for "if", which counts only in the place of another, `is_whole` where the sentence is nothing
    but an exception.
    """

    id: str
    kind: Kind
    yields: int
    span: Span
    complement: Span
    stems: frozenset[str]
    anchor: frozenset[str]
    is_boilerplate: bool
    is_qualifier: bool
    is_weak: bool
    is_whole: bool

    @property
    def whole(self) -> Span:
        """The span of the connector with what it introduces."""
        return self.span[0], max(self.span[1], self.complement[1])


Pair = tuple[Connector | None, Connector | None]


def connectors(text: str, lexicon: Lexicon) -> tuple[Connector, ...]:
    """Find the connectors of a text in order."""
    matches = list(lexicon.listed("exception").finditer(text))
    if not matches:
        return ()
    aside = [match.span() for match in lexicon.pattern("exceptions", "formulas").finditer(text)]
    return tuple(
        _connector(text, match, lexicon)
        for match in matches
        if not any(start < match.end() and match.start() < end for start, end in aside)
    )


def _connector(text: str, match: re.Match[str], lexicon: Lexicon) -> Connector:
    entry = lexicon.entries("exception")[int(str(match.lastgroup)[1:])]
    limit = min(sentence(text, match.span(), lexicon)[1], match.end() + _LONGEST_COMPLEMENT)
    end = _COMPLEMENT_END.search(text, match.end(), limit)
    complement = (match.end(), end.start() if end else limit)
    before = _ITEM_START.split(text[max(0, match.start() - _LONGEST_COMPLEMENT) : match.start()])[-1]
    phrase = text[match.start() : complement[1]]
    return Connector(
        id=entry["id"],
        kind=entry["kind"],
        yields=entry.get("yields", 0),
        span=match.span(),
        complement=complement,
        stems=content(text[slice(*complement)], lexicon),
        anchor=content(before, lexicon),
        is_boilerplate=lexicon.pattern("exceptions", "boilerplate").search(phrase) is not None,
        is_qualifier=lexicon.qualifier_pattern.match(text, match.start()) is not None,
        is_weak=entry.get("weak", False),
        is_whole=entry.get("whole", False),
    )


def paired(case: Case) -> list[Pair]:
    """Pair the connectors of both wordings: in order, then what changed its place; a weak one only in the place of another."""
    old, new = connectors(case.old.text, case.lexicon), connectors(case.new.text, case.lexicon)
    return [pair for pair in _rejoined(in_order(old, new, lambda a, b: _likeness(a, b, case))) if _counts(pair)]


def _counts(pair: Pair) -> bool:
    return any(one is not None and not one.is_weak for one in pair) and not any(
        one is not None and one.is_weak and other is None for one, other in (pair, pair[::-1])
    )


def _likeness(old: Connector, new: Connector, case: Case) -> float:
    """Say how likely a connector is the other one, kept or replaced."""
    if case.places.stayed(old.span, new.span):
        return _STAYED
    near = case.places.meet(old.span, new.span)
    same = old.id == new.id
    alike = overlap(old.stems, new.stems)
    both_default = old.is_boilerplate and new.is_boilerplate
    if not (alike >= _ALIKE or both_default or (near and (same or not (old.stems and new.stems)))):
        return 0.0
    score = _COMPLEMENT * max(alike, float(both_default)) + (_SAME_PLACE if near else 0.0)
    return score + (_SAME_ID if same else 0.0) + (_SAME_KIND if old.kind == new.kind else 0.0)


def _rejoined(pairs: list[Pair]) -> list[Pair]:
    """Join a loss and a gain with the same complement elsewhere in the clause, which pairing in order keeps apart."""
    gains = [new for old, new in pairs if old is None and new is not None]
    taken: list[Connector] = []
    found: list[Pair] = []
    for old, new in pairs:
        if old is None or new is not None:
            found.append((old, new))
            continue
        partner = next((gain for gain in gains if gain not in taken and _is_same(old, gain)), None)
        if partner is not None:
            taken.append(partner)
        found.append((old, partner))
    return [(old, new) for old, new in found if not (old is None and new in taken)]


def _is_same(old: Connector, new: Connector) -> bool:
    return overlap(old.stems, new.stems) >= _MOVED_ALIKE or (old.is_boilerplate and new.is_boilerplate)


def shown(side: Wording, connector: Connector) -> str:
    """Give the words of a connector and of what it introduces."""
    return side.text[slice(*connector.whole)]
