"""What the filters of the page ask for: attributes of a clause and of a finding."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from treatydiff.writers.html.escape import EMPTY, attribute, html, joined
from treatydiff.writers.html.notes import axes
from treatydiff.writers.html.reading import kinds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from treatydiff.model import Change, Finding
    from treatydiff.writers.html.context import Context


def clause_facts(change: Change) -> Markup:
    """Write what happened to a clause; what it means is told with each of its findings."""
    return _fact("k", kinds(change))


def finding_facts(finding: Finding, context: Context) -> Markup:
    """Write a finding's weight, rule, axes and actor, so that one finding answers to all filters or to none."""
    said = _judged(finding.severity, finding.rule, tuple(f"{axis}-{value}" for axis, value in axes(finding)))
    return joined((said, _fact("a", (context.actors[finding.actor],)))) if finding.actor else said


@cache
def _judged(severity: str, rule: str, axes_said: tuple[str, ...]) -> Markup:
    return joined((_fact("s", (severity,)), _fact("r", (rule,)), _fact("x", axes_said)))


@cache
def _fact(key: str, values: Iterable[str]) -> Markup:
    told = " ".join(values)
    return html(' data-{key}="{told}"', key=key, told=attribute(told)) if told else EMPTY
