"""Numbers written in words or digits, and both at once."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.lexicon import phrases, plain
from treatydiff.rules.digits import digits, repeated_digits
from treatydiff.rules.spans import words_of

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon
    from treatydiff.lexicon.finder import Finder
    from treatydiff.model import Span

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIRST_TEN = 20
_HUNDRED = 100


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
    in_digits = [item for item in _in_digits(text, lexicon) if item.span[0] not in taken]
    return tuple(sorted({*written, *in_digits}, key=lambda numeral: numeral.span))


def _in_digits(text: str, lexicon: Lexicon) -> list[Numeral]:
    found = []
    for number in digits(text, lexicon):
        start, end = number.span
        if text[text.rfind("\n", 0, start) + 1 : start].strip() or text[end : end + 1] not in {".", ")"}:
            found.append(Numeral(number.value, number.span, number.is_ordinal, is_digits=True))
    return found


def _fractions(text: str, lexicon: Lexicon) -> list[Numeral]:
    known = lexicon.fraction_table
    found = [
        Numeral(known[plain(match[0])], match.span(), is_ordinal=False, is_digits=False)
        for match in phrases(frozenset(known)).finditer(text)
    ]
    found += [
        Numeral(Fraction(1, 2), match.span(), is_ordinal=False, is_digits=False)
        for match in lexicon.pattern("numbers", "majority").finditer(text)
    ]
    return found


def _in_words(text: str, breaks: frozenset[int], lexicon: Lexicon) -> list[Numeral]:
    """Read runs of number words: "one hundred and twenty", "twenty-fifth"; a run that makes no number is cut."""
    if lexicon.number_words.isdisjoint(words_of(text)):
        return []
    aside = [match.span() for match in _no_numbers(lexicon).finditer(text)]
    found: list[Numeral] = []
    run = _Run(lexicon)
    for match in _WORDS.finditer(text):
        if not run.parts and not run.may_begin(match[0]):
            continue
        if any(start <= match.start() < end for start, end in aside):
            continue
        gap = text[run.end : match.start()] if run.end else ""
        parts = run.parted(match[0])
        if not run.parts and not run.takes(parts):
            continue
        crosses = any(run.end <= place <= match.start() for place in breaks)
        if run.parts and (gap.strip() or crosses or not run.takes(parts)):
            found += run.finished(text)
            run = _Run(lexicon)
        if run.takes(parts):
            run.add(parts, match.span())
    return [*found, *run.finished(text)]


@cache
def _no_numbers(lexicon: Lexicon) -> Finder:
    """Find number words that are no whole numbers where they stand."""
    return phrases(frozenset(lexicon.fraction_table) | lexicon.words("numbers", "no_numbers"))


class _Composition(NamedTuple):
    """How a language composes numbers.

    `joints` are the words that join their parts, each with the kind of part behind which it stands ("scale" or "ten");
    `ordinal_scales` the ordinals that multiply ("hundredth"); `scores` the tens on which numbers up to nineteen are added
    ("soixante-douze"); `joins_ordinals` tells that a compound ordinal has two ordinals ("cuadragésimo segundo").
    """

    joints: dict[str, str]
    ordinal_scales: dict[str, int]
    scores: frozenset[int]
    joins_ordinals: bool


@cache
def _composition(lexicon: Lexicon) -> _Composition:
    numbers = lexicon.settings.get("numbers", {})
    return _Composition(
        joints=dict(numbers.get("joints", {})),
        ordinal_scales=dict(numbers.get("ordinal_scales", {})),
        scores=frozenset(numbers.get("scores", ())),
        joins_ordinals=bool(numbers.get("joins_ordinals", False)),
    )


class _Run:
    """Number words that follow each other."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.parts: list[str] = []
        self.start = self.end = self._solid = 0
        self._solid_parts = 0
        self._lexicon = lexicon
        self._cardinals, self._ordinals, self._scales = lexicon.number_tables
        self._composition = _composition(lexicon)
        self._joints = self._composition.joints

    def may_begin(self, written: str) -> bool:
        """Whether a number may begin with a word: it is one, or a compound."""
        return "-" in written or self._is_number(written.casefold())

    def parted(self, written: str) -> list[str]:
        """Cut a compound at its hyphens, but keep together what is one entry of the lexicon ("quatre-vingt")."""
        parts = written.casefold().split("-")
        found: list[str] = []
        while parts:
            stop = next((n for n in range(len(parts), 1, -1) if self._is_number("-".join(parts[:n]))), 1)
            found.append("-".join(parts[:stop]))
            parts = parts[stop:]
        return found

    def takes(self, parts: list[str]) -> bool:
        """Whether the words go on with the number; a joint ("and", "et", "y") does after a word of the kind that it joins."""
        if len(parts) == 1 and parts[0] in self._joints:
            return bool(self.parts) and self._is_joined(parts[0])
        if not all(map(self._is_number, parts)):
            return False
        if not self.parts:
            return True
        if self._joints.get(self.parts[-1]) == "scale":
            return True
        return self._follows(self.parts[-2 if self.parts[-1] in self._joints else -1], parts[0])

    def _is_number(self, part: str) -> bool:
        return part in self._cardinals or part in self._ordinals or part in self._scales

    def _is_joined(self, joint: str) -> bool:
        last = self.parts[-1]
        return last in self._scales if self._joints[joint] == "scale" else self._room(last) > 0

    def _follows(self, last: str, part: str) -> bool:
        if last in self._ordinals and not self._composition.joins_ordinals:
            return False
        if part in self._scales or (part in self._composition.ordinal_scales and last in self._cardinals):
            return True
        return last in self._scales or self._small(part) < self._room(last)

    def _small(self, part: str) -> Fraction:
        return self._cardinals.get(part, self._ordinals.get(part, Fraction(0)))

    def _room(self, part: str) -> int:
        """Give below what a number must lie to be added: 10 behind "twenty", 100 behind "doscientos", 20 behind "soixante"."""
        value = self._small(part)
        if value < _FIRST_TEN or value % 10:
            return 0
        if value % 100 == 0:
            return 100
        return 20 if int(value) in self._composition.scores else 10

    def add(self, parts: list[str], span: Span) -> None:
        """Add words; a trailing joint counts only once a number follows it."""
        if not self.parts:
            self.start = span[0]
        self.parts += parts
        self.end = span[1]
        if parts[-1] not in self._joints:
            self._solid, self._solid_parts = self.end, len(self.parts)

    def finished(self, text: str) -> list[Numeral]:
        """Give the number, with the digits in parentheses that repeat it; none for an empty run."""
        if not self._solid_parts:
            return []
        parts = self.parts[: self._solid_parts]
        value, ordinal = self._value(parts), parts[-1] in self._ordinals
        end = repeated_digits(text, self._solid, value, self._lexicon)
        return [Numeral(value, (self.start, end), is_ordinal=ordinal, is_digits=False)]

    def _value(self, parts: list[str]) -> Fraction:
        total, current = Fraction(0), Fraction(0)
        for part in parts:
            scale = self._scales.get(part) or self._composition.ordinal_scales.get(part)
            if scale is None:
                current += self._small(part)
                continue
            current = (current or Fraction(1)) * scale
            if scale > _HUNDRED:
                total, current = total + current, Fraction(0)
        return total + current
