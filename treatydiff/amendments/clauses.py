"""What is to be done to the words of one provision that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.amendments.parts import edited, part_of, with_part, written
from treatydiff.amendments.quotes import cut_up, located, quotes
from treatydiff.model import Amendment, Provision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import PartOfProvision, Place
    from treatydiff.text.marks import Marked

_EXCERPT: Final = "provision"
_LONGEST_HEADING: Final = 8
"""Words up to which a heading is given anew."""


def rewordings(place: Place, old: Provision, new: Provision) -> Iterator[Amendment]:
    """Yield the instructions that give the provision the heading, words and marks of another; none where they are equal."""
    if (old.heading, old.heading_marks) != (new.heading, new.heading_marks):
        yield from _part(place, "heading", old, new)
    if (old.text, old.closing, old.marks) == (new.text, new.closing, new.marks):
        return
    parts: tuple[PartOfProvision, ...] = ("text", "closing")
    if _falls_apart(old) and _falls_apart(new):
        for part in parts:
            yield from _part(place, part, old, new)
    else:
        yield Amendment("text", place, "words", comes=(excerpt(new, "words"),))


def excerpt(provision: Provision, part: PartOfProvision) -> Provision:
    """Give a provision that has nothing but one part of another."""
    if part == "words":
        return Provision("", _EXCERPT, text=provision.text, closing=provision.closing, marks=provision.marks)
    found = part_of(provision, part)
    assert found is not None  # noqa: S101 (the caller has looked)
    return with_part(Provision("", _EXCERPT), part, found)


def _falls_apart(provision: Provision) -> bool:
    """Whether the marks of text and closing text are apart, and in their order."""
    text, closing = part_of(provision, "text"), part_of(provision, "closing")
    if text is None or closing is None:
        return False
    again = with_part(with_part(Provision("", ""), "text", text), "closing", closing)
    return (again.text, again.closing, again.marks) == (provision.text, provision.closing, provision.marks)


def _part(place: Place, part: PartOfProvision, old: Provision, new: Provision) -> Iterator[Amendment]:
    here, there = part_of(old, part), part_of(new, part)
    if here is None or there is None or here == there:
        return
    dictated = _dictated(here, there, longest=_LONGEST_HEADING if part == "heading" else 0)
    if dictated is None:
        yield Amendment("text", place, part, comes=(excerpt(new, part),))
    else:
        for amendment in dictated:
            yield amendment._replace(place=place, part=part)


def _dictated(old: Marked, new: Marked, *, longest: int) -> list[Amendment] | None:
    before, after = written(old), written(new)
    if before == after or (longest and len(before.split()) <= longest and len(after.split()) <= longest):
        return None
    found = quotes(before, after)
    if not found:
        return None
    text = cut_up(before)
    if edited(old, (edit for quote in found for edit in located(text, quote))) != new:
        return None
    return [Amendment("words", old=q.old, new=q.new, anchor=q.anchor, beside=q.beside, nth=q.nth) for q in found]
