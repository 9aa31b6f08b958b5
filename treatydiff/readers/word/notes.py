"""What stands around the text of a Word file: footnotes, endnotes, comments, headers and footers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.model import Note
from treatydiff.readers.word.body import Body
from treatydiff.readers.word.inline import Story
from treatydiff.readers.word.names import attribute, child, number, value, w
from treatydiff.readers.word.number_formats import written
from treatydiff.readers.word.numbering import Counters, Numbering

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from treatydiff.model import NoteKind
    from treatydiff.readers.word.body import Paragraph
    from treatydiff.readers.word.revisions import State
    from treatydiff.readers.word.styles import Styles

_SEPARATORS: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_FORMATS: Final = {"footnote": "decimal", "endnote": "lowerRoman"}


class Said(NamedTuple):
    """The words of a note or comment, the same with what changes take out of them as `[-deleted-]`, and who wrote it."""

    text: str
    tracked: str
    author: str = ""


class Notes:
    """The footnotes and endnotes of a file, numbered in the order in which the text cites them.

    `sources` say how they are numbered, the first that does before the others: the last section of the text, the settings.
    """

    def __init__(self, footnotes: dict[str, Said], endnotes: dict[str, Said], sources: Sequence[_Element | None]) -> None:
        self._said = {"footnote": footnotes, "endnote": endnotes}
        settings = {kind: [child(source, f"{kind}Pr") for source in sources] for kind in _FORMATS}
        self._formats = {kind: _first(settings[kind], "numFmt") or default for kind, default in _FORMATS.items()}
        self._counts = {kind: number(_first(settings[kind], "numStart"), 1) for kind in _FORMATS}
        self.cited: dict[tuple[str, str], str] = {}

    def cite(self, kind: str, key: str, sign: str) -> tuple[str, str]:
        """Give the label and the words of a note that the text refers to; `sign` is what stands instead of a number."""
        said = self._said[kind].get(key)
        if said is None:
            return "", ""
        if (kind, key) not in self.cited:
            self.cited[kind, key] = sign or written(self._counts[kind], self._formats[kind])
            self._counts[kind] += 0 if sign else 1
        return self.cited[kind, key], said.text

    def told(self) -> dict[tuple[str, str], Note]:
        """Give the notes that the text cites, by the label and the words of the mark that cites them."""
        found = {}
        for (kind, key), label in self.cited.items():
            said = self._said[kind][key]
            found[label, said.text] = Note(_kind(kind), said.tracked, label)
        return found

    def uncited(self) -> Iterator[Note]:
        """Give the notes that nothing in the text refers to."""
        for kind, notes in self._said.items():
            for key, said in notes.items():
                if (kind, key) not in self.cited and said.tracked:
                    yield Note(_kind(kind), said.tracked)


def _kind(name: str) -> NoteKind:
    return "endnote" if name == "endnote" else "footnote"


def _first(settings: Iterable[_Element | None], name: str) -> str:
    return next(filter(None, (value(element, name) for element in settings)), "")


def said(root: _Element | None, tag: str, styles: Styles, state: State) -> dict[str, Said]:
    """Read the notes of a part, or the comments, by their ids."""
    found: dict[str, Said] = {}
    for element in () if root is None else root.iterfind(w(tag)):
        if attribute(element, "type") not in _SEPARATORS:
            lines = _lines(element, styles, state)
            author = " ".join(attribute(element, "author").split())
            text = " ".join(line.text for line in lines if line.text)
            found[attribute(element, "id")] = Said(text, " ".join(line.tracked for line in lines), author)
    return found


def running_heads(roots: Iterable[_Element], styles: Styles, state: State) -> Iterator[Note]:
    """Give the lines of headers and footers, each once however many pages carry it."""
    met: set[str] = set()
    for root in roots:
        for line in _lines(root, styles, state):
            if line.tracked not in met:
                met.add(line.tracked)
                kind: NoteKind = "page-number" if line.text.isdecimal() else "running-head"
                yield Note(kind, line.tracked)


def _lines(container: _Element, styles: Styles, state: State) -> list[Said]:
    """Give the paragraphs of a note as plain words, those of its text boxes after the one that holds them."""
    numbering = Numbering(None, styles)
    body = Body(Story(styles, state, {}, lambda *_: ("", "")), numbering, Counters(numbering))
    body.read(container)
    lines = (Said(" ".join(p.text.split()), " ".join(tracked(p).split())) for p in body.paragraphs)
    return [line for line in lines if line.tracked]


def tracked(paragraph: Paragraph) -> str:
    """Give the words of a paragraph, with what tracked changes take out of them as `[-deleted-]`."""
    text = paragraph.text
    for mark in reversed(paragraph.marks):
        if mark.kind == "deletion":
            text = f"{text[: mark.start]}[-{mark.note}-]{text[mark.start :]}"
    return text
