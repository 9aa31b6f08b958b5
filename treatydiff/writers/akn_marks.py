"""The marks of a provision, dealt out to its text and its closing text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from treatydiff.model import Mark, Provision


def split_marks(provision: Provision) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Give the marks over the text and those over the closing text, each with offsets into its own.

    A mark over both becomes one on either side; a bracket then opens on the one and closes on the other.
    """
    if not provision.closing:
        return provision.marks, ()
    end = len(provision.text)
    before: list[Mark] = []
    after: list[Mark] = []
    for mark in provision.marks:
        if mark.start > end:
            after.append(mark._replace(start=mark.start - end - 1, end=mark.end - end - 1))
        elif mark.end <= end:
            before.append(mark)
        else:
            before.append(mark._replace(end=end, closes=False))
            after.append(mark._replace(start=0, end=mark.end - end - 1, opens=False))
    return tuple(before), tuple(after)
