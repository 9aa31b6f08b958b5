from __future__ import annotations

import pytest

from treatydiff.readers.word.number_formats import LARGEST, written


@pytest.mark.parametrize(
    ("style", "counts", "shown"),
    [
        ("decimal", (0, 7, 120), "0 7 120"),
        ("decimalZero", (1, 9, 10), "01 09 10"),
        ("lowerLetter", (1, 26, 27, 53), "a z aa aaa"),
        ("upperLetter", (2, 28), "B BB"),
        ("lowerRoman", (4, 9, 14, 1994), "iv ix xiv mcmxciv"),
        ("upperRoman", (1, 40), "I XL"),
        ("ordinal", (1, 2, 3, 4, 11, 22, 113), "1st 2nd 3rd 4th 11th 22nd 113th"),
        ("cardinalText", (1, 21, 140), "One Twenty-one One hundred forty"),
        ("ordinalText", (1, 12, 20, 31), "First Twelfth Twentieth Thirty-first"),
        ("hex", (255,), "FF"),
        ("chicago", (1, 2, 5), "* † **"),
        ("russianLower", (1, 2), "а б"),
        ("arabicAbjad", (1, 3), "أ ج"),
        ("chineseCounting", (5, 10, 12, 20, 105, 110), "五 十 十二 二十 一百〇五 一百一十"),
        ("hindiNumbers", (12,), "١٢"),
        ("decimalFullWidth", (12,), "１２"),
        ("decimalEnclosedCircle", (1, 20, 21), "① ⑳ 21"),
        ("none", (3,), ""),
        ("a format that nobody has heard of", (3,), "3"),
    ],
)
def test_counts_are_written_as_word_writes_them(style: str, counts: tuple[int, ...], shown: str) -> None:
    assert " ".join(written(count, style) for count in counts) == shown


@pytest.mark.parametrize("style", ["lowerLetter", "lowerRoman", "cardinalText", "ordinalText", "chineseCounting", "chicago"])
def test_no_count_makes_an_endless_number(style: str) -> None:
    assert len(written(10**12, style)) <= LARGEST
    assert written(-5, style) == written(0, style)
