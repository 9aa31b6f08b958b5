"""The exceptions, conditions and priority connectors of a wording, each with what it introduces, and how two of them answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from treatydiff.rules.spans import sentence
from treatydiff.rules.stems import content

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span

Kind = Literal["exception", "condition", "priority"]
_COMPLEMENT_END = re.compile(r"[,;:\n]|\.(?!\d)")
_LONGEST_COMPLEMENT = 240
_ITEM_START = re.compile(r"[;:.\n]|\(\w{1,4}\)")
_AROUND = 24


@dataclass(frozen=True, eq=False)
class Connector:
    """A connector at its place.

    `id` is that of the phrases that say the same; `yields` is -1 where the words give way to another norm, 1 where they
    override it. `is_weak` for "if" and "where", `is_whole` where the sentence is nothing but an exception.
    """

    text: str
    lexicon: Lexicon
    id: str
    kind: Kind
    yields: int
    span: Span
    is_weak: bool
    is_whole: bool

    @cached_property
    def complement(self) -> Span:
        """The span of what it introduces."""
        limit = min(sentence(self.text, self.span, self.lexicon)[1], self.span[1] + _LONGEST_COMPLEMENT)
        end = _COMPLEMENT_END.search(self.text, self.span[1], limit)
        return self.span[1], end.start() if end else limit

    @property
    def whole(self) -> Span:
        """The span of the connector with what it introduces."""
        return self.span[0], max(self.span[1], self.complement[1])

    @property
    def shown(self) -> str:
        """Its words with those of what it introduces."""
        return self.text[slice(*self.whole)]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words of content in what it introduces."""
        return content(self.text[slice(*self.complement)], self.lexicon)

    @cached_property
    def anchor(self) -> frozenset[str]:
        """The stems of the words of content before it in the same item of a list."""
        before = self.text[max(0, self.span[0] - _LONGEST_COMPLEMENT) : self.span[0]]
        return content(_ITEM_START.split(before)[-1], self.lexicon)

    @cached_property
    def is_boilerplate(self) -> bool:
        """Whether it makes a default rule, which those concerned may set aside."""
        return self.lexicon.pattern("exceptions", "boilerplate").search(self.text[slice(*self.whole)]) is not None

    @cached_property
    def is_qualifier(self) -> bool:
        """Whether its words are also a qualifier, of which another rule speaks."""
        return self.lexicon.qualifier_pattern.match(self.text, self.span[0]) is not None


def connectors(text: str, lexicon: Lexicon, within: Iterable[Span] | None = None) -> tuple[Connector, ...]:
    """Find the connectors of a text, or of stretches of it that are in order and apart, in order."""
    found: list[re.Match[str]] = []
    for stretch in within if within is not None else ((0, len(text)),):
        found += [
            match for match in lexicon.listed("exception").finditer(text, *stretch) if not _is_formula(text, match, lexicon)
        ]
    return tuple(_connector(text, match, lexicon) for match in found)


def _is_formula(text: str, found: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the words of a connector stand in a phrase that is none."""
    span = found.span()
    formulas = lexicon.pattern("exceptions", "formulas").finditer(text, max(0, span[0] - _AROUND), span[1] + _AROUND)
    return any(match.start() < span[1] and span[0] < match.end() for match in formulas)


def _connector(text: str, match: re.Match[str], lexicon: Lexicon) -> Connector:
    entry = lexicon.entry("exception", match)
    return Connector(
        text=text,
        lexicon=lexicon,
        id=entry["id"],
        kind=entry["kind"],
        yields=entry.get("yields", 0),
        span=match.span(),
        is_weak=entry.get("weak", False),
        is_whole=entry.get("whole", False),
    )
