"""How likely two clauses are one: two logistic scorers over named features, the second in the light of the first.

The coefficients stand in `coefficients.toml`; `benchmarks/train_alignment.py` finds them.
"""

from __future__ import annotations

import tomllib
from functools import cache
from operator import mul
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.align.leads import leads

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.align.pairs import Pair, Traits
    from treatydiff.align.surroundings import Articles, Surroundings

Row = tuple[float, ...]

FIRST: Final = (
    "article_likeness",
    "article_lead",
    "article_lead_if_alike",
    "likeness",
    "likeness_squared",
    "substance",
    "substance_squared",
    "containment",
    "length",
    "size_if_alike",
    "heading",
    "heading_if_alike",
    "level",
    "number",
    "article",
    "article_if_alike",
    "neighbours",
    "neighbours_squared",
    "neighbours_if_alike",
    "parent",
    "lead",
    "unrest",
    "unrest_if_away",
)
"""The features of the first scorer. `lead` is that of the likeness; "if alike" is the product with the likeness."""
SECOND: Final = (*FIRST, "first", "first_lead", "first_lead_ahead", "first_lead_if_alike", "first_lead_with_neighbours")
"""Those of the second: the first score, and how far it is ahead of the rivals, which boilerplate alone cannot be."""
JOIN: Final = (
    "coverage",
    "gain",
    "better",
    "joined_likeness",
    "likeness",
    "members_coverage",
    "adjacent",
    "same_parent",
    "same_article",
    "misfit",
    "score",
    "article",
    "free",
    "gain_if_covered",
    "size",
    "better_if_short",
)
"""The features of a clause that may join others in a split or a merger; see `joins.py`."""
HOPELESS: Final = -9.0
"""The score, as the logarithm of odds, of two clauses that have nothing to do with each other."""
_WIDEST_LEAD = 0.4
_WIDEST_FIRST = 12.0
_WIDEST_FIRST_LEAD = 8.0


class Scorer(NamedTuple):
    """A logistic model: `bias` plus the features weighted. A score of 0 is an even chance."""

    bias: float
    weights: Row

    def score(self, row: Row) -> float:
        """Give the logarithm of the odds."""
        return sum(map(mul, self.weights, row), self.bias)


class Scorers(NamedTuple):
    """The models of the aligner; `late` judges by the features of the second what is left over in the end."""

    first: Scorer
    second: Scorer
    join: Scorer
    late: Scorer

    @classmethod
    def features(cls) -> tuple[tuple[str, ...], ...]:
        """Give the names of the features of each model."""
        return FIRST, SECOND, JOIN, SECOND


@cache
def trained() -> Scorers:
    """Load the coefficients that are shipped."""
    data = tomllib.loads((Path(__file__).parent / "coefficients.toml").read_text(encoding="utf-8"))
    return Scorers(*(_scorer(data[name], features) for name, features in zip(Scorers._fields, Scorers.features(), strict=True)))


def _scorer(table: dict[str, float], features: Iterable[str]) -> Scorer:
    return Scorer(table["bias"], tuple(table[feature] for feature in features))


def first_rows(
    traits: Sequence[Traits], ahead: Sequence[float], alike: Articles, around: Surroundings, unrest: float
) -> list[Row]:
    """Give the features of the first scorer for each pair; `ahead` is the lead of its likeness."""
    rows: list[Row] = []
    for own, lead, article_likeness, article_lead, article, neighbours, parent in zip(
        traits, ahead, *alike, *around, strict=True
    ):
        likeness, containment, length, size, heading, level, number, substance = own
        article_ahead = _within(article_lead, _WIDEST_LEAD)
        rows.append(
            (
                article_likeness,
                article_ahead,
                likeness * article_ahead,
                likeness,
                likeness * likeness,
                substance,
                substance * substance,
                containment,
                length,
                likeness * size,
                heading,
                likeness * heading,
                level,
                number,
                article,
                likeness * article,
                neighbours,
                neighbours * neighbours,
                likeness * neighbours,
                parent,
                _within(lead, 1.0),
                unrest,
                unrest * (1 - neighbours),
            )
        )
    return rows


def second_rows(pairs: Sequence[Pair], rows: Sequence[Row], first: Sequence[float]) -> list[Row]:
    """Give the features of the second scorer: those of the first and what its scores say."""
    ahead = leads(pairs, first, HOPELESS)
    neighbours = FIRST.index("neighbours")
    found = []
    for pair, row, score, lead in zip(pairs, rows, first, ahead, strict=True):
        far = _within(lead, _WIDEST_FIRST_LEAD)
        found.append(
            (*row, _within(score, _WIDEST_FIRST), far, max(far, 0.0), pair.likeness * far, row[neighbours] * far),
        )
    return found


def _within(value: float, limit: float) -> float:
    return -limit if value < -limit else min(limit, value)
