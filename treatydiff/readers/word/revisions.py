"""Tracked changes: which words stand in the state that is shown, and who proposed what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.readers.word.names import attribute, child, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from treatydiff.readers.reader import Revisions

_DATE: Final = 10
"""Characters of a time stamp that are its day."""


class Revision(NamedTuple):
    """One tracked change: whether it brings words in or takes them out, and who made it when ("Ada Lovelace, 2024-02-06")."""

    inserts: bool
    label: str


_KINDS: Final[Mapping[object, tuple[bool, str]]] = {
    w("ins"): (True, ""),
    w("moveTo"): (True, "moved here"),
    w("cellIns"): (True, ""),
    w("del"): (False, ""),
    w("moveFrom"): (False, "moved away"),
    w("cellDel"): (False, ""),
}
AROUND_WORDS: Final = frozenset(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))
"""The elements that hold what a tracked change brings in or takes out."""


def revision(element: _Element) -> Revision:
    """Read a tracked change from the element that stands around its words, or in the properties of what it changes."""
    inserts, remark = _KINDS[element.tag]
    parts = (attribute(element, "author").strip(), attribute(element, "date")[:_DATE], remark)
    return Revision(inserts, ", ".join(part for part in parts if part))


def of_properties(properties: _Element | None) -> Revision | None:
    """Give the tracked change of a whole row, cell or paragraph mark from its properties: a deletion before an insertion."""
    found = [revision(e) for e in (() if properties is None else properties) if e.tag in _KINDS]
    return min(found, key=lambda change: change.inserts, default=None)


class State(NamedTuple):
    """The state of a text with tracked changes that is to be read."""

    revisions: Revisions = "marks"

    def shows(self, change: Revision) -> bool:
        """Whether the words of a change stand in the text."""
        return change.inserts is not (self.revisions == "rejected")

    @property
    def marks(self) -> bool:
        """Whether changes are to be told as marks."""
        return self.revisions == "marks"

    def joins(self, paragraph_properties: _Element | None) -> bool:
        """Whether the end of a paragraph is gone, so that the next one goes on in it."""
        mark = child(paragraph_properties, "rPr")
        return any(not self.shows(revision(e)) for e in (() if mark is None else mark) if e.tag in _KINDS)

    def shown(self, properties: _Element | None, name: str) -> _Element | None:
        """Give the properties ("pPr", "rPr") of a paragraph or run as they stand, those before a rejected change of them."""
        if properties is None or self.revisions != "rejected":
            return properties
        before = child(child(properties, f"{name}Change"), name)
        return properties if before is None else before

    def numbers(self, properties: _Element | None) -> _Element | None:
        """Give what the properties of a paragraph say of its number; nothing where it got that by a rejected change."""
        found = child(properties, "numPr")
        inserted = None if found is None or self.revisions != "rejected" else child(found, "ins")
        return found if inserted is None else None
