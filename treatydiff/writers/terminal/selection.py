"""The part of a comparison that was asked for: findings of some severity, places of either draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.errors import UsageError
from treatydiff.model import SEVERITIES
from treatydiff.text.citations import below

if TYPE_CHECKING:
    from treatydiff.model import Change, Clause, Comparison
    from treatydiff.writers.writer import Layout


def selected(comparison: Comparison, layout: Layout) -> Comparison:
    """Give the comparison with only the changes and findings that the layout asks for; itself where it asks for all.

    Raises:
        UsageError: no clause of either draft is cited as one of the places.

    """
    changes = comparison.changes
    if layout.articles:
        old, new = _places(comparison, layout.articles)
        changes = tuple(change for change in changes if _stands_in(change, old, new))
    if layout.only:
        graver = SEVERITIES[: SEVERITIES.index(layout.only) + 1]
        kept = (c._replace(findings=tuple(f for f in c.findings if f.severity in graver)) for c in changes)
        changes = tuple(change for change in kept if change.findings)
    return comparison if changes is comparison.changes else comparison._replace(changes=changes)


def asked(layout: Layout) -> str:
    """Say in words what part the layout asks for; empty where it asks for all."""
    said = [each.replace("@", " of the ") + " draft" if "@" in each else f"{each} in either draft" for each in layout.articles]
    if layout.only:
        said.append(f"findings of {layout.only} severity{'' if layout.only == 'high' else ' and above'}")
    return ", ".join(said)


def _stands_in(change: Change, old: frozenset[str], new: frozenset[str]) -> bool:
    return any(clause.id in old for clause in change.link.old) or any(clause.id in new for clause in change.link.new)


def _places(comparison: Comparison, citations: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Give the ids of the clauses of the old and of the new draft that are meant; "@old" or "@new" names one draft alone."""
    old: list[Clause] = []
    new: list[Clause] = []
    for citation in citations:
        name, _, side = citation.partition("@")
        if side not in {"", "old", "new"}:
            raise UsageError(f"there is no draft called {side!r} here", mend='write "@old" or "@new"')
        found_old = below(comparison.old_clauses, name) if side != "new" else []
        found_new = below(comparison.new_clauses, name) if side != "old" else []
        if not found_old and not found_new:
            where = f"clause of the {side} draft" if side else "clause of either draft"
            raise UsageError(f"no {where} is cited as {name!r}", mend="treatydiff align lists them")
        old += found_old
        new += found_new
    return frozenset(clause.id for clause in old), frozenset(clause.id for clause in new)
