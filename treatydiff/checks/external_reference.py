"""References to resolutions, symbols and treaties that cannot be right as they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Clause

ID: Final = "external-reference"
_RESOLUTION: Final = re.compile(
    r"(?:[Rr]esolutions?|A/RES/)\s*(?P<session>\d{1,2})/(?P<number>\d{1,4})(?!\d)(?: ?[A-Z]{1,2}\b)?"
    r"(?:(?:,)?\s+(?:of|du|de|del)\s+(?:\d{1,2}\s+)?(?P<month>[^\W\d]{3,10}\.?)\s+(?P<year>(?:19|20)\d\d))?"
)
_SYMBOL: Final = re.compile(r"(?<![\w/])(?:A|E|S|CEDAW|CCPR|FCCC)/[A-Z0-9./()-]{2,40}")
_UNDOTTED: Final = re.compile(r"/(?:(?P<part>L|CRP|WP|INF|Rev|Add|Corr)(?P<n>\d+))(?![\w.])")
_GENERAL_ASSEMBLY: Final = "General Assembly"
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_FIRST_YEAR: Final = 1945
_FIRST_NUMBERED: Final = 31
"""The session from which resolutions are numbered by session and number; before, they had one number and a Roman session."""
_ONLY_ASSEMBLY: Final = 65
"""No other body of the United Nations has had as many sessions."""
_MOST: Final = 400
_AROUND: Final = 80


def look(subject: Subject) -> Iterator[Seen]:
    """Hold resolutions against the years of their session, symbols against their form, treaties against their year."""
    instruments = subject.lexicon.entries("instrument")
    for clause in subject.worded:
        text = clause.words
        if "/" in text:
            yield from _resolutions(clause)
            yield from _symbols(clause)
        if instruments and _YEAR.search(text):
            yield from _treaties(clause, _named(instruments), subject)


def _named(instruments: tuple[dict[str, Any], ...]) -> re.Pattern[str]:
    """Compile the names of treaties; the group that matched is "i" and the place of its entry."""
    return re.compile("|".join(f"(?P<i{n}>{one['name']})" for n, one in enumerate(instruments)))


def _resolutions(clause: Clause) -> Iterator[Seen]:
    text = clause.words
    for found in _RESOLUTION.finditer(text):
        session, number = int(found["session"]), int(found["number"])
        around = text[max(0, found.start() - _AROUND) : found.start("session")]
        if not (_GENERAL_ASSEMBLY in around or session >= _ONLY_ASSEMBLY):
            continue
        problem = mend = ""
        year = int(found["year"] or 0)
        fitting = [year - _FIRST_YEAR - 1, year - _FIRST_YEAR]
        if session >= _FIRST_NUMBERED and number > _MOST:
            problem = f"no session of the General Assembly adopted {number:,} resolutions"
            mend = f"{fitting[-1]}/{str(number)[1:]}, or another number?" if year else "check the number"
        if year and session >= _FIRST_NUMBERED and session not in fitting:
            first = _FIRST_YEAR + session
            problem = f"session {session} of the General Assembly was in {first} and {first + 1}, not in {year}"
            mend = f"{fitting[0]}/{number} or {fitting[1]}/{number}, or another date?"
        if problem:
            yield _seen(clause, (found.start("session"), found.end("number")), problem, mend)


def _symbols(clause: Clause) -> Iterator[Seen]:
    for symbol in _SYMBOL.finditer(clause.words):
        for part in _UNDOTTED.finditer(symbol[0]):
            right = f"/{part['part']}.{part['n']}"
            yield _seen(
                clause,
                symbol.span(),
                f"the symbol has {part[0]} where symbols have {right}",
                f"write {symbol[0].replace(part[0], right)}",
            )


def _treaties(clause: Clause, named: re.Pattern[str], subject: Subject) -> Iterator[Seen]:
    """Find treaties whose name is known and beside which another year stands than that of their adoption."""
    behind = subject.lexicon.pattern("checks", "year_behind")
    for found in named.finditer(clause.words):
        entry = subject.lexicon.entries("instrument")[int(str(found.lastgroup)[1:])]
        year = behind.match(clause.words, found.end())
        if year is not None and int(year["year"]) not in entry["years"]:
            said = f"{found[0]} is of {entry['years'][0]}, not of {year['year']}"
            yield _seen(clause, (found.start(), year.end()), said, f"{entry['years'][0]}?")


def _seen(clause: Clause, span: tuple[int, int], said: str, mend: str) -> Seen:
    return Seen(clause.words[slice(*span)], said, mend, provision=clause.provision, span=span)


CHECK: Final = Check(
    ID,
    "TD029",
    "warning",
    "Resolutions, symbols and treaties that are not well formed, or whose date does not fit",
    look,
    fails=(
        Fails("Preamble\n\nRecalling General Assembly resolution 78/782 of 26 May 2021,", "78/782", 3),
        Fails("Preamble\n\nRecalling General Assembly resolution 55/25 of 15 November 2003,", "55/25", 3),
        Fails("Preamble\n\nTaking note of document A/AC.291/L15,", "A/AC.291/L15", 3),
        Fails(
            "Article 1\n\nThe Vienna Convention on the Law of Treaties of 1979 applies.",
            "Vienna Convention on the Law of Treaties of 1979",
            3,
        ),
    ),
    passes=(
        Passes("Preamble\n\nRecalling General Assembly resolution 75/282 of 26 May 2021,", "the date is within the session"),
        Passes(
            "Preamble\n\nRecalling Human Rights Council resolution 26/9 of 26 June 2014,",
            "sessions of other bodies were in other years",
        ),
        Passes("Preamble\n\nTaking note of document A/AC.291/L.15 and of decision 5/CP.7,", "well-formed symbols"),
        Passes(
            "Article 1\n\nThe Vienna Convention on the Law of Treaties, in force since 1980, applies.",
            "the year is not that of adoption",
        ),
    ),
)
