"""What a change of words means: one rule per file, in the order in which they are listed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.rules import modality, numbers, qualifiers
from treatydiff.rules.rule import Fires, Judge, Rule, Silent

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Change, Finding

__all__ = ["RULES", "Fires", "Judge", "Rule", "Silent", "judge"]

RULES: tuple[Rule, ...] = (modality.RULE, numbers.RULE, qualifiers.RULE)
_LONGEST_CLAUSE = 20_000
_SEVERITIES = ("high", "medium", "low", "info")


def judge(change: Change, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Give what every rule finds in one change.

    The gravest come first, then by weight, then in the order of the rules and of the words. Nothing is said about clauses
    whose words stayed, nor about clauses that are new or gone as a whole, which is a matter of structure, nor about wordings
    of more than 20,000 characters, which no clause has that a person wrote.
    """
    if change.link.kind == "same" or not change.link.old or not change.link.new:
        return ()
    if max(len(change.old_words), len(change.new_words)) > _LONGEST_CLAUSE:
        return ()
    found = [finding for rule in RULES for finding in rule.judge(change, lexicon)]
    return tuple(sorted(found, key=lambda finding: (_SEVERITIES.index(finding.severity), -finding.weight)))
