"""Noun phrases that gave way to others at one place of a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.rules.normal import folded
from treatydiff.text.tokens import is_word, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span
    from treatydiff.rules.spans import Piece
    from treatydiff.text.tokens import Word

_LONGEST = 8
_LONGEST_WORD = 24
_REACH = 60

Key = tuple[str, ...]


class Phrase(NamedTuple):
    """A phrase as written, the stems of its words, and its span."""

    text: str
    key: Key
    span: Span


class Substitution(NamedTuple):
    """A phrase that took the place of another; `before` and `after` are the words beside both, empty where a phrase ends.

    `before` is a word of any kind in lower case, `after` one with a content of its own.
    """

    old: Phrase
    new: Phrase
    before: str
    after: Word | None
    old_after: Word | None


def substitutions(pieces: Iterable[Piece], old: str, new: str, lexicon: Lexicon) -> Iterator[Substitution]:
    """Find the places at which a short phrase without operators, numbers, qualifiers and negations replaced another."""
    for piece in pieces:
        if piece.kept or piece.old[0] == piece.old[1] or piece.new[0] == piece.new[1]:
            continue
        was, now = _phrase(old, piece.old, lexicon), _phrase(new, piece.new, lexicon)
        if was is None or now is None or _is_another_spelling(was, now, lexicon):
            continue
        after, old_after = _after(new, now.span, lexicon), _after(old, was.span, lexicon)
        alike = after is not None and old_after is not None and after.text.casefold() == old_after.text.casefold()
        before = _before(old, was.span[0])
        yield Substitution(was, now, before, after if alike else None, old_after if alike else None)


def _is_another_spelling(old: Phrase, new: Phrase, lexicon: Lexicon) -> bool:
    """Whether the phrases differ in number, spelling, hyphens or spaces only ("time frame", "timeframes")."""
    was, now = (lexicon.stem("".join(folded(word, lexicon) for word in phrase.text.split())) for phrase in (old, new))
    return old.key == new.key or was == now


def _phrase(text: str, span: Span, lexicon: Lexicon) -> Phrase | None:
    """Read a run as one noun phrase without its article; None where it is longer, or something else.

    A run that ends with a preposition or a conjunction is none.
    """
    if span[1] - span[0] > _LONGEST * _LONGEST_WORD:
        return None
    found = placed(text, *span)
    while found and not _has_content(found[0].text, lexicon):
        found = found[1:]
    while found and not is_word(found[-1].text):
        found = found[:-1]
    if not found or len(found) > _LONGEST or not all(_may_stand(word.text, lexicon) for word in found):
        return None
    if not _has_content(found[-1].text, lexicon):
        return None
    return made(text, found, lexicon)


def extended(found: Substitution, old: str, new: str, lexicon: Lexicon) -> Substitution | None:
    """Take in the word that goes on with both phrases, as the noun of which they are attributes; None where there is none."""
    if found.after is None or found.old_after is None:
        return None
    was = made(old, placed(old, found.old.span[0], found.old_after.end), lexicon)
    now = made(new, placed(new, found.new.span[0], found.after.end), lexicon)
    return None if was is None or now is None else found._replace(old=was, new=now)


def made(text: str, found: list[Word], lexicon: Lexicon) -> Phrase | None:
    """Make a phrase of words; None where an operator or a qualifier is in it."""
    span = (found[0].start, found[-1].end)
    shown = " ".join(text[slice(*span)].split())
    if lexicon.operator_pattern.search(shown) or lexicon.qualifier_pattern.search(shown):
        return None
    return Phrase(shown, key_of(found, lexicon), span)


def key_of(found: Iterable[Word], lexicon: Lexicon) -> Key:
    """Give the stems of words, by which singular and plural are one, and two spellings."""
    return tuple(lexicon.stem(folded(word.text, lexicon)) for word in found if is_word(word.text))


def placed(text: str, start: int, end: int) -> list[Word]:
    """Give the words and signs between two offsets, with their places in the text."""
    return [word._replace(start=word.start + start, end=word.end + start) for word in words(text[start:end])]


def _may_stand(word: str, lexicon: Lexicon) -> bool:
    lower = word.casefold()
    if not is_word(word) or any(char.isdigit() for char in word) or lower in lexicon.words("terms", "never"):
        return False
    if lower in lexicon.function_words:
        return lower in lexicon.words("terms", "inside")
    return lower not in lexicon.number_words


def _has_content(word: str, lexicon: Lexicon) -> bool:
    return is_word(word) and word.casefold() not in lexicon.function_words


def _after(text: str, span: Span, lexicon: Lexicon) -> Word | None:
    """Give the word that goes on with a phrase; None where the phrase ends."""
    found = placed(text, span[1], min(len(text), span[1] + _REACH))
    if not found or not _has_content(found[0].text, lexicon) or not _may_stand(found[0].text, lexicon):
        return None
    return None if lexicon.operator_pattern.match(text, found[0].start) else found[0]


def _before(text: str, place: int) -> str:
    found = words(text[max(0, place - _REACH) : place])
    return found[-1].text.casefold() if found else ""
