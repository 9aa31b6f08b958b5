"""Markdown as negotiating texts are published in it: CommonMark, front matter, footnotes, kramdown and pandoc attributes."""

from __future__ import annotations

from treatydiff.model import Document, Metadata, Provision
from treatydiff.readers.decoding import decoded
from treatydiff.readers.markdown_blocks import parsed
from treatydiff.readers.markdown_source import Note, Source, source
from treatydiff.readers.outline.languages import language
from treatydiff.readers.outline.tree import outline
from treatydiff.text.eid import with_ids
from treatydiff.text.marks import extract


def read(data: bytes, path: str) -> Document:
    """Read Markdown; emphasis, deletions, links and footnotes become marks, layout is left out.

    Raises:
        DraftError: the bytes are no text, nothing but white space, or lists are nested beyond reason.

    """
    text = source(decoded(data, path))
    found = parsed(text, path)
    cited = {mark.label for block in found.blocks for mark in block.marks if mark.kind == "footnote"}
    uncited = [_kept(note, words) for note, words in zip(text.notes, found.notes, strict=True) if _is_lost(note, cited)]
    provisions = with_ids((*outline(found.blocks), *uncited))
    return Document(_metadata(text, provisions), provisions)


def _is_lost(note: Note, cited: set[str]) -> bool:
    """Whether no anchor points to a footnote, so that its words need a place of their own."""
    return note.label not in cited or note.is_repeated


def _kept(note: Note, words: str) -> Provision:
    marked = extract(words)
    return Provision("", "provision", num=note.label, text=marked.words, marks=marked.marks, line=note.line)


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
