"""Counts written as Word writes them in automatic numbers (ISO/IEC 29500-1, 17.18.59)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

LARGEST: Final = 32_767
"""The largest count that Word shows in a list."""

_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN: Final = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ABJAD: Final = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ARABIC: Final = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_HEBREW: Final = "אבגדהוזחטיכלמנסעפצקרשת"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_SIGNS: Final = "*†‡§"
_HAN: Final = "〇一二三四五六七八九"
_HAN_PLACES: Final = ((1000, "千"), (100, "百"), (10, "十"))
_ONES: Final[Sequence[str]] = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNLIKE: Final = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_CIRCLES: Final = 20
_TEEN: Final = range(11, 14)


def written(count: int, style: str) -> str:
    """Write a count in one of Word's formats ("lowerLetter", "upperRoman"); one that is not known here as a decimal.

    "bullet" and "none" give nothing.
    """
    bounded = max(0, min(count, LARGEST))
    write = _FORMATS.get(style)
    return write(bounded) if write else str(bounded)


def _repeated(alphabet: str) -> Callable[[int], str]:
    """Give the format that begins again with each letter twice when the alphabet is used up: z, aa, bb."""

    def write(count: int) -> str:
        if count < 1:
            return ""
        times, place = divmod(count - 1, len(alphabet))
        return alphabet[place] * (times + 1)

    return write


def _roman(count: int) -> str:
    parts = []
    for worth, letters in _ROMAN:
        times, count = divmod(count, worth)
        parts.append(letters * times)
    return "".join(parts)


def _ordinal(count: int) -> str:
    ending = "th" if count % 100 in _TEEN else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


def _in_words(count: int) -> str:
    if count < len(_ONES):
        return _ONES[count]
    for worth, name in ((1000, "thousand"), (100, "hundred")):
        if count >= worth:
            head, rest = divmod(count, worth)
            return f"{_in_words(head)} {name}" + (f" {_in_words(rest)}" if rest else "")
    tens, ones = divmod(count, 10)
    return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")


def _ordinal_in_words(count: int) -> str:
    words = _in_words(count)
    start = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[start:]
    return words[:start] + (_UNLIKE.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"))


def _han(count: int) -> str:
    """Write a count in Chinese characters; ten to nineteen without a leading one, as in article numbers."""
    if count == 0:
        return _HAN[0]
    if count >= 10_000:  # noqa: PLR2004 (the next unit of Chinese counting)
        return str(count)
    parts: list[str] = []
    gap = False
    for worth, unit in (*_HAN_PLACES, (1, "")):
        digit, count = divmod(count, worth)
        if digit:
            parts += [_HAN[0]] if gap else []
            parts.append(_HAN[digit] + unit)
        gap = bool(parts) and not digit and bool(count)
    text = "".join(parts)
    return text[1:] if text.startswith("一十") else text


def _digits(zero: str) -> Callable[[int], str]:
    def write(count: int) -> str:
        return "".join(chr(ord(zero) + int(digit)) for digit in str(count))

    return write


def _circled(count: int) -> str:
    return chr(ord("①") + count - 1) if 1 <= count <= _CIRCLES else str(count)


_FORMATS: Final[Mapping[str, Callable[[int], str]]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimalZero": lambda n: f"{n:02d}",
    "lowerLetter": _repeated(_LATIN),
    "upperLetter": _repeated(_LATIN.upper()),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda n: _in_words(n).capitalize(),
    "ordinalText": lambda n: _ordinal_in_words(n).capitalize(),
    "hex": lambda n: f"{n:X}",
    "chicago": _repeated(_SIGNS),
    "numberInDash": lambda n: f"- {n} -",
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedParen": lambda n: f"({n})",
    "decimalEnclosedFullstop": lambda n: f"{n}.",
    "decimalFullWidth": _digits("０"),
    "decimalFullWidth2": _digits("０"),
    "hindiNumbers": _digits("٠"),
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": _repeated(_RUSSIAN.upper()),
    "arabicAbjad": _repeated(_ABJAD),
    "arabicAlpha": _repeated(_ARABIC),
    "hebrew2": _repeated(_HEBREW),
    "ideographTraditional": _repeated(_STEMS),
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "taiwaneseCounting": _han,
    "taiwaneseCountingThousand": _han,
    "japaneseCounting": _han,
}
