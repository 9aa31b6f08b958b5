"""What the readers of running text hand to the outline: paragraphs of the source, with the line and the list they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.model import Mark


class Block(NamedTuple):
    """One paragraph, heading or list item of the source, brackets and numbers still in it.

    `marks` have offsets into `raw`; line breaks of the source are kept in it. `line` counts from 1. `rank` is the level of a
    heading (1 to 6), 0 for body text. `depth` is the number of list items of the source around it; None where the source has
    no lists of its own, so that only the numbers can say what belongs to what. `item` is the marker of the list item that
    starts here ("1.", "-"), None elsewhere; `num` is a number that the source computes, and that is not in `raw`, `series` the
    list and the level in it that the source counted it in. `stress` says that all of it is in bold or in italics. `lead` is the
    offset at which the bold words end that open it, after its number if it has one; 0 where it opens otherwise. `page` counts
    from 1.
    """

    raw: str
    line: int
    marks: tuple[Mark, ...] = ()
    rank: int = 0
    depth: int | None = None
    item: str | None = None
    stress: Literal["", "italic", "bold"] = ""
    lead: int = 0
    page: int | None = None
    num: str = ""
    series: tuple[str, int] | None = None

    def cut(self, start: int, end: int | None = None) -> Block:
        """Give the part from `start` to `end` without the white space at its edges, its marks and its line adjusted."""
        outer = len(self.raw) if end is None else end
        part = self.raw[start:outer]
        if len(part.strip()) == len(self.raw):
            return self._replace(item=None, num="", series=None) if self.item or self.num or self.series else self
        begin = start + len(part) - len(part.lstrip())
        stop = max(begin, outer - len(part) + len(part.rstrip()))
        marks = self.marks
        if marks:
            kept = _within(_drawn_in(marks, (start, outer), (begin, stop)), begin, stop)
            marks = tuple(m._replace(start=m.start - begin, end=m.end - begin) for m in kept)
        line, lead = self.line + self.raw.count("\n", 0, begin), max(0, min(self.lead, stop) - begin)
        return self._replace(raw=self.raw[begin:stop], line=line, marks=marks, item=None, lead=lead, num="", series=None)

    def from_number(self, end: int) -> Block:
        """Give the part behind a number that ends at `end`; footnotes of the number, and points within it, go with the part."""
        part = self.cut(end)
        if not self.marks:
            return part
        inside = (m for m in self.marks if (m.kind == "footnote" and m.end <= end) or m.start == m.end < end)
        notes = tuple(m._replace(start=0, end=0) for m in inside)
        kept = tuple(m for m in part.marks if not (m.kind == "footnote" and m.end == 0 and notes))
        return part._replace(marks=notes + kept) if notes else part

    def joined(self, other: Block) -> Block:
        """Give this block with the other one after it, a line break between them."""
        shift = len(self.raw) + 1
        marks = tuple(m._replace(start=m.start + shift, end=m.end + shift) for m in other.marks)
        return self._replace(raw=f"{self.raw}\n{other.raw}", marks=self.marks + marks)

    def behind(self, lead: str) -> Block:
        """Give this block with `lead`, the brackets that stood before its number, in front."""
        marks = tuple(m._replace(start=m.start + len(lead), end=m.end + len(lead)) for m in self.marks)
        return self._replace(raw=lead + self.raw, marks=marks, lead=0 if lead else self.lead)


def _drawn_in(marks: Iterable[Mark], outer: tuple[int, int], inner: tuple[int, int]) -> Iterable[Mark]:
    """Move the marks at a point that stand in the white space at the edges to the words beside it."""
    for mark in marks:
        if mark.start == mark.end and outer[0] <= mark.start <= outer[1]:
            place = min(max(mark.start, inner[0]), inner[1])
            yield mark._replace(start=place, end=place)
        else:
            yield mark


def _within(marks: Iterable[Mark], start: int, end: int) -> Iterable[Mark]:
    """Give the marks that reach into the span from `start` to `end`, clipped to it; a mark at a point stays where it stands."""
    for mark in marks:
        if mark.start == mark.end:
            if start <= mark.start <= end:
                yield mark
        elif mark.start < end and mark.end > start:
            yield mark._replace(start=max(mark.start, start), end=min(mark.end, end))
