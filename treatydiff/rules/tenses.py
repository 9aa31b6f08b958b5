"""Verbs that say what must be done by their tense alone: the French present ("adopte"), the Spanish future ("adoptará").

Such a verb binds where it is the verb of a main clause. Its form is known by the lexicon's lists and endings; a form that could
as well be a noun or an adjective counts only right behind an actor or a pronoun. Words that open a subordinate clause ("qui",
"lorsque") take the next verb for it. What is not known to be the verb of a main clause is passed over: silence is better.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.lexicon import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.lexicon import Lexicon
    from treatydiff.lexicon.entries import OperatorClass
    from treatydiff.model import Span

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*['’]?|[.;:\n]|,|[()]")
_ENDS = frozenset(".;:\n")
_MOST_PENDING = 2
_NOBODY_REACH = 100
_NEGATION_WORDS = 2
_NEXT_IN_LIST = 4


class Verb(NamedTuple):
    """A verb that binds by its tense: its class, its span with negation and pronouns, and where the verb itself begins."""

    known: OperatorClass
    start: int
    end: int
    governs: int


class _Token(NamedTuple):
    lower: str
    start: int
    end: int


def inflected(text: str, taken: list[Span], lexicon: Lexicon) -> Iterator[Verb]:
    """Yield the verbs of main clauses that bind by their tense, in order.

    `taken` are the spans of the operators in words of their own, each of which is the verb of its clause like any other.
    """
    reading = _Reading(text, taken, lexicon)
    for place in reading.main_verbs():
        if (verb := reading.verb(place)) is not None:
            yield verb


class _Reading:
    """A text read word by word for the verbs of its clauses."""

    def __init__(self, text: str, taken: list[Span], lexicon: Lexicon) -> None:
        self._text, self._lexicon = text, lexicon
        self._tokens = [_Token(match[0].casefold().replace("’", "'"), *match.span()) for match in _TOKEN.finditer(text)]
        self._taken = sorted(taken)
        self._heads = frozenset(start for start, _ in taken)
        aside = phrases(lexicon.words("tense", "no_clause")).finditer(text)
        self._aside = {place for match in aside for place in range(*match.span())}
        self._behind, self._anew = self._subjects()

    def _subjects(self) -> tuple[frozenset[int], frozenset[int]]:
        """Give where a verb would stand right behind an actor, and where behind one that a comma parts from what is before."""
        behind, anew = set(), set()
        gap = self._lexicon.pattern("tense", "gap")
        for match in self._lexicon.actor_pattern.finditer(self._text):
            after = gap.match(self._text, match.end())
            if after is not None:
                behind.add(after.end())
                if self._text[: match.start()].rstrip()[-1:] == ",":
                    anew.add(after.end())
        return frozenset(behind), frozenset(anew)

    def main_verbs(self) -> Iterator[int]:
        """Yield the numbers of the tokens that are verbs of main clauses, without those of operators in words of their own."""
        pending, last_is_main = 0, False
        last, parted = -1, False
        for place, token in enumerate(self._tokens):
            if token.lower in _ENDS:
                pending, last = 0, -1
            elif self._opens_clause(place) and token.start not in self._aside:
                pending = min(pending + 1, _MOST_PENDING)
                parted = self._is(place + 1, ",")
            elif self._is_taken(token) or (not self._is_inside(token) and self._is_verb(place)):
                first = self._first(place)
                if not parted and self._begins_anew(first):
                    pending = 0
                if not self._goes_on(first, last):
                    last_is_main = pending == 0
                    pending = max(0, pending - 1)
                last, parted = place, False
                if last_is_main and not self._is_taken(token):
                    yield place

    def _is(self, place: int, lower: str) -> bool:
        return 0 <= place < len(self._tokens) and self._tokens[place].lower == lower

    def _begins_anew(self, first: int) -> bool:
        """Whether the subject of a verb follows a comma, which ends the subordinate clause that stands before a main clause."""
        return self._tokens[first].start in self._anew or (self._follows_pronoun(first) and self._is(first - 2, ","))

    def _opens_clause(self, place: int) -> bool:
        """Whether a word opens a subordinate clause, or is a reflexive before a subject, so none ("s'il")."""
        lower = self._tokens[place].lower
        if lower in self._lexicon.words("tense", "reflexive"):
            after = self._tokens[place + 1 : place + 2]
            return bool(after) and after[0].lower in self._lexicon.words("tense", "subjects")
        return lower in self._lexicon.words("tense", "subordinators")

    def _is_taken(self, token: _Token) -> bool:
        """Whether an operator in words of its own begins with a token."""
        return token.start in self._heads

    def _is_inside(self, token: _Token) -> bool:
        before = bisect_right(self._taken, (token.start, len(self._text)))
        return before > 0 and token.start < self._taken[before - 1][1]

    def _goes_on(self, first: int, last: int) -> bool:
        """Whether a conjunction, or a comma soon after it, joins a verb to the `last` one of the sentence, -1 for none."""
        if last < 0 or first == 0:
            return False
        joined = self._tokens[first - 1].lower in self._lexicon.words("words", "conjunctions")
        return joined or (self._is(first - 1, ",") and first - last <= _NEXT_IN_LIST)

    def _first(self, place: int) -> int:
        """Give the first of the pronouns and of the negation that stand before a verb."""
        known = self._lexicon.words("tense", "pronouns") | self._lexicon.words("tense", "negators")
        while place > 0 and self._tokens[place - 1].lower in known:
            place -= 1
        return place

    def _is_verb(self, place: int) -> bool:
        token, lexicon = self._tokens[place], self._lexicon
        if token.start in self._aside or token.lower in lexicon.words("tense", "no_verbs"):
            return False
        first = self._first(place)
        before = {one.lower for one in self._tokens[first:place]}
        certain = bool(before & (lexicon.words("tense", "negators") | lexicon.words("tense", "reflexive")))
        if token.lower in lexicon.words("tense", "verbs") or lexicon.pattern("tense", "sure").fullmatch(token.lower):
            return certain or not (self._is_marked(place) or self._is_marked(first))
        if token.lower in lexicon.function_words:
            return False
        placed = certain or (first == place and (token.start in self._behind or self._follows_pronoun(place)))
        return placed and lexicon.pattern("tense", "form").fullmatch(token.lower) is not None

    def _is_marked(self, place: int) -> bool:
        """Whether the word before makes a noun or the verb of a relative clause of what could be the verb of a main clause."""
        return place > 0 and self._tokens[place - 1].lower in self._lexicon.words("tense", "marked_by")

    def _follows_pronoun(self, first: int) -> bool:
        return first > 0 and self._tokens[first - 1].lower in self._lexicon.words("tense", "subjects")

    def verb(self, place: int) -> Verb | None:
        """Give the operator that a verb of a main clause is; None for a tense that only tells what is or was."""
        token, lexicon = self._tokens[place], self._lexicon
        if lexicon.pattern("tense", "telling").match(self._text, token.start):
            return None
        first = self._first(place)
        start = self._tokens[first].start
        match = lexicon.inflected_pattern.match(self._text, start)
        if match is not None:
            return Verb(lexicon.operators[int(str(match.lastgroup)[1:])], *match.span(), match.end())
        nobody = lexicon.pattern("tense", "nobody").search(self._text, max(0, start - _NOBODY_REACH), start)
        negated = any(one.lower in lexicon.words("tense", "negators") for one in self._tokens[first:place])
        if nobody is not None and (negated or not lexicon.words("tense", "negations")):
            return Verb(self._known("ban"), nobody.start(), token.end, token.start)
        if not negated:
            return Verb(self._known("duty"), start, token.end, token.start)
        end = self._negation_end(place)
        return Verb(self._known("ban"), start, end, token.start) if end else None

    def _negation_end(self, place: int) -> int:
        """Give the end of the second half of a negation ("ne ... pas"), 0 where it does not follow soon ("ne ... que")."""
        negations = self._lexicon.words("tense", "negations")
        if not negations:
            return self._tokens[place].end
        after = self._tokens[place + 1 : place + 1 + _NEGATION_WORDS]
        return next((one.end for one in after if one.lower in negations), 0)

    def _known(self, role: str) -> OperatorClass:
        return self._lexicon.operators_by_id[self._lexicon.settings["tense"][role]]
