"""The numbers that open paragraphs and points ("3.", "1 bis.", "(a)", "iv)") and what each of them may mean."""

from __future__ import annotations

import re
from typing import NamedTuple

from treatydiff.text.numbers import ORDINAL_SUFFIXES

_ORDINAL = rf"(?:{'|'.join(ORDINAL_SUFFIXES)}|quat|alt)"
_LABEL = re.compile(
    r"""(?P<lead>[\[\s]{0,12})(?P<num>
        \((?P<round>-?\d{1,3}\ ?[a-z]{0,2}|[a-z]{1,7}|[A-Z]{1,4})(?P<a>\ ?ORDINAL)?\)
      | (?P<half>\d{1,3}\ ?[a-z]{0,2}|[ivxl]{1,7}|[a-z]{1,2}|[A-Z])(?P<b>\ ORDINAL)?\)
      | (?P<dotted>-?\d{1,3}(?:\.\d{1,3})*)\.?(?P<c>\ ?ORDINAL)(?P<d>\ (?:alt|Alt))?[.:]?
      | (?P<many>\d{1,3}(?:\.\d{1,3})+)(?P<letter>[a-z]{0,3})[.:]?
      | (?P<dot>-?\d{1,3}[a-z]{0,2}|[ivxl]{1,7}|[a-z])[.．、](?!\d)
      )(?:(?=[\s\[“"«]|$)|(?<=\))(?=[^\W\d_a-z]))""".replace("ORDINAL", _ORDINAL),
    re.VERBOSE,
)
_OPENS_LIST = re.compile(r"\((?:a|i|1|A)\)\s")
_ROMAN = (("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
_LARGEST_ROMAN = 199
_ALPHABET = 26


class Reading(NamedTuple):
    """One meaning of a number: its style ("1", "1.1", "a", "A", "i"), its place in the list, and what was inserted after it."""

    style: str
    place: int
    suffix: str = ""

    @property
    def is_first(self) -> bool:
        """Whether a list may begin with it."""
        return self.place in {0, 1} and not self.suffix

    def follows(self, before: Reading) -> bool:
        """Whether it comes directly after `before` in one list: the next place, or a later insertion at the same one."""
        if self.style != before.style:
            return False
        if self.place == before.place:
            return _suffix_order(self.suffix) > _suffix_order(before.suffix)
        return self.place == before.place + 1


class Label(NamedTuple):
    """A number at the head of a paragraph.

    `num` is as written, `shape` its punctuation ("()", ")", ".", ""), `lead` the brackets before it, `end` the offset at which
    the text starts, `readings` what it may mean.
    """

    num: str
    shape: str
    lead: str
    end: int
    readings: tuple[Reading, ...]

    @property
    def is_paragraph(self) -> bool:
        """Whether treaties number paragraphs, and not points, in this way."""
        return any(reading.style.startswith("1") for reading in self.readings)


def label(raw: str, start: int = 0) -> Label | None:
    """Read the number at the head of a paragraph, brackets before it allowed; None when there is none."""
    m = _LABEL.match(raw, start)
    if m is None:
        return None
    shape = "()" if m["round"] else ")" if m["half"] else "."
    suffix = (m["a"] or m["b"] or m["c"] or "").strip() + (m["d"] or "").casefold()
    core = m["round"] or m["half"] or m["dotted"] or m["many"] or m["dot"]
    readings = _readings(core, suffix or m["letter"] or "")
    lead = "".join(m["lead"].split())
    return Label(m["num"], shape, lead, m.end(), readings) if readings else None


def lettered(marker: str, raw: str) -> Label | None:
    """Read the marker of a list of the source that also stands at the head of the text ("ab."); None where it does not."""
    readings = _readings(marker[:-1], "") if marker[:-1].isalpha() and raw.startswith(marker) else ()
    return Label(marker, marker[-1], "", len(marker), readings) if readings else None


def opens_list(raw: str) -> bool:
    """Whether a text is itself headed by the first number of a list, as in "1. (a) Each State ..."."""
    return _OPENS_LIST.match(raw) is not None


def _readings(core: str, suffix: str) -> tuple[Reading, ...]:
    m = re.fullmatch(r"(-?)([\d.]*\d) ?([a-z]{0,2})", core)
    if m is None:
        return tuple(reading for reading in (_roman(core, suffix), *_letters(core, suffix)) if reading)
    *above, last = m[2].split(".")
    place = int(last) - 1 if m[1] else int(last)
    inserted = f"-{last}" if m[1] else ""
    return (Reading("1.1" if above else "1", place, inserted + m[3] + suffix),)


def _roman(core: str, suffix: str) -> Reading | None:
    value, rest = 0, core
    for digits, worth in _ROMAN:
        while rest.startswith(digits):
            value, rest = value + worth, rest[len(digits) :]
    if rest or value > _LARGEST_ROMAN or roman(value) != core:
        return None
    return Reading("i", value, suffix)


def roman(value: int) -> str:
    """Write a number in small roman numerals."""
    written = ""
    for digits, worth in _ROMAN:
        count, value = divmod(value, worth)
        written += digits * count
    return written


def _letters(core: str, suffix: str) -> list[Reading]:
    """Read letters as places of the alphabet: "aa" comes after "z", or was inserted after "a"."""
    style, letters = ("A", core.lower()) if core.isupper() else ("a", core)
    places = [ord(letter) - ord("a") + 1 for letter in letters]
    match places:
        case [one]:
            return [Reading(style, one, suffix)]
        case [one, two]:
            after_z = _ALPHABET + (one if one == two else two)
            doubled = [Reading(style, after_z, suffix)] if one in {1, two} else []
            return [*doubled, Reading(style, one, letters[1] + suffix)]
    return []


def _suffix_order(suffix: str) -> tuple[int, str]:
    if suffix.startswith("-"):
        return (0, suffix)
    if suffix in ORDINAL_SUFFIXES:
        return (ORDINAL_SUFFIXES.index(suffix) + 2, "")
    return (1 if not suffix else 50, suffix)
