"""The terms that a draft defines, and where it uses them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Clause, Span

_LONGEST_HEAD: Final = 260
_QUOTED: Final = re.compile(r"[“\"„«`]+(?P<term>[^“”\"„«»`\n]{2,80})[”\"»]")
_WORD_END: Final = re.compile(r"(?:ies|es|s|y|e)$")
_SHORTEST_STEM: Final = 3


class Term(NamedTuple):
    """A term with the clause that defines it and its span there, quotation marks left out."""

    name: str
    clause: Clause
    span: Span


@lru_cache(maxsize=4)
def defined(subject: Subject) -> tuple[Term, ...]:
    """Give the terms that the draft defines by what they mean, in quotation marks, in order; found once for all checks."""
    return tuple(_defined(subject))


def _defined(subject: Subject) -> Iterator[Term]:
    verb = subject.lexicon.pattern("definitions", "verb")
    quoted = subject.lexicon.pattern("definitions", "quoted")
    signs = subject.lexicon.words("definitions", "verbs")
    for clause in subject.worded:
        text = clause.words
        if not any(sign in text for sign in signs):
            continue
        for found in verb.finditer(text):
            start = max(0, found.start() - _LONGEST_HEAD)
            head = quoted.search(text[start : found.start()])
            if head is not None:
                begin = start + head.start("term")
                for name in _QUOTED.finditer(text, max(0, begin - 1), found.start()):
                    yield Term(name["term"], clause, name.span("term"))


def called(subject: Subject) -> Iterator[str]:
    """Yield the names that the draft gives in passing: "hereinafter referred to as “the Fund”"."""
    naming = subject.lexicon.pattern("checks", "naming")
    for clause in subject.worded:
        for found in quotations(clause.words):
            if naming.search(clause.words[max(0, found.start() - 60) : found.start()]):
                yield found["term"]


def quotations(text: str) -> Iterator[re.Match[str]]:
    """Yield what stands in quotation marks, as the group "term"."""
    if '"' in text or "“" in text or "«" in text:
        yield from _QUOTED.finditer(text)


@lru_cache(maxsize=512)
def pattern(name: str) -> re.Pattern[str]:
    """Compile a term so that it is found in the singular and in the plural, in any case."""
    words = name.split()
    stem = _WORD_END.sub("", words[-1])
    last = re.escape(stem) + r"(?:ies|es|s|y|e)?" if len(stem) >= _SHORTEST_STEM else rf"{re.escape(words[-1])}s?"
    return re.compile(r"(?<!\w)" + r"\s+".join((*map(re.escape, words[:-1]), last)) + r"(?!\w)", re.IGNORECASE)


def beginning(name: str) -> str:
    """Give in lower case what every form of a term begins with, so that most texts need no closer look."""
    first, *rest = name.casefold().split()
    return first if rest else _WORD_END.sub("", first)


def is_used(name: str, clause: Clause) -> bool:
    """Whether a term stands in a clause, its heading included."""
    return pattern(name).search(f"{clause.provision.heading}\n{clause.provision.words}") is not None
