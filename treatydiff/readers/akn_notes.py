"""The notes of an Akoma Ntoso file: footnotes with the provisions that cite them, and notes that only its metadata hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

from treatydiff.model import Note, NoteKind
from treatydiff.readers.xml import written
from treatydiff.readers.xml.footnotes import footnotes, images
from treatydiff.readers.xml.tree import plain_words
from treatydiff.text import akn_profile as profile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from treatydiff.model import Provision
    from treatydiff.readers.xml.grammar import Grammar

_KINDS: Final[dict[str, NoteKind]] = {kind: kind for kind in get_args(NoteKind)}


def notes_apart(root: etree._Element) -> list[etree._Element]:
    """Give the notes that stand in the metadata of a file and of its components."""
    return [note for parent in root.iter("{*}notes") for note in parent.iterchildren("{*}note")]


def notes(root: etree._Element, provisions: Iterable[Provision], grammar: Grammar) -> tuple[Note, ...]:
    """Give the notes in the order of the text, then those that nothing in the text points to, as comments.

    A file that this project wrote lists all its notes, each with its kind, in its metadata.
    """
    apart = notes_apart(root)
    if grammar.written:
        return tuple(_written(note, grammar) for note in apart)
    cited = tuple(footnotes(provisions))
    known = {note.text for note in cited}
    alone = ((note, plain_words(note, grammar)) for note in apart)
    return (*cited, *(_comment(note, words) for note, words in alone if words and words not in known), *images(root))


def _comment(element: etree._Element, words: str) -> Note:
    return Note("comment", words, element.get("marker") or "", line=element.sourceline)


def _written(element: etree._Element, grammar: Grammar) -> Note:
    blocks = list(element)
    exact = len(blocks) == 1 and written.is_exact(blocks[0])
    return Note(
        _KINDS.get(element.get("class") or "", "comment"),
        "".join(blocks[0].itertext()) if exact else plain_words(element, grammar),
        element.get("marker") or "",
        element.get(profile.PLACE) or "",
        written.number(element, profile.LINE),
        written.number(element, profile.PAGE),
    )
