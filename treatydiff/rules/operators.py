"""The deontic operators of a wording: what each says, what it governs, and whom it binds."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model import wording
from treatydiff.rules.ladder import binding, rungs
from treatydiff.rules.spans import brackets, sentence, words_between
from treatydiff.rules.subjects import subject
from treatydiff.text.tokens import is_word

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon
    from treatydiff.lexicon.entries import OperatorClass
    from treatydiff.model import Change, Clause, Span

_INSERTION = re.compile(r"\s*,[^,.;:]{1,140}(?:,[^,.;:]{1,80})?,\s*")
_LEADING_INSERTION = re.compile(r"\s*,[^,.;:]{1,140},")
_BETWEEN_OPTIONS = re.compile(r"[\s/]*")
_OPEN_END = re.compile(r"\s*(?:,[^.;:]*)?[:—–-]\s*$")
_CONTESTED_WORDS = 6
_CONTESTED_REACH = 60
_GOVERNED_STEMS = 8
_GOVERNED_REACH = 400
_SHOWN_WORDS = 6
_LONGEST_LEAD = 200


class Reading(NamedTuple):
    """One meaning of an operator: its class and its words, an insertion between commas left out."""

    known: OperatorClass
    words: str


class Operator(NamedTuple):
    """An operator at its place.

    `readings` is more than one where brackets leave the choice open; `bracketed` also tells a single one in brackets of its
    own. `span` is what of it stands in the clause: empty when the chapeau lends the whole. `verb` is the span of the first
    word that it governs, `governed` the stems of that word and of those after it. `actor` is who it binds, empty if unsaid.
    `own_verb` is the stem of the verb whose tense is the operator ("s'efforce de"), empty for a modal word.
    """

    readings: tuple[Reading, ...]
    bracketed: bool
    span: Span
    verb: Span | None
    governed: tuple[str, ...]
    actor: str
    own_verb: str = ""

    @property
    def reading(self) -> Reading:
        """The only meaning, or the first of a choice."""
        return self.readings[0]

    @property
    def is_inherited(self) -> bool:
        """Whether the chapeau lends the whole operator."""
        return self.span[0] == self.span[1]

    @property
    def is_verb(self) -> bool:
        """Whether the operator is the tense of the verb that it governs."""
        return self.verb is not None and self.span[0] <= self.verb[0] < self.span[1]


def readings(text: str, lexicon: Lexicon) -> tuple[Reading, ...]:
    """Give what the operators of a text say, in order; formulas are none."""
    return tuple(match.reading for match in _matches(text, lexicon))


class _Match(NamedTuple):
    reading: Reading
    start: int
    end: int
    governs: int
    is_tense: bool


def operators(clauses: tuple[Clause, ...], lexicon: Lexicon) -> tuple[Operator, ...]:
    """Find the operators in the wording of clauses read as one text, joined by line breaks, in order.

    A list item without an operator at its head inherits the one with which its chapeau ends.
    """
    text = wording(clauses)
    lent, actor = _lent(clauses, text, lexicon)
    return _found(lent + text, len(lent), _shifted(brackets(clauses), len(lent)), actor, lexicon)


def say_the_same(change: Change, touched: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether both wordings have the same operators in the same order, as open or as settled by brackets.

    `touched` are the words that went or came.
    """
    contested = brackets(change.link.old) or brackets(change.link.new)
    form = lexicon.pattern("tense", "form")
    if not contested and not any(word.startswith(lexicon.operator_beginnings) or form.fullmatch(word) for word in touched):
        return True
    return _in_order(change.link.old, lexicon) == _in_order(change.link.new, lexicon)


