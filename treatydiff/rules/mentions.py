"""Who is spoken of in a wording: actors wherever they stand, in a normal form, with the part that they play."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from treatydiff.lexicon import phrases
from treatydiff.text.tokens import Word, is_word, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span
    from treatydiff.rules.case import Wording
    from treatydiff.rules.operators import Operator

Role = Literal["subject", "agent", "recipient", "other"]
Number = Literal["each", "all together", "any"]
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
        modifiers=modifiers,
        determiners=lexicon.words("parties", "determiners") - modifiers,
        stops=stops | (lexicon.words("parties", "nouns") - modifiers),
        governing=outside - lexicon.words("parties", "opening"),
    )


def mentions(side: Wording, within: Iterable[Span]) -> tuple[Mention, ...]:
    """Find the actors in stretches of a wording, which are in order and apart."""
    return tuple(mention for stretch in within for mention in _mentions(side, stretch))


def _mentions(side: Wording, stretch: Span) -> list[Mention]:
    text, lexicon = side.text, side.lexicon
    heads = [match.span() for match in phrases(lexicon.words("parties", "nouns")).finditer(text, *stretch)]
    spelled = [(match.span(), _alias(match.lastgroup, lexicon)) for match in lexicon.listed("party").finditer(text, *stretch)]
    if not heads and not spelled:
        return []
    aside = [match.span() for match in lexicon.pattern("parties", "formulas").finditer(text, *stretch)]
    aside += [span for span, _ in spelled]
    placed = [Word(w.text, w.start + stretch[0], w.end + stretch[0]) for w in words(text[slice(*stretch)])]
    starts = [word.start for word in placed]
    found = [_spelled(side, span, name) for span, name in spelled]
    for head in heads:
        first, after = bisect_left(starts, head[0]), bisect_left(starts, head[1])
        if first == len(starts) or starts[first] != head[0] or _is_inside(head, aside):
            continue
        if not _is_before_noun(placed[after : after + 1], head, lexicon) and not _is_verb(placed, first, lexicon):
            found.append(_mention(side, head, _left(placed, first, lexicon)))
    return sorted(found, key=lambda mention: mention.span)


def _alias(group: str | None, lexicon: Lexicon) -> str:
    return str(lexicon.entries("party")[int(str(group)[1:])]["name"])


def _is_inside(span: Span, others: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _is_before_noun(after: list[Word], head: Span, lexicon: Lexicon) -> bool:
    known = lexicon.words("parties", "not_before")
    return any(word.start - head[1] == 1 and word.text.casefold() in known for word in after)


def _is_verb(placed: list[Word], head: int, lexicon: Lexicon) -> bool:
    before = placed[head - 1].text.casefold() if head else ""
    return before in lexicon.words("parties", "before_verb") and placed[head].text in lexicon.words("parties", "verbs")


def _left(placed: list[Word], head: int, lexicon: Lexicon) -> list[Word]:
    """Give the words before a noun that belong to it: its determiner with what follows, else the modifiers that are known."""
    known = _vocabulary(lexicon)
    first = head
    for place in range(head - 1, max(-1, head - _MOST_MODIFIERS - 2), -1):
        lower = placed[place].text.casefold()
        if lower in known.determiners:
            return placed[place:head]
        if not is_word(lower) or lower in known.stops:
            break
        if first == place + 1 and lower in known.modifiers:
            first = place
    return placed[first:head]


def _spelled(side: Wording, span: Span, name: str) -> Mention:
    key = _key(name.split(), side.lexicon)
    return Mention(side, span, "".join(key), frozenset(key), frozenset(name.split()), "any")


def _mention(side: Wording, head: Span, left: list[Word]) -> Mention:
    lexicon = side.lexicon
    start = left[0].start if left else head[0]
    said = [word.text.casefold() for word in left]
    determiner = said[0] if said and said[0] in lexicon.words("parties", "determiners") else ""
    named = [*said[1 if determiner else 0 :], *side.text[slice(*head)].casefold().split()]
    key = _key(named, lexicon)
    number = _number(determiner, named[-1], lexicon)
    return Mention(side, (start, head[1]), "".join(key), frozenset(key), frozenset(named), number)


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
