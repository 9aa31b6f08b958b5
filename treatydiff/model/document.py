"""A draft as read: metadata and a tree of provisions whose words and marks are kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MarkKind = Literal["bracket", "option", "attribution", "status", "footnote", "insertion", "deletion", "emphasis", "reference"]

NoteKind = Literal["footnote", "endnote", "comment", "running-head", "page-number", "line-number", "contents", "hidden"]


class Mark(NamedTuple):
    """A span over words that is not of the words.

    `start` and `end` are character offsets, end exclusive, into the words that carry the mark; equal for a mark that stands at
    a point (a status, a footnote anchor). `label` is what the mark itself says ("Option 1", "Canada proposes", "agreed ad
    referendum", "1"); `note` is a text that it points to (a footnote, a link's target). A bracket whose other half stands in
    another provision has `opens` or `closes` false and spans to that end of the words.
    """

    kind: MarkKind
    start: int
    end: int
    label: str = ""
    note: str = ""
    opens: bool = True
    closes: bool = True


class Provision(NamedTuple):
    """One node of the draft: a chapter, an article, a paragraph, a point, a recital.

    `id` is the Akoma Ntoso eId of the file, else made by the same rules; unique in its document. `kind` is the Akoma Ntoso
    name of the level ("article", "paragraph", "point", "recital"); "provision" where the level is not known. `num` is the
    number as written ("1.", "(b)", "Article 5 bis"). `text` is the whole content, or the chapeau before a list; `closing`
    the flush text after the list. Offsets of `marks` count in `words`, those of `heading_marks` in `heading`. `line` is the
    line of the source on which the provision starts and `page` its page, both counted from 1, as far as the format has them.
    """

    id: str
    kind: str
    num: str = ""
    heading: str = ""
    text: str = ""
    closing: str = ""
    marks: tuple[Mark, ...] = ()
    heading_marks: tuple[Mark, ...] = ()
    children: tuple[Provision, ...] = ()
    line: int | None = None
    page: int | None = None

    @property
    def words(self) -> str:
        """The provision's own words: the text, then the closing text on a line of its own."""
        return f"{self.text}\n{self.closing}" if self.closing else self.text

    def walk(self) -> Iterator[Provision]:
        """Yield this provision and all below it, in the order of the draft."""
        yield self
        for child in self.children:
            yield from child.walk()


class ReadWarning(NamedTuple):
    """Trouble in a draft that reading survived: a stable `code`, one sentence, and the line or the page where it stands.

    `words` are the words around a sign at fault, with single spaces, and `at` is its offset in them; empty for other trouble.
    """

    code: str
    message: str
    line: int | None = None
    page: int | None = None
    words: str = ""
    at: int = 0

    @property
    def where(self) -> str:
        """The place for a reader: "page 3", "line 12", "page 3, line 12"; empty where none is known."""
        return ", ".join(f"{unit} {n}" for unit, n in (("page", self.page), ("line", self.line)) if n is not None)


class Note(NamedTuple):
    """Text of the file that is not of the draft's provisions: what stands around the pages, below them and beside them.

    `label` is the number or sign that the note carries, or who wrote a comment. A footnote that a mark in the text points to
    stands here too. `place` is the id of the provision that it belongs to, empty where there is none.
    """

    kind: NoteKind
    text: str
    label: str = ""
    place: str = ""
    line: int | None = None
    page: int | None = None


class Metadata(NamedTuple):
    """What is said about a draft.

    `date` is ISO 8601 as far as it is known ("2024-02", "2024-02-06"). `language` is ISO 639-1 ("en"), empty when unknown.
    `based_on` names the draft before this one as the file does. `path` is the path as the user gave it, `format` the name of
    the reader, `sha256` the hexadecimal digest of the file's bytes.
    """

    title: str = ""
    symbol: str = ""
    date: str = ""
    language: str = ""
    based_on: str = ""
    path: str = ""
    format: str = ""
    sha256: str = ""


class Document(NamedTuple):
    """One draft: its metadata, its top-level provisions in order, what reading it had to survive, and the notes around it."""

    metadata: Metadata = Metadata()
    provisions: tuple[Provision, ...] = ()
    warnings: tuple[ReadWarning, ...] = ()
    notes: tuple[Note, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """Yield every provision in the order of the draft."""
        for provision in self.provisions:
            yield from provision.walk()
