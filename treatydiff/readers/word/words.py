"""The words of one paragraph as they are met in the file, with their looks and the marks over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.model import MarkKind
    from treatydiff.readers.word.looks import Look
    from treatydiff.readers.word.revisions import Revision

COMMENT: Final = "\0comment"
"""The label of a mark that says only where a comment stands; no XML can hold it, so that no draft has it by chance."""


class Run(NamedTuple):
    """Words of one look: character offsets, end exclusive."""

    start: int
    end: int
    look: Look


class Words:
    """The running words of a paragraph; those of paragraphs that run on into each other are one.

    `page` is the page of the first word, 0 as long as there is none.
    """

    __slots__ = ("_deletions", "_insertions", "marks", "page", "pieces", "runs", "size")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.size = 0
        self.page = 0
        self.runs: list[Run] = []
        self.marks: list[Mark] = []
        self._insertions: list[Mark] = []
        self._deletions: list[_Deletion] = []

    @property
    def text(self) -> str:
        """The words so far."""
        return "".join(self.pieces)

    def add(self, text: str, look: Look, inserted: Revision | None = None) -> None:
        """Add words that stand in the text; `inserted` is the tracked change that brought them in."""
        if not text:
            return
        start, self.size = self.size, self.size + len(text)
        self.pieces.append(text)
        if self.runs and self.runs[-1].end == start and self.runs[-1].look == look:
            start_of_run = self.runs.pop().start
            self.runs.append(Run(start_of_run, self.size, look))
        else:
            self.runs.append(Run(start, self.size, look))
        if inserted:
            self._insert(start, inserted)

    def _insert(self, start: int, change: Revision) -> None:
        last = self._insertions[-1] if self._insertions else None
        if last and last.end == start and last.label == change.label:
            self._insertions[-1] = last._replace(end=self.size)
        else:
            self._insertions.append(Mark("insertion", start, self.size, label=change.label))

    def delete(self, text: str, change: Revision) -> None:
        """Mark the place of words that a tracked change takes out."""
        last = self._deletions[-1] if self._deletions else None
        if last and (last.place, last.label) == (self.size, change.label):
            last.pieces.append(text)
        else:
            self._deletions.append(_Deletion(self.size, change.label, [text]))

    def point(self, kind: MarkKind, *, label: str = "", note: str = "") -> None:
        """Mark the place that is reached."""
        self.marks.append(Mark(kind, self.size, self.size, label=label, note=note))

    def span(self, kind: MarkKind, start: int, *, note: str = "") -> None:
        """Mark everything from `start` up to here, if there is anything."""
        if start < self.size:
            self.marks.append(Mark(kind, start, self.size, note=note))

    def all_marks(self) -> list[Mark]:
        """Give every mark but those of looks; white space at the edges of deleted words is left out."""
        gone = ((d.place, d.label, " ".join("".join(d.pieces).split())) for d in self._deletions)
        deletions = (Mark("deletion", place, place, label=label, note=note) for place, label, note in gone if note)
        return sorted((*self._insertions, *self.marks, *deletions), key=lambda m: (m.start, -m.end))


class _Deletion(NamedTuple):
    """Words that one tracked change takes out at one place."""

    place: int
    label: str
    pieces: list[str]


def spans(runs: Iterable[Run], name: str, text: str) -> Iterator[tuple[int, int]]:
    """Give the spans over which a look is on, those joined that only white space parts."""
    start = end = -1
    for run in runs:
        if name not in run.look:
            continue
        if start >= 0 and not text[end : run.start].strip():
            end = run.end
        else:
            if start >= 0:
                yield start, end
            start, end = run.start, run.end
    if start >= 0:
        yield start, end