def _in_order(clauses: tuple[Clause, ...], lexicon: Lexicon) -> list[tuple[bool, list[tuple[str, str]]]]:
    text = wording(clauses)
    lent, _ = _lent(clauses, text, lexicon)
    text = lent + text
    marked = _shifted(brackets(clauses), len(lent))
    return [
        (
            _is_bracketed(text, (group[0].start, group[-1].end), marked),
            [(match.reading.known.id, match.reading.words) for match in group],
        )
        for group in _grouped(text, _matches(text, lexicon), marked)
    ]


def _found(text: str, lent: int, marked: tuple[Span, ...], actor: str, lexicon: Lexicon) -> tuple[Operator, ...]:
    groups = _grouped(text, _matches(text, lexicon), marked)
    found = []
    for place, group in enumerate(groups):
        start, end = group[0].start, group[-1].end
        stop = groups[place + 1][0].start if place + 1 < len(groups) else len(text)
        limit = min(stop, sentence(text, (start, end), lexicon)[1])
        verb, governed = _governed(text, group[-1].governs, limit, lexicon)
        found.append(
            Operator(
                readings=tuple(match.reading for match in group),
                bracketed=len(group) > 1 or _is_bracketed(text, (start, end), marked),
                span=(max(0, start - lent), max(0, end - lent)),
                verb=(verb[0] - lent, verb[1] - lent) if verb else None,
                governed=governed,
                own_verb=_own_verb(text, group[0], governed, lexicon),
                actor=subject(text, start, lexicon) or (actor if start < lent or _begins(text[lent:start], lexicon) else ""),
            )
        )
    return tuple(found)


@lru_cache(maxsize=64)
def _matches(text: str, lexicon: Lexicon) -> tuple[_Match, ...]:
    return tuple(
        _Match(Reading(rung.known, _shortened(text[slice(*rung.span)], lexicon)), *rung.span, rung.governs, rung.is_tense)
        for rung in binding(text, lexicon)
    )


def _shortened(operator: str, lexicon: Lexicon) -> str:
    """Leave out of an operator an insertion between commas, the noun of "no Party may", and the middle of a long one."""
    parts = _INSERTION.sub(" ", operator).split()
    if len(parts) > 1 and parts[0].casefold() in lexicon.words("operators", "nobody"):
        parts = [parts[0], "…", parts[-1]]
    elif len(parts) > _SHOWN_WORDS:
        parts = [*parts[:2], "…", parts[-1]]
    return " ".join(parts)


def _grouped(text: str, matches: tuple[_Match, ...], marked: tuple[Span, ...]) -> list[list[_Match]]:
    """Put operators that stand side by side, in brackets or parted by a stroke, into one group: a choice left open."""
    groups: list[list[_Match]] = []
    for match in matches:
        if groups and _is_option(text, groups[-1][-1], match, marked):
            groups[-1].append(match)
        else:
            groups.append([match])
    return groups


def _is_option(text: str, before: _Match, after: _Match, marked: tuple[Span, ...]) -> bool:
    between = text[before.end : after.start]
    if not _BETWEEN_OPTIONS.fullmatch(between):
        return False
    first = bisect_left(marked, (before.start - _CONTESTED_REACH, 0))
    last = bisect_right(marked, (after.end, 0))
    return "/" in between or any(before.start < end for _, end in marked[first:last])


def _is_bracketed(text: str, span: Span, marked: tuple[Span, ...]) -> bool:
    """Whether a bracket of few words holds an operator, so contests it and not the whole clause. `marked` is in order."""
    first = bisect_left(marked, (span[0] - _CONTESTED_REACH, 0))
    last = bisect_right(marked, (span[0], len(text)))
    words = _CONTESTED_WORDS + text[slice(*span)].count(" ")
    return any(span[1] <= end and len(text[start:end].split()) <= words for start, end in marked[first:last])


