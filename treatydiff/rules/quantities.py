"""The quantities of a wording: their value, what they count, and whether they are a ceiling, a floor or a trigger."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from treatydiff.lexicon import phrases
from treatydiff.rules.dates import dates
from treatydiff.rules.numerals import numerals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span
    from treatydiff.rules.case import Case
    from treatydiff.rules.numerals import Numeral

Bounding = Literal["ceiling", "floor", "trigger", "none"]

_NOUN = re.compile(r"[\s-]+(?:\w+(?:-\w+)?ly\s+)?([^\W\d_]+)", re.UNICODE)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?\s*$")
_RANGE = re.compile(r"\s*(?:[-–—]|\bto\b|\band\b|\bor\b)\s*")
_DASH = re.compile(r"\s*[-–—]\s*")
_OPEN_ENDS: tuple[tuple[Bounding, str], ...] = (("floor", "or_more"), ("ceiling", "or_less"))
_DATE_BOUNDS: tuple[tuple[Bounding, str], ...] = (("ceiling", "date_ceiling"), ("floor", "date_floor"))
_YEARS = range(1800, 2200)
_CLOSE = 16
_NEAR = 80
_WIDE = 160
_ADJECTIVES = re.compile(r"[\s-]+(?:calendar|full|consecutive|further|additional|more|[^\W\d_]+ing)\b", re.IGNORECASE)
_BETWEEN_BOUND_AND_NUMBER = re.compile(
    r"\s*(?:(?:a|an|the|period|of|estimated|about|other|next|first)\s+)*(?:[$€£]|USD\s*)?", re.IGNORECASE
)


class Quantity(NamedTuple):
    """A number with what it counts, or a range of numbers.

    `unit` is the id of a known unit, else the stem of the noun; `kind` that of the unit, "deadline" for the year by which
    something is due, "other" for a noun that the lexicon does not know. `days` is the length of one unit of a period in days.
    `upper` is the end of a range. `span` runs from the number to the end of its unit, `bound_span` from the words that bound
    it, `number` over the number alone. `is_exclusive`: the bound itself is not reached, as in "more than two".
    """

    value: Fraction
    upper: Fraction | None
    unit: str
    kind: str
    bound: Bounding
    span: Span
    bound_span: Span
    number: Span
    is_ordinal: bool
    days: Fraction | None = None
    is_exclusive: bool = False

    @property
    def size(self) -> tuple[Fraction, Fraction]:
        """The lower and upper value, in one measure for all units of a kind: days for periods; more than two are three."""
        one = self.days if self.days is not None else Fraction(1)
        beyond = {"floor": 1, "ceiling": -1}.get(self.bound, 0) if self.is_exclusive and self.kind == "count" else 0
        return self.value * one + beyond, (self.value if self.upper is None else self.upper) * one + beyond


class _Counted(NamedTuple):
    """What a number counts, and where the words for it end."""

    unit: str
    kind: str
    end: int
    days: Fraction | None = None


def may_change_quantities(case: Case) -> bool:
    """Whether there are numbers at all, and something that can make or change a quantity came or went."""
    lexicon = case.lexicon
    return _has_any(case.touched, lexicon.quantity_words) and any(
        _has_any(side.words, lexicon.number_words) for side in (case.old, case.new)
    )


def _has_any(words: frozenset[str], known: frozenset[str]) -> bool:
    return not known.isdisjoint(words) or any(word[0].isdigit() for word in words)


def quantities(text: str, breaks: frozenset[int], lexicon: Lexicon) -> tuple[Quantity, ...]:
    """Find the quantities of a text in order.

    Numbers of provisions, decisions, documents and list items, dates that bound nothing, and ordinals of things other than
    periods and deposits are none. No number runs across one of the `breaks`, the offsets at which brackets open or close.
    """
    found: list[Quantity] = []
    for numeral in reversed(numerals(text, breaks, lexicon)):
        if _is_reference(text, numeral.span[0], lexicon):
            continue
        after = found[-1] if found else None
        counted = None if _is_date(text, numeral, lexicon) else _counted(text, numeral, after, lexicon)
        if counted is None:
            continue
        quantity = _made(text, numeral, counted, lexicon)
        if after is not None and _DASH.fullmatch(text, quantity.number[1], after.number[0]) and after.upper is None:
            found[-1] = _ranged(quantity, after)
        else:
            found.append(quantity)
    return tuple(sorted([*reversed(found), *_due_dates(text, lexicon)], key=lambda quantity: quantity.number))


def _due_dates(text: str, lexicon: Lexicon) -> Iterator[Quantity]:
    """Yield the dates by which something is due or from which it begins."""
    for date in dates(text, lexicon):
        start, end = date.span
        for kind, name in _DATE_BOUNDS:
            if said := lexicon.pattern("bounds", name).search(text[max(0, start - _NEAR) : start]):
                first = start - (said.end() - said.start())
                yield Quantity(
                    Fraction(date.day), None, "date", "deadline", kind, date.span, (first, end), date.span, is_ordinal=False
                )


def _ranged(start: Quantity, end: Quantity) -> Quantity:
    span = (start.span[0], end.span[1])
    bound_span = (start.bound_span[0], end.span[1])
    return start._replace(upper=end.value, span=span, bound_span=bound_span, number=(start.number[0], end.number[1]))


def _counted(text: str, numeral: Numeral, after: Quantity | None, lexicon: Lexicon) -> _Counted | None:
    """Say what a number counts; `after` is the quantity that follows, from which a range or a choice takes its unit."""
    known = _unit(text, numeral, lexicon)
    if known is not None or (numeral.is_ordinal and after is None):
        return known
    if numeral.value.denominator > 1 and not numeral.is_digits:
        return _Counted("majority", "share", numeral.span[1])
    start, end = numeral.span
    if lexicon.pattern("numbers", "age").search(text, max(0, start - _CLOSE), start) and not numeral.is_ordinal:
        return _Counted("year of age", "age", end)
    if _is_year(numeral):
        due = lexicon.pattern("numbers", "deadline").search(text[max(0, start - _CLOSE) : start])
        return _Counted("year", "deadline", end) if due else None
    if after is not None and _joins(text[end : after.number[0]]) and after.is_ordinal == numeral.is_ordinal:
        return _Counted(after.unit, after.kind, end, after.days)
    return _noun(text, numeral, lexicon)


def _noun(text: str, numeral: Numeral, lexicon: Lexicon) -> _Counted | None:
    """Read the noun after a cardinal number above one as what it counts."""
    noun = _NOUN.match(text, numeral.span[1])
    if noun is None or numeral.is_ordinal or numeral.value == 1:
        return None
    if not lexicon.pattern("numbers", "plural").search(noun[1]):
        return None
    if noun[1].casefold() in lexicon.words("numbers", "uncounted") | lexicon.words("numbers", "months"):
        return None
    return _Counted(lexicon.stem(noun[1]), "other", noun.end())


def _joins(between: str) -> bool:
    return not between.strip() or _RANGE.fullmatch(between) is not None


def _made(text: str, numeral: Numeral, counted: _Counted, lexicon: Lexicon) -> Quantity:
    start = numeral.span[0]
    bound, bound_start, exclusive = _bound(text, start, lexicon)
    end, open_to = _open_end(text, numeral.span[1], counted.end, lexicon)
    counted = counted._replace(end=end)
    bound = open_to or bound
    if numeral.is_ordinal or (bound == "floor" and counted.kind == "count"):
        around = text[max(0, start - _WIDE) : counted.end + _WIDE]
        if phrases(lexicon.words("bounds", "trigger")).search(around):
            bound = "trigger"
    return Quantity(
        value=numeral.value,
        upper=None,
        unit=counted.unit,
        kind=counted.kind,
        bound=bound,
        span=(start, counted.end),
        bound_span=(bound_start, counted.end),
        number=numeral.span,
        is_ordinal=numeral.is_ordinal,
        days=counted.days,
        is_exclusive=exclusive and not open_to,
    )


def _open_end(text: str, number_end: int, end: int, lexicon: Lexicon) -> tuple[int, Bounding | None]:
    """Say whether "or more", "or fewer" stand behind a number or its unit, and where the quantity then ends."""
    for kind, name in _OPEN_ENDS:
        known = lexicon.pattern("bounds", name)
        if found := known.match(text, number_end) or known.match(text, end):
            return max(end, found.end()), kind
    return end, None


def _bound(text: str, start: int, lexicon: Lexicon) -> tuple[Bounding, int, bool]:
    """Give what the words right before a number make of it, where they start, and whether they exclude the number itself.

    The longest phrase counts.
    """
    reach = int(lexicon.settings.get("bounds", {}).get("reach", 0))
    for match in phrases(frozenset(lexicon.bound_kinds)).finditer(text, max(0, start - reach), start):
        if _BETWEEN_BOUND_AND_NUMBER.fullmatch(text, match.end(), start):
            said = " ".join(match[0].casefold().split())
            return lexicon.bound_kinds[said], match.start(), said in lexicon.words("bounds", "exclusive")
    return "none", start, False


def _unit(text: str, numeral: Numeral, lexicon: Lexicon) -> _Counted | None:
    """Give the known unit that follows a number; ordinals count days, months and deposits."""
    plain = numeral.span[1]
    starts = (end.end() for end in (*_open_ends(text, plain, lexicon), _ADJECTIVES.match(text, plain)) if end)
    for start in (plain, *starts):
        match = lexicon.unit_pattern.match(text, _past_gap(text, start))
        if match is None:
            continue
        unit = lexicon.units_by_name[" ".join(match[0].casefold().split())]
        if unit.id == "majority" and numeral.value.denominator == 1:
            continue
        if not numeral.is_ordinal or (unit.kind in {"period", "count"} and unit.id not in {"year", "party"}):
            return _Counted(unit.id, unit.kind, match.end(), unit.days)
    return None


def _open_ends(text: str, start: int, lexicon: Lexicon) -> list[re.Match[str] | None]:
    return [lexicon.pattern("bounds", name).match(text, start) for _, name in _OPEN_ENDS]


def _past_gap(text: str, start: int) -> int:
    while start < len(text) and (text[start].isspace() or text[start] == "-"):
        start += 1
    return start


def _is_year(numeral: Numeral) -> bool:
    return numeral.is_digits and numeral.value.denominator == 1 and int(numeral.value) in _YEARS


def _is_reference(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether a number names a place in a text, alone or in a list of such numbers."""
    before = text[max(0, start - _NEAR) : start]
    listed = re.compile(r"(?:\d+|\(\w{1,4}\)|bis|ter|[\s,]|\bto\b|\band\b|\bor\b|[-–—])+$").search(before)
    for head in (before, before[: listed.start()] if listed else before):
        word = _WORD_BEFORE.search(head)
        if word is not None and word[1].casefold() in lexicon.words("numbers", "references"):
            return True
    return False


def _is_date(text: str, numeral: Numeral, lexicon: Lexicon) -> bool:
    months = "|".join(sorted(lexicon.words("numbers", "months")))
    start, end = numeral.span
    after = re.compile(rf"\s+(?:day\s+of\s+)?(?:{months})\b", re.IGNORECASE).match(text, end)
    before = re.compile(rf"\b(?:{months})\s+$", re.IGNORECASE).search(text[max(0, start - _CLOSE) : start])
    return bool(months) and (after is not None or before is not None) and not text[end : end + 5].casefold().startswith(" may ")
