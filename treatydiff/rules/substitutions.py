"""Noun phrases that gave way to others at one place of a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.rules.normal import folded
from treatydiff.text.tokens import Word, is_word, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span
    from treatydiff.rules.spans import Piece

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
    """A phrase that took the place of another."""

    old: Phrase
    new: Phrase


class Successors(NamedTuple):
    """The word that goes on with both phrases of a substitution, at its place in either wording."""

    old: Word
    new: Word


def candidates(pieces: Iterable[Piece], old: str, new: str, lexicon: Lexicon) -> Iterator[Substitution]:
    """Find the places at which a short phrase without numbers and negations replaced another.

    Which of them are substitutions `is_substitution` tells, at a greater price.
    """
    for piece in pieces:
        if piece.kept or piece.old[0] == piece.old[1] or piece.new[0] == piece.new[1]:
            continue
        if (was := _phrase(old, piece.old, lexicon)) and (now := _phrase(new, piece.new, lexicon)):
            yield Substitution(was, now)


def is_substitution(found: Substitution, lexicon: Lexicon) -> bool:
    """Whether no operator and no qualifier is in either phrase, and they are no two spellings of one."""
    return not (_is_another_spelling(*found, lexicon) or any(_says_more(phrase.text, lexicon) for phrase in found))


def before(found: Substitution, old: str) -> str:
    """Give the word before the old phrase, of any kind and in lower case; empty where there is none."""
    place = found.old.span[0]
    last = words(old[max(0, place - _REACH) : place])
    return last[-1].text.casefold() if last else ""


def successors(found: Substitution, old: str, new: str, lexicon: Lexicon) -> Successors | None:
    """Give the word with a content of its own that goes on with both phrases; None where one ends or goes on otherwise."""
    now = _after(new, found.new.span, lexicon)
    was = _after(old, found.old.span, lexicon) if now is not None else None
    if was is None or now is None or was.text.casefold() != now.text.casefold():
        return None
    return Successors(was, now)


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
    return _made(text, found, lexicon)


def extended(found: Substitution, old: str, new: str, lexicon: Lexicon) -> Substitution | None:
    """Take in the word that goes on with both phrases, as the noun of which they are attributes; None where there is none."""
    after = successors(found, old, new, lexicon)
    if after is None:
        return None
    was = _made(old, placed(old, found.old.span[0], after.old.end), lexicon)
    now = _made(new, placed(new, found.new.span[0], after.new.end), lexicon)
    return None if _says_more(was.text, lexicon) or _says_more(now.text, lexicon) else Substitution(was, now)


def _made(text: str, found: list[Word], lexicon: Lexicon) -> Phrase:
    span = (found[0].start, found[-1].end)
    return Phrase(" ".join(text[slice(*span)].split()), key_of(found, lexicon), span)


def _says_more(phrase: str, lexicon: Lexicon) -> bool:
    """Whether an operator or a qualifier is in a phrase."""
    return any(known.search(phrase) is not None for known in (lexicon.operator_pattern, lexicon.qualifier_pattern))


def key_of(found: Iterable[Word], lexicon: Lexicon) -> Key:
    """Give the stems of words, by which singular and plural are one, and two spellings."""
    return tuple(lexicon.stem(folded(word.text, lexicon)) for word in found if is_word(word.text))


def placed(text: str, start: int, end: int) -> list[Word]:
    """Give the words and signs between two offsets, with their places in the text."""
    return [Word(word, first + start, last + start) for word, first, last in words(text[start:end])]


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
