"""The apparatus as TEI P5: a critical edition by parallel segmentation (https://tei-c.org/release/doc/tei-p5-doc/en/html/TC.html)."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from lxml import etree

from treatydiff.history.apparatus import Apparatus, Entry, Variation, apparatus, bracketed
from treatydiff.version import __version__
from treatydiff.writers.akn_words import writable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from treatydiff.history.apparatus import Omission
    from treatydiff.model import History, Provision
    from treatydiff.writers.writer import Layout

NAMESPACE: Final = "http://www.tei-c.org/ns/1.0"
_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def write_tei(history: History, _layout: Layout) -> bytes:
    """Write the last draft with the readings of all drafts.

    Each draft is a witness; each provision a `div` of its kind. A passage that drafts word differently is an `app`, the reading
    of the last draft its `lem`; a clause that the last draft has not is an `app` with an empty `lem`.
    """
    root = etree.Element(f"{{{NAMESPACE}}}TEI", nsmap={None: NAMESPACE})
    edition = _Edition(history, apparatus(history))
    _header(root, history)
    text = _add(root, "text")
    last = history.drafts[-1].document
    if last.metadata.language:
        text.set(_LANGUAGE, last.metadata.language)
    body = _add(text, "body")
    edition.omitted(body, "")
    edition.provisions(body, last.provisions)
    if not len(body):
        _add(body, "p")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def _header(root: etree._Element, history: History) -> None:
    description = _add(_add(root, "teiHeader"), "fileDesc")
    _add(_add(description, "titleStmt"), "title", history.treaty.title or history.drafts[-1].entry.title or "Treaty")
    _add(_add(description, "publicationStmt"), "p", f"Collated by treatydiff {__version__}")
    witnesses = _add(_add(description, "sourceDesc"), "listWit")
    for draft in history.drafts:
        entry = draft.entry
        said = ", ".join(part for part in (entry.title, entry.symbol, entry.date) if part) or entry.id
        _add(witnesses, "witness", said).set(_ID, _witness_id(entry.id))
    encoding = _add(root[0], "encodingDesc")
    _add(_add(encoding, "editorialDecl"), "p", "Square brackets are those of the drafts.")
    variants = _add(encoding, "variantEncoding")
    variants.set("method", "parallel-segmentation")
    variants.set("location", "internal")


class _Edition:
    """Writes provisions with the variations of their clauses."""

    def __init__(self, history: History, found: Apparatus) -> None:
        self._ids = [draft.id for draft in history.drafts]
        self._entries: Mapping[str, Entry] = {entry.clause.id: entry for entry in found.entries}
        self._omissions = {after: list(ones) for after, ones in groupby(found.omissions, key=lambda one: one.after)}

    def provisions(self, parent: etree._Element, provisions: Iterable[Provision]) -> None:
        """Write provisions and all below them, each followed by what stood behind it."""
        for provision in provisions:
            element = _add(parent, "div")
            element.set("type", provision.kind)
            element.set(_ID, f"p-{_name(provision.id)}")
            if provision.num:
                element.set("n", writable(provision.num))
            self._own(element, provision)
            self.omitted(parent, provision.id)

    def _own(self, element: etree._Element, provision: Provision) -> None:
        entry = self._entries.get(provision.id)
        if entry is not None and entry.clause.is_heading:
            self._words(_add(element, "head"), entry, (0, len(entry.clause.words)))
        elif provision.heading:
            _add(element, "head", provision.heading)
        end = self._end_of_opening(provision, entry)
        if entry is not None and provision.words:
            self._words(_add(element, "p"), entry, (0, end))
        self.provisions(element, provision.children)
        if entry is not None and end < len(provision.words):
            closing = _add(element, "div")
            closing.set("type", "closing")
            self._words(_add(closing, "p"), entry, (end + 1, len(provision.words)))
        if not len(element):
            _add(element, "p")

    def _end_of_opening(self, provision: Provision, entry: Entry | None) -> int:
        """Give where the words before the list end: all of them where a variation goes on into the closing words."""
        if not provision.closing or not provision.children:
            return len(provision.words)
        end = len(provision.text)
        crossed = entry is not None and any(one.start <= end < max(one.end, one.start + 1) for one in entry.variations)
        return len(provision.words) if crossed else end

    def _words(self, element: etree._Element, entry: Entry, span: tuple[int, int]) -> None:
        """Write the words of a clause between two places, and its variations there."""
        place = span[0]
        for variation in entry.variations:
            if span[0] <= variation.start and variation.end <= span[1]:
                _append(element, bracketed([entry.clause], place, variation.start))
                self._variation(element, variation)
                place = variation.end
        _append(element, bracketed([entry.clause], place, span[1]))

    def _variation(self, element: etree._Element, variation: Variation) -> None:
        app = _add(element, "app")
        for n, reading in enumerate(variation.readings):
            _add(app, "rdg" if n else "lem", reading.shown).set("wit", self._witnesses(reading.drafts))

    def omitted(self, parent: etree._Element, after: str) -> None:
        """Write what earlier drafts had behind a clause and the last has not."""
        for one in self._omissions.pop(after, []):
            self._omission(parent, one)

    def _omission(self, parent: etree._Element, one: Omission) -> None:
        element = _add(parent, "div")
        element.set("type", one.clause.provision.kind)
        element.set("subtype", "omitted")
        element.set("n", writable(one.clause.label))
        app = _add(_add(element, "p"), "app")
        _add(app, "lem").set("wit", self._witnesses((len(self._ids) - 1,)))
        _add(app, "rdg", bracketed([one.clause], 0, len(one.clause.words))).set("wit", self._witnesses(one.witnesses))

    def _witnesses(self, drafts: Sequence[int]) -> str:
        return " ".join(f"#{_witness_id(self._ids[place])}" for place in drafts)


def _witness_id(name: str) -> str:
    return f"draft-{_name(name)}"


def _name(written: str) -> str:
    """Give an id in the characters of an XML name, each other one spelt out so that two ids stay two."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_") else f".{ord(c):x}." for c in written)


def _add(parent: etree._Element, name: str, words: str = "") -> etree._Element:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    if words:
        element.text = writable(words)
    return element


def _append(element: etree._Element, words: str) -> None:
    """Add words behind what an element holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + writable(words)
    else:
        element.text = (element.text or "") + writable(words)
