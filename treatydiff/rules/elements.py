"""The elements of an offence in a wording: what its author must mean or know, and that the act must be without right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from treatydiff.rules.spans import sentence

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon
    from treatydiff.lexicon.classes import ElementClass
    from treatydiff.model import Span
    from treatydiff.rules.case import Case, Wording

Role = Literal["required", "alternative", "optional"]

_OR_BEFORE = re.compile(r"\bor\s*,?\s*$", re.IGNORECASE)
_TAIL = re.compile(r"\s+(?:of|to|that)$", re.IGNORECASE)
_COMMITTED_UNTIL = re.compile(r"[,;:.\n]|$")


class Element(NamedTuple):
    """An element at its place.

    `phrase` is its words in lower case without a last preposition, `special` the stems of those that make a special intent
    what it is ("dishonest"). It is "required", one of several that suffice
    ("alternative"), or one that States may require ("optional"). `covers_all` when it stands in the words that say how all acts
    are committed ("when committed ...").
    """

    known: ElementClass
    phrase: str
    special: frozenset[str]
    span: Span
    role: Role
    covers_all: bool

    @property
    def key(self) -> tuple[str, frozenset[str], bool]:
        """What makes two elements the same: the class, the words of a special intent, and whether States may choose."""
        return self.known.id, self.special, self.role == "optional"


def elements(side: Wording) -> tuple[Element, ...]:
    """Find the elements of a wording in order; what stands in a sentence that saves acts from punishment is none."""
    text, lexicon = side.text, side.lexicon
    found: list[Element] = []
    for match in lexicon.element_pattern.finditer(text):
        whole = sentence(text, match.span(), lexicon)
        if lexicon.pattern("intent", "saving").search(text, *whole):
            continue
        known = lexicon.elements[int(str(match.lastgroup)[1:])]
        phrase = _TAIL.sub("", " ".join(match[0].casefold().split()))
        before = text[max(whole[0], found[-1].span[1] if found else 0) : match.start()]
        role: Role = "required"
        if lexicon.pattern("intent", "option").search(text, *whole):
            role = "optional"
        elif found and found[-1].known.kind == known.kind and found[-1].span[0] >= whole[0] and _OR_BEFORE.search(before):
            role = "alternative"
        span = (match.start(), match.start() + len(_TAIL.sub("", match[0])))
        special = _special(phrase, lexicon) if known.by_words else frozenset()
        found.append(Element(known, phrase, special, span, role, _covers_all(side, match.start(), whole)))
    return tuple(found)


def _special(phrase: str, lexicon: Lexicon) -> frozenset[str]:
    plain = lexicon.function_words | lexicon.words("intent", "plain")
    return frozenset(lexicon.stem(word) for word in phrase.split() if word not in plain)


def _covers_all(side: Wording, place: int, whole: Span) -> bool:
    for match in side.lexicon.pattern("intent", "committed").finditer(side.text, *whole):
        until = _COMMITTED_UNTIL.search(side.text, match.end())
        if match.end() <= place and until is not None and place < until.start():
            return True
    return False


def makes_an_offence(case: Case) -> bool:
    """Whether the change concerns words that make acts an offence: they or the words above them say so.

    An item without an operator that says "without right" does too: no other kind of clause speaks like that.
    """
    offence = case.lexicon.pattern("intent", "offence")
    if any(offence.search(side.text) for side in (case.old, case.new)):
        return True
    clauses = (*case.change.link.old, *case.change.link.new)
    if any(offence.search(above.text) for clause in clauses for above in clause.ancestors if above.text):
        return True
    without_right = case.lexicon.pattern("intent", "without_right")
    acts = any(without_right.search(side.text) for side in (case.old, case.new))
    return acts and not (case.is_recital or case.old.operators or case.new.operators)
