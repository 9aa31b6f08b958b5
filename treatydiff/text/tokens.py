"""Cutting text into tokens: words, punctuation and white space, in any of the six UN languages."""

from __future__ import annotations

from typing import NamedTuple

import regex

_SCRIPT_WITHOUT_SPACES = r"[\p{Han}\p{Hiragana}\p{Katakana}]"
_LETTER = r"[[\p{L}\p{M}\p{N}_]--[\p{Han}\p{Hiragana}\p{Katakana}]]"
_TOKEN = regex.compile(
    rf"\s+|{_SCRIPT_WITHOUT_SPACES}|\p{{Nd}}+(?:[.,]\p{{Nd}}+)+(?!{_LETTER})|{_LETTER}+(?:['’\-‐‑]{_LETTER}+)*|.",
    regex.VERSION1 | regex.DOTALL,
)

_WORD = regex.compile(
    rf"{_SCRIPT_WITHOUT_SPACES}|\p{{Nd}}+(?:[.,]\p{{Nd}}+)+(?!{_LETTER})|{_LETTER}+(?:['’\-‐‑]{_LETTER}+)*", regex.VERSION1
)


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
    return _TOKEN.findall(text)


def words(text: str) -> list[Word]:
    """Give the tokens of `text` that are not white space, with their places."""
    found = []
    start = 0
    for token in _TOKEN.findall(text):
        end = start + len(token)
        if not token.isspace():
            found.append(Word(token, start, end))
        start = end
    return found


def bare_words(text: str) -> list[str]:
    """Give the tokens of `text` that are words, so no punctuation and no white space."""
    return _WORD.findall(text)


def is_word(token: str) -> bool:
    """Whether a token carries letters or digits, so is no punctuation and no white space."""
    return token[0].isalnum() or any(c.isalnum() for c in token)
