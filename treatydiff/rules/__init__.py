"""What a change of words means: one rule per file, in the order in which they are listed here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.rules import (
    actors,
    brackets,
    conjunctions,
    definitions,
    editorial,
    exceptions,
    intent,
    items,
    modality,
    negation,
    numbers,
    qualifiers,
    references,
    rewording,
    safeguards,
    scope,
    structure,
    verbs,
)
from treatydiff.rules.bearing import with_operators
from treatydiff.rules.case import Case
from treatydiff.rules.folding import without_folded
from treatydiff.rules.rule import Fires, Judge, Rule, Silent
from treatydiff.rules.setting import Setting
from treatydiff.rules.terms import terms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Change, Clause, Finding, Level, Severity, Term

__all__ = ["RULES", "Case", "Fires", "Judge", "Judged", "Rule", "Setting", "Silent", "judge", "judge_all"]

RULES: tuple[Rule, ...] = (
    modality.RULE,
    negation.RULE,
    qualifiers.RULE,
    scope.RULE,
    intent.RULE,
    conjunctions.RULE,
    numbers.RULE,
    definitions.RULE,
    references.RULE,
    actors.RULE,
    safeguards.RULE,
    items.RULE,
    exceptions.RULE,
    brackets.RULE,
    structure.RULE,
    verbs.RULE,
    editorial.RULE,
    rewording.RULE,
)
_LONGEST_CLAUSE = 20_000
_SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low", "info")


class Judged(NamedTuple):
    """Changes with what each means, and the terms that were replaced throughout."""

    changes: tuple[Change, ...]
    terms: tuple[Term, ...]


def judge_all(
    changes: tuple[Change, ...],
    old: tuple[Clause, ...],
    new: tuple[Clause, ...],
    lexicon: Lexicon,
    levels: Mapping[str, Level] | None = None,
) -> Judged:
    """Give the changes of a comparison, each with what it means; `old` and `new` are the clauses of the drafts in order.

    `levels` gives for the id of a rule the gravest severity that its findings may have, or "off".
    """
    setting = Setting(lexicon, old, new, changes, terms(changes, new, lexicon), levels=levels or {})
    found = []
    for change in changes:
        findings = judge(change, setting)
        found.append(change._replace(findings=findings, follows=_follows(change, findings, setting)) if findings else change)
    return Judged(tuple(found), setting.terms)


def judge(change: Change, setting: Setting) -> tuple[Finding, ...]:
    """Give what every rule finds in one change.

    The gravest come first, then by weight, then in the order of the rules and of the words. Nothing is said about wordings
    of more than 20,000 characters, which no clause has that a person wrote.
    """
    if not setting.lexicon.language or len(change.old_words) > _LONGEST_CLAUSE or len(change.new_words) > _LONGEST_CLAUSE:
        return ()
    only_headings = all(clause.is_heading for clause in (*change.link.old, *change.link.new))
    asked = [
        rule
        for rule in RULES
        if change.link.kind in rule.on and (rule.reads_headings or not only_headings) and setting.levels.get(rule.id) != "off"
    ]
    if not asked:
        return ()
    case = Case(change, setting)
    found = rewording.without_told(_without_echo([finding for rule in asked for finding in rule.judge(case)]))
    if not found:
        return ()
    if case.is_recital:
        found = [_in_the_preamble(finding) for finding in found]
    found = [
        with_operators(_at_most(finding, setting.levels.get(finding.rule)), case) for finding in without_folded(found, case)
    ]
    return tuple(sorted(found, key=lambda finding: (_SEVERITIES.index(finding.severity), -finding.weight)))


def _without_echo(found: list[Finding]) -> list[Finding]:
    """Leave out that a clause came, went or moved where that is only noted, or another rule says as what it did."""
    said = any(finding.rule in {brackets.ID, items.ID} for finding in found)
    others = [finding for finding in found if finding.rule != structure.ID or not (said or finding.severity == "info")]
    return others or found


def _follows(change: Change, findings: tuple[Finding, ...], setting: Setting) -> bool:
    """Whether nothing but references changed in the words of a change, and these as what they cite was renumbered."""
    told = any(finding.rule == references.ID for finding in findings)
    return told and change.link.kind == "edited" and references.merely_follows(Case(change, setting))


def _at_most(finding: Finding, level: Level | None) -> Finding:
    """Lower a finding to the severity that the user allows its rule."""
    if level is None or level == "off" or _SEVERITIES.index(level) <= _SEVERITIES.index(finding.severity):
        return finding
    return finding._replace(severity=level)


def _in_the_preamble(finding: Finding) -> Finding:
    """Read a finding where nothing binds anybody."""
    severity = finding.severity if finding.severity == "info" else "low"
    return finding._replace(severity=severity, bindingness="neutral")
