"""Cutting text into tokens: words, punctuation and white space, in any of the six UN languages."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import regex

_NEEDS_FULL_UNICODE = re.compile("[^\t\n\r -~\xa0-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e€№]")
"""Anything but Latin and Cyrillic letters and their punctuation: there alone do both libraries know the same words."""
_WORD = r"\d+(?:[.,]\d+)+(?!\w)|\w++(?:['’\-‐‑]\w++)*+"
_PLAIN_WORD = re.compile(_WORD)
_PLAIN_TOKEN = re.compile(rf"({_WORD}|\S)")


class Word(NamedTuple):
    """A token that is not white space, with its character offsets in the text, end exclusive."""

    text: str
    start: int
    end: int


def cut(text: str) -> list[str]:
    """Cut `text` at its words and punctuation marks: white space, word, white space, word and so on to white space.

    What stands at the even places is white space, mostly one blank, and empty where there is none. Joined, the parts are the
    text.
    """
    return _PLAIN_TOKEN.split(text) if _is_plain(text) else _full(with_marks=True).split(text)


def tokens(text: str) -> list[str]:
    """Cut `text` into words, single punctuation marks and runs of white space.

    Apostrophes and hyphens inside a word, combining marks and the separators inside a number belong to the word; a character
    of a script written without spaces is a token of its own. Joined, the tokens are the text.
    """
    return list(filter(None, cut(text)))


def bare_words(text: str) -> list[str]:
    """Give the tokens of `text` that are words, so no punctuation and no white space."""
    return _PLAIN_WORD.findall(text) if _is_plain(text) else _full(with_marks=False).findall(text)


def words(text: str) -> list[Word]:
    """Give the tokens of `text` that are not white space, with their places."""
    parts = cut(text)
    places = list(accumulate(map(len, parts)))
    return list(map(Word, parts[1::2], places[::2], places[1::2]))


def is_word(token: str) -> bool:
    """Whether a token carries letters or digits, so is no punctuation and no white space."""
    return token[0].isalnum() or any(c.isalnum() for c in token)


def _is_plain(text: str) -> bool:
    return text.isascii() or _NEEDS_FULL_UNICODE.search(text) is None


@cache
def _full(*, with_marks: bool) -> regex.Pattern[str]:
    """Compile the pattern for all scripts; the standard library leaves combining marks out of words."""
    import regex  # noqa: PLC0415 (most drafts do without it)

    without_spaces = r"[\p{Han}\p{Hiragana}\p{Katakana}]"
    letter = r"[[\p{L}\p{M}\p{N}_]--[\p{Han}\p{Hiragana}\p{Katakana}]]"
    word = rf"{without_spaces}|\p{{Nd}}+(?:[.,]\p{{Nd}}+)+(?!{letter})|{letter}+(?:['’\-‐‑]{letter}+)*"
    mark = r"[^\s\x1c-\x1f]"  # the four separators are white space to `str` and to the standard library alone
    return regex.compile(rf"({word}|{mark})" if with_marks else word, regex.VERSION1)
