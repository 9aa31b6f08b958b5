"""Terms that are used as if they were defined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen
from treatydiff.checks.glossary import called, defined, is_used, pattern, quotations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Clause

ID: Final = "undefined-term"
_MOST_WORDS: Final = 4
_QUOTES: Final = ('"', "“", "„", "«")
_CAPITAL: Final = re.compile(r"^[^a-z]*$|^(?:the\s+)?[A-Z]")


def look(subject: Subject) -> Iterator[Seen]:
    """Look for terms of the watch list, and for those in quotation marks, that no clause defines."""
    if not subject.lexicon.words("definitions", "verbs"):
        return
    known = {term.name.casefold() for term in defined(subject)} | {name.casefold() for name in called(subject)}
    told: set[str] = set()
    for clause, name, span in (*_watched(subject, known), *(() if subject.is_amending else _quoted(subject))):
        if name.casefold() in told or any(pattern(one).fullmatch(name) for one in known):
            continue
        told.add(name.casefold())
        yield Seen(
            words=clause.words[slice(*span)],
            message=f"“{name}” is used as a term, and nothing defines it",
            mend="define it, or say it in other words",
            provision=clause.provision,
            span=span,
        )


def _watched(subject: Subject, known: set[str]) -> Iterator[tuple[Clause, str, tuple[int, int]]]:
    """Yield the first use of each watched term; nothing where the draft takes its definitions from another instrument."""
    borrowed = subject.lexicon.pattern("checks", "borrowed_terms")
    watched = subject.lexicon.words("checks", "watched_terms")
    if not known or any(borrowed.search(clause.words) for clause in subject.operative):
        return  # a draft without any definition takes its terms from elsewhere, or is an excerpt
    verb = subject.lexicon.pattern("definitions", "verb")
    heads = [
        one.words[: found.start()].casefold()
        for one in subject.worded
        if one.words.startswith(_QUOTES) and (found := verb.search(one.words))
    ]
    text = "\n".join(clause.words for clause in subject.operative).casefold()
    for name in sorted(watched):
        if name in text and not any(name in one for one in (*known, *heads)):
            clause = next(one for one in subject.operative if is_used(name, one))
            found = pattern(name).search(clause.words)
            if found is not None:
                yield clause, name, found.span()


def _quoted(subject: Subject) -> Iterator[tuple[Clause, str, tuple[int, int]]]:
    """Yield what stands in quotation marks as a term does: a few words in small letters, not said of the words themselves."""
    about = subject.lexicon.pattern("checks", "about_words")
    for clause in subject.operative:
        for found in quotations(clause.words):
            name = found["term"].strip(" ,.;")
            before, after = clause.words[max(0, found.start() - 60) : found.start()], clause.words[found.end() :]
            if _CAPITAL.match(name) or len(name.split()) > _MOST_WORDS or about.search(before):
                continue
            if not subject.lexicon.pattern("checks", "defines_behind").match(after):
                yield clause, name, found.span("term")


_TERMS: Final = "Article 1\n\nFor the purposes of this Convention, “wreck” means a lost ship.\n\nArticle 2\n\n"
CHECK: Final = Check(
    ID,
    "TD021",
    "warning",
    "Terms in quotation marks or from the watch list that are used but not defined",
    look,
    fails=(
        Fails(f"{_TERMS}Each State Party shall report every wreck and every “ghost ship”.", "ghost ship", 7),
        Fails(f"{_TERMS}Each State Party shall punish serious crime in the wreck.", "serious crime", 7),
        Fails(f"{_TERMS}Each State Party shall preserve the traffic data of the wreck.", "traffic data", 7),
    ),
    passes=(
        Passes(f"{_TERMS}Each State Party shall report every “wreck”.", "the term is defined"),
        Passes(
            f"{_TERMS}Each wreck shall be listed in a register, hereinafter referred to as “the list”.",
            "a name that is given in passing needs no definition",
        ),
        Passes(f"{_TERMS}Each wreck shall carry the word “danger” in red.", "the word itself is meant"),
        Passes("Article 1\n\nEach State Party shall punish serious crime.", "a draft without definitions may be an excerpt"),
    ),
)