def _governed(text: str, start: int, stop: int, lexicon: Lexicon) -> tuple[Span | None, tuple[str, ...]]:
    """Give the place of the first word of content after an operator, and the stems of those that follow."""
    if insertion := _LEADING_INSERTION.match(text, start, stop):
        start = insertion.end()
    passed = [match.span() for match in lexicon.qualifier_pattern.finditer(text, start, stop)]
    verb: Span | None = None
    stems: list[str] = []
    for word in words_between(text, start, min(stop, start + _GOVERNED_REACH)):
        content = _content(word.text, lexicon)
        if content is None:
            continue
        first = word.end - len(content[0])
        if any(begin <= first < end for begin, end in passed):
            continue
        verb = verb or (first, word.end)
        stems.append(content[1])
        if len(stems) == _GOVERNED_STEMS:
            break
    return verb, tuple(stems)


@lru_cache(maxsize=8192)
def _content(word: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Give a word in lower case, without what was elided before it, and its stem; None where it has no content of its own."""
    lower = lexicon.bare(word.casefold())
    if not is_word(word) or lower in lexicon.function_words or lexicon.pattern("words", "adverb").search(lower):
        return None
    return lower, lexicon.stem(lower)


def _own_verb(text: str, match: _Match, governed: tuple[str, ...], lexicon: Lexicon) -> str:
    """Give the stem of the verb whose tense is an operator; that of the participle behind an auxiliary."""
    if not match.is_tense:
        return ""
    _, stems = _governed(text, match.start, match.end, lexicon)
    return next(iter((*stems, *governed)), "")


def _lent(clauses: tuple[Clause, ...], text: str, lexicon: Lexicon) -> tuple[str, str]:
    """Give the operator that a chapeau lends to its item, with a space after it, and the chapeau's actor; empty if none."""
    parent = clauses[0].parent if len(clauses) == 1 else None
    if parent is None or not parent.text:
        return "", ""
    lent, actor = _chapeau(parent.text, lexicon)
    if lent:
        first = next(iter(rungs(text, lexicon)), None)
        if (first and _begins(text[: first.start], lexicon)) or lexicon.actor_pattern.match(text):
            return "", actor
        return lent, actor
    return _opening(parent.text, actor, lexicon), actor


def _opening(chapeau: str, actor: str, lexicon: Lexicon) -> str:
    """Give the end of a chapeau that says how to read the verb of an item: its subject, or what makes a clause subordinate."""
    if not lexicon.settings.get("tense"):
        return ""
    words_before = chapeau.rstrip(" \n,:—–-")
    if actor and words_before.casefold().endswith(actor.casefold()):
        return f"{actor} "
    last = words_before.rpartition(" ")[2]
    return f"{last} " if last.casefold() in lexicon.words("tense", "subordinators") else ""


def lends(chapeau: str, lexicon: Lexicon) -> bool:
    """Whether a chapeau ends with an operator that governs the items of its list."""
    return bool(_chapeau(chapeau, lexicon)[0])


@lru_cache(maxsize=64)
def _chapeau(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """Give the operator with which a chapeau ends, with a space after it, and its actor; empty where there is none."""
    matches = _matches(text, lexicon)
    if not matches:
        return "", subject(text, len(text.rstrip(" :—–-")), lexicon)
    last = matches[-1]
    if last.governs < last.end or not _OPEN_END.match(text, last.end):
        return "", ""
    return f"{last.reading.words} ", subject(text, last.start, lexicon)


def _begins(before: str, lexicon: Lexicon) -> bool:
    """Whether what stands before an operator leaves it at the head of the item: nothing, or a qualifier."""
    return len(before) <= _LONGEST_LEAD and not _joined(lexicon).sub("", lexicon.qualifier_pattern.sub(before))


def _joined(lexicon: Lexicon) -> re.Pattern[str]:
    """Give what may part qualifiers: white space, commas and conjunctions."""
    return _joining(lexicon.words("words", "conjunctions"))


@cache
def _joining(conjunctions: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join([r"[\s,]", *(rf"\b{word}\b" for word in sorted(conjunctions))]))


def _shifted(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple((start + by, end + by) for start, end in spans)
