"""Words with their marks as the mixed content of Akoma Ntoso, by our profile (`treatydiff.text.akn_profile`)."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from lxml import etree

from treatydiff.text import akn_profile as profile

if TYPE_CHECKING:
    from treatydiff.writers.akn_marks import Piece, Run

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

_UNWRITABLE: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_ADDRESS: Final = r"(?:[^\[\]%#]|%[0-9A-Fa-f]{2})*"
_ADDRESS: Final = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.-]*:(?://[^\[\]%#/?:@]*(?::\d{1,5})?(?=[/?#]|$)|(?!//))|(?!//)(?=[^:/?#]*(?:[/?#]|$)))"
    rf"{_IN_ADDRESS}(?:#{_IN_ADDRESS})?"
)


def writable(text: str) -> str:
    """Give the text with a replacement character for each that XML cannot carry; its length stays."""
    return _UNWRITABLE.sub("\ufffd", text)


def address(text: str) -> str:
    """Give the text where the schema takes it for an address, else as a fragment with everything else spelt out."""
    return text if _ADDRESS.fullmatch(text) else f"#{quote(text, safe='', errors='replace')}"


def add(parent: etree._Element, name: str, /, **attributes: str) -> etree._Element:
    """Add an element of Akoma Ntoso."""
    return _added(parent, name, attributes)


def add_plain(parent: etree._Element, name: str, words: str) -> etree._Element:
    """Add an element with words without marks, which are read to the letter where their white space is irregular."""
    exact = " ".join(words.split()) != words
    element = _added(parent, name, {profile.SPACE: profile.PRESERVE} if exact else {})
    element.text = writable(words)
    return element


def add_run(parent: etree._Element, name: str, run: Run, *, exact: bool) -> etree._Element:
    """Add an element with words and the marks over them, every mark an element and its signs written out."""
    element = _added(parent, name, {profile.SPACE: profile.PRESERVE} if exact else {})
    words = writable(run.words)
    if not run.pieces:
        element.text = words
        return element
    pen = _Pen(element)
    place = 0
    for piece in run.pieces:
        place = _leave(pen, words, place, piece.start)
        pen.write(words[place : piece.start])
        place = piece.start
        _begin(pen, piece, exact=exact)
    _leave(pen, words, place, len(words) + 1)
    pen.flush()
    return element


def _leave(pen: _Pen, words: str, place: int, until: int) -> int:
    """Close the elements that end at or before `until`, and give how far the words are written."""
    while pen.ends_at <= until:
        pen.write(words[place : pen.ends_at])
        place = pen.ends_at
        pen.leave()
    if until > len(words):
        pen.write(words[place:])
    return place


def _begin(pen: _Pen, piece: Piece, *, exact: bool) -> None:
    mark = piece.mark
    if mark.kind == "footnote" and piece.last:
        note = pen.stand("authorialNote", _attributes(piece, exact=exact))
        add_plain(note, "p", mark.note)
        return
    label = writable(mark.label)
    before, after = profile.literals(mark.kind, label, opens=mark.opens, closes=mark.closes)
    name = profile.ELEMENTS.get(mark.kind, "inline")
    before, after = before if piece.first else "", after if piece.last else ""
    if piece.start == piece.end:
        element = pen.stand(name, _attributes(piece, exact=exact))
        element.text = before + after or None
        return
    pen.enter(name, _attributes(piece, exact=exact), piece.end, after)
    pen.write(before)


def _attributes(piece: Piece, *, exact: bool) -> dict[str, str]:
    mark = piece.mark
    found = _own(piece)
    if not mark.opens:
        found[profile.OPENS] = profile.FALSE
    if not mark.closes:
        found[profile.CLOSES] = profile.FALSE
    if exact:
        found[profile.NUMBER] = str(piece.number + 1)
    if not (piece.first and piece.last):
        found[profile.PART] = profile.START if piece.first else profile.END if piece.last else profile.MIDDLE
    return found


def _own(piece: Piece) -> dict[str, str]:
    """Give the attributes that the kind of a mark asks for, with its label and what it points to."""
    mark = piece.mark
    if mark.kind == "footnote" and piece.last:
        return {"placement": "bottom", **({"marker": mark.label} if mark.label else {})}
    found: dict[str, str] = {"name": mark.kind} if mark.kind not in profile.ELEMENTS else {}
    if mark.label:
        found["title"] = mark.label
    if mark.kind == "reference":
        found["href"] = address(mark.note)
    if mark.note and found.get("href") != mark.note and mark.kind != "footnote":
        found[profile.NOTE] = mark.note
    return found


def _added(parent: etree._Element, name: str, attributes: dict[str, str]) -> etree._Element:
    element: etree._Element = etree.SubElement(
        parent, f"{{{NAMESPACE}}}{name}", {key: writable(value) for key, value in attributes.items()}
    )
    return element


class _Pen:
    """Writes mixed content: text goes behind the last child of the innermost element that was entered.

    Text is gathered until the next element, and the last child remembered, so that the work grows with the words alone.
    """

    def __init__(self, element: etree._Element) -> None:
        self._inside = [element]
        self._ends: list[tuple[int, str]] = []
        self._last: etree._Element | None = None
        self._gathered: list[str] = []

    @property
    def ends_at(self) -> int:
        """Where the innermost element that was entered ends; beyond all words when none was."""
        return self._ends[-1][0] if self._ends else sys.maxsize

    def write(self, text: str) -> None:
        self._gathered.append(text)

    def flush(self) -> None:
        text = "".join(self._gathered) or None
        self._gathered.clear()
        if self._last is not None:
            self._last.tail = text
        else:
            self._inside[-1].text = text

    def stand(self, name: str, attributes: dict[str, str]) -> etree._Element:
        self.flush()
        self._last = _added(self._inside[-1], name, attributes)
        return self._last

    def enter(self, name: str, attributes: dict[str, str], end: int, after: str) -> None:
        """Open an element that ends at the place `end` of the words, with the text `after` them."""
        self._inside.append(self.stand(name, attributes))
        self._ends.append((end, after))
        self._last = None

    def leave(self) -> None:
        self.write(self._ends.pop()[1])
        self.flush()
        self._last = self._inside.pop()
