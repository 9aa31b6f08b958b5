"""Footnotes of web pages: a link that shows a sign and leads to a block further down, which as a rule leads back."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from lxml import etree

from treatydiff.readers.hypertext.tree import BLOCKS, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from treatydiff.model import NoteKind

_SIGN: Final = re.compile(
    r"[\[(]?\s*(?:\d{1,4}|[a-z]|[ivx]{1,6}|[*†‡§¶#]{1,4}|(?:note|nb|n)\.?\s?\d{1,3})\s*[\])]?\.?", re.IGNORECASE
)
_WAY_BACK: Final = re.compile(r"[\[(]?\s*(?:\w{1,4}|[^\w\s]{1,4})\s*[\])]?\.?")
_NAMED: Final = re.compile(r"_?[fe](?:t|d)n|sd(?:foot|end)note|(?:foot|end)note|fn\b", re.IGNORECASE)
_AT_THE_END: Final = re.compile(r"_?edn|sdendnote|endnote", re.IGNORECASE)
_PLACES: Final = etree.XPath("//*[@id] | //a[@name]")
_HOLDS_ONE: Final = frozenset({"aside", "dd", "div", "li", "section"})
_HOLDS_MANY: Final = frozenset({"article", "body", "main", "ol", "table", "tbody", "tr", "ul"})


class Cited(NamedTuple):
    """A footnote where it is cited: its sign, its text, and where it is printed."""

    label: str
    text: str
    kind: NoteKind


class Footnotes(NamedTuple):
    """The footnotes of a page by the links that cite them, and the elements in which they are printed."""

    cited: Mapping[etree._Element, Cited]
    elements: AbstractSet[etree._Element]


class _Citation(NamedTuple):
    link: etree._Element
    target: etree._Element
    block: etree._Element


def footnotes(root: etree._Element) -> Footnotes:
    """Find the footnotes of a page.

    A link cites a footnote when it shows nothing but a sign, leads further down, and is a superscript or is led back to from
    there. A block with several such places is no footnote.
    """
    links = [link for link in root.iter("a") if _inner(link)]
    if not links:
        return Footnotes({}, frozenset())
    order = {element: place for place, element in enumerate(root.iter())}
    citations = list(_citations(root, links, order))
    blocks = {citation.target: citation.block for citation in citations}
    beside = Counter(block.getparent() for block in blocks.values())
    cited: dict[etree._Element, Cited] = {}
    printed: dict[etree._Element, str] = {}
    for citation in citations:
        block = citation.block
        parent = block.getparent()
        if parent is not None and parent.tag in _HOLDS_ONE and beside[parent] == 1 and _NAMED.match(_names(parent)):
            block = parent
        if block not in printed:
            printed[block] = words(block, _ways_back(block, order))
        is_last = _AT_THE_END.match(_names(block)) or _AT_THE_END.match(_names(citation.target))
        label = words(citation.link).strip("[]() .")
        cited[citation.link] = Cited(label, printed[block], "endnote" if is_last else "footnote")
    return Footnotes(cited, printed.keys())


def _citations(
    root: etree._Element, links: Iterable[etree._Element], order: Mapping[etree._Element, int]
) -> Iterator[_Citation]:
    places = _places(root)
    possible: list[_Citation] = []
    for link in links:
        target = places.get(_inner(link))
        if target is None or order[target] <= order[link] or not _SIGN.fullmatch(words(link)):
            continue
        block = next((e for e in chain((target,), target.iterancestors()) if e.tag in BLOCKS), None)
        if block is not None and block.tag not in _HOLDS_MANY and not order[block] <= order[link] <= _last(block, order):
            possible.append(_Citation(link, target, block))
    alone = Counter({citation.target: citation.block for citation in possible}.values())
    ways: dict[etree._Element, set[str]] = {}
    for citation in possible:
        block = citation.block
        if alone[block] > 1:
            continue
        if block not in ways:
            ways[block] = {_inner(back) for back in block.iter("a")}
        if _is_raised(citation.link) or not ways[block].isdisjoint(_around(citation.link)):
            yield citation


def _places(root: etree._Element) -> dict[str, etree._Element]:
    """Give the places that links may lead to, by their names; the first of several counts."""
    found: dict[str, etree._Element] = {}
    for element in _PLACES(root):
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                found.setdefault(name, element)
    return found


def _inner(link: etree._Element) -> str:
    """Give the name of the place in the page that a link leads to, empty where it leads elsewhere."""
    page, _, name = (link.get("href") or "").rpartition("#")
    return "" if page else name


def _last(block: etree._Element, order: Mapping[etree._Element, int]) -> int:
    last = block
    while len(last):
        last = last[-1]
    return order[last]


def _is_raised(link: etree._Element) -> bool:
    parent = link.getparent()
    return (parent is not None and parent.tag == "sup") or link.find("sup") is not None or bool(_NAMED.match(_names(link)))


def _names(element: etree._Element) -> str:
    return element.get("id") or element.get("name") or element.get("class") or ""


def _around(link: etree._Element) -> set[str]:
    """Give the names by which a link is led back to: its own, those inside it, and that of the element close around it."""
    parent = link.getparent()
    close = [parent] if parent is not None and parent.tag not in BLOCKS else []
    return {name for e in (*close, *link.iter("*")) for name in (e.get("id"), e.get("name")) if name}


def _ways_back(block: etree._Element, order: Mapping[etree._Element, int]) -> set[etree._Element]:
    """Give the links that lead up from a footnote: the sign repeated, or an arrow."""
    return {
        link for link in block.iter("a") if _inner(link) and _WAY_BACK.fullmatch(words(link)) and order[link] > order[block]
    }
