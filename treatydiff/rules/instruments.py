"""Other instruments that a clause names: those that it names no more, and those that it now names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.crossrefs.citing import reference_words
from treatydiff.model import Finding
from treatydiff.rules.spans import sentence
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span
    from treatydiff.rules.case import Case, Wording

_ABBREVIATION = re.compile(r"\([^()]*\)")
_CUT = re.compile(r"\.\s?\d")
_KEPT = 0.6
_LIKE = 0.5
_LEAD = 30


class _Instrument(NamedTuple):
    """An instrument by its name, and the words of content in it."""

    name: str
    span: Span
    content: frozenset[str]


def instruments(case: Case) -> Iterator[Finding]:
    """Compare the instruments that both wordings name as sets, where the sentence around a name stayed otherwise."""
    if not case.touched & _heads(case.lexicon):
        return
    old, new = (_named(side, case.lexicon) for side in (case.old, case.new))
    for added, here, there, side in ((False, old, new, case.old), (True, new, old, case.new)):
        known = frozenset(word for one in there for word in one.content)
        rest = (case.old if added else case.new).text
        for one in here:
            if not _is_known(one, known) and not _is_said(one, rest) and _is_lone_change(case, side, one, of_new=added):
                yield _finding(one, added=added)


def _heads(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words("references", "instruments")


def _named(side: Wording, lexicon: Lexicon) -> list[_Instrument]:
    """Give the instruments that a wording calls by more than the bare noun ("the Convention"), outside the names of actors."""
    found = []
    actors = [match.span() for match in lexicon.actor_pattern.finditer(side.text)]
    for match in reference_words(lexicon).names.finditer(side.text):
        if any(start <= match.start() and match.end() <= end for start, end in actors):
            continue
        if _CUT.match(side.text, match.end()):
            continue
        content = frozenset(
            lexicon.stem(word)
            for word in bare_words(_ABBREVIATION.sub("", match[0]))
            if word.casefold() not in lexicon.function_words
        )
        if len(content) > 1 and content - {lexicon.stem(head) for head in _heads(lexicon)}:
            found.append(_Instrument(match[0], match.span(), content))
    return found


def _is_known(one: _Instrument, known: frozenset[str]) -> bool:
    return len(one.content & known) > _LIKE * len(one.content)


def _is_said(one: _Instrument, text: str) -> bool:
    """Whether the other wording has the first two words of a name too, or all of it but a placeholder for its number."""
    number, slash, rest = one.name.rpartition("/")
    is_open = bool(slash) and not any(character.isdigit() for character in number)
    return " ".join(one.name.split()[:2]) in " ".join(text.split()) or (is_open and rest in text)


def _is_lone_change(case: Case, side: Wording, one: _Instrument, *, of_new: bool) -> bool:
    """Whether the name came or went as a whole while most of its sentence stayed."""
    first, last = sentence(side.text, one.span, case.lexicon)
    rest = last - first - (one.span[1] - one.span[0])
    kept = case.places.kept_share((first, last), of_new=of_new) * (last - first)
    if kept < _KEPT * rest or case.places.kept_share(one.span, of_new=of_new) > 1 - _LIKE:
        return False
    place = case.places.opposite(one.span, of_new=of_new)
    return place is None or place[0][1] - place[0][0] <= 2 * len(one.name) + _LEAD


def _finding(one: _Instrument, *, added: bool) -> Finding:
    return Finding(
        rule="references",
        category="T09",
        severity="medium",
        bindingness="context",
        rights="context",
        scope="widens" if added else "narrows",
        actor="",
        old="" if added else one.name,
        new=one.name if added else "",
        old_span=None if added else one.span,
        new_span=one.span if added else None,
        message=f"{'Now' if added else 'No longer'} named: {' '.join(one.name.split())}",
    )
