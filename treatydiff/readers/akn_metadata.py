"""What an Akoma Ntoso file says about itself: the FRBR identification and the terms that it points to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.model import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_LANGUAGES: Final = {
    "ara": "ar",
    "deu": "de",
    "eng": "en",
    "fra": "fr",
    "ita": "it",
    "nld": "nl",
    "por": "pt",
    "rus": "ru",
    "spa": "es",
    "zho": "zh",
}
_NO_DATE: Final = "9999"
_OTHER_CODES: Final = {"chi": "zh", "dut": "nl", "esp": "es", "fre": "fr", "ger": "de"}
_DATE: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_LEVELS: Final = ("FRBRExpression", "FRBRWork")
_TWO_LETTERS: Final = 2


def terms(root: etree._Element) -> dict[str, str]:
    """Give the words that the file's references show, by id; a term that is written "#other" is looked up."""
    shown: dict[str, str] = {}
    for references in root.iter("{*}references"):
        for term in references:
            if term_id := term.get("eId") or term.get("id"):
                shown[term_id] = term.get("showAs") or ""
    return {term_id: _resolved(words, shown) for term_id, words in shown.items()}


def metadata(root: etree._Element, known: dict[str, str], *, written: bool = False) -> Metadata:
    """Gather title, symbol, date, language and what the draft is based on; the expression goes before the work.

    Aliases named "title", "symbol", "date" and "based-on" are what this project writes; FRBRnumber, FRBRname, FRBRdate and
    the title in the text stand in for them, as does an alias without a name, which was the title before version 3.0. Dates
    of the year 9999 are placeholders. In a file that is `written` by the profile of this project nothing stands in for an
    alias but the date and the language of the expression.
    """
    about = _Identification(root, known)
    if written:
        return Metadata(
            about.written("title"),
            about.written("symbol"),
            about.written("date") or about.date(),
            about.written("language") or about.language(),
            about.written("based-on"),
        )
    return Metadata(
        title=about.alias("title", level="FRBRExpression")
        or about.title_in_text()
        or about.alias("title")
        or about.alias("")
        or about.name(),
        symbol=about.alias("symbol") or about.value("FRBRnumber"),
        date=_date(about.alias("date")) or about.date(),
        language=about.language(),
        based_on=about.alias("based-on"),
    )


class _Identification:
    def __init__(self, root: etree._Element, known: dict[str, str]) -> None:
        self._root = root
        self._known = known
        self._levels = [
            level for name in _LEVELS for level in root.iterfind(f"{{*}}*/{{*}}meta/{{*}}identification/{{*}}{name}")
        ]

    def _elements(self, name: str) -> Iterator[etree._Element]:
        for level in self._levels:
            yield from level.iterchildren(f"{{*}}{name}")

    def alias(self, name: str, *, level: str = "") -> str:
        return next(
            (
                words
                for element in self._elements("FRBRalias")
                if (element.get("name") or "") == name
                and _is_below(element, level)
                and (words := _resolved(element.get("value") or "", self._known))
            ),
            "",
        )

    def written(self, name: str) -> str:
        """Give the value of an alias to the letter."""
        values = (element.get("value") or "" for element in self._elements("FRBRalias") if element.get("name") == name)
        return next(values, "")

    def value(self, name: str) -> str:
        values = (_resolved(element.get("value") or "", self._known) for element in self._elements(name))
        return next((value for value in values if value), "")

    def name(self) -> str:
        shown = (element.get("showAs") or "" for element in self._elements("FRBRname"))
        return next((words for words in shown if words), "") or self.value("FRBRname")

    def title_in_text(self) -> str:
        for title in self._root.iter("{*}docTitle"):
            parts = [*title.itertext(), *(self._known.get((ref.get("href") or "")[1:], "") for ref in title if not ref.text)]
            if words := " ".join("".join(parts).split()):
                return words
        return ""

    def date(self) -> str:
        dates = (_date(element.get("date") or "") for element in self._elements("FRBRdate"))
        return next((date for date in dates if date), "")

    def language(self) -> str:
        code = next((element.get("language") or "" for element in self._elements("FRBRlanguage")), "").casefold()
        known = _LANGUAGES.get(code) or _OTHER_CODES.get(code)
        return known or (code if len(code) == _TWO_LETTERS else "")


def _is_below(element: etree._Element, level: str) -> bool:
    parent = element.getparent()
    return not level or (parent is not None and str(parent.tag).endswith(level))


def _resolved(words: str, shown: dict[str, str]) -> str:
    """Give what "#id" shows when the whole is such a pointer, else the words themselves, on one line."""
    pointed = shown.get(words[1:], "") if words.startswith("#") else words
    return "" if pointed.startswith("#") else " ".join(pointed.split())


def _date(words: str) -> str:
    m = _DATE.match(words)
    return m[0] if m and not m[0].startswith(_NO_DATE) else ""
