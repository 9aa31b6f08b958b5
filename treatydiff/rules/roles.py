"""What a list is a list of: duties, conditions, offences, examples; and so what it means that it changed."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from treatydiff.rules.spans import sentence

if TYPE_CHECKING:
    import re

    from treatydiff.lexicon import Lexicon
    from treatydiff.lexicon.entries import OperatorClass
    from treatydiff.rules.case import Wording
    from treatydiff.rules.lists import Listing

Role = Literal[
    "examples", "offences", "grounds", "definition", "authorisers", "conditions", "bans", "powers", "duties", "advice", "plain"
]
_BEFORE_THE_REST: tuple[Role, ...] = ("examples", "offences", "grounds")
_LEAD = 500
_NEAR = 100
_NEAR_WORDS = 14
_DUTIES = frozenset({"obligation", "conduct", "consider", "measures"})
_BANS = frozenset({"prohibition", "ambiguous", "advice-against"})


class Lead(NamedTuple):
    """What stands before a list in its sentence, the chapeau included, and the first words of its items."""

    words: str
    heads: tuple[str, ...]


def lead(side: Wording, listing: Listing) -> Lead:
    """Give what stands before a list of a wording."""
    start = sentence(side.text, (listing.start, listing.start + 1), side.lexicon)[0]
    first = listing.items[0].span[0]
    before = side.text[max(start, first - _LEAD) : first]
    if listing.is_lettered:
        before = side.lexicon.pattern("lists", "label_at_end").sub("", before)
    heads = tuple(side.text[slice(*item.head)] for item in listing.items)
    return Lead(f"{chapeau(side)} {before}".strip(), heads)


def chapeau(side: Wording) -> str:
    """Give the words above the only clause of a wording, as far as they end open; empty where there are none."""
    parent = side.clauses[0].parent if len(side.clauses) == 1 else None
    return parent.text if parent is not None else ""


@lru_cache(maxsize=256)
def role(before: Lead, lexicon: Lexicon) -> Role:
    """Say what a list is a list of, from the surest sign to the weakest: examples, offences, grounds, then the operator."""
    said = next((name for name in _BEFORE_THE_REST if _says(before, name, lexicon)), None)
    if said is not None or _are_crimes(before, lexicon):
        return said or "offences"
    if _are_authorisers(before, lexicon):
        return "authorisers"
    operator, place = _last_operator(before.words, lexicon)
    if _last(lexicon.pattern("lists", "conditions"), before.words) >= place:
        return "conditions"
    if _says(before, "manner", lexicon):
        return "plain"
    return "definition" if _says(before, "definition", lexicon) else _of_operator(operator, before.words, lexicon)


def is_negative(words: str, lexicon: Lexicon) -> bool:
    """Whether a negative stands in the sentence before a list."""
    return lexicon.pattern("lists", "negative").search(words, max(0, len(words) - _NEAR)) is not None


def is_near(before: Lead, lexicon: Lexicon) -> bool:
    """Whether the operator stands right before a list, with few words and no comma between, so that it surely governs it."""
    place = _last_operator(before.words, lexicon)[1]
    between = lexicon.pattern("lists", "label").split(before.words[place:])[-1]
    return place > 0 and "," not in between and len(between.split()) <= _NEAR_WORDS


def _of_operator(operator: OperatorClass | None, before: str, lexicon: Lexicon) -> Role:
    if is_negative(before, lexicon) or (operator is not None and operator.id in _BANS):
        return "bans"
    if operator is None:
        return "plain"
    if operator.id in _DUTIES:
        return "duties"
    if operator.id == "recommendation":
        return "advice"
    return "powers" if operator.id == "permission" else "plain"


def _says(before: Lead, name: str, lexicon: Lexicon) -> bool:
    return lexicon.pattern("lists", name).search(before.words) is not None


def _are_crimes(before: Lead, lexicon: Lexicon) -> bool:
    """Whether nothing stands before the items and each is the name of an offence."""
    named = lexicon.pattern("lists", "crimes")
    return bool(before.heads) and not before.words and all(named.match(head) for head in before.heads)


def _are_authorisers(before: Lead, lexicon: Lexicon) -> bool:
    """Whether the items are those by whom something is authorised, or all of them authorities that could."""
    found = [lexicon.pattern("lists", "authorisers").search(head) is not None for head in before.heads]
    return any(found) and (all(found) or _says(before, "authorised", lexicon))


def _last_operator(words: str, lexicon: Lexicon) -> tuple[OperatorClass | None, int]:
    """Give the last operator before a list and its place; None and 0 where there is none."""
    found: tuple[OperatorClass | None, int] = (None, 0)
    for match in lexicon.operator_pattern.finditer(words):
        found = (lexicon.operators[int(str(match.lastgroup)[1:])], match.start() + 1)
    return found


def _last(pattern: re.Pattern[str], words: str) -> int:
    """Give the place of the last match, -1 where there is none."""
    return max((match.start() for match in pattern.finditer(words)), default=-1)
