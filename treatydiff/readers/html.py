"""Web pages, as they are saved from a browser or exported by Word and LibreOffice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.errors import DraftError
from treatydiff.model import Document, Metadata, Note
from treatydiff.readers.hypertext.anchors import footnotes
from treatydiff.readers.hypertext.blocks import blocks
from treatydiff.readers.hypertext.furniture import furniture
from treatydiff.readers.hypertext.source import page
from treatydiff.readers.hypertext.tree import words
from treatydiff.readers.outline.languages import language
from treatydiff.readers.outline.tree import outline
from treatydiff.text.eid import with_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from treatydiff.model import Provision
    from treatydiff.readers.hypertext.anchors import Cited

_DATES: Final = frozenset({"date", "dc.date", "dcterms.date", "dcterms.issued"})
_DAY: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2}(?![A-Za-z])")


def read(data: bytes, path: str) -> Document:
    """Read a page: its main text becomes the draft, everything around it notes.

    Emphasis, deletions, insertions, links and footnotes are marks, by element or by inline style; rules of style sheets are not
    looked at. List items have the numbers that a browser would show.

    Raises:
        DraftError: there is no text in the bytes, or they are built to hold up their reader.

    """
    root, warnings = page(data, path)
    stated = _metadata(root)
    notes = footnotes(root)
    around = furniture(root, notes.elements)
    provisions = with_ids(outline(blocks(root, notes.cited, notes.elements | around.elements)))
    if not provisions and not around.notes:
        raise DraftError("holds no text", mend="give a page with the text of a draft", subject=path)
    about = stated._replace(language=stated.language or language(provisions))
    return Document(about, provisions, warnings, (*around.notes, *_footnotes(provisions, notes.cited.values())))


def _metadata(root: etree._Element) -> Metadata:
    title = next((words(element) for element in root.iterfind("head/title")), "")
    stated = _LANGUAGE.match(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    dates = (meta.get("content") or "" for meta in root.iter("meta") if (meta.get("name") or "").casefold() in _DATES)
    date = next((m[0] for value in dates if (m := _DAY.match(value))), "")
    return Metadata(title=title, date=date, language=stated[0].casefold() if stated else "")


def _footnotes(provisions: Iterable[Provision], cited: Iterable[Cited]) -> Iterator[Note]:
    """Yield the footnotes with the provisions that cite them, each once; then those that are cited in furniture alone."""
    kinds = {(note.label, note.text): note.kind for note in cited}
    for top in provisions:
        for provision in top.walk():
            for mark in (*provision.heading_marks, *provision.marks):
                if mark.kind == "footnote" and (kind := kinds.pop((mark.label, mark.note), None)):
                    yield Note(kind, mark.note, mark.label, provision.id, provision.line, provision.page)
    for (label, text), kind in kinds.items():
        yield Note(kind, text, label)
