"""The obligations of one draft: every operator with its actor, what it governs, its qualifiers and its conditions."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from treatydiff.model import Duty, Force
from treatydiff.rules.case import Wording
from treatydiff.rules.governing import qualifiers
from treatydiff.rules.operators import lends
from treatydiff.rules.spans import is_recital, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Clause, Span
    from treatydiff.rules.operators import Operator

_STRIPPED = " \t\n,;.:—–-"


def duties(clauses: Iterable[Clause], lexicon: Lexicon) -> Iterator[Duty]:
    """Yield what each operative clause asks of whom, in the order of the draft.

    Headings and the preamble ask nothing. An operator with which a chapeau ends is told with each item of its list.
    """
    for clause in clauses:
        if not clause.is_heading and not is_recital(clause, lexicon):
            yield from _asked(Wording((clause,), lexicon))


def _asked(side: Wording) -> Iterator[Duty]:
    clause, text = side.clauses[0], side.text
    found = side.operators
    if found and clause.provision.children and lends(clause.provision.text, side.lexicon):
        found = found[:-1] if not clause.provision.closing else found
    known = qualifiers(side) if found else ()
    starts = [operator.span[0] for operator in found]
    for operator in found:
        whole = sentence(text, operator.span, side.lexicon)
        own = _share(operator, whole, starts)
        said = [one.span for one in known if own[0] <= one.span[0] < own[1]]
        yield Duty(
            clause=clause,
            actor=operator.actor,
            subject=_plain(text[own[0] : operator.span[0]]),
            operators=tuple(Force(r.words.casefold(), r.known.name, r.known.strength) for r in operator.readings),
            is_contested=operator.bracketed,
            is_inherited=operator.is_inherited,
            action=_plain(text[operator.span[1] : own[1]]),
            qualifiers=tuple(_plain(text[slice(*span)]).casefold() for span in said),
            conditions=tuple(_conditions(text, own, said, side.lexicon)),
        )


def _share(operator: Operator, whole: Span, starts: list[int]) -> Span:
    """Give the part of a sentence that is about an operator: to the next one, from the head of the sentence for the first."""
    place = bisect_left(starts, operator.span[0])
    before = starts[place - 1] if place else -1
    after = starts[place + 1] if place + 1 < len(starts) else whole[1]
    start = operator.span[0] if whole[0] <= before < operator.span[0] else whole[0]
    return start, min(whole[1], after)


def _conditions(text: str, own: Span, taken: list[Span], lexicon: Lexicon) -> Iterator[str]:
    """Yield the phrases that say when something applies: from the word that opens one to the comma that ends it."""
    end = own[0]
    for match in lexicon.pattern("conditions", "opens").finditer(text, *own):
        if match.start() < end or any(start <= match.start() < stop for start, stop in taken):
            continue
        stop = lexicon.pattern("conditions", "ends").search(text, match.end(), own[1])
        end = stop.start() if stop else own[1]
        yield _plain(text[match.start() : end])


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(_STRIPPED)
