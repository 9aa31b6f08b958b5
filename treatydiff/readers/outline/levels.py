"""The lines that open the parts, chapters, articles and annexes of a treaty, in the six UN languages."""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import normalize

from treatydiff.readers.outline.labels import DIRECTION_SIGNS
from treatydiff.text.numbers import ORDINAL_SUFFIXES, composed, place_before_composing

ARTICLE = 7
_ORDERS = {
    "preamble": 0,
    "annex": 0,
    "part": 2,
    "title": 3,
    "chapter": 4,
    "section": 5,
    "cluster": 6,
    "article": ARTICLE,
}
_WORDS = {
    "annex": "annexe?|anexo|appendi(?:x|ce)|apéndice|приложение",
    "part": "part|partie|parte|часть",
    "title": "title|titre|título|титул",
    "chapter": "chapter|chapitre|capítulo|глава",
    "section": "section|sección|раздел",
    "cluster": "cluster",
    "article": r"article|artículo|статья|art\.",
}
_COUNTED = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|premier|première|first|único|única|primer[oa]|перв(?:ый|ая)"
)
_NUMBER = rf"(?:\d{{1,4}}(?:\.\d{{1,3}})?|[IVXLC]{{1,7}}|(?i:{_COUNTED})|[A-Z])"
_SUFFIX = rf"(?:[a-zA-Z]{{1,2}}|[º°ª]|\ ?(?i:{'|'.join(ORDINAL_SUFFIXES)}|quat|alt))?"
_LEAD = rf"(?P<lead>[\[\s{DIRECTION_SIGNS}]*)"
_LATIN = re.compile(
    "|".join(rf"(?P<{kind}>(?i:{words}))" for kind, words in _WORDS.items()).join(
        (rf"{_LEAD}(?P<num>(?:", rf")\s+(?P<number>{_NUMBER}{_SUFFIX})(?!\w))")
    )
)
_BARE = re.compile(rf"{_LEAD}(?P<num>(?P<annex>(?i:annexe?|anexo|appendix|приложение|附件|المرفق)))(?=\s*[\]:]?\s*$)")
_CHINESE = re.compile(
    rf"{_LEAD}(?P<num>第\s*[一二三四五六七八九十百零〇\d]{{1,9}}\s*"
    r"(?:(?P<article>条|條)|(?P<chapter>章)|(?P<part>部分|编|編)|(?P<section>节|節))(?:之[一二三四五六七八九十])?"
    r"|(?P<annex>附件)\s*[一二三四五六七八九十\d]{1,3})(?=[\s\]:：.．]|$)"
)
_ARABIC_ORDINAL = (
    "(?:الحادي|الحادية|الثاني|الثانية|الثالث|الثالثة|الرابع|الرابعة|الخامس|الخامسة|السادس|السادسة|السابع|السابعة|الثامن|الثامنة"
    r"|التاسع|التاسعة)\s+عشرة?|الأولى?|الثاني|الثانية|الثالث|الثالثة|الرابع|الرابعة|الخامس|الخامسة|السادس|السادسة|السابع|السابعة"
    "|الثامن|الثامنة|التاسع|التاسعة|العاشر|العاشرة|العشرون"
)
_ARABIC = re.compile(
    rf"{_LEAD}(?P<num>(?:(?P<article>(?:ال)?مادّ?ة)|(?P<chapter>الفصل)|(?P<part>الجزء|الباب)|(?P<section>القسم)|(?P<annex>المرفق))"
    rf"\s+(?:\(?\d{{1,4}}\)?|{_ARABIC_ORDINAL})(?:\s+مكرر[اً]{{0,2}})?)(?!\w)"
)
_PREAMBLE = re.compile(
    rf"(?P<num>){_LEAD}(?P<preamble>(?i:preamble|préambule|preámbulo|преамбула|序\s?言|(?:ال)?ديباجة))(?!\w)"
)
_PATTERNS = (_LATIN, _BARE, _CHINESE, _ARABIC, _PREAMBLE)
_FIRST_WORDS = (
    "annex|appendi|apéndice|anexo|part|title|titre|título|chap|cap|section|sección|cluster|art|preamb|préamb|preámb"
    "|прилож|част|титул|глава|раздел|стать|преамб|第|附件|序|ماد|الماد|الفصل|الجزء|الباب|القسم|المرفق|ديباجة|الديباجة"
)
_may_open = re.compile(rf"[\[\s{DIRECTION_SIGNS}]*(?:{_FIRST_WORDS}|{normalize('NFD', _FIRST_WORDS)})", re.IGNORECASE).match
"""A quick look at the first word, which most paragraphs do not pass."""
_SEPARATOR = re.compile(r"[\]\s]*(?P<mark>[.:：．–—-])\s*")
_LONGEST_HEADING = 200
_LONGEST_ON_THE_LINE = 120


