from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.align.pairs import Pairing, heading_likeness, traits

if TYPE_CHECKING:
    from tests.align.conftest import Sided

_NETS = "Each Party shall mark the nets that its ships set in the strait with the colours of its flag."


def test_a_pair_tells_likeness_containment_and_length(sided: Sided) -> None:
    old, new = sided({"Nets": [_NETS]}, {"Nets": [_NETS + " Lost nets shall be reported to the harbour."]})
    (pair,) = Pairing(old, new).pairs([(1, 1)])
    own = traits(old, new, pair)
    assert (own.containment, pair.heading, own.level, own.number, own.substance) == (1.0, 1.0, 1.0, 1.0, 1.0)
    assert own.length == pytest.approx(19 / 27)
    assert pair.likeness == pytest.approx(2 * 19 / (19 + 27))


def test_a_heading_never_becomes_a_text(sided: Sided) -> None:
    old, new = sided({"Nets": [_NETS]}, {"Nets": [_NETS]})
    assert Pairing(old, new).pairs([(0, 1), (1, 0)]) == []


def test_a_pair_is_made_once_and_a_hopeless_one_not_at_all(sided: Sided) -> None:
    old, new = sided({"Nets": [_NETS]}, {"Nets": [_NETS, "Disputes go to a court whose members both sides appoint by lot."]})
    pairing = Pairing(old, new)
    assert [(pair.old, pair.new) for pair in pairing.pairs([(1, 1), (1, 2), (1, 1)], 0.3)] == [(1, 1)]
    assert pairing.pairs([(1, 1)]) == []


def test_clauses_that_share_only_how_treaties_speak_are_no_pair(sided: Sided) -> None:
    aims = (
        "mark nets with colours of its own flag",
        "light sunken wrecks near busy harbour mouths",
        "count whales twice every calendar year",
        "train pilots before they board foreign tankers",
    )
    formula = "Each Party shall take measures to"
    old, new = sided({"Ships": [f"{formula} {aim}." for aim in aims]}, {"Ships": [f"{formula} {aim}." for aim in aims]})
    assert [(pair.old, pair.new) for pair in Pairing(old, new).pairs([(1, 1), (1, 2), (1, 3)])] == [(1, 1)]


def test_words_that_many_clauses_share_say_little(sided: Sided) -> None:
    texts = [f"Each Party shall take measures on {word}." for word in ("whales", "wrecks", "tugs", "buoys")]
    old, new = sided({"Duties": texts}, {"Duties": texts})
    (pair,) = Pairing(old, new).pairs([(1, 2)])
    assert pair.likeness > 0.8
    assert pair.substance < 0.6


def test_headings_are_alike_whatever_the_order_of_their_words() -> None:
    assert heading_likeness("abc", "cab") == 1.0
    assert heading_likeness("", "") == 0.5
    assert heading_likeness("abc", "") == 0.0
