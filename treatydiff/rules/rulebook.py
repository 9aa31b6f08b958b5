"""The rules as a reader looks them up: each with what it says of its own examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.model import CATEGORIES, Example, RuleEntry
from treatydiff.rules.bearing import with_operators
from treatydiff.rules.examples import case_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.lexicon import Lexicon
    from treatydiff.rules.rule import Fires, Rule


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
