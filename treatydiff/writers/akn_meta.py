"""The FRBR identification that Akoma Ntoso demands of every document."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.text import akn_profile as profile
from treatydiff.writers.akn_words import add, add_plain, writable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from treatydiff.model import Metadata, Note

_LANGUAGES: Final = {
    "ar": "ara",
    "de": "deu",
    "en": "eng",
    "es": "spa",
    "fr": "fra",
    "it": "ita",
    "nl": "nld",
    "pt": "por",
    "ru": "rus",
    "zh": "zho",
}
_UNKNOWN_LANGUAGE: Final = "und"
_NO_DATE: Final = "9999-01-01"
_LANGUAGE_CODE: Final = re.compile(r"[a-z]{2}")
_NOT_IN_ADDRESSES: Final = re.compile(r"[^\w.]+", re.ASCII)


def add_meta(
    document: etree._Element, about: Metadata, *, author: str, component: str = "main", kind: str = "statement/convention"
) -> None:
    """Write the identification of a document or of one of its attachments.

    Title, symbol and the name of the draft before stand in aliases of the expression, as do a date that is not a whole day and
    a language that has no code here. A date that is not known is the first day of the year 9999, a language that is not known
    "und". `author` is the id of the organisation that stands for this program in the references, `kind` the part of the
    addresses that says what the document is.
    """
    identification = add(add(document, "meta"), "identification", source=f"#{author}")
    day = _day(about.date)
    language = _language(about.language)
    work = f"/akn/un/{kind}/{_slug(about.symbol.lower()) or 'draft'}"
    expression = f"{work}/{language}@{'' if day == _NO_DATE else day}"

    label = _Label(component, day, author)

    level = _add_level(identification, "FRBRWork", work, label)
    add(level, "FRBRcountry", value="un")
    level = _add_level(identification, "FRBRExpression", expression, label, _aliases(about))
    add(level, "FRBRlanguage", language=language)
    level = _add_level(identification, "FRBRManifestation", f"{expression}.xml", label, ((profile.ALIAS, profile.NAMESPACE),))
    add(level, "FRBRformat", value="application/xml")


def add_references(document: etree._Element, *, author: str) -> None:
    """Write who the author of the markup is."""
    meta = document[0]
    references = add(meta, "references", source=f"#{author}")
    add(references, "TLCOrganization", eId=author, href="/ontology/organization/treatydiff", showAs="treatydiff")


def add_notes(document: etree._Element, notes: Iterable[tuple[str, Note]], *, author: str) -> None:
    """Write the notes of a document, each with its id, into its metadata, their kinds as classes."""
    listed = list(notes)
    if not listed:
        return
    parent = add(document[0], "notes", source=f"#{author}")
    for note_id, note in listed:
        element = add(parent, "note", **{"eId": note_id, "class": note.kind}, **({"marker": note.label} if note.label else {}))
        places = ((profile.PLACE, note.place), (profile.PAGE, note.page), (profile.LINE, note.line))
        for name, value in places:
            if value or value == 0:
                element.set(name, writable(str(value)))
        add_plain(element, "p", note.text)


def _slug(words: str) -> str:
    return _NOT_IN_ADDRESSES.sub("-", words).strip("-")


class _Label(NamedTuple):
    """What the three levels of an identification have in common."""

    component: str
    day: str
    author: str


def _add_level(
    parent: etree._Element, name: str, address: str, label: _Label, aliases: tuple[tuple[str, str], ...] = ()
) -> etree._Element:
    level = add(parent, name)
    stem, dot, suffix = address.partition(".xml")
    add(level, "FRBRthis", value=f"{stem}/!{_slug(label.component)}{dot}{suffix}")
    add(level, "FRBRuri", value=address)
    for alias, value in aliases:
        add(level, "FRBRalias", name=alias, value=value)
    add(level, "FRBRdate", name="draft", date=label.day)
    add(level, "FRBRauthor", href=f"#{label.author}")
    return level


def _aliases(about: Metadata) -> tuple[tuple[str, str], ...]:
    partial = about.date if _day(about.date) != about.date else ""
    unknown = about.language if _language(about.language) == _UNKNOWN_LANGUAGE else ""
    named = (
        ("title", about.title),
        ("symbol", about.symbol),
        ("date", partial),
        ("language", unknown),
        ("based-on", about.based_on),
    )
    return tuple((name, value) for name, value in named if value)


def _day(words: str) -> str:
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        return _NO_DATE


def _language(language: str) -> str:
    return _LANGUAGES.get(language) or _two_letters(language)


def _two_letters(language: str) -> str:
    return language if _LANGUAGE_CODE.fullmatch(language) else _UNKNOWN_LANGUAGE
