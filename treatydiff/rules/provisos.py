"""Where in a draft an exception or condition stands, so that one which left its clause can be found in another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.rules.connectors import connectors
from treatydiff.rules.spans import is_recital
from treatydiff.rules.stems import overlap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Clause
    from treatydiff.rules.connectors import Connector, Kind

_ALIKE = 0.6
_FEWEST_STEMS = 2


class Proviso(NamedTuple):
    """An exception, condition or priority clause with the clause in which it stands."""

    clause: Clause
    kind: Kind
    stems: frozenset[str]


@dataclass(frozen=True, eq=False)
class Provisos:
    """The exceptions and conditions of the clauses of one draft that did not stay as they were."""

    clauses: tuple[Clause, ...]
    lexicon: Lexicon

    @cached_property
    def _by_stem(self) -> dict[str, list[Proviso]]:
        found: defaultdict[str, list[Proviso]] = defaultdict(list)
        for clause in self.clauses:
            if is_recital(clause, self.lexicon):
                continue
            for connector in (one for one in connectors(clause.words, self.lexicon) if not one.is_weak):
                for stem in connector.stems:
                    found[stem].append(Proviso(clause, connector.kind, connector.stems))
        return dict(found)

    def like(self, connector: Connector, apart: Iterable[Clause]) -> Clause | None:
        """Give the clause in which an exception with the same words stands, clauses `apart` left out; None if there is none."""
        known = [self._by_stem[stem] for stem in sorted(connector.stems) if stem in self._by_stem]
        if len(known) < _FEWEST_STEMS:
            return None
        out = {clause.id for clause in apart}
        alike = (
            one
            for one in min(known, key=len)
            if one.kind == connector.kind and one.clause.id not in out and len(one.stems & connector.stems) >= _FEWEST_STEMS
        )
        best = max(alike, key=lambda one: overlap(one.stems, connector.stems), default=None)
        return best.clause if best is not None and overlap(best.stems, connector.stems) >= _ALIKE else None

    def holds(self, connector: Connector, clauses: Iterable[str]) -> bool:
        """Whether one of the clauses with these ids carries an exception or condition with the same words."""
        ids = set(clauses)
        known = (one for stem in sorted(connector.stems) for one in self._by_stem.get(stem, ()) if one.clause.id in ids)
        return any(one.kind == connector.kind and overlap(one.stems, connector.stems) >= _ALIKE for one in known)
