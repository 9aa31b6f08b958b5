"""What a rule is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.model import Axis, Finding, LinkKind, ScopeAxis, Severity
    from treatydiff.rules.case import Case

REWORDED: Final[frozenset[LinkKind]] = frozenset({"edited", "split", "merged", "regrouped"})
"""The kinds of change that have two wordings, and not the same ones."""


class Judge(Protocol):
    """Says what one change means under one rule."""

    def __call__(self, case: Case) -> Iterable[Finding]:
        """Give the findings in the order of the words; none when the rule has nothing to say."""
        ...


class Fires(NamedTuple):
    """An example on which the rule gives exactly one finding, as described.

    Square brackets are marks; an empty wording is that of a clause that was inserted or deleted. `chapeau` stands above the
    clause in both drafts. `articles` are the other articles of the drafts, each with its old and its new number, one of
    them empty for an article that came or went.
    """

    old: str
    new: str
    severity: Severity
    bindingness: Axis
    rights: Axis
    scope: ScopeAxis
    words: tuple[str, str]
    actor: str = ""
    chapeau: str = ""
    articles: tuple[tuple[str, str], ...] = ()


class Silent(NamedTuple):
    """An example on which the rule says nothing, and why; made as for `Fires`."""

    old: str
    new: str
    why: str
    chapeau: str = ""
    articles: tuple[tuple[str, str], ...] = ()


class Rule(NamedTuple):
    """One kind of change with legal meaning: its id, its category in the taxonomy, what it looks for, and its examples.

    It is asked about changes of the kinds `on`, and about headings, which bind nobody, only where `reads_headings`.
    """

    id: str
    category: str
    summary: str
    judge: Judge
    fires: tuple[Fires, ...]
    silent: tuple[Silent, ...]
    on: frozenset[LinkKind] = REWORDED
    reads_headings: bool = False
