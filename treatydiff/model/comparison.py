"""Two drafts compared: the value that every comparison writer takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from treatydiff.model.change import Change, Finding, Severity
    from treatydiff.model.clause import Clause
    from treatydiff.model.document import Document

SEVERITIES: Final[tuple[Severity, ...]] = ("high", "medium", "low", "info")
"""The gravest first."""


class Term(NamedTuple):
    """A substitution repeated across the text: old and new term, how often, where, and where the old one survives."""

    old: str
    new: str
    times: int
    clauses: tuple[str, ...]
    survivors: tuple[str, ...]


class Comparison(NamedTuple):
    """Two drafts, the clauses of each in order, and every change between them.

    Every clause of both drafts is in exactly one change. Changes stand in the order of the new draft, deletions where they
    were.
    """

    old: Document
    new: Document
    old_clauses: tuple[Clause, ...]
    new_clauses: tuple[Clause, ...]
    changes: tuple[Change, ...]
    terms: tuple[Term, ...] = ()

    def findings(self) -> list[tuple[Finding, Change]]:
        """Give every finding with its change, as a lawyer would list them.

        The gravest first; of one severity in the order of the taxonomy (what binds before what qualifies, before numbers), the
        larger step first, then in the order of the text.
        """
        found = [(finding, change) for change in self.changes for finding in change.findings]
        found.sort(key=lambda item: (SEVERITIES.index(item[0].severity), item[0].category, -item[0].weight))
        return found
