"""Numbers written in words or digits, and both at once."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.lexicon import phrases

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span

_DIGITS = re.compile(
    r"(?<![\w./§#(-])"
    r"(?:\d{1,3}(?:[,\u00a0\u202f ]\d{3}){1,4}|\d{1,15})(?:\.\d{1,9})?(?P<suffix>st|nd|rd|th)?(?![\w/(]|[-‐‑]\w*\d|\.\d)"
)
_AFTER_DASH = re.compile(r"(?<=\d[-–—])\d{1,15}(?:\.\d{1,9})?(?![\w/.]*\d)(?![\w/])")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_IN_PARENTHESES = re.compile(r"\s*\(\s*(\d{1,15}(?:,\d{3}){0,4}(?:\.\d{1,9})?)(?:st|nd|rd|th)?\s*(?:per\s+cent|%)?\s*\)")
_TENS = range(20, 100, 10)
_UNITS = range(1, 10)


class Numeral(NamedTuple):
    """A number as written: its value, its place, whether it is an ordinal, and whether digits write it."""

    value: Fraction
    span: Span
    is_ordinal: bool
    is_digits: bool


def numerals(text: str, breaks: frozenset[int], lexicon: Lexicon) -> tuple[Numeral, ...]:
    """Find the numbers of a text in order; "forty (40)" is one. No number runs across one of the `breaks`.

    Digits that are part of a symbol ("1/CP.3"), of a word or in parentheses, and the label of a list item are none.
    """
    if not lexicon.numerals:
        return ()
    written = [*_fractions(text, lexicon), *_in_words(text, breaks, lexicon)]
    taken = {place for numeral in written for place in range(*numeral.span)}
    digits = [item for item in _in_digits(text) if item.span[0] not in taken]
    return tuple(sorted({*written, *digits}, key=lambda numeral: numeral.span))


def _in_digits(text: str) -> list[Numeral]:
    found = []
    for match in (*_DIGITS.finditer(text), *_AFTER_DASH.finditer(text)):
        if not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip() and text[match.end() : match.end() + 1] in {
            ".",
            ")",
        }:
            continue
        suffix = match.groupdict().get("suffix")
        digits = re.sub(r"[,\s]|st|nd|rd|th", "", match[0])
        found.append(Numeral(Fraction(digits), match.span(), suffix is not None, is_digits=True))
    return found


def _fractions(text: str, lexicon: Lexicon) -> list[Numeral]:
    known = lexicon.fraction_table
    found = [
        Numeral(known[" ".join(match[0].casefold().split())], match.span(), is_ordinal=False, is_digits=False)
        for match in phrases(frozenset(known)).finditer(text)
    ]
    found += [
        Numeral(Fraction(1, 2), match.span(), is_ordinal=False, is_digits=False)
        for match in lexicon.pattern("numbers", "majority").finditer(text)
    ]
    return found


def _in_words(text: str, breaks: frozenset[int], lexicon: Lexicon) -> list[Numeral]:
    """Read runs of number words: "one hundred and twenty", "twenty-fifth"; a run that makes no number is cut."""
    fractions = [match.span() for match in phrases(frozenset(lexicon.fraction_table)).finditer(text)]
    found: list[Numeral] = []
    run = _Run(lexicon)
    for match in _WORDS.finditer(text):
        if any(start <= match.start() < end for start, end in fractions):
            continue
        gap = text[run.end : match.start()] if run.end else ""
        parts = match[0].casefold().split("-")
        if not run.parts and parts[0] not in lexicon.number_words:
            continue
        crosses = any(run.end <= place <= match.start() for place in breaks)
        if run.parts and (gap.strip() or crosses or not run.takes(parts)):
            found += run.finished(text)
            run = _Run(lexicon)
        if run.takes(parts):
            run.add(parts, match.span())
    return [*found, *run.finished(text)]


class _Run:
    """Number words that follow each other."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.parts: list[str] = []
        self.start = self.end = self._solid = 0
        self._solid_parts = 0
        self._cardinals, self._ordinals, self._scales = lexicon.number_tables

    def takes(self, parts: list[str]) -> bool:
        """Whether the words go on with the number; "and" does after a scale word."""
        if parts == ["and"]:
            return bool(self.parts) and self.parts[-1] in self._scales
        if not all(part in self._cardinals or part in self._ordinals or part in self._scales for part in parts):
            return False
        return not self.parts or self.parts[-1] == "and" or self._follows(parts[0])

    def _follows(self, part: str) -> bool:
        last = self.parts[-1]
        if last in self._ordinals:
            return False
        if part in self._scales or (part == "hundredth" and last in self._cardinals):
            return True
        value = self._cardinals.get(part, self._ordinals.get(part, Fraction(0)))
        if last in self._scales:
            return True
        return self._cardinals.get(last) in _TENS and value in _UNITS

    def add(self, parts: list[str], span: Span) -> None:
        """Add words; a trailing "and" counts only once a number follows it."""
        if not self.parts:
            self.start = span[0]
        self.parts += parts
        self.end = span[1]
        if parts != ["and"]:
            self._solid, self._solid_parts = self.end, len(self.parts)

    def finished(self, text: str) -> list[Numeral]:
        """Give the number, with the digits in parentheses that repeat it; none for an empty run."""
        if not self._solid_parts:
            return []
        parts = self.parts[: self._solid_parts]
        value, ordinal = self._value(parts), parts[-1] in self._ordinals
        end = self._solid
        repeated = _IN_PARENTHESES.match(text, end)
        if repeated and Fraction(repeated[1].replace(",", "")) == value:
            end = repeated.end()
        return [Numeral(value, (self.start, end), is_ordinal=ordinal, is_digits=False)]

    def _value(self, parts: list[str]) -> Fraction:
        total, current = Fraction(0), Fraction(0)
        for part in parts:
            if part == "and":
                continue
            if part in self._scales or part == "hundredth":
                scale = self._scales.get(part, 100)
                current = (current or Fraction(1)) * scale
                if scale > self._scales.get("hundred", 100):
                    total, current = total + current, Fraction(0)
            else:
                current += self._cardinals.get(part, self._ordinals.get(part, Fraction(0)))
        return total + current
