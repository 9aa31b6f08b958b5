"""Tracked changes in WordprocessingML: who changed what and when, each with an id of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from treatydiff.writers.word import Run
from treatydiff.writers.word.elements import add, add_run, bare_paragraph, make
from treatydiff.writers.word.letters import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from treatydiff.writers.word import StyleId

Track = Literal["", "ins", "del", "moveFrom", "moveTo"]
"""How words or a paragraph's end are tracked, as the element is called; empty where they are not."""


class Tracks:
    """Makes the elements of tracked changes and comments, numbered in the order in which they are made.

    Ids are unique over all of them, since Word takes an id that stands twice for a damaged file. `date` is a full date and
    time of ISO 8601, or empty: then the changes have none.
    """

    def __init__(self, author: str, date: str) -> None:
        self._author = {"author": printable(author), **({"date": date} if date else {})}
        self._count = 0
        self.comments: list[etree._Element] = []

    def id(self) -> str:
        """Give the next id."""
        self._count += 1
        return str(self._count)

    def change(self, parent: etree._Element, track: str) -> etree._Element:
        """Add the element of a change, around runs or as the property of a paragraph's end."""
        return add(parent, track, id=self.id(), **self._author)

    def set_end(self, paragraph: etree._Element, track: Track, was: StyleId | None) -> None:
        """Say how the end of a paragraph is tracked, and which style the paragraph had, if it had another."""
        properties = paragraph[0]
        if track:
            self.change(add(properties, "rPr"), track)
        if was:
            add(add(self.change(properties, "pPrChange"), "pPr"), "pStyle", val=was)

    def range_ends(self, track: Track, name: str) -> tuple[etree._Element, etree._Element]:
        """Give what stands at the beginning and at the end of words that moved; both places of a move have one name."""
        id_ = self.id()
        start = make(f"{track}RangeStart", id=id_, **self._author, name=name)
        return start, make(f"{track}RangeEnd", id=id_)

    def comment(self, lines: Iterable[str]) -> str:
        """Keep a comment and give its id, which its anchor bears."""
        id_ = self.id()
        initials = "".join(word[0] for word in self._author["author"].split())
        comment = make("comment", id=id_, **self._author, initials=initials)
        for n, line in enumerate(lines):
            paragraph = bare_paragraph("CommentText")
            add_run(paragraph, Run(line, bold=n == 0))
            comment.append(paragraph)
        self.comments.append(comment)
        return id_


def comment_ends(id_: str) -> tuple[etree._Element, etree._Element]:
    """Give what stands at the beginning and at the end of the words that a comment is about."""
    return make("commentRangeStart", id=id_), make("commentRangeEnd", id=id_)


def add_comment_reference(parent: etree._Element, id_: str) -> None:
    """Add the sign of a comment, which stands behind its words and goes and comes with them."""
    run = add(parent, "r")
    add(add(run, "rPr"), "rStyle", val="CommentReference")
    add(run, "commentReference", id=id_)
