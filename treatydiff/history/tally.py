"""What one step did, counted: clauses by what happened to them, and findings by how grave they are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model import SEVERITIES
from treatydiff.text.tokens import bare_words
from treatydiff.text.units import unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from treatydiff.model import Change, Finding, History, LinkKind, Provision, Severity, Step


class Tally(NamedTuple):
    """What one step did.

    `kinds` counts changes by their kind without those that only follow a renumbering, which `following` counts; `returned`
    are those of the inserted that had stood in an earlier draft. `findings` has every severity.
    """

    kinds: Mapping[LinkKind, int]
    following: int
    renumbered: int
    moved: int
    returned: int
    findings: Mapping[Severity, int]


class Share(NamedTuple):
    """What one step did to one article, or to what stands for it: the words that came and went, and its findings.

    `article` is that of the later draft, or that of the earlier one where it is gone.
    """

    article: Provision
    came: int
    went: int
    findings: tuple[Finding, ...]
    is_gone: bool


def tally(history: History, step: Step) -> Tally:
    """Count what a step did."""
    changes = step.comparison.changes
    kinds = Counter(change.link.kind for change in changes if not change.follows)
    graded = Counter(finding.severity for change in changes for finding in change.findings)
    return Tally(
        kinds,
        sum(change.follows for change in changes),
        sum(change.link.renumbered for change in changes),
        sum(change.link.moved for change in changes),
        sum(one.after == step.after for one in history.returns),
        {severity: graded[severity] for severity in SEVERITIES},
    )


def shares(step: Step) -> tuple[Share, ...]:
    """Give what a step did to each article whose words changed or that has findings, in the order of the later draft."""
    changes = step.comparison.changes
    heirs = {old.id: change.link.new[0].provision for change in changes for old in change.link.old if change.link.new}
    found: dict[tuple[bool, str], tuple[Provision, list[Change]]] = {}
    for change in changes:
        article, is_gone = _article(change, heirs)
        found.setdefault((is_gone, article.id), (article, []))[1].append(change)
    told = (_share(article, several, is_gone=key[0]) for key, (article, several) in found.items())
    return tuple(share for share in told if share.came or share.went or share.findings)


def _article(change: Change, heirs: Mapping[str, Provision]) -> tuple[Provision, bool]:
    """Give the article of a change, and whether it is one of the earlier draft that is gone."""
    if change.link.new:
        return unit(change.link.new[0]), False
    article = unit(change.link.old[0])
    return (heirs[article.id], False) if article.id in heirs else (article, True)


def _share(article: Provision, changes: Iterable[Change], *, is_gone: bool) -> Share:
    words = {"insert": 0, "delete": 0, "equal": 0}
    findings: list[Finding] = []
    for change in changes:
        findings += change.findings
        for part in change.redline if change.link.kind != "same" else ():
            words[part.op] += len(bare_words(part.text))
    return Share(article, words["insert"], words["delete"], tuple(findings), is_gone)
