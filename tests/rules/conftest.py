"""Changes built in code: two wordings with their brackets, under one chapeau."""

from __future__ import annotations

from typing import Protocol

import pytest

from treatydiff.diff import mark_changes, redline
from treatydiff.lexicon import Lexicon, load
from treatydiff.model import Change, Clause, Link, LinkKind, Provision
from treatydiff.rules import Case, Fires, Setting, Silent
from treatydiff.text.marks import extract


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
    return _clause


@pytest.fixture(scope="session")
def make_change() -> MakeChange:
    return _change


@pytest.fixture(scope="session")
def make_case(english: Lexicon) -> MakeCase:
    def make(example: Fires | Silent) -> Case:
        own = _change(example.old, example.new, chapeau=example.chapeau)
        around = tuple(_article(n, old, new) for n, (old, new) in enumerate(example.articles, start=2))
        changes = (*around, own)
        old, new = (tuple(clause for change in changes for clause in getattr(change.link, side)) for side in ("old", "new"))
        return Case(own, Setting(english, old, new, changes))

    return make


def _change(old: str, new: str, *, chapeau: str = "", kind: str = "paragraph") -> Change:
    before = (_clause(old, chapeau=chapeau, kind=kind),) if old else ()
    after = (_clause(new, chapeau=chapeau, kind=kind),) if new else ()
    was, now = (clauses[0].words if clauses else "" for clauses in (before, after))
    link_kind: LinkKind = "inserted" if not old else "deleted" if not new else "same" if was == now else "edited"
    link = Link(link_kind, before, after, similarity={"same": 1.0, "edited": 0.5}.get(link_kind, 0.0))
    parts = redline(was, now)
    return Change("c1", link, parts, mark_changes(before, after, parts))


def _article(place: int, old: str, new: str) -> Change:
    """Make an article of the drafts that is the same but for its number, or came or went."""
    before, after = (
        (
            Clause(
                Provision(f"art_{num}", "article", num=f"Article {num}", heading=f"Subject {place}"),
                (),
                f"article {num}",
                place,
            ),
        )
        if num
        else ()
        for num in (old, new)
    )
    kind: LinkKind = "inserted" if not old else "deleted" if not new else "same"
    return Change(f"c{place}", Link(kind, before, after, float(kind == "same"), renumbered=old != new), ())


def _clause(raw: str, *, chapeau: str = "", kind: str = "paragraph") -> Clause:
    marked = extract(raw)
    parent = Provision("parent", "paragraph", text=chapeau)
    provision = Provision("own", kind, text=marked.words, marks=marked.marks)
    return Clause(provision, (parent,) if chapeau else (), "paragraph 1", 0)
