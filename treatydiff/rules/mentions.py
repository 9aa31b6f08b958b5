"""Who is spoken of in a wording: actors wherever they stand, in a normal form, with the part that they play."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span
    from treatydiff.rules.case import Wording
    from treatydiff.rules.operators import Operator

Role = Literal["subject", "agent", "recipient", "other"]
Number = Literal["each", "all together", "any"]
_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_MOST_MODIFIERS = 4
_LOOK_BACK = 24
_SUBJECT_REACH = 200


@dataclass(frozen=True, eq=False)
class Mention:
    """An actor at its place.

    `span` starts at its determiner. `name` is its normal form, `key` the words of weight in it, `words` those of its noun
    phrase in lower case without the determiner. `number` tells "each Party" from "the Parties".
    """

    side: Wording
    span: Span
    name: str
    key: frozenset[str]
    words: frozenset[str]
    number: Number

    @cached_property
    def operator(self) -> Operator | None:
        """The operator whose subject it is; None for every other part."""
        if self._before_is("agent") or _is_governed(self._before, self.side.lexicon):
            return None
        gap = self.side.lexicon.pattern("parties", "subject_gap")
        end = self.span[1]
        operators = (one for one in self.side.operators if not one.is_inherited and one.span[0] >= end)
        first = next(operators, None)
        if first is None or first.span[0] > end + _SUBJECT_REACH:
            return None
        return first if gap.fullmatch(self.side.text[end : first.span[0]]) else None

    @cached_property
    def role(self) -> Role:
        """The part that it plays: who acts, by whom something is done, to whom, or another."""
        if self._before_is("agent"):
            return "agent"
        if self.operator is not None:
            return "subject"
        return "recipient" if self._before_is("recipient") else "other"

    @property
    def _before(self) -> str:
        return self.side.text[max(0, self.span[0] - _LOOK_BACK) : self.span[0]]

    def _before_is(self, name: str) -> bool:
        return self.side.lexicon.pattern("parties", name).search(self._before) is not None


def _is_governed(before: str, lexicon: Lexicon) -> bool:
    last = before.split()[-1:]
    return bool(last) and last[0].casefold() in _vocabulary(lexicon).governing


class _Vocabulary(NamedTuple):
    """Word lists of the language in the form in which they are asked for."""

    nouns: dict[str, tuple[tuple[str, ...], ...]]
    modifiers: frozenset[str]
    determiners: frozenset[str]
    stops: frozenset[str]
    governing: frozenset[str]


@lru_cache(maxsize=8)
def _vocabulary(lexicon: Lexicon) -> _Vocabulary:
    modifiers = lexicon.words("parties", "modifiers")
    outside = lexicon.words("actors", "not_subject_after")
    stops = lexicon.function_words | outside | lexicon.words("parties", "before_verb")
    return _Vocabulary(
        nouns=_by_first_word(lexicon.words("parties", "nouns")),
        modifiers=modifiers,
        determiners=lexicon.words("parties", "determiners") - modifiers,
        stops=stops | (lexicon.words("parties", "nouns") - modifiers),
        governing=outside - lexicon.words("parties", "opening"),
    )


def _by_first_word(nouns: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Give what may follow the first word of each noun, the longest first."""
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for noun in sorted(nouns):
        first, *rest = noun.split()
        found[first].append(tuple(rest))
    return {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in found.items()}


def mentions(side: Wording, within: Iterable[Span]) -> tuple[Mention, ...]:
    """Find the actors in stretches of a wording, which are in order and apart."""
    return tuple(mention for stretch in within for mention in _mentions(side, stretch))


def _mentions(side: Wording, stretch: Span) -> list[Mention]:
    text, lexicon = side.text, side.lexicon
    placed = [_Placed(match[0].casefold(), *match.span()) for match in _WORD.finditer(text, *stretch)]
    heads = _heads(placed, text, lexicon)
    if not heads:
        return []
    spelled = [(match.span(), _alias(place, lexicon)) for place, match in lexicon.listed("epithet", text, stretch)]
    aside = [match.span() for match in lexicon.pattern("parties", "formulas").finditer(text, *stretch)]
    aside += [span for span, _ in spelled]
    found = [_spelled(side, span, name) for span, name in spelled]
    for first, last in heads:
        span = (placed[first].start, placed[last].end)
        if not _is_inside(span, aside) and not _is_before_noun(placed[last + 1 : last + 2], span, lexicon):
            left = _left(placed, first, text, lexicon)
            found.append(_mention(side, placed[left:first], placed[first : last + 1]))
    return sorted(found, key=lambda mention: mention.span)


