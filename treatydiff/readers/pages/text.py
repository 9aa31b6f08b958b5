"""From pages to a document: what stands around the text becomes notes, the text becomes provisions that know their page."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from treatydiff.model import Document, Metadata, Note
from treatydiff.readers.outline.languages import language
from treatydiff.readers.outline.tree import outline
from treatydiff.readers.pages.blocks import block, joined, part
from treatydiff.readers.pages.footnotes import Anchors, body_size, without_footnotes
from treatydiff.readers.pages.furniture import without_furniture
from treatydiff.readers.pages.hyphens import Vocabulary
from treatydiff.readers.pages.margins import without_line_numbers
from treatydiff.readers.pages.measures import measures
from treatydiff.readers.pages.nesting import depths
from treatydiff.readers.pages.paragraphs import Placed, paragraphs
from treatydiff.text.eid import with_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import Provision, ReadWarning
    from treatydiff.readers.outline.blocks import Block
    from treatydiff.readers.pages.footnotes import Footnote
    from treatydiff.readers.pages.page import Page

_ORNAMENT: Final = re.compile(r"[\s_*—–=~•·-]{2,}")
_SYMBOL: Final = re.compile(r"[A-Z]+[\w.]*(?:/[\w.()-]+)+|\d{4,6}/\d{2}")


def document(pages: Sequence[Page], warnings: tuple[ReadWarning, ...] = ()) -> Document:
    """Make a document of the pages of a file."""
    pages, furniture = without_furniture(pages)
    pages, numbers = without_line_numbers(pages)
    pages, footnotes = without_footnotes(pages)
    vocabulary = Vocabulary([line for page in pages for line in page.lines])
    texts = [" ".join(joined(map(part, note.lines), vocabulary).text.split()) for note in footnotes]
    placed = _placed(pages)
    found = list(_blocks(placed, vocabulary, Anchors(footnotes), texts))
    at = [one.page for one in placed]
    provisions = tuple(_on_pages(p, at) for p in with_ids(outline(found)))
    notes = [*furniture, *numbers, *_notes(footnotes, texts, provisions)]
    notes.sort(key=lambda note: note.page or 0)
    return Document(_metadata(provisions, furniture), provisions, warnings, tuple(notes))


def _placed(pages: Sequence[Page]) -> list[Placed]:
    found = []
    for page, measured in zip(pages, measures(pages, body_size(pages)), strict=True):
        found += [Placed(line, measured.of(line), page.number) for line in page.lines if not _ORNAMENT.fullmatch(line.text)]
    return found


def _blocks(placed: Sequence[Placed], vocabulary: Vocabulary, anchors: Anchors, notes: Sequence[str]) -> Iterator[Block]:
    number = 1
    found = list(paragraphs(placed))
    for paragraph, depth in zip(found, depths(found), strict=True):
        words = joined((part(one.line, anchors.of(one.line, one.page), notes) for one in paragraph), vocabulary)
        yield block(paragraph, number, words, depth)
        number += len(paragraph)


def _on_pages(provision: Provision, at: Sequence[int]) -> Provision:
    """Give the provision and all below it with their pages; `at` is the page of each line of the text, counted from 1."""
    page = at[min(provision.line, len(at)) - 1] if provision.line else None
    return provision._replace(line=None, page=page, children=tuple(_on_pages(child, at) for child in provision.children))


def _notes(footnotes: Sequence[Footnote], texts: Sequence[str], provisions: Sequence[Provision]) -> Iterator[Note]:
    """Give the footnotes as notes, each with the provision whose words point to it."""
    places: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for top in provisions:
        for provision in top.walk():
            for mark in (*provision.heading_marks, *provision.marks):
                if mark.kind == "footnote":
                    places[mark.label, mark.note].append(provision.id)
    for note, text in zip(footnotes, texts, strict=True):
        found = places[note.label, text]
        yield Note("footnote", text, note.label, found[0] if found else "", page=note.page)


def _metadata(provisions: Sequence[Provision], furniture: Sequence[Note]) -> Metadata:
    """Read the title off the title page, and the document symbol there or in the running heads."""
    preface = [line for p in provisions if p.kind == "preface" for q in p.walk() for line in (q.heading, q.text) if line]
    words = [*preface, *(word for note in furniture for word in note.text.split())]
    symbol = next((word for word in words if _SYMBOL.fullmatch(word)), "")
    title = next((line for line in preface if line != symbol), "")
    return Metadata(title=title, symbol=symbol, language=language(provisions))
