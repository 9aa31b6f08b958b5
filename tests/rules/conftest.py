"""Changes built in code: two wordings with their brackets, under one chapeau."""

from __future__ import annotations

from typing import Protocol

import pytest

from treatydiff.diff import redline
from treatydiff.lexicon import Lexicon, load
from treatydiff.model import Change, Clause, Link, Provision
from treatydiff.text.marks import extract


class MakeChange(Protocol):
    """Makes the change from one wording to the other; square brackets become marks."""

    def __call__(self, old: str, new: str, *, chapeau: str = "", kind: str = "paragraph") -> Change:
        """Link both wordings as one provision of `kind`, under a parent with `chapeau`."""
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
    return _clause


@pytest.fixture(scope="session")
def make_change() -> MakeChange:
    def make(old: str, new: str, *, chapeau: str = "", kind: str = "paragraph") -> Change:
        before, after = _clause(old, chapeau=chapeau, kind=kind), _clause(new, chapeau=chapeau, kind=kind)
        same = before.words == after.words
        link = Link("same" if same else "edited", (before,), (after,), similarity=1.0 if same else 0.5)
        return Change("c1", link, redline(before.words, after.words))

    return make


def _clause(raw: str, *, chapeau: str = "", kind: str = "paragraph") -> Clause:
    marked = extract(raw)
    parent = Provision("parent", "paragraph", text=chapeau)
    provision = Provision("own", kind, text=marked.words, marks=marked.marks)
    return Clause(provision, (parent,) if chapeau else (), "paragraph 1", 0)
