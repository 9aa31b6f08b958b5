"""The findings of a comparison as a tidy table in CSV: one row for each, the gravest first.

Encoding, formulas and vocabulary are those of `treatydiff.writers.csv`; `change` joins the two tables.

| column | what it holds |
|---|---|
| `change` | the `id` of the change |
| `kind` | what happened to the clause |
| `old_label`, `new_label` | where, as a lawyer cites it; several clauses are parted by "; ", empty for none |
| `rule`, `category`, `severity` | by which rule, its place in the taxonomy, and high, medium, low or info |
| `bindingness`, `rights`, `scope` | the three axes |
| `actor` | who is bound or empowered; empty where the clause does not say |
| `old`, `new` | the words that decided |
| `old_start`, `old_end`, `new_start`, `new_end` | their places in `old_text` and `new_text`: characters from 0, end exclusive |
| `old_operator`, `new_operator` | the operator that governs the words, as written |
| `old_operator_name`, `new_operator_name` | what it is called: duty, discretion and so on |
| `old_strength`, `new_strength` | how much it binds: from 5 (most) to 0, -1 binds nobody |
| `message` | one plain sentence |

Places count in the text as the draft has it, before an apostrophe was put before what begins like a formula.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.writers.cells import rows_as_csv, safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import Change, Clause, Comparison, Finding, Force, Span
    from treatydiff.writers.writer import Layout

_FORCE: Final = ("operator", "operator_name", "strength")
COLUMNS: Final = (
    *("change", "kind", "old_label", "new_label", "rule", "category", "severity"),
    *("bindingness", "rights", "scope", "actor", "old", "new"),
    *("old_start", "old_end", "new_start", "new_end"),
    *(f"old_{name}" for name in _FORCE),
    *(f"new_{name}" for name in _FORCE),
    "message",
)


def write_comparison(comparison: Comparison, _layout: Layout) -> bytes:
    """Write one row for each finding."""
    return rows_as_csv(COLUMNS, (tuple(_cells(finding, change)) for finding, change in comparison.findings()))


def _cells(finding: Finding, change: Change) -> Iterator[str]:
    yield from (change.id, change.link.kind)
    yield from map(safe, (_labels(change.link.old), _labels(change.link.new)))
    yield from (finding.rule, finding.category, finding.severity, finding.bindingness, finding.rights, finding.scope)
    yield from map(safe, (finding.actor, finding.old, finding.new))
    yield from (*_places(finding.old_span), *_places(finding.new_span))
    yield from (*_force(finding.old_operator), *_force(finding.new_operator))
    yield safe(finding.message)


def _labels(clauses: Sequence[Clause]) -> str:
    return "; ".join(clause.label for clause in clauses)


def _places(span: Span | None) -> tuple[str, str]:
    return (str(span[0]), str(span[1])) if span else ("", "")


def _force(force: Force | None) -> tuple[str, str, str]:
    return (safe(force.words), force.name, str(force.strength)) if force else ("", "", "")