class Level(NamedTuple):
    """The opening line of a level: its kind, its order (0 is outermost), its number, and where its heading starts.

    `lead` are the brackets before it. `heading` and `text` are offsets of what follows on the line: one of them is None.
    """

    kind: str
    order: int
    num: str
    lead: str
    heading: int | None
    text: int | None


def level(raw: str, *, is_heading: bool) -> Level | None:
    """Read the opening line of a level; None when the line is none.

    In a heading of the source every such word counts. In body text the line must consist of the number alone, or of the
    number and a heading set off by punctuation, capitals or brackets, because sentences begin with "Article 5 of ..." as well.
    """
    if _may_open(raw) is None:
        return None
    line = composed(raw)
    for pattern in _PATTERNS:
        if m := pattern.match(line):
            found = _level(m, line, is_heading=is_heading)
            return found if line is raw or found is None else _in_source(found, raw)
    return None


def _in_source(found: Level, raw: str) -> Level:
    """Count the offsets of a level in a text that is not in composed form."""
    heading, text = (None if place is None else place_before_composing(raw, place) for place in (found.heading, found.text))
    return found._replace(heading=heading, text=text)


def _level(m: re.Match[str], raw: str, *, is_heading: bool) -> Level | None:
    kind = next(kind for kind in _ORDERS if kind in m.re.groupindex and m[kind])
    end = m.end()
    separator = _SEPARATOR.match(raw, end)
    start = separator.end() if separator else end
    rest = raw[start : start + _LONGEST_HEADING + 1].lstrip()
    found = Level(kind, _ORDERS[kind], " ".join(m["num"].split()), "".join(m["lead"].split()), None, None)
    is_alone = not rest.strip(" \n.:[]")
    if kind == "preamble":
        return found._replace(heading=m.start("preamble")) if is_heading or is_alone else None
    if not (is_heading or is_alone) and not _looks_written_as_number(m, raw):
        return None
    if is_heading or is_alone or (is_title(rest) and (separator or rest[0] in "(]" or _stands_alone(raw, rest))):
        return found._replace(heading=_after_separator(raw, end))
    runs_in = kind == "article" and (
        (separator and separator["mark"] == ".") or (m.re is _CHINESE and raw[end:start].isspace())
    )
    return found._replace(text=start) if runs_in else None


def _looks_written_as_number(m: re.Match[str], raw: str) -> bool:
    """Whether the word is capitalised, as in a heading, and not the "part i" or "section a" of running text."""
    return not raw[m.start("num")].islower()


def _stands_alone(raw: str, rest: str) -> bool:
    """Whether number and capitalised heading are a line of their own."""
    return "\n" not in raw and rest[0].isalpha() and not rest[0].islower() and len(rest) <= _LONGEST_ON_THE_LINE


def _after_separator(raw: str, end: int) -> int:
    """Give where the heading starts; a closing bracket just after the number stays with the heading."""
    m = _SEPARATOR.match(raw, end)
    return m.end() if m and "]" not in m[0] else end


def is_title(text: str) -> bool:
    """Whether a line may be a heading: short, not empty, without the punctuation that ends a sentence or a list item."""
    line = text.strip()
    return 0 < len(line) <= _LONGEST_HEADING and any(c.isalnum() for c in line) and line[-1] not in ".;,:。；，：、؛،"
