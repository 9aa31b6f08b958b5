"""Small questions to the tree of a web page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from treatydiff.readers.decoding import clean

if TYPE_CHECKING:
    from collections.abc import Container

_BLOCK_NAMES: Final = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary"
    " table tbody td tfoot th thead title tr ul"
)
BLOCKS: Final = frozenset(_BLOCK_NAMES.split())
"""Elements that stand on lines of their own."""
NO_WORDS: Final = frozenset({"base", "head", "link", "meta", "script", "style", "template"})
"""Elements of whose text nothing is shown."""
_NEVER_SEEN: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")
_ODD: Final = re.compile("[\0-\x08\x0e-\x1b\u00ad\u200b\u2060\ufeff\ufffe\uffff]")


def visible(text: str) -> str:
    """Give a text without the characters that only say where a line may be broken.

    Characters that XML cannot carry, which a page may name by their numbers, become U+FFFD.
    """
    return text if _ODD.search(text) is None else clean(_NEVER_SEEN.sub("", text))


def on_one_line(value: str | None) -> str:
    """Give the value of an attribute on one line, empty where there is none."""
    return visible(" ".join((value or "").split()))


def words(element: etree._Element, without: Container[etree._Element] = ()) -> str:
    """Give all words of an element on one line, blocks parted by spaces, those of the elements in `without` left out."""
    if not len(element):
        return " ".join(visible(element.text or "").split())
    parts: list[str] = []
    skipped: etree._Element | None = None
    for event, each in etree.iterwalk(element, events=("start", "end")):
        starts = event == "start"
        if skipped is None:
            if each.tag in BLOCKS or each.tag == "br":
                parts.append(" ")
            if starts and (each.tag in NO_WORDS or each in without):
                skipped = each
            elif starts and each.text:
                parts.append(each.text)
        elif each is skipped and not starts:
            skipped = None
        if not starts and skipped is None and each is not element and each.tail:
            parts.append(each.tail)
    return " ".join(visible("".join(parts)).split())
