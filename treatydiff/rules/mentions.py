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
    joints: frozenset[str]
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
        joints=lexicon.words("parties", "joints"),
        stops=(stops | lexicon.words("parties", "nouns")) - modifiers,
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


@lru_cache(maxsize=4)
def all_mentions(side: Wording) -> tuple[Mention, ...]:
    """Find the actors of a wording."""
    return tuple(_mentions(side, (0, len(side.text))))


def _mentions(side: Wording, stretch: Span) -> list[Mention]:
    text, lexicon = side.text, side.lexicon
    placed = _Words(text, [match.span() for match in _WORD.finditer(text, *stretch)])
    heads = _heads(placed, lexicon)
    spelled = _spelled(side, stretch) if not lexicon.words("epithets", "words").isdisjoint(placed.lower) else []
    if not heads:
        return spelled
    aside = [match.span() for match in lexicon.pattern("parties", "formulas").finditer(text, *stretch)]
    aside += [mention.span for mention in spelled]
    found = list(spelled)
    for first, last in heads:
        span = (placed.spans[first][0], placed.spans[last][1])
        if not _is_inside(span, aside) and not _is_before_noun(placed, last, lexicon):
            found.append(_mention(side, placed, (_left(placed, first, lexicon), last)))
    return sorted(found, key=lambda mention: mention.span)


class _Words:
    """The words of a stretch of text with their places and in lower case."""

    def __init__(self, text: str, spans: list[Span]) -> None:
        self.text = text
        self.spans = spans
        self.lower = [text[start:end].casefold() for start, end in spans]


def _heads(placed: _Words, lexicon: Lexicon) -> list[Span]:
    """Give the places among the words of the first and the last word of each noun for an actor, the longest first."""
    nouns = _vocabulary(lexicon).nouns
    found = []
    free = 0
    for first, word in enumerate(placed.lower):
        if word not in nouns or first < free or _is_verb(placed, first, lexicon):
            continue
        for rest in nouns[word]:
            if tuple(placed.lower[first + 1 : first + 1 + len(rest)]) == rest:
                found.append((first, first + len(rest)))
                free = first + len(rest) + 1
                break
    return found


def _is_inside(span: Span, others: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _is_before_noun(placed: _Words, last: int, lexicon: Lexicon) -> bool:
    """Whether a noun after the last word of an actor makes it part of something else: "court fees"."""
    after = last + 1
    known = lexicon.words("parties", "not_before")
    return after < len(placed.lower) and placed.lower[after] in known and placed.spans[after][0] - placed.spans[last][1] == 1


def _is_verb(placed: _Words, head: int, lexicon: Lexicon) -> bool:
    """Whether a word that can be a verb stands bare and in lower case: "to state", "and chair"."""
    if not head or placed.lower[head] not in lexicon.words("parties", "verbs"):
        return False
    known = _vocabulary(lexicon)
    before = placed.lower[head - 1]
    return placed.text[placed.spans[head][0]].islower() and before not in known.determiners | known.modifiers


def _left(placed: _Words, head: int, lexicon: Lexicon) -> int:
    """Give the place of the first word that belongs to a noun: its determiner, else the first modifier that is known."""
    known = _vocabulary(lexicon)
    first = head
    for place in range(head - 1, max(-1, head - _MOST_MODIFIERS - 2), -1):
        word = placed.lower[place]
        if not placed.text[placed.spans[place][1] : placed.spans[place + 1][0]].isspace():
            break
        if word in known.determiners:
            return place
        if word in known.joints and placed.lower[max(0, place - 1)] in known.modifiers:
            continue
        if word in known.stops:
            break
        if word in known.modifiers and (first == place + 1 or placed.lower[place + 1] in known.joints):
            first = place
    return first


def _spelled(side: Wording, stretch: Span) -> list[Mention]:
    """Find the actors that are described in more words ("the Party that made the request")."""
    found = []
    for match in side.lexicon.listed("epithet").finditer(side.text, *stretch):
        named = str(side.lexicon.entry("epithet", match)["name"]).split()
        key = _key(named, side.lexicon)
        found.append(Mention(side, match.span(), "".join(key), frozenset(key), frozenset(named), "any"))
    return found


def _mention(side: Wording, placed: _Words, between: Span) -> Mention:
    """Make a mention of the words from the first that belongs to it to the last of its noun."""
    left, last = between
    lexicon = side.lexicon
    said = placed.lower[left : last + 1]
    determiner = said[0] if len(said) > 1 and said[0] in lexicon.words("parties", "determiners") else ""
    named = said[1 if determiner else 0 :]
    key = _key(named, lexicon)
    span = (placed.spans[left][0], placed.spans[last][1])
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
