"""Phrases that came into a sentence or went from it and may say how far it reaches, without being a known limit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span
    from treatydiff.rules.case import Case, Hunk

_KEPT = 0.6
_FEWEST_WORDS = 2
"""How many words with a content of their own a phrase has behind the one that opens it."""
_MOST_WORDS = 20


class Modifier(NamedTuple):
    """A phrase with its place on the one side on which it stands."""

    phrase: str
    span: Span
    of_new: bool


def modifiers(case: Case) -> Iterator[Modifier]:
    """Find the phrases that came or went alone in sentences that otherwise stayed, of whose words no other rule speaks."""
    for hunk in case.hunks:
        of_new = not any(map(str.isalnum, hunk.old))
        if of_new == (not any(map(str.isalnum, hunk.new))):
            continue
        found = _modifier(hunk, case.lexicon, of_new=of_new)
        if found is None or case.rest_kept(found.span, of_new=of_new) < _KEPT:
            continue
        if not _is_said(found.phrase, case.old.text if of_new else case.new.text, case.lexicon):
            yield found


def _is_said(phrase: str, other: str, lexicon: Lexicon) -> bool:
    """Whether all that a phrase speaks of is in the other wording too, so that it moved or adds nothing."""
    said, there = ({lexicon.stem(word) for word in bare_words(text)} for text in (phrase, other))
    return said - {lexicon.stem(word) for word in lexicon.function_words} <= there


def _modifier(hunk: Hunk, lexicon: Lexicon, *, of_new: bool) -> Modifier | None:
    text, (start, _) = (hunk.new, hunk.new_span) if of_new else (hunk.old, hunk.old_span)
    phrase = text.strip(" ,;.\n")
    words = bare_words(phrase)
    if not words or len(words) > _MOST_WORDS or words[0].casefold() not in lexicon.words("scope", "modifying"):
        return None
    content = [word for word in words[1:] if word.casefold() not in lexicon.function_words]
    if len(content) < _FEWEST_WORDS or words[-1] != content[-1] or phrase[-1] in ":(":
        return None
    if lexicon.words("scope", "told_elsewhere") & {word.casefold() for word in words} or any(map(str.isdigit, phrase)):
        return None
    if any(known.search(phrase) for known in (lexicon.operator_pattern, lexicon.qualifier_pattern, lexicon.limit_pattern)):
        return None
    if lexicon.safeguards.search(phrase) or ";" in phrase or "\n" in phrase:
        return None
    place = start + text.index(phrase)
    return Modifier(" ".join(phrase.split()), (place, place + len(phrase)), of_new)
