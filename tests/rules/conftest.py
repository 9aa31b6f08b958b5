"""Changes built in code: two wordings with their brackets, under one chapeau."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from treatydiff.lexicon import Lexicon, load
from treatydiff.rules.examples import case_of, change_of, clause_of

if TYPE_CHECKING:
    from treatydiff.model import Change, Clause
    from treatydiff.rules import Case, Fires, Silent


class MakeChange(Protocol):
    """Makes the change from one wording to the other; square brackets become marks."""

    def __call__(self, old: str, new: str, *, chapeau: str = "", kind: str = "paragraph") -> Change:
        """Link both wordings as one provision of `kind`, under a parent with `chapeau`."""
        ...


class MakeCase(Protocol):
    """Makes the case of an example of a rule."""

    def __call__(self, example: Fires | Silent) -> Case:
        """Put the change among the other articles that the example names."""
        ...


class MakeClause(Protocol):
    """Makes a clause of a wording; square brackets become marks."""

    def __call__(self, raw: str, *, chapeau: str = "", kind: str = "paragraph") -> Clause:
        """Give the clause as a provision of `kind`, under a parent with `chapeau`."""
        ...


@pytest.fixture(scope="session")
def english() -> Lexicon:
    return load("en")


@pytest.fixture(scope="session")
def make_clause() -> MakeClause:
    return clause_of


@pytest.fixture(scope="session")
def make_change() -> MakeChange:
    return change_of


@pytest.fixture(scope="session")
def make_case(english: Lexicon) -> MakeCase:
    return lambda example: case_of(example, english)
