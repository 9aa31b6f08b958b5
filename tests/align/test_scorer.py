from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.align.pairs import Pairing, traits
from treatydiff.align.scorer import FIRST, SECOND, Scorer, Scorers, first_rows, second_rows, trained
from treatydiff.align.surroundings import articles, surroundings

if TYPE_CHECKING:
    from tests.align.conftest import Sided


def test_a_score_is_the_bias_and_the_weighted_features() -> None:
    assert Scorer(0.5, (2.0, -1.0)).score((1.0, 3.0)) == -0.5


def test_every_model_that_is_shipped_has_a_weight_for_each_feature() -> None:
    for scorer, features in zip(trained(), Scorers.features(), strict=True):
        assert len(scorer.weights) == len(features) == len(set(features))
        assert any(scorer.weights)


def test_rows_follow_the_order_of_the_names(sided: Sided) -> None:
    texts = ["Each Party shall mark its nets by colour.", "Each Party shall report its lost nets."]
    old, new = sided({"Nets": texts}, {"Nets": texts})
    pairs = Pairing(old, new).pairs([(1, 1), (1, 2)])
    own = [traits(old, new, pair) for pair in pairs]
    around = surroundings(old, new, pairs, {2: 2})
    rows = first_rows(own, [0.8, -0.8], articles(old, new, pairs, {}), around, 0.25)
    first = dict(zip(FIRST, rows[0], strict=True))
    assert first["likeness"] == first["containment"] == first["heading"] == first["number"] == 1.0
    assert (first["lead"], first["unrest"]) == (0.8, 0.25)
    assert first["unrest_if_away"] == pytest.approx(0.25 * (1 - first["neighbours"]))
    second = dict(zip(SECOND, second_rows(pairs, rows, [5.0, -40.0])[1], strict=True))
    assert (second["first"], second["first_lead"], second["first_lead_ahead"]) == (-12.0, -8.0, 0.0)
