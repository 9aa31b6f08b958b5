from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.align.anchors import anchors, equals
from treatydiff.align.side import encoder, side
from treatydiff.model import Document, Provision
from treatydiff.text.clauses import clauses
from treatydiff.text.eid import with_ids

if TYPE_CHECKING:
    from treatydiff.align.side import Side

    Lists = list[tuple[str, tuple[str, ...]]]

_LAMPS = ("two lamps at the bow", "one lamp at the stern")
_CRANES = ("a crane of ten tons", "a crew for the crane")


def _sides(*drafts: Lists) -> list[Side]:
    encoded = encoder()
    return [side(clauses(Document(provisions=with_ids((_article(lists),)))), encoded) for lists in drafts]


def _article(lists: Lists) -> Provision:
    paragraphs = tuple(
        Provision("", "paragraph", f"{n}.", text=chapeau, children=_points(items))
        for n, (chapeau, items) in enumerate(lists, 1)
    )
    return Provision("", "article", "Article 1", "Ships", children=paragraphs)


def _points(items: tuple[str, ...]) -> tuple[Provision, ...]:
    return tuple(Provision("", "point", f"({letter})", text=item) for letter, item in zip("abc", items, strict=False))


def test_equal_words_that_stand_once_in_each_draft_are_linked_at_sight() -> None:
    old, new = _sides([("Every ship carries:", _LAMPS)], [("Every harbour keeps:", _CRANES), ("Every ship carries:", _LAMPS)])
    assert anchors(old, new, equals(old, new), {}) == {0: 0, 1: 4, 2: 5, 3: 6}


def test_a_chapeau_goes_where_its_list_went_though_another_has_its_words() -> None:
    old, new = _sides([("It carries also:", _LAMPS)], [("It carries also:", _CRANES), ("It carries as well:", _LAMPS)])
    assert anchors(old, new, equals(old, new), {}) == {0: 0, 1: 4, 2: 5, 3: 6}


def test_an_equal_chapeau_that_kept_a_part_of_its_list_is_linked_at_sight() -> None:
    old, new = _sides([("It carries also:", _LAMPS)], [("It carries also:", _LAMPS[:1]), ("It carries as well:", _LAMPS[1:])])
    assert anchors(old, new, equals(old, new), {})[1] == 1


def test_what_the_caller_knows_is_never_doubted() -> None:
    old, new = _sides([("It carries also:", _LAMPS)], [("It carries also:", _CRANES), ("It carries as well:", _LAMPS)])
    assert anchors(old, new, equals(old, new), {1: 1})[1] == 1
