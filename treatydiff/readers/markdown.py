"""Markdown as negotiating texts are published in it: CommonMark, front matter, footnotes, kramdown and pandoc attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.model import Document, Metadata, Note
from treatydiff.readers.decoding import decode
from treatydiff.readers.markdown_blocks import parsed
from treatydiff.readers.markdown_source import Source, source
from treatydiff.readers.outline.anchors import footnote_places
from treatydiff.readers.outline.brackets import bracket_warnings
from treatydiff.readers.outline.languages import language
from treatydiff.readers.outline.tree import outline
from treatydiff.text.eid import with_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.model import Provision


def read(data: bytes, path: str) -> Document:
    """Read Markdown; emphasis, deletions, links and footnotes become marks, layout is left out.

    Raises:
        DraftError: the bytes are no text, nothing but white space, or lists are nested beyond reason.

    """
    characters = decode(data, path)
    text = source(characters.text)
    found = parsed(text, path)
    provisions = with_ids(outline(found.blocks))
    notes = tuple(_notes(text, found.notes, provisions))
    warnings = (*characters.warnings, *bracket_warnings(found.blocks))
    return Document(_metadata(text, provisions), provisions, warnings, notes)


def _notes(text: Source, words: Iterable[str], provisions: tuple[Provision, ...]) -> Iterator[Note]:
    """Give every footnote, with the provision that points to it first; a second one of the same label belongs to none."""
    places = footnote_places(provisions)
    for note, said in zip(text.notes, words, strict=True):
        place = "" if note.is_repeated else places.get(note.label, "")
        yield Note("footnote", said, label=note.label, place=place, line=note.line)


def _metadata(text: Source, provisions: tuple[Provision, ...]) -> Metadata:
    stated = text.metadata
    title = stated.get("title") or next((p.heading for p in provisions if p.kind == "preface" and p.heading), "")
    return Metadata(
        title=title,
        symbol=stated.get("symbol", ""),
        date=stated.get("date", ""),
        language=stated.get("language") or language(provisions),
        based_on=stated.get("based-on", ""),
    )
