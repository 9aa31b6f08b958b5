"""Numbers in digits, with the separators and the endings of ordinals that a language writes."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span


class Digits(NamedTuple):
    """A number in digits: its value, its place with the ending of an ordinal, and whether it has one."""

    value: Fraction
    span: Span
    is_ordinal: bool


class _Writing(NamedTuple):
    """How a language writes digits: a number, the end of a range, and a number in parentheses that repeats words."""

    number: re.Pattern[str]
    after_dash: re.Pattern[str]
    repeated: re.Pattern[str]
    separators: re.Pattern[str]
    decimal: str


def digits(text: str, lexicon: Lexicon) -> Iterator[Digits]:
    """Yield the numbers in digits; those inside a symbol ("1/CP.3"), a word or parentheses are none."""
    writing = _writing(lexicon)
    for match in writing.number.finditer(text):
        suffix = match["suffix"] or ""
        yield Digits(_value(match[0].removesuffix(suffix), writing), match.span(), bool(suffix))
    for match in writing.after_dash.finditer(text):
        yield Digits(_value(match[0], writing), match.span(), is_ordinal=False)


def repeated_digits(text: str, end: int, value: Fraction, lexicon: Lexicon) -> int:
    """Give the end of a number in words that ends at `end`, with the digits in parentheses that repeat it ("forty (40)")."""
    writing = _writing(lexicon)
    match = writing.repeated.match(text, end)
    return match.end() if match and _value(match[1], writing) == value else end


def _value(written: str, writing: _Writing) -> Fraction:
    return Fraction(writing.separators.sub("", written).replace(writing.decimal, "."))


@cache
def _writing(lexicon: Lexicon) -> _Writing:
    written = lexicon.settings["numbers"]
    thousands = rf"[{re.escape(written['thousands'])}\u00a0\u202f ]"
    decimal = re.escape(written["decimal"])
    suffix = "|".join(map(re.escape, sorted(written["ordinal_suffixes"], key=len, reverse=True)))
    part = rf"(?:{decimal}\d{{1,9}})?"
    whole = rf"(?:\d{{1,3}}(?:{thousands}\d{{3}}){{1,4}}|\d{{1,15}}){part}"
    return _Writing(
        number=re.compile(rf"(?<![\w./§#(-]){whole}(?P<suffix>{suffix})?(?![\w/(]|[-‐‑]\w*\d|[.{decimal}]\d)"),
        after_dash=re.compile(rf"(?<=\d[-–—])\d{{1,15}}{part}(?![\w/.]*\d)(?![\w/])"),
        repeated=re.compile(rf"\s*\(\s*({whole})(?:{suffix})?\s*(?:{written['percent']})?\s*\)"),
        separators=re.compile(thousands),
        decimal=written["decimal"],
    )
