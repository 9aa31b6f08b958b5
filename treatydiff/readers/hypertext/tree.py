"""Small questions to the tree of a web page, and taking things out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml import etree

BLOCKS: Final = frozenset(
    (
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer"
        " form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary"
        " table tbody td tfoot th thead title tr ul"
    ).split()
)
"""Elements that stand on lines of their own."""


def words(element: etree._Element) -> str:
    """Give all words of an element on one line, blocks parted by spaces."""
    parts: list[str] = []
    if element.text:
        parts.append(element.text)
    for child in element.iterdescendants():
        if child.tag in BLOCKS or child.tag == "br":
            parts.append(" ")
        if child.text:
            parts.append(child.text)
        if child.tag in BLOCKS:
            parts.append(" ")
        if child.tail:
            parts.append(child.tail)
    return " ".join("".join(parts).split())


def cut(element: etree._Element) -> None:
    """Take an element out of its page; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if tail := element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(element)
