"""Instructions applied to a draft: each whole or not at all."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from treatydiff.amendments.building import Changed, Coming, built
from treatydiff.amendments.grounds import NotApplicableError, grounds
from treatydiff.amendments.numbering import as_written
from treatydiff.amendments.rewording import Rewording
from treatydiff.model import Amended, Refusal
from treatydiff.text.numbers import comparable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from treatydiff.amendments.grounds import Grounds
    from treatydiff.model import Amendment, AmendmentKind, Amendments, Document, Place, Provision


def applied(document: Document, amendments: Amendments) -> Amended:
    """Apply instructions to a draft: the one that they were made for, or another that has moved on from it.

    In another draft each provision is found by alignment with the base, and words by their context. What is to give way as a
    whole has to be as it was in the base. Ids are kept where neither the provision nor what holds it was renumbered or moved,
    and made by the rules of the naming convention elsewhere; lines and pages are those of no file and are left out.

    Raises:
        AmendmentsError: the draft is not the one that the instructions were made for, and they do not carry that one.

    """
    applying = _Applying(grounds(document, amendments), amendments)
    applying.plan()
    return Amended(applying.result(), tuple(sorted(applying.refused)))


class _Applying:
    """What is to be done to the draft at hand, gathered from the instructions one by one."""

    def __init__(self, ground: Grounds, amendments: Amendments) -> None:
        self._ground = ground
        self._amendments = amendments
        self._rewording = Rewording(ground)
        self._changed = Changed(title=ground.here.document.metadata.title)
        self.refused: list[Refusal] = []
        self._plans: dict[AmendmentKind, Callable[[Amendment], None]] = {
            "words": self._rewording.words,
            "text": self._rewording.text,
            "title": self._title,
            "number": self._number,
            "move": self._move,
            "insert": self._insert,
            "delete": self._delete,
        }

    def plan(self) -> None:
        numbered = list(enumerate(self._amendments.made, 1))
        last = ("delete",)  # what is to move out of something has to be known before that goes
        for number, amendment in sorted(numbered, key=lambda one: one[1].kind in last):
            self._try(number, amendment)
        self._withdraw_what_leads_nowhere(numbered)

    def _try(self, number: int, amendment: Amendment) -> None:
        try:
            self._plans[amendment.kind](amendment)
        except NotApplicableError as error:
            self.refused.append(Refusal(number, amendment, str(error)))

    def _withdraw_what_leads_nowhere(self, numbered: Iterable[tuple[int, Amendment]]) -> None:
        """Take back instructions that would put something into what goes, or into itself, until none is left."""
        while stray := self._changed.stray(self._ground.here):
            withdrawn = min(stray, key=lambda one: one.order).amendment
            self._changed.take_back(withdrawn)
            number = next(number for number, amendment in numbered if amendment is withdrawn)
            self.refused.append(Refusal(number, withdrawn, "the place it is to come to goes, or is within it"))

    def result(self) -> Document:
        return built(self._ground.here.document, self._changed, self._rewording.reworded, self._amendments.about)

    def _title(self, amendment: Amendment) -> None:
        if self._ground.base.document.metadata.title != self._ground.here.document.metadata.title:
            raise NotApplicableError("the title has changed since")
        self._changed.title = amendment.new

    def _number(self, amendment: Amendment) -> None:
        places = (amendment.place, *amendment.others)
        found = [self._with_its_number(place) for place in places]
        for own, number in zip(found, amendment.numbers, strict=True):
            self._give_number(own, number, amendment)

    def _with_its_number(self, place: Place) -> Provision:
        """Give the provision at a place, which has to have the number that it had in the base."""
        own = self._ground.here.nodes[self._ground.found(place)]
        was = self._ground.base.nodes[self._ground.former(place)]
        if comparable(own.num) != comparable(was.num) or own.kind != was.kind:
            raise NotApplicableError(f"{place.label} is {self._ground.here.labels[own.id]} in this draft")
        return own

    def _give_number(self, own: Provision, number: str, amendment: Amendment) -> None:
        self._changed.numbers[own.id] = amendment.written or as_written(own.num, number, amendment.level)
        if amendment.level:
            self._changed.levels[own.id] = amendment.level

    def _move(self, amendment: Amendment) -> None:
        places = (amendment.place, *amendment.others)
        found = [self._movable(place, with_number=bool(amendment.numbers)) for place in places]
        for own in found:
            self._come(Coming(amendment, own.id, None, self._changed.next_order()))
        for own, number in zip(found, amendment.numbers, strict=False):
            self._give_number(own, number, amendment)

    def _movable(self, place: Place, *, with_number: bool) -> Provision:
        own = self._ground.found(place)
        provision = self._with_its_number(place) if with_number else self._ground.here.nodes[own]
        above = self._ground.base.parents[self._ground.former(place)]
        if self._ground.here.parents[own] != self._ground.became.get(above):
            raise NotApplicableError(f"{place.label} has been moved since")
        if own in self._changed.moved:
            raise NotApplicableError("another amendment moves it")
        return provision

    def _insert(self, amendment: Amendment) -> None:
        self._refuse_what_is_there(amendment)
        for provision in amendment.comes:
            self._come(Coming(amendment, "", provision, self._changed.next_order()))

    def _refuse_what_is_there(self, amendment: Amendment) -> None:
        if self._ground.base is self._ground.here or amendment.target.is_new:
            return
        target = self._ground.found(amendment.target)
        above = target if amendment.beside in {"first", "last"} else self._ground.here.parents[target]
        there = {_said(one) for one in self._ground.here.children(above)}
        former = self._ground.former(amendment.target)
        before = former if amendment.beside in {"first", "last"} else self._ground.base.parents[former]
        there -= {_said(one) for one in self._ground.base.children(before)}
        if any(_said(one) in there for one in amendment.comes):
            raise NotApplicableError("what it inserts stands there already")

    def _come(self, coming: Coming) -> None:
        """Put something where it is to come to."""
        target = coming.amendment.target
        if not target.is_new:
            self._changed.add(coming, self._ground.found(target))
        elif (inserted := self._changed.inserted(target)) is not None:
            self._changed.add(coming, inserted)
        else:
            raise NotApplicableError(f"the new {target.label} is not there")

    def _delete(self, amendment: Amendment) -> None:
        found = [self._deletable(place) for place in (amendment.place, *amendment.others)]
        self._changed.deleted.update(found)

    def _deletable(self, place: Place) -> str:
        """Give the id of what goes, which has to be as it was in the base but for what moves out of it."""
        own = self._ground.found(place)
        was = self._staying(self._ground.base.nodes[self._ground.former(place)], self._moved_away)
        now = self._staying(self._ground.here.nodes[own], self._changed.moved)
        if [_said(one) for one in was] != [_said(one) for one in now]:
            raise NotApplicableError(f"{place.label} has been reworded or added to since")
        return own

    @cached_property
    def _moved_away(self) -> set[str]:
        """Give the provisions of the base that some instruction moves, whether it could be applied or not."""
        moves = [each for each in self._amendments.made if each.kind == "move"]
        places = (place for each in moves for place in (each.place, *each.others))
        return {self._ground.former(place) for place in places if self._is_known(place)}

    def _is_known(self, place: Place) -> bool:
        return place.id in self._ground.base.nodes or place.label in self._ground.base.named

    def _staying(self, provision: Provision, moved: Iterable[str]) -> Iterator[Provision]:
        yield provision
        for child in provision.children:
            if child.id not in moved:
                yield from self._staying(child, moved)


def _said(provision: Provision) -> tuple[str, str, str, str]:
    return provision.kind, comparable(provision.num), provision.heading, provision.words
