"""What a rule is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Axis, Change, Finding, ScopeAxis, Severity


class Judge(Protocol):
    """Says what one change means under one rule."""

    def __call__(self, change: Change, lexicon: Lexicon) -> Iterable[Finding]:
        """Give the findings in the order of the words; none when the rule has nothing to say."""
        ...


class Fires(NamedTuple):
    """An example on which the rule gives exactly one finding, as described; the chapeau is that of both drafts."""

    old: str
    new: str
    severity: Severity
    bindingness: Axis
    rights: Axis
    scope: ScopeAxis
    words: tuple[str, str]
    actor: str = ""
    chapeau: str = ""


class Silent(NamedTuple):
    """An example on which the rule says nothing, and why."""

    old: str
    new: str
    why: str
    chapeau: str = ""


class Rule(NamedTuple):
    """One kind of change with legal meaning: its id, its category in the taxonomy, what it looks for, and its examples."""

    id: str
    category: str
    summary: str
    judge: Judge
    fires: tuple[Fires, ...]
    silent: tuple[Silent, ...]
