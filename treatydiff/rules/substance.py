"""How much a provision weighs that came or went: the duties, prohibitions, exemptions and safeguards in it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.rules.rights import rights_of
from treatydiff.rules.spans import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Axis, ScopeAxis, Severity, Span
    from treatydiff.rules.operators import Operator

_ORDER: Final = (
    *("prohibition", "ambiguous", "obligation", "measures", "exemption", "conduct", "consider", "permission"),
    *("advice-against", "recommendation"),
)
_LONGEST_LEAD: Final = 200
_GRAVE: Final = frozenset({"prohibition", "obligation", "measures", "exemption"})
_BINDS: Final[Mapping[str, tuple[Axis, Axis]]] = {
    **dict.fromkeys(("prohibition", "obligation", "measures", "conduct", "consider"), ("strengthens", "weakens")),
    **dict.fromkeys(("advice-against", "recommendation"), ("strengthens", "weakens")),
    "exemption": ("weakens", "strengthens"),
}
"""What an operator does to the duties of those bound when it comes, and when it goes; it depends for all others."""


class Piece(NamedTuple):
    """Words that came or went, in their text, with the operators in them."""

    text: str
    span: Span
    operators: tuple[Operator, ...]


class Substance(NamedTuple):
    """What came or went: its weight on every axis, whom it binds, what it is called, and the piece that decided.

    `asks` is what the gravest operator governs, as written, to the end of its sentence.
    """

    severity: Severity
    bindingness: Axis
    rights: Axis
    scope: ScopeAxis
    actor: str
    name: str
    piece: Piece | None
    asks: str = ""


NOTHING: Final = Substance("low", "neutral", "neutral", "neutral", "", "", None)


def substance(pieces: Sequence[Piece], lexicon: Lexicon, *, came: bool) -> Substance:
    """Weigh pieces of a draft that came or went together, by the gravest operator in them and by what it protects."""
    held = [
        (operator, piece)
        for piece in pieces
        for operator in piece.operators
        if _rank(operator) is not None and not _describes(operator, piece, lexicon)
    ]
    if not held:
        return NOTHING
    protecting = [item for item in held if protects(item[1].text, item[0].span, lexicon)]
    operator, piece = min(protecting or held, key=lambda item: _rank(item[0]) or 0)
    known = operator.reading.known
    binds = _BINDS.get(known.id, ("context", "context"))[0 if came else 1]
    creates = lexicon.pattern("structure", "offences").search(piece.text, *sentence(piece.text, operator.span, lexicon))
    scope: ScopeAxis = ("widens" if came else "narrows") if creates and known.id in _GRAVE else "neutral"
    rights: Axis = "context" if creates else rights_of(piece.text, operator.span, binds, lexicon)
    if protecting:
        rights = "strengthens" if came else "weakens"
    return Substance(
        severity="high" if known.id in _GRAVE or protecting else "medium",
        bindingness=binds,
        rights=rights,
        scope=scope,
        actor=operator.actor if _is_of_one(held, lexicon) else "",
        name=_called([one for one, _ in held], operator),
        piece=piece,
        asks=piece.text[operator.span[1] : sentence(piece.text, operator.span, lexicon)[1]].strip(" ,:;."),
    )


def protects(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether the sentence at a span protects persons, or has the use of powers reviewed."""
    whole = sentence(text, span, lexicon)
    return lexicon.safeguards.search(text, *whole) is not None or (
        lexicon.pattern("structure", "review").search(text, *whole) is not None
    )


def _is_of_one(held: Sequence[tuple[Operator, Piece]], lexicon: Lexicon) -> bool:
    """Whether all operators bind the same actor, who does not only receive what they ask of others."""
    received = lexicon.pattern("structure", "received")
    given = any(received.match(piece.text, operator.span[1]) for operator, piece in held)
    return not given and len({_bare(operator.actor, lexicon) for operator, _ in held}) == 1


def _bare(actor: str, lexicon: Lexicon) -> str:
    return lexicon.pattern("actors", "determiners").sub("", actor, count=1).strip()


def _describes(operator: Operator, piece: Piece, lexicon: Lexicon) -> bool:
    """Whether an operator that binds nobody strictly stands in words that only tell of which things a clause speaks."""
    known = operator.reading.known.id
    before = lexicon.pattern("structure", "describing")
    start = operator.span[0]
    return known not in _GRAVE and before.search(piece.text[max(0, start - _LONGEST_LEAD) : start]) is not None


def _rank(operator: Operator) -> int | None:
    known = operator.reading.known.id
    return _ORDER.index(known) if known in _ORDER else None


def _called(held: Sequence[Operator], gravest: Operator) -> str:
    """Name what was held: "duty (shall)" for one, "3 duties and 1 discretion" for several."""
    if len(held) == 1:
        return " or ".join(f"{one.known.name} ({one.words.casefold()})" for one in gravest.readings)
    counts = Counter(one.reading.known.name for one in sorted(held, key=lambda one: _rank(one) or 0))
    said = [f"{count} {_plural(name) if count > 1 else name}" for name, count in counts.items()]
    return " and ".join([*([", ".join(said[:-1])] if said[1:] else []), said[-1]])


def _plural(name: str) -> str:
    head, _, rest = name.partition(" ")
    many = f"{head[:-1]}ies" if head.endswith("y") else f"{head}s"
    return f"{many} {rest}".rstrip()
