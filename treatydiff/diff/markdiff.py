"""What became of the marks of a link: marks are compared as marks, apart from the words they stand on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from treatydiff.model import MarkChange

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.model import Clause, Mark, RedlinePart, Span

_CONTESTED = frozenset({"bracket", "option", "attribution"})
_TYPOGRAPHY = frozenset({"emphasis", "reference"})


def mark_changes(old: Sequence[Clause], new: Sequence[Clause], redline: Iterable[RedlinePart]) -> tuple[MarkChange, ...]:
    """Pair the marks of both sides of a link, and say of the rest whether they came, went or were resolved.

    Marks pair when they are of one kind and say the same on the same words, else when they are of one kind and stand on words
    that stayed. Of a mark that was resolved `new` is what the new wording has in its place, from the first word that stayed
    to the last. Typography (emphasis) and links are no statement of the negotiators and are left out.
    """
    old_words, old_marks = _gathered(old)
    new_words, new_marks = _gathered(new)
    if not old_marks and not new_marks:
        return ()
    stayed = list(_stayed(redline))
    images = [_image(mark, stayed) for mark in old_marks]
    partners = _partners(old_marks, new_marks, images, old_words, new_words)
    found = []
    for mark, image in zip(old_marks, images, strict=True):
        said = _says(mark, old_words)
        if mark in partners:
            found.append(MarkChange(mark.kind, "kept", said, _says(partners[mark], new_words)))
        elif image is not None and mark.kind in _CONTESTED:
            found.append(MarkChange(mark.kind, "resolved", said, new_words[slice(*image)].strip()))
        else:
            found.append(MarkChange(mark.kind, "removed", said, ""))
    kept = list(partners.values())
    found += [MarkChange(mark.kind, "added", "", _says(mark, new_words)) for mark in new_marks if mark not in kept]
    return tuple(found)


def _partners(old: list[Mark], new: list[Mark], images: list[Span | None], old_words: str, new_words: str) -> dict[Mark, Mark]:
    """Give for each old mark the new one that it still is, the exact ones first."""
    free = list(new)
    found: dict[Mark, Mark] = {}
    for mark in old:
        said = _says(mark, old_words)
        partner = next((other for other in free if other.kind == mark.kind and _says(other, new_words) == said), None)
        if partner is not None:
            found[mark] = partner
            free.remove(partner)
    for mark, image in zip(old, images, strict=True):
        if mark not in found and image is not None:
            overlapping = (other for other in free if other.kind == mark.kind and _overlap(other, image))
            partner = next(overlapping, None)
            if partner is not None:
                found[mark] = partner
                free.remove(partner)
    return found


def _overlap(mark: Mark, span: Span) -> bool:
    return mark.start < span[1] and span[0] < mark.end


def _gathered(clauses: Sequence[Clause]) -> tuple[str, list[Mark]]:
    """Give the words of one side as one text, and its marks moved to their place in it."""
    start = 0
    marks = []
    for clause in clauses:
        marks += [
            replace(mark, start=mark.start + start, end=mark.end + start)
            for mark in clause.marks
            if mark.kind not in _TYPOGRAPHY
        ]
        start += len(clause.words) + 1
    return "\n".join(clause.words for clause in clauses), marks


def _says(mark: Mark, words: str) -> str:
    spanned = words[mark.start : mark.end] or mark.note
    return f"{mark.label}: {spanned}" if mark.label and spanned else mark.label or spanned


def _stayed(redline: Iterable[RedlinePart]) -> Iterator[tuple[int, int, int]]:
    """Yield the runs that stayed: start and end in the old wording, start in the new."""
    old = new = 0
    for part in redline:
        size = len(part.text)
        if part.op == "equal":
            yield old, old + size, new
        old += size if part.op != "insert" else 0
        new += size if part.op != "delete" else 0


def _image(mark: Mark, stayed: Iterable[tuple[int, int, int]]) -> Span | None:
    """Give the span of the new wording from the first to the last character of a mark that stayed; None when none did."""
    image: Span | None = None
    for start, end, there in stayed:
        first, last = max(start, mark.start), min(end, mark.end)
        if first < last:
            image = (image[0] if image else there + first - start, there + last - start)
    return image
