"""Cutting text into tokens: words, punctuation and white space, in any of the six UN languages."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import regex

_NEEDS_FULL_UNICODE = re.compile("[^\t\n\r -~\xa0-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e€№]")
"""Anything but Latin and Cyrillic letters and their punctuation: there alone do both libraries know the same words."""
_WORD = r"\d+(?:[.,]\d+)+(?!\w)|\w++(?:['’\-‐‑]\w++)*+"
_PLAIN_WORD = re.compile(_WORD)
_PLAIN_TOKEN = re.compile(rf"\s+|{_WORD}|.", re.DOTALL)


class Word(NamedTuple):
    """A token that is not white space, with its character offsets in the text, end exclusive."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[str]:
    """Cut `text` into words, single punctuation marks and runs of white space.

    Apostrophes and hyphens inside a word, combining marks and the separators inside a number belong to the word; a character
    of a script written without spaces is a token of its own. Joined, the tokens are the text.
    """
    if _is_plain(text):
        return _PLAIN_TOKEN.findall(text)
    return _full(with_gaps=True).findall(text)


def bare_words(text: str) -> list[str]:
    """Give the tokens of `text` that are words, so no punctuation and no white space."""
    if _is_plain(text):
        return _PLAIN_WORD.findall(text)
    return _full(with_gaps=False).findall(text)


def words(text: str) -> list[Word]:
    """Give the tokens of `text` that are not white space, with their places."""
    found = []
    start = 0
    for token in tokens(text):
        end = start + len(token)
        if not token.isspace():
            found.append(Word(token, start, end))
        start = end
    return found


def is_word(token: str) -> bool:
    """Whether a token carries letters or digits, so is no punctuation and no white space."""
    return token[0].isalnum() or any(c.isalnum() for c in token)


def _is_plain(text: str) -> bool:
    return text.isascii() or _NEEDS_FULL_UNICODE.search(text) is None


@cache
def _full(*, with_gaps: bool) -> regex.Pattern[str]:
    """Compile the pattern for all scripts; the standard library leaves combining marks out of words."""
    import regex  # noqa: PLC0415 (most drafts do without it)

    without_spaces = r"[\p{Han}\p{Hiragana}\p{Katakana}]"
    letter = r"[[\p{L}\p{M}\p{N}_]--[\p{Han}\p{Hiragana}\p{Katakana}]]"
    word = rf"{without_spaces}|\p{{Nd}}+(?:[.,]\p{{Nd}}+)+(?!{letter})|{letter}+(?:['’\-‐‑]{letter}+)*"
    gap = r"[\s\x1c-\x1f]+"  # the four separators are white space to `str` and to the standard library alone
    return regex.compile(rf"{gap}|{word}|." if with_gaps else word, regex.VERSION1 | regex.DOTALL)
