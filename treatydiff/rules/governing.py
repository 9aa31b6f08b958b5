"""The qualifiers of a wording, and the words that each of them governs."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.rules.spans import sentence, words_between
from treatydiff.text.tokens import is_word

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon
    from treatydiff.lexicon.entries import QualifierClass
    from treatydiff.model import Span
    from treatydiff.rules.case import Case, Wording
    from treatydiff.rules.operators import Operator
    from treatydiff.text.tokens import Word

_OPEN_ENDS = (":", "—", "–")
_SHOWN_WORDS = 4
_FARTHEST = 400
_HEAD_WORDS = 2
_LAST_WORD = re.compile(r"(?<!\w)(\w+)[\s,]*$")
_PHRASE_STOPS = frozenset(",.;:()—–")


class Qualifier(NamedTuple):
    """A qualifier at its place.

    `phrase` is its words in lower case, `target` the place of the first word that it governs, `governed` the stems of the
    words that it governs and `shown` those words as written; `stands_before` when they come right after it. `operator`
    is the operator of its sentence that it stands nearest to; `follows_operator` when it comes before the operator's verb, so
    covers all that the operator governs.
    """

    known: QualifierClass
    phrase: str
    span: Span
    target: Span | None
    governed: tuple[str, ...]
    shown: str
    stands_before: bool
    operator: Operator | None
    follows_operator: bool
    actor: str
    sentence_stems: frozenset[str]
    is_safeguard: bool

    @property
    def is_adjective(self) -> bool:
        """Whether it is a single word, which narrows a noun and not the whole duty."""
        return " " not in self.phrase


@lru_cache(maxsize=16)
def matches(side: Wording) -> tuple[re.Match[str], ...]:
    """Find the phrases of a wording that are qualifiers, or look like some, in order."""
    return tuple(side.lexicon.qualifier_pattern.finditer(side.text))


def qualifiers(side: Wording) -> tuple[Qualifier, ...]:
    """Find the qualifiers of a wording in order."""
    text, lexicon = side.text, side.lexicon
    found = matches(side)
    if not found:
        return ()
    set_aside = [match.span() for match in lexicon.qualifier_formulas.finditer(text)]
    taken = frozenset(place for match in found for place in range(*match.span()))
    return tuple(
        _qualifier(text, match, side.operators, taken, lexicon)
        for match in found
        if not any(start <= match.start() < end for start, end in set_aside)
    )


def are_untouched(case: Case) -> bool:
    """Whether every qualifier stands in a sentence in which no word came or went, on either side."""
    return all(
        case.places.kept_share(sentence(side.text, match.span(), case.lexicon), of_new=side is case.new) == 1
        for side in (case.old, case.new)
        for match in matches(side)
    )


def parts_from_list(qualifier: Qualifier, text: str, other: str) -> bool:
    """Whether a qualifier ends a chapeau of which the other wording is none, so that it came or went with the list."""
    return text[qualifier.span[1] :].strip() in _OPEN_ENDS and not other.rstrip().endswith(_OPEN_ENDS)


def _qualifier(
    text: str, match: re.Match[str], known: tuple[Operator, ...], taken: frozenset[int], lexicon: Lexicon
) -> Qualifier:
    first, last = sentence(text, match.span(), lexicon)
    whole = (max(first, match.start() - _FARTHEST), min(last, match.end() + _FARTHEST))
    inside = [one for one in known if whole[0] <= one.span[0] <= whole[1]]
    before = [one for one in inside if one.span[0] <= match.start()]
    operator = before[-1] if before else inside[0] if inside else None
    known_class = lexicon.qualifiers[int(str(match.lastgroup)[1:])]
    lists = known_class.effect in {"opening", "emphasis"} or _follows_conjunction(text, whole[0], match.start(), lexicon)
    after = [word for word in _placed(text, match.end(), whole[1]) if word.start not in taken]
    closes = not lists and lexicon.pattern("qualifiers", "next_conjunct").match(text, match.end()) is not None
    following = [] if closes else _following(after, text, lexicon, lists=lists)
    head = _head(text, match.start(), whole, operator, lexicon) if following and not lists else []
    governed = [*head, *following][:_SHOWN_WORDS] or _verb_phrase(text, match.start(), whole, operator, lexicon)
    return Qualifier(
        known=known_class,
        phrase=" ".join(match[0].casefold().split()).strip(","),
        span=match.span(),
        target=(governed[0].start, governed[0].end) if governed else None,
        governed=tuple(lexicon.stem(w.text) for w in governed if _has_content(w.text, lexicon)),
        shown=_trimmed(governed, lexicon),
        stands_before=bool(following),
        operator=operator,
        follows_operator=operator is not None and operator.verb is not None and match.start() < operator.verb[0],
        actor=operator.actor if operator else "",
        sentence_stems=frozenset(lexicon.stem(w.text) for w in words_between(text, *whole) if _has_content(w.text, lexicon)),
        is_safeguard=lexicon.safeguards.search(text, *whole) is not None,
    )


def _following(placed: list[Word], text: str, lexicon: Lexicon, *, lists: bool) -> list[Word]:
    """Give the words right after a qualifier that it governs.

    None where an actor or the end comes next, or a preposition, unless the qualifier is of `lists`.
    """
    outside = lexicon.words("actors", "not_subject_after")
    links = lexicon.words("qualifiers", "links")
    while placed and (placed[0].text == "," or placed[0].text.casefold() in links or (lists and placed[0].text in outside)):
        placed = placed[1:]
    if not placed or not is_word(placed[0].text) or placed[0].text.casefold() in outside:
        return []
    return [] if lexicon.actor_pattern.match(text, placed[0].start) else _phrase(placed, lexicon)


def _follows_conjunction(text: str, start: int, stop: int, lexicon: Lexicon) -> bool:
    last = _LAST_WORD.search(text, start, stop)
    return last is not None and last[1].casefold() in lexicon.words("words", "conjunctions")


def _head(text: str, start: int, whole: Span, operator: Operator | None, lexicon: Lexicon) -> list[Word]:
    """Give the verb that a qualifier parts from its object ("provide, where possible, ships"); none if it does not."""
    begin = operator.verb[0] if operator is not None and operator.verb is not None else whole[0]
    if not max(whole[0], 0) <= begin < start or text[:start].rstrip()[-1:] != ",":
        return []
    found = [word for word in _placed(text, begin, start) if is_word(word.text)]
    parting = lexicon.words("qualifiers", "parting")
    return found if len(found) <= _HEAD_WORDS and not {word.text for word in found} & parting else []


def _trimmed(governed: list[Word], lexicon: Lexicon) -> str:
    """Write words without those at the end that lead on to another."""
    loose = lexicon.words("qualifiers", "loose_ends")
    kept = len(governed)
    while kept > 1 and governed[kept - 1].text.casefold() in loose:
        kept -= 1
    return " ".join(word.text for word in governed[:kept])


def _verb_phrase(text: str, start: int, whole: Span, operator: Operator | None, lexicon: Lexicon) -> list[Word]:
    """Give what the operator of the sentence governs, else the words before the qualifier."""
    if operator is not None and operator.verb is not None and whole[0] <= operator.verb[0] < whole[1]:
        stop = start if operator.verb[0] < start else whole[1]
        verb = _last_verb(text, operator.verb[0], stop, lexicon)
        return _phrase(_placed(text, verb, stop), lexicon)
    found = [word for word in _placed(text, whole[0], start) if is_word(word.text)][-_SHOWN_WORDS:]
    while found and not _has_content(found[0].text, lexicon):
        found.pop(0)
    return found


def _last_verb(text: str, verb: int, stop: int, lexicon: Lexicon) -> int:
    """Give where the last verb begins that an operator governs: its own, or that of the last conjunct with an object."""
    conjuncts = list(lexicon.pattern("qualifiers", "conjunct").finditer(text, verb, stop))
    return conjuncts[-1].start(1) if conjuncts else verb


def _phrase(placed: list[Word], lexicon: Lexicon) -> list[Word]:
    """Give the beginning of a run of words, up to punctuation, a conjunction or a preposition."""
    stops = lexicon.words("actors", "not_subject_after")
    found: list[Word] = []
    for word in placed[:_SHOWN_WORDS]:
        lower = word.text.casefold()
        if found and (word.text in _PHRASE_STOPS or lower in stops):
            break
        found.append(word)
    return found


def _placed(text: str, start: int, stop: int) -> list[Word]:
    return words_between(text, start, stop)


def _has_content(word: str, lexicon: Lexicon) -> bool:
    return is_word(word) and word.casefold() not in lexicon.function_words
