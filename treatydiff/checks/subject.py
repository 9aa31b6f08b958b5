"""What the checks look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from treatydiff.checks.languages import is_spoken
from treatydiff.checks.sentences import sentences
from treatydiff.crossrefs.citing import cited_in
from treatydiff.crossrefs.provisions import Provisions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatydiff.checks.source import Source
    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Clause, Comparison, Document, Provision, Span
    from treatydiff.text.references import Reference

_SAMPLE = 24
"""Clauses that show whether a draft is in one language."""
_MAY_CITE = re.compile(r"[\d()]")
_AMENDMENTS = 5
"""Clauses that insert or replace words: no treaty has as many, no amending law fewer."""
_OUTSIDE = frozenset({"preface", "coverPage", "note", "toc", "conclusions"})


@dataclass(frozen=True, eq=False)
class Subject:
    """A draft with all that is known around it; each index is made when it is first asked for.

    `source` is the text of the file where its format is one of lines, and `comparison` that with the draft before, where there
    is one. `versions` are the same draft in other languages. `is_listed`: a treaty folder names the draft.
    """

    document: Document
    clauses: tuple[Clause, ...]
    lexicon: Lexicon
    source: Source | None = None
    comparison: Comparison | None = None
    versions: tuple[Document, ...] = ()
    is_listed: bool = False

    @cached_property
    def provisions(self) -> Provisions:
        """The provisions by their numbers."""
        return Provisions(self.clauses)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """How each clause is cited, by its id."""
        return {clause.id: clause.label for clause in self.clauses}

    @cached_property
    def references(self) -> tuple[tuple[Clause, tuple[Reference, ...]], ...]:
        """The clauses that cite provisions, each with what it cites; none in a draft that amends other laws."""
        if self.is_amending:
            return ()
        found = [(clause, cited_in(clause.words, self.lexicon)) for clause in self.worded if _MAY_CITE.search(clause.words)]
        return tuple((clause, cited) for clause, cited in found if cited)

    @cached_property
    def is_amending(self) -> bool:
        """Whether the draft amends other laws again and again, so that what it cites and quotes is mostly theirs."""
        words = "|".join(map(re.escape, sorted(self.lexicon.words("references", "amending"))))
        amending = re.compile(rf"\b(?:{words})\b") if words else None
        return amending is not None and sum(1 for one in self.worded if amending.search(one.words)) >= _AMENDMENTS

    @cached_property
    def worded(self) -> tuple[Clause, ...]:
        """The clauses that have words of their own, of the draft and not of what stands around it."""
        return tuple(clause for clause in self.clauses if clause.provision.words and not _is_outside(clause))

    @cached_property
    def operative(self) -> tuple[Clause, ...]:
        """The clauses that may bind somebody: those with words outside the preamble, in the language."""
        recitals = {clause.id for clause in self.preamble}
        found = [clause for clause in self.worded if clause.id not in recitals]
        sample = found[:: max(1, len(found) // _SAMPLE)]
        if all(is_spoken(clause.words, self.lexicon) for clause in sample):
            return tuple(found)
        return tuple(clause for clause in found if is_spoken(clause.words, self.lexicon))

    @cached_property
    def preamble(self) -> tuple[Clause, ...]:
        """The recitals, by where they stand or by how they read."""
        kinds = self.lexicon.words("words", "preamble_kinds") or frozenset({"preamble", "recitals", "recital"})
        recital = self.lexicon.pattern("words", "recital")
        return tuple(
            clause
            for clause in self.worded
            if clause.provision.kind in kinds
            or any(one.kind in kinds for one in clause.ancestors)
            or recital.match(clause.words)
        )

    def sentences(self, clause: Clause) -> tuple[Span, ...]:
        """Give the spans of the sentences of a clause; they are found once for all checks."""
        if clause.id not in self._sentences:
            self._sentences[clause.id] = sentences(clause.words, self.lexicon)
        return self._sentences[clause.id]

    @cached_property
    def _sentences(self) -> dict[str, tuple[Span, ...]]:
        return {}

    @cached_property
    def holders(self) -> tuple[tuple[Provision, ...], ...]:
        """Every provision that holds others, after those that hold it, outermost first."""
        found: list[tuple[Provision, ...]] = []

        def collect(provision: Provision, above: tuple[Provision, ...]) -> None:
            if provision.children and provision.kind not in _OUTSIDE:
                path = (*above, provision)
                found.append(path)
                for child in provision.children:
                    collect(child, path)

        for top in self.document.provisions:
            collect(top, ())
        return tuple(found)


def _is_outside(clause: Clause) -> bool:
    return clause.provision.kind in _OUTSIDE or any(above.kind in _OUTSIDE for above in clause.ancestors)
