"""A bill of bill.dtd laid out as it is printed: what style sheets add or move, done on the tree before it is read."""

from __future__ import annotations

from typing import Final

from lxml import etree

COVER: Final = "preface"
"""The element into which all of a form but the title goes."""
LONG_TITLE: Final = "longTitle"
"""The element into which "A BILL" and the official title go."""
_OF_THE_TITLE: Final = frozenset({"legis-type", "official-title"})
_FORM: Final = "form"
_QUOTING: Final = ("quote", "quoted-block", "term")
_MARKS: Final = (("“", "”"), ("‘", "’"))
_CHANGED: Final = {"added": "added-phrase", "deleted": "deleted-phrase"}
_BODIES: Final = frozenset({"legis-body", "resolution-body"})
_WITH_WORDS: Final = frozenset({"continuation-text", "entry", "header", "text", "toc-entry"})
_QUOTED_APART: Final = frozenset({"quoted-block", "toc"})
"""Elements on which an editor writes `changed` whenever it stands on the body around them."""


def lay_out(root: etree._Element) -> None:
    """Change the tree so that it holds every word and sign of the print in order.

    The form is parted into the cover and the long title. Quotations get the marks that the print gives them, double outside and
    single inside, and what follows a quoted block stands behind it. References get their target as `href`. Words that a
    committee struck or inserted stand in an element that says so.
    """
    for form in root.iterfind(_FORM):
        _part(form)
    _quotations(root)
    for reference in root.iter("external-xref"):
        reference.set("href", reference.get("parsable-cite") or "")
    _changes(root, "")


def _part(form: etree._Element) -> None:
    cover, title = etree.Element(COVER), etree.Element(LONG_TITLE)
    for child in list(form):
        (title if child.tag in _OF_THE_TITLE else cover).append(child)
    for element in (cover, title):
        element.sourceline = form.sourceline  # type: ignore[misc]  # lxml lets it be set
    parent = form.getparent()
    if parent is not None:
        place = parent.index(form)
        parent[place : place + 1] = [part for part in (cover, title) if len(part)]


def _quotations(root: etree._Element) -> None:
    depths: dict[etree._Element, int] = {}
    for element in root.iter(*_QUOTING):
        outer = next(element.iterancestors(*_QUOTING), None)
        depth = depths[element] = depths[outer] + 1 if outer is not None else 0
        opening, closing = _MARKS[depth % 2]
        element.set("startQuote", opening)
        element.set("endQuote", closing)
    for after in list(root.iter("after-quoted-block")):
        quoted = after.getparent()
        if quoted is not None and quoted.tag == "quoted-block" and quoted[-1] is after:
            quoted.addnext(after)


def _changes(element: etree._Element, around: str) -> None:
    """Put the words under an element that was struck or inserted into an element of that meaning."""
    for child in element:
        if not isinstance(child.tag, str):
            continue
        own = around if child.tag in _QUOTED_APART else _CHANGED.get(child.get("changed") or "", around)
        if child.tag in _BODIES and own == "added-phrase":
            own = ""
        if own and child.tag in _WITH_WORDS:
            _wrap(child, own)
        else:
            _changes(child, own)


def _wrap(element: etree._Element, name: str) -> None:
    phrase = etree.Element(name)
    phrase.text, element.text = element.text, None
    phrase.extend(list(element))
    element.append(phrase)
