"""The body of the file: every slot as paragraphs with their tracked changes, moves and comments."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from treatydiff.writers.docx.remarks import said
from treatydiff.writers.docx.stretches import anchored, cut_for
from treatydiff.writers.docx.tracks import Ends
from treatydiff.writers.word import Run
from treatydiff.writers.word.elements import paragraph_of, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.model import Mark
    from treatydiff.writers.docx.lines import Line, Token
    from treatydiff.writers.docx.passages import Passage
    from treatydiff.writers.docx.remarks import Remark, Remarks
    from treatydiff.writers.docx.slots import Slot
    from treatydiff.writers.docx.stretches import Stretch
    from treatydiff.writers.docx.tracks import Track, Tracks
    from treatydiff.writers.word import StyleId

_LOOKS: Final = {"bold": "bold", "underlined": "underline", "struck through": "strike"}
_ITALIC: Final = "italic"
_NOWHERE: Final = Ends("", "")


class Body:
    """Makes the paragraphs of both drafts; `old` and `new` are their lines by order."""

    def __init__(self, old: Sequence[Line], new: Sequence[Line], remarks: Remarks, tracks: Tracks) -> None:
        self._old = old
        self._new = new
        self._remarks = remarks
        self._tracks = tracks
        self._moves = 0

    def elements(self, found: Iterable[Passage]) -> Iterator[str]:
        """Give the elements of the body.

        An empty paragraph ends them where the last one is tracked: the end of a file cannot be accepted or rejected.
        """
        fate = ""
        for (fate, move), together in groupby(found, key=lambda passage: (passage.slots[0].fate, passage.slots[0].move)):
            moved = self._tracks.move("moveFrom" if fate == "left" else "moveTo", f"move{move}") if move else _NOWHERE
            start = moved.start
            for passage in together:
                yield from self._paragraphs(passage, start)
                start = ""
            yield from [moved.end] if move else []
        if fate != "kept":
            yield paragraph_of("Clause", "")

    def _paragraphs(self, passage: Passage, start: str) -> Iterator[str]:
        """Give the paragraphs of a passage, the first with the beginning of what moved at its head."""
        said_here = [remark for slot in passage.slots for remark in self._remarks_of(slot)]
        found = cut_for(said_here, passage.stretches)
        edges = _Edges()
        if start:
            edges.before[0].append(start)
        self._place_comments(found, said_here, edges)
        self._place_moves(found, edges)
        ends = [n for n, stretch in enumerate(found) if stretch.stitch.token.kind == "end"]
        return (self._paragraph(found, first + 1, last, edges) for first, last in pairwise([-1, *ends]))

    def _remarks_of(self, slot: Slot) -> list[Remark]:
        old = () if slot.fate == "came" else slot.old
        new = () if slot.fate == "left" else slot.new
        found = [remark for line in old for remark in self._remarks.get(("old", line.order), ())]
        return [*found, *(remark for line in new for remark in self._remarks.get(("new", line.order), ()))]

    def _place_comments(self, found: Sequence[Stretch], remarks: Iterable[Remark], edges: _Edges) -> None:
        for remark in remarks:
            place = anchored(remark, found)
            edges.put(self._tracks.comment(list(said(remark)), found[place.last].track), place.first, place.last)

    def _place_moves(self, found: Sequence[Stretch], edges: _Edges) -> None:
        places: defaultdict[int, dict[Track, list[int]]] = defaultdict(lambda: defaultdict(list))
        for n, stretch in enumerate(found):
            if stretch.move:
                places[stretch.move][stretch.track].append(n)
        for ends in places.values():
            self._moves += 1
            for track, where in sorted(ends.items()):
                edges.put(self._tracks.move(track, f"words{self._moves}"), where[0], where[-1])

    def _paragraph(self, found: Sequence[Stretch], first: int, end: int, edges: _Edges) -> str:
        """Write the stretches from `first` to the end of the paragraph; neighbours that are tracked alike share one element."""
        content: list[str] = []
        alike: list[str] = []
        for n in range(first, end):
            if n in edges.before:
                content += edges.before[n]
            alike += self._runs(found[n])
            if n + 1 == end or n in edges.behind or n + 1 in edges.before or found[n + 1].track != found[n].track:
                content.append(self._tracks.around(found[n].track, "".join(alike)))
                alike = []
            if n in edges.behind:
                content += edges.behind[n]
        style, was = self._styles(found[end])
        return paragraph_of(style, "".join(content), self._tracks.end(found[end].track, was))

    def _styles(self, end: Stretch) -> tuple[StyleId, StyleId | None]:
        """Give the style of the paragraph that ends here, and that which it had, if it stays and had another."""
        _, old, new, _ = end.stitch
        was = self._old[old.line].style if old else None
        now = self._new[new.line].style if new else None
        if end.track == "moveFrom" or not now:
            return was or "Clause", None
        return now, was if was != now and not end.track else None

    def _runs(self, stretch: Stretch) -> Iterator[str]:
        token = stretch.stitch.token
        line = (self._new if stretch.stitch.new else self._old)[token.line]
        return (run(each, is_deleted=stretch.track == "del") for each in _runs(token, line))


class _Edges:
    """What stands before and behind the stretches of a passage, by their places among them."""

    def __init__(self) -> None:
        self.before: defaultdict[int, list[str]] = defaultdict(list)
        self.behind: defaultdict[int, list[str]] = defaultdict(list)

    def put(self, ends: Ends, first: int, last: int) -> None:
        """Put the two ends around the stretches from the first to the last."""
        self.before[first].append(ends.start)
        self.behind[last].append(ends.end)


def _runs(token: Token, line: Line) -> Iterator[Run]:
    """Give a token as runs: words as they are set off, the number and the sign of a footnote in their own look."""
    if token.kind != "words":
        yield Run(token.text, raised=token.kind == "footnote", style="Number" if token.kind == "number" else "")
        return
    start, end = token.place, token.place + len(token.text)
    over = [m for m in line.marks if m.kind == "emphasis" and m.start < end and start < m.end]
    if not over:
        yield Run(token.text)
        return
    places = sorted({start, end, *(place for m in over for place in (m.start, m.end) if start < place < end)})
    for first, last in pairwise(places):
        yield _set_off(token.text[first - start : last - start], [m for m in over if m.start <= first and last <= m.end])


def _set_off(text: str, marks: Iterable[Mark]) -> Run:
    looks = {_LOOKS.get(mark.label, _ITALIC) for mark in marks}
    return Run(text, "bold" in looks, _ITALIC in looks, "underline" in looks, "strike" in looks)
