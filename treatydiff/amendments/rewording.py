"""What instructions do to the words of the provisions that stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.amendments.fuzzy import carried_over
from treatydiff.amendments.grounds import NotApplicableError
from treatydiff.amendments.parts import edited, part_of, with_part, written
from treatydiff.amendments.quotes import cut_up, located, quoted_in
from treatydiff.text.marks import Marked

if TYPE_CHECKING:
    from treatydiff.amendments.grounds import Grounds
    from treatydiff.amendments.parts import Edit
    from treatydiff.model import Amendment, PartOfProvision, Provision

_Where = tuple[str, "PartOfProvision"]
"""The id of a provision of the draft at hand, and one of its parts."""


class Rewording:
    """The edits and the new wordings of the parts of provisions, none of which touches another."""

    def __init__(self, ground: Grounds) -> None:
        self._ground = ground
        self._edits: dict[_Where, list[Edit]] = {}
        self._anew: dict[_Where, Provision] = {}

    def words(self, amendment: Amendment) -> None:
        """Plan a change of some words.

        Raises:
            NotApplicableError: the words are not there, or another instruction changes them.

        """
        own, was, now = self._parts(amendment)
        before = written(was)
        edits = located(cut_up(before), quoted_in(amendment))
        if not edits:
            raise NotApplicableError(f"“{amendment.old or amendment.anchor}” is not what {amendment.place.label} says")
        text = written(now)
        found = [carried_over(before, edit, text) for edit in edits]
        here = [edit for edit in found if edit is not None]
        if len(here) < len(edits):
            raise NotApplicableError(f"“{amendment.old or amendment.anchor}” is not found in {self._ground.here.labels[own]}")
        planned = self._edits.setdefault((own, amendment.part), [])
        if any(_touch(one, other) for one in here for other in planned) or self._is_anew(own, amendment.part):
            raise NotApplicableError("another amendment changes the same words")
        planned += here

    def text(self, amendment: Amendment) -> None:
        """Plan that a part gives way as a whole.

        Raises:
            NotApplicableError: it is not what it was in the base, or another instruction changes it.

        """
        own, was, now = self._parts(amendment)
        if was != now:
            raise NotApplicableError(f"{amendment.place.label} has been reworded since")
        if self._is_anew(own, amendment.part) or (own, amendment.part) in self._edits:
            raise NotApplicableError("another amendment changes the same words")
        self._anew[own, amendment.part] = amendment.comes[0]

    def _parts(self, amendment: Amendment) -> tuple[str, Marked, Marked]:
        """Give the id of the provision at hand and the part in the base and here."""
        own = self._ground.found(amendment.place)
        was = part_of(self._ground.base.nodes[self._ground.former(amendment.place)], amendment.part)
        now = part_of(self._ground.here.nodes[own], amendment.part)
        if was is None or now is None:
            raise NotApplicableError(f"the marks over the text of {amendment.place.label} reach into its closing words")
        return own, was, now

    def _is_anew(self, own: str, part: PartOfProvision) -> bool:
        return (own, part) in self._anew or (part != "heading" and (own, "words") in self._anew)

    def reworded(self, provision: Provision) -> Provision:
        """Give a provision of the draft at hand with its new wording."""
        for part in ("heading", "words", "text", "closing"):
            if comes := self._anew.get((provision.id, part)):
                provision = _anew(provision, part, comes)
            elif edits := self._edits.get((provision.id, part)):
                now = part_of(provision, part)
                if now is not None:
                    provision = with_part(provision, part, edited(now, edits))
        return provision


def _anew(provision: Provision, part: PartOfProvision, comes: Provision) -> Provision:
    if part == "words":
        return provision._replace(text=comes.text, closing=comes.closing, marks=comes.marks)
    return with_part(provision, part, part_of(comes, part) or Marked("", ()))


def _touch(one: Edit, other: Edit) -> bool:
    return (one.start < other.end and other.start < one.end) or one[:2] == other[:2]
