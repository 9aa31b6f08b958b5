"""The body of the file: every slot as paragraphs with their tracked changes, moves and comments."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from treatydiff.writers.docx.remarks import said
from treatydiff.writers.docx.stretches import anchored, cut_for
from treatydiff.writers.docx.tracks import add_comment_reference, comment_ends
from treatydiff.writers.word import Run
from treatydiff.writers.word.elements import add_run, bare_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml import etree

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


class Body:
    """Makes the paragraphs of both drafts; `old` and `new` are their lines by order."""

    def __init__(self, old: Sequence[Line], new: Sequence[Line], remarks: Remarks, tracks: Tracks) -> None:
        self._old = old
        self._new = new
        self._remarks = remarks
        self._tracks = tracks
        self._moves = 0

    def elements(self, found: Iterable[Passage]) -> Iterator[etree._Element]:
        """Give the elements of the body.

        An empty paragraph ends them where the last one is tracked: the end of a file cannot be accepted or rejected.
        """
        fate = ""
        for (fate, move), together in groupby(found, key=lambda passage: (passage.slots[0].fate, passage.slots[0].move)):
            paragraphs = [paragraph for passage in together for paragraph in self._paragraphs(passage)]
            if move:
                start, end = self._tracks.range_ends("moveFrom" if fate == "left" else "moveTo", f"move{move}")
                paragraphs[0].insert(1, start)
                paragraphs.append(end)
            yield from paragraphs
        if fate != "kept":
            yield bare_paragraph("Clause")

    def _paragraphs(self, passage: Passage) -> list[etree._Element]:
        said_here = [remark for slot in passage.slots for remark in self._remarks_of(slot)]
        found = cut_for(said_here, passage.stretches)
        edges = _Edges(len(found))
        self._place_comments(found, said_here, edges)
        self._place_moves(found, edges)
        return self._written(found, edges)

    def _remarks_of(self, slot: Slot) -> list[Remark]:
        old = () if slot.fate == "came" else slot.old
        new = () if slot.fate == "left" else slot.new
        found = [remark for line in old for remark in self._remarks.get(("old", line.order), ())]
        return [*found, *(remark for line in new for remark in self._remarks.get(("new", line.order), ()))]

    def _place_comments(self, found: Sequence[Stretch], remarks: Iterable[Remark], edges: _Edges) -> None:
        for remark in remarks:
            place = anchored(remark, found)
            id_ = self._tracks.comment(said(remark))
            start, end = comment_ends(id_)
            edges.before[place.first].append(start)
            edges.behind[place.last].append(end)
            edges.references[place.last].append(id_)

    def _place_moves(self, found: Sequence[Stretch], edges: _Edges) -> None:
        places: defaultdict[int, dict[Track, list[int]]] = defaultdict(lambda: defaultdict(list))
        for n, stretch in enumerate(found):
            if stretch.move:
                places[stretch.move][stretch.track].append(n)
        for ends in places.values():
            self._moves += 1
            for track, where in sorted(ends.items()):
                start, end = self._tracks.range_ends(track, f"words{self._moves}")
                edges.before[where[0]].append(start)
                edges.behind[where[-1]].append(end)

    def _written(self, found: Sequence[Stretch], edges: _Edges) -> list[etree._Element]:
        ends = [n for n, stretch in enumerate(found) if stretch.stitch.token.kind == "end"]
        return [self._paragraph(found, first, last, edges) for first, last in pairwise([-1, *ends])]

    def _paragraph(self, found: Sequence[Stretch], before: int, end: int, edges: _Edges) -> etree._Element:
        """Write the paragraph between two ends; neighbours that are tracked alike share one element."""
        style, was = self._styles(found[end])
        paragraph = bare_paragraph(style)
        self._tracks.set_end(paragraph, found[end].track, was)
        holder, held = None, ""
        for n in range(before + 1, end):
            track = found[n].track
            paragraph.extend(edges.before[n])
            if holder is None or held != track or edges.before[n]:
                holder, held = self._holder(paragraph, track), track
            self._add_runs(holder, found[n])
            paragraph.extend(edges.behind[n])
            holder = None if edges.behind[n] else holder
            for id_ in edges.references[n]:
                add_comment_reference(self._holder(paragraph, track), id_)
        return paragraph

    def _holder(self, paragraph: etree._Element, track: Track) -> etree._Element:
        return self._tracks.change(paragraph, track) if track else paragraph

    def _styles(self, end: Stretch) -> tuple[StyleId, StyleId | None]:
        """Give the style of the paragraph that ends here, and that which it had, if it stays and had another."""
        _, old, new, _ = end.stitch
        was = self._old[old.line].style if old else None
        now = self._new[new.line].style if new else None
        if end.track == "moveFrom" or not now:
            return was or "Clause", None
        return now, was if was != now and not end.track else None

    def _add_runs(self, holder: etree._Element, stretch: Stretch) -> None:
        token = stretch.stitch.token
        line = (self._new if stretch.stitch.new else self._old)[token.line]
        for run in _runs(token, line):
            add_run(holder, run, is_deleted=stretch.track == "del")


class _Edges:
    """What stands before and behind the stretches of a slot, by their places among them."""

    def __init__(self, count: int) -> None:
        self.before: list[list[etree._Element]] = [[] for _ in range(count)]
        self.behind: list[list[etree._Element]] = [[] for _ in range(count)]
        self.references: list[list[str]] = [[] for _ in range(count)]


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
