"""The labels of alternatives: "Option 1", "Alternative A", "Alt. 2", "Option (a)" and what the six UN languages write for them.

States put rival wordings of one provision side by side under such labels (WIPO and UNFCCC texts, passim).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from treatydiff.text.numbers import ORDINAL_SUFFIXES, value

_WORD = (
    r"(?:Options?|OPTION|Alternatives?|ALTERNATIVE|Variante?|VARIANTE?|Alt\b\.?|ALT\b\.?|Opción|OPCIÓN|Alternativa|ALTERNATIVA"
    r"|Вариант|ВАРИАНТ|Альтернатива|备选案文|備選案文|备选方案|选项|方案|الخيار|البديل)"
)
OPTION_BEGINNINGS = (
    "Opt",
    "OPT",
    "Alt",
    "ALT",
    "Opc",
    "OPC",
    "Var",
    "VAR",
    "Вар",
    "ВАР",
    "Аль",
    "备",
    "備",
    "选",
    "方",
    "الخ",
    "الب",
)
"""With one of these every label of an alternative begins."""
_COUNT = (
    r"(?:\d{1,3}(?:\.\d{1,2})?[a-z]?(?!\w)|[IVX]{1,5}(?!\w)|[A-Z](?!\w)|[А-ЯЁ](?!\w)|\([A-Za-z0-9]{1,4}\)|[a-z]\)"
    rf"|[一二三四五六七八九十甲乙丙丁]{{1,3}}|[أ-ي](?!\w))(?:\s?(?:{'|'.join(ORDINAL_SUFFIXES)})\b)?"
)
_BEGINS_TEXT = r"[A-ZÀ-ÖØ-ÞЁА-Я\[{“\"«\u0620-\u064a\u3400-\u9fff]"
_may_be_option = re.compile(rf"[\[\s]{{0,12}}(?:{'|'.join(OPTION_BEGINNINGS)})").match
_ASIDE = r"\([^()]{1,80}\)\s{0,9}(?:[:.{\[]|$)"
"""A remark in parentheses that is not of a sentence: "Option 2 (without support):"."""
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"[IVX]+|[ivx]+")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}


class Option(NamedTuple):
    """The label of an alternative at the head of a text.

    `label` is as written, without punctuation; `start` the offset at which it stands, after brackets; `stop` that of the end
    of its punctuation, `end` that at which its text starts. `style` is what it is counted in ("1", "A", "a", "I", "i",
    "一"; empty for one without a count) and `place` where it stands in that count, 0 when it has none.
    """

    label: str
    start: int
    stop: int
    end: int
    style: str
    place: int


def option(raw: str, start: int = 0, end: int | None = None) -> Option | None:
    """Read the label of an alternative at `start`, opening brackets before it allowed; None when there is none.

    A label is followed by punctuation, by a bracket, by the capital of its text or by nothing, so that "Option 1 of the
    decision" is none.
    """
    if not _may_be_option(raw, start):
        return None
    m = _pattern().match(raw, start, len(raw) if end is None else end)
    if m is None:
        return None
    count = (m["count"] or "").strip("()")
    style, place = _place(count)
    stop = m.end("label") + len(m["after"].rstrip())
    return Option(" ".join(m["label"].split()), m.start("label"), stop, m.end(), style, place)


def stands_alone(raw: str, found: Option) -> bool:
    """Whether a text is the label of an alternative and nothing more."""
    return not raw[found.end :].strip(" \n[]")


def _place(count: str) -> tuple[str, int]:
    """Read a count: digits, Chinese numerals, Roman numerals up to 39 (also a lone I, V or X), else letters."""
    head = count.partition(" ")[0].rstrip(")")
    if not head:
        return "", 0
    if m := _DIGITS.match(head):
        return "1", int(m[0])
    if number := value(head):
        return "一", number
    if _ROMAN.fullmatch(head) and (len(head) > 1 or head.isupper()):
        return ("I" if head.isupper() else "i"), _roman(head.casefold())
    first = head[0].casefold()
    return ("A" if head.isupper() else "a"), ord(first) - ord("a") + 1 if first.isascii() else ord(first)


def _roman(numeral: str) -> int:
    worth = [_ROMAN_DIGITS[c] for c in numeral]
    return sum(-one if one < following else one for one, following in zip(worth, [*worth[1:], 0], strict=True))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<lead>[\[\s]{{0,12}})(?P<label>{_WORD}\s{{0,3}}(?P<count>{_COUNT})|(?:Alt|ALT|Alternative|Variant)\b(?=\s?[:：]))"
        rf"(?P<after>\]?\s{{0,9}}(?:[:：．、]|[.–—-]+(?!\d))\s{{0,9}}|\]?\s{{0,9}}$|\s{{0,9}}(?=\[)|\s{{1,9}}(?={_ASIDE})|\s{{1,9}}(?={_BEGINS_TEXT}))"
    )
