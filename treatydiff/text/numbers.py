"""The numbers of provisions: "Article 5 bis", "1.", "(b)"."""

from __future__ import annotations

import re
from functools import lru_cache

_LEVEL_WORD = re.compile(
    r"^(?:articles?|art\.?|chapter|part|section|sec\.?|title|annex|appendix|schedule|paragraph|clause|cluster|book|division"
    r"|artículo|capítulo|chapitre|parte|partie|статья|глава|раздел|المادة|الفصل)\s+(?=\S)",
    re.IGNORECASE,
)
_EDGES = re.compile(r"^[^\w*]+|[^\w*]+$")
_INNER = re.compile(r"[^\w]+")
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


def bare(num: str) -> str:
    """Give a number without the word of its level and the punctuation at its edges: "Article 5 bis" becomes "5 bis"."""
    return _EDGES.sub("", _LEVEL_WORD.sub("", " ".join(num.split())))


@lru_cache(maxsize=4096)
def comparable(num: str) -> str:
    """Give a number in the form in which two drafts are compared: style, spaces and case set aside."""
    return _INNER.sub("-", bare(num).replace(" ", "")).casefold()


def cleaned(num: str) -> str:
    """Give a number as it stands in an Akoma Ntoso eId.

    Edges stripped, spaces removed, inner punctuation to a hyphen, case kept (Akoma Ntoso Naming Convention 1.0, section 5).
    """
    return _INNER.sub("-", bare(num).replace(" ", "")).strip("-")
