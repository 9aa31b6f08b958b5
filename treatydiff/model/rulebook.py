"""What a rule of the rulebook says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from treatydiff.model.change import Finding

CATEGORIES: Final = {
    "T01": "Deontic modality",
    "T02": "Negation and negative quantifiers",
    "T03": "Hedges and discretion qualifiers",
    "T04": "Scope limiters and extenders",
    "T05": "Mental element and unlawfulness",
    "T06": "Conjunctions and list logic",
    "T07": "Numbers, thresholds and time limits",
    "T08": "Definitions and terminology substitution",
    "T09": "Cross-references",
    "T10": "Actors",
    "T11": "Safeguards and rights language",
    "T12": "List items",
    "T13": "Exceptions and priority connectors",
    "T14": "Brackets, alternatives and status marks",
    "T15": "Structure",
    "T16": "Strength of the operative verb",
    "T17": "Editorial",
}
"""The categories of legally significant change, by the id that every finding carries."""


class Example(NamedTuple):
    """Two wordings with what a rule says of the change; `finding` is None where it stays silent, `why` then says why.

    Square brackets are marks; an empty wording is that of a clause that was inserted or deleted. `chapeau` stands above the
    clause in both drafts; `articles` are the other articles of the drafts, each with its old and its new number.
    """

    old: str
    new: str
    finding: Finding | None
    why: str = ""
    chapeau: str = ""
    articles: tuple[tuple[str, str], ...] = ()


class RuleEntry(NamedTuple):
    """A rule: its id, its category in the taxonomy by id and by name, what it looks for in one line, and its examples."""

    id: str
    category: str
    category_name: str
    summary: str
    examples: tuple[Example, ...]
