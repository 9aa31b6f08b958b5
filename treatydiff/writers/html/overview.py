"""What the first screen says: the two drafts, the lede, the map of articles, the findings, and what can be filtered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from treatydiff.text.numbers import bare
from treatydiff.writers.html.notes import axes, axis_words
from treatydiff.writers.html.phrases import (
    AXES,
    SEVERITIES,
    SEVERITY_NAMES,
    STROKES,
    capital,
    counted,
    excerpt,
    file_name,
    name,
    readable_date,
    sentence,
)
from treatydiff.writers.html.reading import KINDS, kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Change, Comparison, Document, Finding
    from treatydiff.writers.html.context import Context
    from treatydiff.writers.html.sheet import Group
    from treatydiff.writers.html.units import Unit

_SHADES: Final = ((0.0, 0), (0.1, 1), (1 / 3, 2), (1.0, 3))
"""Upper bounds of the share of an article's characters that came or went, each with its depth of shade on the map."""
_MOST_ACTORS: Final = 12
_LONGEST_NUMBER: Final = 8


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft as it is named on the title page. `name` is its title, or what tells it from the other where they share one."""

    name: str
    facts: tuple[str, ...]
    cite: str


@dataclass(frozen=True, slots=True)
class Cell:
    """An article on the map; `shade` runs from 0 (reads the same) to 3, `signs` stand beside the number."""

    fragment: str
    number: str
    was: str
    label: str
    state: str
    shade: int
    signs: tuple[str, ...]
    is_high: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter on the map with its cells."""

    number: str
    heading: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding in the list: sentence, place, the two wordings, and its axes as (name, sign, word)."""

    sentence: str
    place: str
    fragment: str
    actor: str
    old: str
    new: str
    axes: tuple[tuple[str, str, str], ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Grade:
    """The findings of one severity, those of the greatest weight first."""

    name: str
    severity: str
    strokes: int
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """A group of boxes to tick: the letter of the data attribute, and (value, name, count) for each box."""

    name: str
    key: str
    boxes: tuple[tuple[str, str, int], ...]


def draft_views(context: Context) -> tuple[DraftView, DraftView]:
    """Give both drafts, named so that they can be told apart."""
    comparison = context.comparison
    old, new = comparison.old.metadata, comparison.new.metadata
    is_shared = old.title == new.title
    old_units, new_units = context.sheet.old_units, context.sheet.new_units
    return (
        _draft(comparison.old, len(comparison.old_clauses), _articles(old_units), is_shared=is_shared),
        _draft(comparison.new, len(comparison.new_clauses), _articles(new_units), is_shared=is_shared),
    )


def _articles(units: dict[str, Unit]) -> int:
    return len({unit.id for unit in units.values() if unit.provision.kind == "article"})


def _draft(document: Document, clauses: int, articles: int, *, is_shared: bool) -> DraftView:
    data = document.metadata
    date = readable_date(data.date)
    title = "" if is_shared else data.title
    called = [title, data.symbol, date, file_name(data), "Untitled draft"]
    own = next(each for each in called if each)
    counts = f"{counted(articles, 'article')}, {counted(clauses, 'clause')}" if articles else counted(clauses, "clause")
    facts = tuple(each for each in (data.symbol, date) if each and each != own)
    cite = ", ".join(dict.fromkeys(each for each in (data.title or own, data.symbol, date) if each))
    return DraftView(own, (*facts, counts), cite)


def title(comparison: Comparison) -> str:
    """Give the title that both drafts bear; empty where they bear two, which then name the page together."""
    new, old = comparison.new.metadata, comparison.old.metadata
    return new.title if new.title == old.title else ""


def chapters(context: Context) -> tuple[Chapter, ...]:
    """Give the map: every article in the order of the page under its outermost chapter."""
    found: list[tuple[str, str, list[Cell]]] = [("", "", [])]
    for group in context.sheet.groups:
        if group.unit.is_head:
            if not group.unit.heads and group.new:
                found.append((bare(group.unit.provision.num), group.unit.provision.heading, []))
        else:
            found[-1][2].append(_cell(group, context))
    return tuple(Chapter(number, heading, tuple(cells)) for number, heading, cells in found if cells)


def _cell(group: Group, context: Context) -> Cell:
    provision = group.unit.provision
    own = bare(provision.num)
    before = bare(group.old.provision.num) if group.old and group.new else ""
    was = before if before != own else ""
    return Cell(
        fragment=context.unit(group.unit, new=group.new is not None),
        number=own if own and len(own) <= _LONGEST_NUMBER else name(provision),
        was=was,
        label=_cell_label(group, was),
        state="remarks" if _is_remarks_only(group) else group.state,
        shade=next(shade for bound, shade in _SHADES if group.share <= bound) if group.state == "edited" else 0,
        signs=tuple(_signs(group)),
        is_high=group.severity == "high",
    )


def _signs(group: Group) -> Iterator[str]:
    if group.state == "inserted":
        yield "+"
    told = {kind for change in group.changes for kind in kinds(change)}
    if group.state != "deleted" and (group.state == "away" or group.is_moved or "moved" in told):
        yield "↷"
    if told & {"split", "merged", "regrouped"}:
        yield "⋔"


def _is_remarks_only(group: Group) -> bool:
    told = {kind for change in group.changes for kind in kinds(change)}
    return "marks" in told and told <= {"marks", "renumbered"}


def _cell_label(group: Group, was: str) -> str:
    provision = group.unit.provision
    parts = [f"{name(provision)}{', ' if provision.heading else ''}{provision.heading}"]
    if was:
        parts.append(f"was {was}")
    if group.destination:
        parts.append(f"moved, now {name(group.destination.provision)}")
    elif group.is_moved:
        parts.append("moved")
    if _is_remarks_only(group):
        parts.append("only brackets or remarks changed")
    states = {
        "same": "reads the same",
        "inserted": "new",
        "deleted": "deleted",
        "away": "" if group.destination else "moved away",
    }
    parts.append(states.get(group.state) or (f"{max(round(group.share * 100), 1)}% of its text changed" if group.share else ""))
    if group.severity:
        high = sum(finding.severity == group.severity for change in group.changes for finding in change.findings)
        parts.append(counted(high, f"finding of {_weight(group.severity)}", f"findings of {_weight(group.severity)}"))
    return "; ".join(part for part in parts if part)


def _weight(severity: str) -> str:
    return "no weight of its own" if severity == "info" else f"{severity} weight"


def grades(context: Context) -> tuple[Grade, ...]:
    """Give the findings by severity, each list in the order in which a lawyer would read it."""
    told = context.comparison.findings()
    return tuple(
        Grade(SEVERITY_NAMES[severity], severity, STROKES[severity], views)
        for severity in SEVERITIES
        if (views := tuple(_finding(*each, context) for each in told if each[0].severity == severity))
    )


def _finding(finding: Finding, change: Change, context: Context) -> FindingView:
    place = change.link.new[0].label if change.link.new else f"earlier {change.link.old[0].label}"
    told = tuple(axis_words(axis, value) for axis, value in axes(finding))
    return FindingView(
        sentence=sentence(finding.message),
        place=capital(place),
        fragment=context.of(change),
        actor=finding.actor,
        old=excerpt(finding.old),
        new=excerpt(finding.new),
        axes=told,
        rule=finding.rule,
    )


def filters(context: Context) -> tuple[Filter, ...]:
    """Give every filter that would leave something out, with the number of changes that it keeps."""
    changes = context.comparison.changes
    happened = Counter(kind for change in changes for kind in kinds(change))
    found = (
        Filter("Weight", "s", _boxes(changes, "severity", SEVERITY_NAMES)),
        Filter("What happened", "k", tuple((kind, label, happened[kind]) for kind, label in KINDS.items() if happened[kind])),
        Filter("What it touches", "x", tuple(_axis_boxes(changes))),
        Filter("Kind of finding", "r", _boxes(changes, "rule", {})),
        Filter("Who is bound", "a", tuple(_actor_boxes(context))),
    )
    return tuple(each for each in found if each.boxes)


def _boxes(changes: tuple[Change, ...], attribute: str, names: dict[str, str]) -> tuple[tuple[str, str, int], ...]:
    counts = Counter(value for change in changes for value in {getattr(finding, attribute) for finding in change.findings})
    order = names or sorted(counts, key=lambda value: (-counts[value], value))
    return tuple((value, names.get(value) or rule_name(value), counts[value]) for value in order if counts[value])


def rule_name(rule: str) -> str:
    """Give a rule's id as words."""
    return capital(rule.replace("-", " ").replace("_", " "))


def _axis_boxes(changes: tuple[Change, ...]) -> Iterator[tuple[str, str, int]]:
    counts = Counter(each for change in changes for each in {each for finding in change.findings for each in axes(finding)})
    for axis, (called, values) in AXES.items():
        for value in (*values, "context"):
            if counts[axis, value]:
                yield f"{axis}-{value}", f"{called}: {axis_words(axis, value)[2]}", counts[axis, value]


def _actor_boxes(context: Context) -> Iterator[tuple[str, str, int]]:
    changes = context.comparison.changes
    counts = Counter(actor for change in changes for actor in {finding.actor for finding in change.findings if finding.actor})
    for actor in sorted(counts, key=lambda each: (-counts[each], each))[:_MOST_ACTORS]:
        yield context.actors[actor], capital(excerpt(actor, 40)), counts[actor]
