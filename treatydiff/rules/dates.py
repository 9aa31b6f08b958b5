"""Dates of the calendar in a wording."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span

_YEAR = re.compile(r"\d{4}")
_MONTHS_OF_A_YEAR = 12
_LONGEST_MONTH = 31


class Date(NamedTuple):
    """A date as written; `day` counts days so that a later date is the greater number, each month taken as 31 days."""

    day: int
    span: Span


def dates(text: str, lexicon: Lexicon) -> Iterator[Date]:
    """Yield the dates with a month and a year: "1 January 2030", "January 1, 2030", "the first day of" left out."""
    months = tuple(lexicon.settings.get("numbers", {}).get("months", ()))
    for match in _pattern(months).finditer(text) if months and _YEAR.search(text) else ():
        month = months.index((match["month"] or match["month_first"]).casefold())
        day = int(match["day"] or match["day_second"] or 1)
        year = int(match["year"])
        yield Date((year * _MONTHS_OF_A_YEAR + month) * _LONGEST_MONTH + day, match.span())


@cache
def _pattern(months: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(months)
    return re.compile(
        rf"(?<!\w)(?:(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º)?\s+(?:de\s+)?)?(?P<month>{names})(?:\s+de)?"
        rf"|(?P<month_first>{names})\s+(?P<day_second>\d{{1,2}})),?\s+(?P<year>\d{{4}})(?!\w)",
        re.IGNORECASE,
    )
