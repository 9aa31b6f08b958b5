"""What became of the marks of a link: marks are compared as marks, apart from the words they stand on."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING

from treatydiff.model import MarkChange, wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.model import Clause, Mark, RedlinePart, Span

_CONTESTED = frozenset({"bracket", "option", "attribution"})
_LONGEST = 2000
"""Characters of a mark that are told: brackets may nest by the thousand, and each holds all that stands within."""
_NEAREST = 200
"""Marks that are tried for a partner; a clause of any real draft has fewer."""
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
    before = [(mark.kind, _says(mark, old_words)) for mark in old_marks]
    after = [(mark.kind, _says(mark, new_words)) for mark in new_marks]
    images = [_image(mark, stayed) for mark in old_marks]
    partners = _alike(before, after)
    _add_overlapping(partners, old_marks, new_marks, images)
    found = []
    for n, (kind, said) in enumerate(before):
        image = images[n]
        if n in partners:
            found.append(MarkChange(kind, "kept", said, after[partners[n]][1]))
        elif image is not None and kind in _CONTESTED:
            found.append(MarkChange(kind, "resolved", said, new_words[slice(*image)].strip()[:_LONGEST]))
        else:
            found.append(MarkChange(kind, "removed", said, ""))
    kept = set(partners.values())
    found += [MarkChange(kind, "added", "", said) for n, (kind, said) in enumerate(after) if n not in kept]
    return tuple(found)


def _alike(before: Iterable[tuple[str, str]], after: Iterable[tuple[str, str]]) -> dict[int, int]:
    """Pair the marks that say the same, in order, by their places in the two lists."""
    free: defaultdict[tuple[str, str], deque[int]] = defaultdict(deque)
    for n, said in enumerate(after):
        free[said].append(n)
    return {n: free[said].popleft() for n, said in enumerate(before) if free[said]}


def _add_overlapping(partners: dict[int, int], old: list[Mark], new: list[Mark], images: list[Span | None]) -> None:
    """Pair what is left where a new mark of the same kind stands on words that stayed."""
    taken = set(partners.values())
    free = [n for n in range(len(new)) if n not in taken]
    for n, image in enumerate(images):
        if n in partners or image is None:
            continue
        place = next((m for m in free[:_NEAREST] if new[m].kind == old[n].kind and _overlap(new[m], image)), None)
        if place is not None:
            partners[n] = place
            free.remove(place)


def _overlap(mark: Mark, span: Span) -> bool:
    return mark.start < span[1] and span[0] < mark.end


def _gathered(clauses: Sequence[Clause]) -> tuple[str, list[Mark]]:
    """Give the words of one side as one text, and its marks moved to their place in it."""
    start = 0
    marks = []
    for clause in clauses:
        marks += [
            mark._replace(start=mark.start + start, end=mark.end + start)
            for mark in clause.marks
            if mark.kind not in _TYPOGRAPHY
        ]
        start += len(clause.words) + 1
    return wording(clauses), marks


def _says(mark: Mark, words: str) -> str:
    spanned = words[mark.start : mark.end] or mark.note
    if len(spanned) > _LONGEST:
        spanned = f"{spanned[:_LONGEST]}…"
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
