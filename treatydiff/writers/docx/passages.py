"""Slots in the order of the file, with the ends of paragraphs placed so that no program takes two changes for one.

LibreOffice, as it opens a file, joins insertions that stand at the end of one paragraph and at the beginning of the next, and
takes in the paragraph's end between them, which nobody inserted: rejecting would then join the paragraphs. So none stand there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.writers.docx.stretches import Stretch, parted, stretches
from treatydiff.writers.docx.weaving import Stitch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.writers.docx.slots import Slot
    from treatydiff.writers.docx.tracks import Track


class Passage(NamedTuple):
    """Slots that are written as one, and their stretches; the last of these is the end of a paragraph."""

    slots: tuple[Slot, ...]
    stretches: list[Stretch]


def passages(slots: Iterable[Slot]) -> Iterator[Passage]:
    """Give the passages of the file in order."""
    before: Passage | None = None
    for slot in slots:
        after = Passage((slot,), stretches(slot))
        if before is not None and _clash(before, after):
            if slot.fate == "inserted":
                before = _continued(before, after)
                continue
            before = before._replace(stretches=_closed(before.stretches))
        if before is not None:
            yield before
        before = after
    if before is not None:
        yield before


def _clash(before: Passage, after: Passage) -> bool:
    """Whether the paragraph's end between two passages stays, and the same kind of insertion stands on either side of it."""
    end, last = before.stretches[-1], before.stretches[-2:-1]
    return not end.track and bool(last) and last[0].track in {"ins", "moveTo"} and last[0].track == after.stretches[0].track


def _continued(before: Passage, after: Passage) -> Passage:
    """Continue a paragraph by those inserted behind it, as one who types at its end: the end that stays is the last one."""
    end = before.stretches[-1].stitch
    came = Stretch("ins", Stitch("insert", None, end.new))
    last = Stretch("", Stitch("equal", end.old, after.stretches[-1].stitch.new))
    return Passage((*before.slots, *after.slots), [*before.stretches[:-1], came, *after.stretches[:-1], last])


def _closed(found: list[Stretch]) -> list[Stretch]:
    """Let a paragraph end with something else than an insertion: what went stands behind what came."""
    plain = _without_moves(found)
    first = _run_before(plain, len(plain) - 1, "ins")
    gone = _run_before(plain, first, "del")
    if gone == first:
        plain, first, gone = _last_word_anew(plain, first)
    return [*plain[:gone], *plain[first:-1], *plain[gone:first], plain[-1]]


def _run_before(found: list[Stretch], end: int, track: Track) -> int:
    """Give where the run of stretches of this track begins that ends before `end`."""
    while end and found[end - 1].track == track and found[end - 1].stitch.token.kind != "end":
        end -= 1
    return end


def _last_word_anew(found: list[Stretch], first: int) -> tuple[list[Stretch], int, int]:
    """Write the last word that stayed, before `first`, as gone and come again; give where what came and what went begins."""
    if not first or found[first - 1].stitch.token.kind == "end":
        return found, first, first
    text = found[first - 1].stitch.token.text
    cut = parted(found[first - 1], text.rstrip().rfind(" ") + 1)
    _, old, new, _ = cut[-1].stitch
    anew = [Stretch("del", Stitch("delete", old, None)), Stretch("ins", Stitch("insert", None, new))]
    start = first - 1 + len(cut) - 1
    return [*found[: first - 1], *cut[:-1], *anew, *found[first:]], start + 1, start


def _without_moves(found: Iterable[Stretch]) -> list[Stretch]:
    """Give words that moved inside their clause as gone and come."""
    plain: dict[Track, Track] = {"moveFrom": "del", "moveTo": "ins"}
    return [stretch._replace(track=plain[stretch.track], move=0) if stretch.move else stretch for stretch in found]
