from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.align.lists import by_lists
from treatydiff.align.side import encoder, side
from treatydiff.model import Document, Provision
from treatydiff.text.clauses import clauses
from treatydiff.text.eid import with_ids

if TYPE_CHECKING:
    from treatydiff.align.side import Side

_LISTS = {"Ships carry:": ("lamps", "ropes", "charts"), "Harbours keep:": ("a register", "a crane")}


def _side(lists: dict[str, tuple[str, ...]]) -> Side:
    paragraphs = tuple(
        Provision(
            "",
            "paragraph",
            num=f"{n}.",
            text=chapeau,
            children=tuple(
                Provision("", "point", num=f"({letter})", text=text) for letter, text in zip("abc", items, strict=False)
            ),
        )
        for n, (chapeau, items) in enumerate(lists.items(), start=1)
    )
    article = Provision("", "article", num="Article 1", heading="Ships", children=paragraphs)
    return side(clauses(Document(provisions=with_ids((article,)))), encoder())


def test_a_chapeau_that_no_words_linked_is_known_by_its_list() -> None:
    old, new = _side(_LISTS), _side(_LISTS)
    assert by_lists(old, new, [(2, 2), (3, 3), (6, 6), (7, 7)]) == {1: 1, 5: 5}


def test_a_chapeau_that_is_linked_keeps_its_link() -> None:
    old, new = _side(_LISTS), _side(_LISTS)
    assert by_lists(old, new, [(1, 5), (2, 2), (3, 3)]) == {}


def test_a_single_item_of_a_long_list_tells_nothing() -> None:
    old, new = _side(_LISTS), _side(_LISTS)
    assert by_lists(old, new, [(2, 2)]) == {}
