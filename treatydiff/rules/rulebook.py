"""The rules as a reader looks them up: each with what it says of its own examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.model import Example, RuleEntry
from treatydiff.rules.bearing import with_operators
from treatydiff.rules.examples import case_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.lexicon import Lexicon
    from treatydiff.rules.rule import Fires, Rule

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


def entries(rules: Iterable[Rule], lexicon: Lexicon) -> tuple[RuleEntry, ...]:
    """Describe rules; every example on which a rule fires is judged by it anew."""
    return tuple(
        RuleEntry(
            rule.id,
            rule.category,
            CATEGORIES[rule.category],
            rule.summary,
            (
                *(_fires(rule, example, lexicon) for example in rule.fires),
                *(Example(one.old, one.new, None, one.why, one.chapeau, one.articles) for one in rule.silent),
            ),
        )
        for rule in rules
    )


def _fires(rule: Rule, example: Fires, lexicon: Lexicon) -> Example:
    case = case_of(example, lexicon)
    finding = next(iter(rule.judge(case)))
    return Example(example.old, example.new, with_operators(finding, case), chapeau=example.chapeau, articles=example.articles)
