"""What the tree of a Word file takes from its paragraphs in the end: pages, and notes with their provisions."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model import Mark, Note, Provision
from treatydiff.readers.word.words import COMMENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from treatydiff.readers.outline.blocks import Block
    from treatydiff.readers.word.notes import Said


class Placed(NamedTuple):
    """Provisions with their pages, and the notes that belong to them."""

    provisions: tuple[Provision, ...]
    notes: tuple[Note, ...]


def placed(
    provisions: tuple[Provision, ...],
    blocks: Iterable[Block],
    pages: Sequence[int],
    comments: Mapping[str, Said],
    cited: Mapping[tuple[str, str], Note],
) -> Placed:
    """Turn the lines of provisions, which count paragraphs, into pages; `pages` gives that of each, and is empty without any.

    Comments and the notes that marks cite get their place; `cited` gives a note by the label and the words of its mark, but for
    typed ones. A mark on a number, which carries none, is put where the provision's words begin.
    """
    walk = [provision for top in provisions for provision in top.walk()]
    returned = _returned(walk, blocks)
    hand = _Hand(pages, comments, cited, returned)
    return Placed(tuple(hand.placed(provision) for provision in provisions), tuple(hand.notes))


def _returned(walk: Sequence[Provision], blocks: Iterable[Block]) -> Mapping[str, list[Mark]]:
    """Give the marks at a point that the blocks had and the tree lost, by the id of the provision that they belong to."""
    kept = Counter(_said(mark) for p in walk for mark in (*p.marks, *p.heading_marks))
    lines = [provision.line or 0 for provision in walk]
    found: dict[str, list[Mark]] = {}
    for block in blocks:
        for mark in block.marks:
            if mark.start < mark.end:
                continue
            if kept[_said(mark)]:
                kept[_said(mark)] -= 1
            elif walk:
                owner = walk[max(0, bisect_right(lines, block.line) - 1)].id
                found.setdefault(owner, []).append(mark._replace(start=0, end=0))
    return found


def _said(mark: Mark) -> tuple[str, str, str]:
    return mark.kind, mark.label, mark.note


class _Hand:
    """Places one provision after the other, in the order of the draft."""

    def __init__(
        self,
        pages: Sequence[int],
        comments: Mapping[str, Said],
        cited: Mapping[tuple[str, str], Note],
        returned: Mapping[str, list[Mark]],
    ) -> None:
        self.notes: list[Note] = []
        self._pages = pages
        self._comments = comments
        self._cited = cited
        self._returned = returned
        self._told: set[tuple[str, str]] = set()

    def placed(self, provision: Provision) -> Provision:
        own = self._returned.get(provision.id, ())
        heads = bool(provision.heading and not provision.words)
        marks = (*own, *provision.marks) if not heads else provision.marks
        heading_marks = (*own, *provision.heading_marks) if heads else provision.heading_marks
        page = self._pages[provision.line - 1] if self._pages and provision.line else None
        for mark in (*heading_marks, *marks):
            self._note(mark, provision.id, page)
        return provision._replace(
            marks=tuple(mark for mark in marks if mark.label != COMMENT),
            heading_marks=tuple(mark for mark in heading_marks if mark.label != COMMENT),
            children=tuple(self.placed(child) for child in provision.children),
            line=None,
            page=page,
        )

    def _note(self, mark: Mark, place: str, page: int | None) -> None:
        key = (mark.label, mark.note)
        if (mark.kind != "footnote" and mark.label != COMMENT) or key in self._told:
            return
        self._told.add(key)
        if mark.label != COMMENT:
            note = self._cited.get(key) or Note("footnote", mark.note, mark.label)
            self.notes.append(note._replace(place=place, page=page))
        elif comment := self._comments.get(mark.note):
            self.notes.append(Note("comment", comment.tracked, comment.author, place, page=page))
