from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.align.pairs import Pairing
from treatydiff.align.surroundings import article_support, articles, surroundings, unrest

if TYPE_CHECKING:
    from tests.align.conftest import Sided

_DRAFT = {
    "Nets": ["Nets are marked by colour.", "Lost nets are reported."],
    "Tugs": ["Tugs carry lamps.", "Tugs wait in port."],
}


def test_neighbours_speak_for_the_clause_between_them(sided: Sided) -> None:
    old, new = sided(_DRAFT, _DRAFT)
    pairs = Pairing(old, new).pairs([(2, 2), (2, 5)])
    around = surroundings(old, new, pairs, {1: 1, 4: 4})
    assert around.neighbours[0] > 0.7
    assert around.neighbours[1] < 0.3


def test_the_article_is_judged_without_the_pair_itself(sided: Sided) -> None:
    old, new = sided(_DRAFT, _DRAFT)
    pairs = Pairing(old, new).pairs([(1, 1)])
    assert article_support(old, new, pairs, {1: 1}) == [0.0]
    assert article_support(old, new, pairs, {1: 1, 2: 2})[0] > 0.5


def test_a_parent_that_became_the_parent_is_support_and_any_other_is_not(sided: Sided) -> None:
    old, new = sided(_DRAFT, _DRAFT)
    old = old._replace(chapeaux=[-1, -1, 1, -1, -1, 4])
    new = new._replace(chapeaux=[-1, -1, 1, -1, -1, 4])
    pairs = Pairing(old, new).pairs([(2, 2), (2, 5), (1, 1)])
    assert surroundings(old, new, pairs, {1: 1}).parent == [1.0, -0.5, 0.0]


def test_articles_are_alike_by_the_best_of_their_clauses(sided: Sided) -> None:
    old, new = sided(_DRAFT, _DRAFT)
    pairs = Pairing(old, new).pairs([(1, 1), (2, 2), (1, 4), (4, 1)])
    alike = articles(old, new, pairs, {})
    assert alike.likeness[0] > 0.7 > alike.likeness[2]
    assert alike.lead[0] > 0 > alike.lead[2]


def test_unrest_is_the_share_of_links_that_left_their_article(sided: Sided) -> None:
    old, new = sided(_DRAFT, _DRAFT)
    assert unrest(old, new, {1: 1, 2: 2, 4: 4}) == 0.0
    assert unrest(old, new, {1: 1, 2: 4}) == 0.5
    assert unrest(old, new, {}) == 0.0
