"""The entries of a lexicon that every language shares: operators, actors, qualifiers, units and bounds."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Literal, NamedTuple

QualifierEffect = Literal["discretion", "deference", "opening", "emphasis"]
BoundKind = Literal["ceiling", "floor"]


class OperatorClass(NamedTuple):
    """A rung of the ladder of deontic operators.

    `strength` runs from 5 (binds most) to 0 (frees); -1 binds nobody. `pole` is "positive", "negative", "neutral" or "none".
    `name` is what a finding calls it. `patterns` are regular expressions, `inflected` those of verbs that say it by their
    tense alone ("s'efforce de"), so only where a main clause has its verb.
    """

    id: str
    name: str
    strength: int
    pole: str
    patterns: tuple[str, ...] = ()
    inflected: tuple[str, ...] = ()


class Actor(NamedTuple):
    """A phrase for who acts; `name` is its normal form, empty where the phrase itself is."""

    pattern: str
    name: str


class QualifierClass(NamedTuple):
    """Phrases that qualify a duty alike; `degree` is how much room they leave, from 0 (none) to 3."""

    effect: QualifierEffect
    degree: int
    phrases: tuple[str, ...]


class Unit(NamedTuple):
    """What is counted. `days` is the length of one unit of a period in days, None for everything else."""

    id: str
    kind: str
    words: tuple[str, ...]
    days: Fraction | None = None


class Bound(NamedTuple):
    """Words that make a quantity a ceiling or a floor."""

    kind: BoundKind
    words: tuple[str, ...]


def operator_class(item: dict[str, Any]) -> OperatorClass:
    """Read an entry of the ladder."""
    listed = {name: tuple(item.get(name, ())) for name in ("patterns", "inflected")}
    return OperatorClass(**{**item, **listed})


def unit(item: dict[str, Any]) -> Unit:
    """Read an entry of the units."""
    days = item.get("days")
    return Unit(item["id"], item["kind"], tuple(item["words"]), Fraction(days) if days else None)