class _Placed(NamedTuple):
    """A word in lower case with its place."""

    text: str
    start: int
    end: int


def _heads(placed: list[_Placed], text: str, lexicon: Lexicon) -> list[Span]:
    """Give the places among the words of the first and the last word of each noun for an actor, the longest first."""
    nouns = _vocabulary(lexicon).nouns
    found = []
    free = 0
    for first, word in enumerate(placed):
        if first < free or word.text not in nouns or _is_verb(placed, first, text, lexicon):
            continue
        for rest in nouns[word.text]:
            if tuple(after.text for after in placed[first + 1 : first + 1 + len(rest)]) == rest:
                found.append((first, first + len(rest)))
                free = first + len(rest) + 1
                break
    return found


def _alias(place: int, lexicon: Lexicon) -> str:
    return str(lexicon.entries("epithet")[place]["name"])


def _is_inside(span: Span, others: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _is_before_noun(after: list[_Placed], span: Span, lexicon: Lexicon) -> bool:
    known = lexicon.words("parties", "not_before")
    return any(word.start - span[1] == 1 and word.text in known for word in after)


def _is_verb(placed: list[_Placed], head: int, text: str, lexicon: Lexicon) -> bool:
    if not head or placed[head].text not in lexicon.words("parties", "verbs"):
        return False
    return placed[head - 1].text in lexicon.words("parties", "before_verb") and text[placed[head].start].islower()


def _left(placed: list[_Placed], head: int, text: str, lexicon: Lexicon) -> int:
    """Give the place of the first word that belongs to a noun: its determiner, else the first modifier that is known."""
    known = _vocabulary(lexicon)
    first = head
    for place in range(head - 1, max(-1, head - _MOST_MODIFIERS - 2), -1):
        word = placed[place]
        if not text[word.end : placed[place + 1].start].isspace():
            break
        if word.text in known.determiners:
            return place
        if word.text in known.stops:
            break
        if first == place + 1 and word.text in known.modifiers:
            first = place
    return first


def _spelled(side: Wording, span: Span, name: str) -> Mention:
    key = _key(name.split(), side.lexicon)
    return Mention(side, span, "".join(key), frozenset(key), frozenset(name.split()), "any")


def _mention(side: Wording, left: list[_Placed], noun: list[_Placed]) -> Mention:
    lexicon = side.lexicon
    said = [word.text for word in left]
    determiner = said[0] if said and said[0] in lexicon.words("parties", "determiners") else ""
    named = [*said[1 if determiner else 0 :], *(word.text for word in noun)]
    key = _key(named, lexicon)
    span = ((left or noun)[0].start, noun[-1].end)
    return Mention(side, span, "".join(key), frozenset(key), frozenset(named), _number(determiner, named[-1], lexicon))


def _key(named: list[str], lexicon: Lexicon) -> list[str]:
    """Give the words that say who is meant, in one spelling and the noun without its ending."""
    light = lexicon.words("parties", "light") if named[-1] in lexicon.words("parties", "light_before") else frozenset()
    spellings = lexicon.settings.get("parties", {}).get("spellings", {})
    weighty = [word for word in named if word not in light and word not in lexicon.function_words] or named[-1:]
    plain = [str(spellings.get(word, word)).replace("-", "") for word in weighty]
    return [*plain[:-1], lexicon.stem(plain[-1])]


def _number(determiner: str, noun: str, lexicon: Lexicon) -> Number:
    if determiner in lexicon.words("parties", "individual"):
        return "each"
    if determiner in lexicon.words("parties", "distributive") or noun not in lexicon.words("parties", "plurals"):
        return "any"
    return "all together"
