"""Footnotes that are marked in the words of a draft, and the words that stand for its images, as notes of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.model import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from treatydiff.model import Provision


def footnotes(provisions: Iterable[Provision]) -> Iterator[Note]:
    """Yield a note for each footnote that is marked in the words or the heading of a provision, in the order of the text."""
    waiting = list(provisions)[::-1]
    while waiting:
        provision = waiting.pop()
        if provision.marks or provision.heading_marks:
            for mark in (*provision.heading_marks, *provision.marks):
                if mark.kind == "footnote" and mark.note:
                    yield Note("footnote", mark.note, mark.label, provision.id, provision.line, provision.page)
        waiting += provision.children[::-1]


def images(root: etree._Element) -> Iterator[Note]:
    """Yield a comment with the label "image" for each image that has words to stand for it."""
    for image in root.iter("{*}img"):
        if words := " ".join((image.get("alt") or "").split()):
            yield Note("comment", words, "image", line=image.sourceline)
