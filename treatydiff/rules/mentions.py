"""Who is spoken of in a wording: actors wherever they stand, in a normal form, with the part that they play."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from treatydiff.lexicon import phrases
from treatydiff.rules.spans import words_between
from treatydiff.text.tokens import Word, is_word

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span
    from treatydiff.rules.case import Wording
    from treatydiff.rules.operators import Operator

Role = Literal["subject", "agent", "recipient", "other"]
Number = Literal["each", "all together", "any"]
_MOST_MODIFIERS = 4
_LOOK_BACK = 24
_SUBJECT_REACH = 200


class Mention(NamedTuple):
    """An actor at its place.

    `span` starts at its determiner. `name` is its normal form, `key` the words of weight in it, `words` those of its noun
    phrase in lower case without the determiner. `number` tells "each Party" from "the Parties"; `operator` is the one whose
    subject it is, None otherwise.
    """

    span: Span
    name: str
    key: frozenset[str]
    words: frozenset[str]
    number: Number
    role: Role
    operator: Operator | None


def mentions(side: Wording) -> tuple[Mention, ...]:
    """Find the actors of a wording in order."""
    text, lexicon = side.text, side.lexicon
    known = lexicon.words("parties", "nouns")
    spelled = [(match.span(), _alias(match.lastgroup, lexicon)) for match in lexicon.listed("party").finditer(text)]
    heads = [match.span() for match in phrases(known).finditer(text)]
    if not heads:
        return ()
    aside = [match.span() for match in lexicon.pattern("parties", "formulas").finditer(text)]
    placed = words_between(text, 0, len(text))
    at = {word.start: n for n, word in enumerate(placed)}
    found = [_spelled(side, span, name) for span, name in spelled]
    for head in heads:
        if head[0] not in at or _is_inside(head, [*aside, *(span for span, _ in spelled)]):
            continue
        if not _is_before_noun(placed, head, lexicon) and not _is_verb(placed, at[head[0]], lexicon):
            found.append(_mention(side, head, _left(placed, at[head[0]], lexicon)))
    return tuple(sorted(found, key=lambda mention: mention.span))


def _alias(group: str | None, lexicon: Lexicon) -> str:
    return str(lexicon.entries("party")[int(str(group)[1:])]["name"])


def _is_inside(span: Span, others: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _is_before_noun(placed: list[Word], head: Span, lexicon: Lexicon) -> bool:
    after = next((word for word in placed if word.start >= head[1]), None)
    return after is not None and after.start - head[1] == 1 and after.text.casefold() in lexicon.words("parties", "not_before")


def _is_verb(placed: list[Word], head: int, lexicon: Lexicon) -> bool:
    before = placed[head - 1].text.casefold() if head else ""
    return before in lexicon.words("parties", "before_verb") and placed[head].text in lexicon.words("parties", "verbs")


def _left(placed: list[Word], head: int, lexicon: Lexicon) -> list[Word]:
    """Give the words before a noun that belong to it: its modifiers, then its determiner."""
    modifiers, determiners = lexicon.words("parties", "modifiers"), lexicon.words("parties", "determiners")
    outside = lexicon.function_words | lexicon.words("actors", "not_subject_after") | lexicon.words("parties", "before_verb")
    outside |= lexicon.words("parties", "nouns") - modifiers
    found: list[Word] = []
    for word in reversed(placed[max(0, head - _MOST_MODIFIERS - 1) : head]):
        lower = word.text.casefold()
        if lower in determiners and lower not in modifiers:
            return [word, *found]
        if not is_word(word.text) or lower in outside:
            break
        found = [word, *found]
    listed: list[Word] = []
    for word in reversed(found):
        if word.text.casefold() not in modifiers:
            break
        listed = [word, *listed]
    return listed


def _spelled(side: Wording, span: Span, name: str) -> Mention:
    key = _key(name.split(), side.lexicon)
    role, operator = _role(side, span)
    return Mention(span, "".join(key), frozenset(key), frozenset(name.split()), "any", role, operator)


def _mention(side: Wording, head: Span, left: list[Word]) -> Mention:
    lexicon = side.lexicon
    start = left[0].start if left else head[0]
    said = [word.text.casefold() for word in left]
    determiner = said[0] if said and said[0] in lexicon.words("parties", "determiners") else ""
    named = [*said[1 if determiner else 0 :], *side.text[slice(*head)].casefold().split()]
    span = (start, head[1])
    role, operator = _role(side, span)
    key = _key(named, lexicon)
    return Mention(
        span, "".join(key), frozenset(key), frozenset(named), _number(determiner, named[-1], lexicon), role, operator
    )


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


def _role(side: Wording, span: Span) -> tuple[Role, Operator | None]:
    """Say which part an actor plays: who acts, by whom something is done, to whom, or another."""
    before = side.text[max(0, span[0] - _LOOK_BACK) : span[0]]
    if side.lexicon.pattern("parties", "agent").search(before):
        return "agent", None
    gap = side.lexicon.pattern("parties", "subject_gap")
    for operator in side.operators:
        if operator.is_inherited or not span[1] <= operator.span[0] <= span[1] + _SUBJECT_REACH:
            continue
        if gap.fullmatch(side.text[span[1] : operator.span[0]]) and not _is_governed(before, side.lexicon):
            return "subject", operator
        break
    return ("recipient" if side.lexicon.pattern("parties", "recipient").search(before) else "other"), None


def _is_governed(before: str, lexicon: Lexicon) -> bool:
    last = before.split()[-1:]
    return bool(last) and last[0].casefold() in lexicon.words("actors", "not_subject_after") - {
        "and",
        "or",
        "which",
        "where",
        "when",
        "if",
    }
