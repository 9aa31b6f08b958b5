"""The numbers of provisions: "Article 5 bis", "1.", "(b)", "第五条", "المادة ٥"."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import combining, is_normalized, normalize

_LEVEL_WORD = re.compile(
    r"^(?:articles?|art\.?|chapter|part|section|sec\.?|title|annexe?|appendix|schedule|paragraph|clause|cluster|book|division"
    r"|artículo|capítulo|sección|título|anexo|apéndice|chapitre|titre|appendice|parte|partie"
    r"|статья|глава|раздел|часть|титул|приложение|المادة|مادة|الفصل|الباب|الجزء|القسم|المرفق)\s+(?=\S)",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    r"^(?:第|附件)\s*([^\s条條章节節编編部]{1,9})\s*(?:条|條|章|节|節|编|編|部分)?\s*(之[一二三四五六七八九十]+)?$"
)
_EDGES = re.compile(r"^[^\w*]+|[^\w*]+$")
_INNER = re.compile(r"[^\w]+")
_CHINESE_RUN = re.compile(r"[〇零一二三四五六七八九十百]+")
_CHINESE_DIGITS = {character: n for n, character in enumerate("零一二三四五六七八九")} | {"〇": 0}
_CHINESE_UNITS = {"十": 10, "百": 100}
_ORDERS = (
    "premier première first one primero primera único única первая первый الأول الأولى",
    "two الثاني الثانية",
    "three الثالث الثالثة",
    "four الرابع الرابعة",
    "five الخامس الخامسة",
    "six السادس السادسة",
    "seven السابع السابعة",
    "eight الثامن الثامنة",
    "nine التاسع التاسعة",
    "ten العاشر العاشرة",
    "eleven",
    "twelve",
)
_IN_WORDS = {word: str(n) for n, words in enumerate(_ORDERS, start=1) for word in words.split()}
ORDINAL_SUFFIXES = (
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "septies",
    "octies",
    "novies",
    "decies",
)


@lru_cache(maxsize=4096)
def bare(num: str) -> str:
    """Give a number without the word of its level and the punctuation at its edges: "Article 5 bis" becomes "5 bis"."""
    spaced = " ".join(num.split())
    if m := _CHINESE.match(spaced):
        return m[1] + (m[2] or "")
    return _EDGES.sub("", _LEVEL_WORD.sub("", spaced))


@lru_cache(maxsize=4096)
def comparable(num: str) -> str:
    """Give a number in the form in which two drafts are compared: style, script, spaces and case set aside."""
    plain = normalize("NFKC", bare(num)).casefold()
    plain = _IN_WORDS.get(plain, plain)
    if not plain.isascii():
        plain = "".join(str(int(c)) if c.isdecimal() else c for c in plain)
        plain = _CHINESE_RUN.sub(lambda m: str(value(m[0])), plain)
    return _INNER.sub("-", plain.replace(" ", ""))


def composed(text: str) -> str:
    """Give a text in Unicode's composed form, in which words of structure are looked for; mostly the text itself."""
    return text if text.isascii() or is_normalized("NFC", text) else normalize("NFC", text)


def place_before_composing(text: str, place: int) -> int:
    """Give the offset in `text` of an offset in its composed form; both are small, for they lie in the head of a line."""
    end = place
    while end < len(text) and (len(normalize("NFC", text[:end])) < place or combining(text[end])):
        end += 1
    return end


@lru_cache(maxsize=4096)
def cleaned(num: str) -> str:
    """Give a number as it stands in an Akoma Ntoso eId.

    Edges stripped, spaces removed, inner punctuation to a hyphen, case kept (Akoma Ntoso Naming Convention 1.0, section 5).
    """
    return _INNER.sub("-", bare(num).replace(" ", "")).strip("-")


def value(numeral: str) -> int:
    """Give what a Chinese numeral below a thousand counts ("十二" is 12); 0 for anything else."""
    total, digit = 0, 0
    for character in numeral:
        if character in _CHINESE_UNITS:
            total += max(digit, 1) * _CHINESE_UNITS[character]
            digit = 0
        elif character in _CHINESE_DIGITS:
            digit = digit * 10 + _CHINESE_DIGITS[character] if digit else _CHINESE_DIGITS[character]
        else:
            return 0
    return total + digit
