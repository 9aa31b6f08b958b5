"""The safeguards of a draft: which units of protecting words a clause carries, and where in the draft a unit stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.rules.spans import is_recital, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Clause, Span


_AROUND = 60


class Unit(NamedTuple):
    """A unit of protecting words at its place; `is_grave` when its loss counts in full."""

    name: str
    is_grave: bool
    span: Span


@lru_cache(maxsize=2048)
def units(text: str, lexicon: Lexicon) -> tuple[Unit, ...]:
    """Find the safeguards of a text in order; the names of instruments and bodies and rights in works are none."""
    if lexicon.words("safeguards", "core").isdisjoint(words_of(text)):
        return ()
    found = []
    for match in lexicon.listed("safeguard").finditer(text):
        if not _is_name(text, match.span(), lexicon):
            entry = lexicon.entry("safeguard", match)
            found.append(Unit(entry["name"], entry["grave"], match.span()))
    return tuple(found)


def _is_name(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether words of protection are part of the name of something else."""
    names = lexicon.pattern("safeguards", "names").finditer(text, max(0, span[0] - _AROUND), span[1] + _AROUND)
    return any(match.start() < span[1] and span[0] < match.end() for match in names)


def is_outside(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause stands around the text of the draft, as a cover note does."""
    kinds = lexicon.words("safeguards", "outside")
    return clause.provision.kind in kinds or any(ancestor.kind in kinds for ancestor in clause.ancestors)


@dataclass(frozen=True, eq=False)
class Ledger:
    """The operative clauses of a draft by the safeguards that they carry."""

    clauses: tuple[Clause, ...]
    lexicon: Lexicon

    @cached_property
    def by_unit(self) -> Mapping[str, tuple[Clause, ...]]:
        """The clauses that carry each unit, in order; recitals and headings bind nobody and are left out."""
        found: defaultdict[str, list[Clause]] = defaultdict(list)
        for clause in self.clauses:
            if clause.is_heading or is_recital(clause, self.lexicon) or is_outside(clause, self.lexicon):
                continue
            for name in dict.fromkeys(unit.name for unit in units(clause.words, self.lexicon)):
                found[name].append(clause)
        return {name: tuple(carriers) for name, carriers in found.items()}

    def carriers(self, name: str) -> tuple[Clause, ...]:
        """Give the clauses that carry a unit, in the order of the draft; none where the draft has it nowhere."""
        return self.by_unit.get(name, ())
