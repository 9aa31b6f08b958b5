"""What stands around the text of a Word file: footnotes, endnotes, comments, headers and footers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.model import Note
from treatydiff.readers.word.inline import Inline, Story
from treatydiff.readers.word.names import attribute, child, number, value, w
from treatydiff.readers.word.number_formats import written
from treatydiff.readers.word.styles import NO_STYLE
from treatydiff.readers.word.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from treatydiff.model import NoteKind
    from treatydiff.readers.word.revisions import State
    from treatydiff.readers.word.styles import Styles

_SEPARATORS: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_FORMATS: Final = {"footnote": "decimal", "endnote": "lowerRoman"}


class Said(NamedTuple):
    """The words of a note or comment, and who wrote it."""

    text: str
    author: str = ""


class Notes:
    """The footnotes and endnotes of a file, numbered in the order in which the text cites them."""

    def __init__(self, footnotes: dict[str, Said], endnotes: dict[str, Said], settings: _Element | None) -> None:
        self._said = {"footnote": footnotes, "endnote": endnotes}
        self._formats = {kind: _format(settings, kind) for kind in _FORMATS}
        self._counts = {kind: number(value(child(settings, f"{kind}Pr"), "numStart"), 1) for kind in _FORMATS}
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

    @property
    def endnotes(self) -> frozenset[tuple[str, str]]:
        """The labels and words of the endnotes that the text cites."""
        return frozenset((label, self._said[kind][key].text) for (kind, key), label in self.cited.items() if kind == "endnote")

    def uncited(self) -> Iterator[Note]:
        """Give the notes that nothing in the text refers to."""
        for kind in ("footnote", "endnote"):
            for key, said in self._said[kind].items():
                if (kind, key) not in self.cited and said.text:
                    yield Note("footnote" if kind == "footnote" else "endnote", said.text)


def _format(settings: _Element | None, kind: str) -> str:
    return value(child(settings, f"{kind}Pr"), "numFmt") or _FORMATS[kind]


def said(root: _Element | None, tag: str, styles: Styles, state: State) -> dict[str, Said]:
    """Read the notes of a part, or the comments, by their ids."""
    if root is None:
        return {}
    found = (e for e in root.iterfind(w(tag)) if attribute(e, "type") not in _SEPARATORS)
    return {
        attribute(e, "id"): Said(" ".join(_lines(e, styles, state)), " ".join(attribute(e, "author").split())) for e in found
    }


def running_heads(roots: Iterable[_Element], styles: Styles, state: State) -> Iterator[Note]:
    """Give the lines of headers and footers, each once however many pages carry it."""
    met: set[str] = set()
    for root in roots:
        for line in _lines(root, styles, state):
            if line not in met:
                met.add(line)
                kind: NoteKind = "page-number" if line.isdecimal() else "running-head"
                yield Note(kind, line)


def _lines(container: _Element, styles: Styles, state: State) -> Iterator[str]:
    """Give the paragraphs of a note as plain words, those of its text boxes after the one that holds them."""
    story = Story(styles, state, {}, lambda *_: ("", ""))
    for paragraph in container.iter(w("p")):
        words = Words()
        Inline(story, words, NO_STYLE).read(paragraph)
        if line := " ".join(words.text.split()):
            yield line
