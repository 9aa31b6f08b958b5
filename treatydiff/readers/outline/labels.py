"""The numbers that open paragraphs and points ("3.", "1 bis.", "(a)", "iv)", "PP4") and what each of them may mean."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import numeric

from treatydiff.text.numbers import ORDINAL_SUFFIXES, composed, place_before_composing, value

_ORDINAL = rf"(?:{'|'.join(ORDINAL_SUFFIXES)}|quat|alt)"
DIRECTION_SIGNS = "\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
"""Characters without width that stand before a number in a text from right to left."""
_HAN = "一二三四五六七八九十"
_ARABIC = "\u0621-\u064a"
_LETTER = rf"[a-z]{{1,2}}|[A-Z]|[а-яё]|[{_ARABIC}]\u0640?"
_LABEL = re.compile(
    r"""(?P<lead>[\[\sDIRECTION]{0,12})(?P<num>
        [(（]\ ?(?P<round>-?\d{1,3}[\ -]?[a-z]{0,2}|-?[a-z]{1,7}|[A-Z]{1,4}|[а-яё]|[ARABIC]\u0640?|[HAN]{1,3})
        (?P<a>\ ?ORDINAL)?\ ?[)）]
      | (?P<half>\d{1,3}\ ?[a-z]{0,2}|[ivxl]{1,7}|LETTER|[HAN]{1,3})(?P<b>\ ORDINAL)?[)）]
      | (?P<dotted>-?\d{1,3}(?:\.\d{1,3})*)\.?(?P<c>\ ?ORDINAL)(?P<d>\ (?:alt|Alt))?[.:]?
      | (?P<many>\d{1,3}(?:\.\d{1,3})+)(?P<letter>[a-z]{0,3})[.:]?
      | (?P<margin>(?:PP|Pp|OP|Op)\ ?\d{1,3})(?P<e>\ ?ORDINAL)?[.:]?
      | (?P<open>\d{1,3}(?:\.\d{1,3})*\.[xX]{1,2})[.:]?
      | (?P<dot>-?\d{1,3}[a-z]{0,2}|[ivxl]{1,7}|[a-z]|[а-яё])[.．、](?!\d)
      | (?P<comma>[HAN]{1,3})、
      | (?P<dash>\d{1,3}|[ARABIC]\u0640?)\ ?[-–—](?=\s)
      | [‘'’](?P<quoted>\d{1,2})[’'‘]
      | (?P<sign>[\u2460-\u2473\u3220-\u3229])
      )(?:(?=[\s\[“"«]|$)|(?<=[)）])(?=[^\W\d_a-z])|(?<=[.．、\u2460-\u2473\u3220-\u3229])(?=[\u3400-\u9fff]))""".replace(
        "ORDINAL", _ORDINAL
    )
    .replace("HAN", _HAN)
    .replace("ARABIC", _ARABIC)
    .replace("LETTER", _LETTER)
    .replace("DIRECTION", DIRECTION_SIGNS),
    re.VERBOSE,
)
_COUNTED = ("PP", "OP")
"""What secretariats write before the numbers of preambular and operative paragraphs."""
_OPENS_LIST = re.compile(r"\(?(?:a|i|1|A)\)\s")
_ROMAN = (("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
_LARGEST_ROMAN = 199
_ALPHABET = 26
_LONGEST = 40
_ALPHABETS = (
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "абвгдеёжзийклмнопрстуфхцчшщэюя",
    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
)
"""Russian lists leave out ё and й or count them; Arabic ones follow the old order of the letters or the dictionary's."""
_DIGITS = re.compile(r"(-?)([\d.]*\d)[ -]?([a-z]{0,2})")
_CORES = ("round", "half", "dotted", "many", "margin", "dot", "comma", "dash", "quoted", "sign")
_LONGEST_CORE = 20


class Reading(NamedTuple):
    """One meaning of a number.

    `style` is what it is counted in ("1", "1.1", "a", "A", "i", "а", "أ", "一", "PP"), `place` where it stands in that
    count, and `suffix` what was inserted after it ("bis").
    """

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
        return any(
            reading.style.startswith(("1", *_COUNTED)) or (reading.style == "一" and self.shape == ".")
            for reading in self.readings
        )


def label(raw: str, start: int = 0) -> Label | None:
    """Read the number at the head of a paragraph, brackets before it allowed; None when there is none."""
    m = _LABEL.match(raw, start)
    if m is None:
        return _label_of_composed(raw, start)
    if m["open"]:
        return Label(m["num"], ".", "".join(m["lead"].split()), m.end(), (Reading("1.1", 0, "x"),))
    shape = "()" if m["round"] or m["sign"] or m["quoted"] else ")" if m["half"] else "-" if m["dash"] else "."
    suffix = (m["a"] or m["b"] or m["c"] or m["e"] or "").strip() + (m["d"] or "").casefold()
    core = next(core for core in m.group(*_CORES) if core)
    readings = _readings(core, suffix or m["letter"] or "")
    lead = "".join(m["lead"].split())
    return Label(m["num"], shape, lead, m.end(), readings) if readings else None


def _label_of_composed(raw: str, start: int) -> Label | None:
    """Read a number in a text that is not in composed form, as Arabic letters with a hamza may be."""
    head = raw[start : start + _LONGEST]
    if head.isascii() or (line := composed(head)) is head:
        return None
    found = label(line)
    return found._replace(end=start + place_before_composing(head, found.end)) if found else None


def numbered(num: str) -> Label | None:
    """Read a number that is known to be one, so that any form of it counts ("I.", "§ 4", "IV)"); None for a mere sign."""
    found = label(num)
    if found and found.end == len(num):
        return found._replace(end=0, lead="")
    core = "".join(part for part in re.split(r"[^\w.]+", num) if part)[-_LONGEST_CORE:].strip("._")
    if not core:
        return None
    shape = "()" if num.startswith("(") else num[-1] if num[-1] in ").]" else ""
    small = _roman(core.lower(), "") if core.isupper() else None
    inner = () if small is None else (Reading("I", small.place),)
    return Label(num, shape, "", 0, (*inner, *_readings(core, "")) or (Reading("?", 1),))


def lettered(marker: str, raw: str) -> Label | None:
    """Read the marker of a list of the source that also stands at the head of the text ("ab."); None where it does not."""
    readings = _readings(marker[:-1], "") if marker[:-1].isalpha() and raw.startswith(marker) else ()
    return Label(marker, marker[-1], "", len(marker), readings) if readings else None


def opens_list(raw: str) -> bool:
    """Whether a text is itself headed by the first number of a list, as in "1. (a) Each State ..."."""
    return _OPENS_LIST.match(raw) is not None


@lru_cache(maxsize=4096)
def _readings(core: str, suffix: str) -> tuple[Reading, ...]:
    if core[:2].upper() in _COUNTED:
        return (Reading(core[:2].upper(), int(core[2:]), suffix),)
    m = _DIGITS.fullmatch(core)
    if m is None and core[0] == "-":
        return tuple(one._replace(place=one.place - 1, suffix=core + one.suffix) for one in _letters(core[1:], suffix))
    if m is None and not core.isascii():
        return _of_other_scripts(core.rstrip("\u0640"), suffix)
    if m is None:
        return tuple(reading for reading in (_roman(core, suffix), *_letters(core, suffix)) if reading)
    *above, last = m[2].split(".")
    place = int(last) - 1 if m[1] else int(last)
    inserted = f"-{last}" if m[1] else ""
    return (Reading("1.1" if above else "1", place, inserted + m[3] + suffix),)


def _of_other_scripts(core: str, suffix: str) -> tuple[Reading, ...]:
    """Read Chinese numerals and signs, and letters by their place in the alphabets that lists are counted in."""
    if place := value(core):
        return (Reading("一", place, suffix),)
    if (worth := numeric(core[0], 0)) and not core.isdecimal():
        return (Reading("㈠" if core[0] > "\u3000" else "①", int(worth), suffix),)
    known = (alphabet for alphabet in _ALPHABETS if len(core) == 1 and core in alphabet)
    return tuple(Reading(alphabet[0], alphabet.index(core) + 1, suffix) for alphabet in known)


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
