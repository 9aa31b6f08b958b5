"""A comparison for the terminal: the summary first, then the findings, then article by article what changed."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Final

from rich.text import Text

from treatydiff.model import SEVERITIES
from treatydiff.text.numbers import bare
from treatydiff.text.units import unit
from treatydiff.writers.redlined import redlined
from treatydiff.writers.screen import Screen, printable
from treatydiff.writers.telling import KINDS, axes, marks, plural, plural_verb, told, what

if TYPE_CHECKING:
    from treatydiff.model import (
        Change,
        Clause,
        Comparison,
        Document,
        Finding,
        MarkChange,
        Provision,
    )
    from treatydiff.writers.writer import Layout

_LISTED: Final = ("high", "medium")
_SEVERITY_STYLE: Final = {"high": "bold", "medium": "", "low": "dim", "info": "dim"}
_MARGIN = 10
_LISTED_PLACES = 6


def write_comparison(comparison: Comparison, layout: Layout) -> bytes:
    """Write a comparison as text for a terminal; without colour, `[-struck-]` and `{+inserted+}` as in a word diff."""
    screen = Screen(layout)
    _head(screen, comparison)
    _findings(screen, comparison)
    _terms(screen, comparison)
    _changes(screen, comparison)
    return screen.bytes()


def _head(screen: Screen, comparison: Comparison) -> None:
    _draft(screen, "old", comparison.old, len(comparison.old_clauses))
    _draft(screen, "new", comparison.new, len(comparison.new_clauses))
    screen.line()
    links = [change.link for change in comparison.changes]
    counted = Counter(change.link.kind for change in comparison.changes if not change.follows)
    parts = [f"{counted[kind]:,} {name}" for kind, name in KINDS.items() if counted[kind] or kind in {"same", "edited"}]
    following = sum(change.follows for change in comparison.changes)
    parts += [f"{following:,} only {plural_verb('follow', following)} a renumbering"] if following else []
    parts += [f"{n:,} {name}" for n, name in ((sum(x.renumbered for x in links), "renumbered"),) if n]
    parts += [f"{n:,} {name}" for n, name in ((sum(x.moved for x in links), "moved"),) if n]
    screen.line(", ".join(parts), indent=_MARGIN, label="clauses")
    counts = Counter((mark.kind, mark.op) for change in comparison.changes for mark in change.marks if mark.op != "kept")
    if counts:
        said = (f"{n:,} {plural(kind, n)} {op}" for (kind, op), n in sorted(counts.items(), key=lambda item: -item[1]))
        screen.line(", ".join(said), indent=_MARGIN, label="marks")
    screen.line()


def _draft(screen: Screen, name: str, document: Document, clauses: int) -> None:
    data = document.metadata
    size = f"{clauses:,} {plural('clause', clauses)}"
    said = printable(", ".join(part for part in (data.symbol, data.date, data.path, size) if part))
    if data.title:
        screen.line(Text(printable(data.title), "bold"), indent=_MARGIN, label=name)
    screen.line(said, indent=_MARGIN, label="" if data.title else name)
    for warning in document.warnings:
        place = f"{warning.where}: " if warning.where else ""
        screen.line(Text(printable(place + warning.message), "dim"), indent=_MARGIN)


def _findings(screen: Screen, comparison: Comparison) -> None:
    found = comparison.findings()
    counted = Counter(finding.severity for finding, _ in found)
    if not found:
        screen.line("No change of words was found that a rule knows the meaning of.")
        screen.line()
        return
    said = ", ".join(f"{counted[severity]:,} {severity}" for severity in SEVERITIES if counted[severity])
    screen.line(Text(f"FINDINGS  {said}", "bold"))
    screen.line()
    for finding, change in found:
        if finding.severity in _LISTED:
            _finding(screen, finding, label=finding.severity, place=_place(change))
            screen.line()
    if rest := counted["low"]:
        screen.line(Text(f"{rest:,} of lower severity stand with their clauses below.", "dim"), indent=_MARGIN)
        screen.line()


def _finding(screen: Screen, finding: Finding, *, label: str, place: str = "") -> None:
    style = _SEVERITY_STYLE[finding.severity]
    if place:
        screen.line(Text(printable(place), "bold"), indent=_MARGIN, label=label, label_style=style)
        screen.line(printable(finding.message), indent=_MARGIN)
        screen.line(Text(axes(finding), "dim"), indent=_MARGIN)
    else:
        said = Text.assemble(printable(finding.message), " ", (f"[{finding.rule}]", "dim"))
        screen.line(said, indent=_MARGIN, label=label, label_style=style)


def _terms(screen: Screen, comparison: Comparison) -> None:
    """List the terms that were replaced throughout, with the clauses in which the old one is left."""
    if not comparison.terms:
        return
    labels = {clause.id: clause.label for clause in comparison.new_clauses}
    screen.line(Text("TERMS REPLACED THROUGHOUT", "bold"))
    screen.line()
    for term in comparison.terms:
        screen.line(printable(f"{term.old} → {term.new}"), indent=_MARGIN, label=f"{term.times:,} times")
        clauses = [labels[each] for each in term.clauses if each in labels]
        screen.line(Text(printable(f"in {_some(clauses)}"), "dim"), indent=_MARGIN)
        if term.survivors:
            left = [labels[each] for each in term.survivors if each in labels]
            screen.line(printable(f"the old term is left in {_some(left)}"), indent=_MARGIN)
        screen.line()


def _some(labels: list[str]) -> str:
    """Name the first few places and count the rest."""
    named, rest = labels[:_LISTED_PLACES], len(labels) - _LISTED_PLACES
    return ", ".join(named) + (f" and {rest:,} more" if rest > 0 else "")


def _changes(screen: Screen, comparison: Comparison) -> None:
    screen.line(Text("CHANGES", "bold"))
    changed = [change for change in comparison.changes if _is_changed(change)]
    if not changed:
        screen.line()
        screen.line("The two drafts read the same.")
    last_above: tuple[str, ...] = ()
    for _, group in groupby(changed, key=lambda change: unit(_shown(change)).id):
        changes = list(group)
        above = _headings_above(_shown(changes[0]))
        if above != last_above:
            for heading in above:
                if heading not in last_above:
                    screen.line()
                    screen.line(Text(printable(heading), "bold"))
        last_above = (*above, _named(unit(_shown(changes[0]))))
        _article(screen, changes)


def _article(screen: Screen, changes: list[Change]) -> None:
    article = unit(_shown(changes[0]))
    screen.line()
    is_gone = all(not change.link.new for change in changes)
    title = Text(printable(_named(article)), "bold underline" if screen.colour else "bold")
    screen.line(Text.assemble(title, ("  (earlier draft)", "dim")) if is_gone else title)
    for change in changes:
        if _shown(change).provision is article and change.link.kind == "same" and not told(change):
            screen.line(Text(what(change), "dim"), indent=_MARGIN)
            continue
        screen.line()
        _clause(screen, change)


def _clause(screen: Screen, change: Change) -> None:
    clause = _shown(change)
    happened = what(change)
    label = printable(_cited(clause))
    if len(label) >= _MARGIN:
        screen.line(label)
        label = ""
    if happened:
        screen.line(Text(printable(happened), "dim italic"), indent=_MARGIN, label=label)
        label = ""
    if change.link.kind != "same" and change.redline:
        screen.line(redlined(change, colour=screen.colour), indent=_MARGIN, label=label)
    if remarks := marks(change.marks):
        screen.line(Text(printable(remarks), "dim"), indent=_MARGIN)
    for finding in told(change):
        _finding(screen, finding, label=finding.severity)


def _is_changed(change: Change) -> bool:
    link = change.link
    moved = link.moved or link.renumbered or link.heading_changed
    return link.kind != "same" or moved or any(_istold(mark, change) for mark in change.marks)


def _istold(mark: MarkChange, change: Change) -> bool:
    """Whether a mark alone makes a clause worth showing: not the status of words that stayed, which the summary counts."""
    return mark.op != "kept" and (mark.kind != "status" or not change.new_words)


def _shown(change: Change) -> Clause:
    return (change.link.new or change.link.old)[0]


def _place(change: Change) -> str:
    label = _shown(change).label
    place = label[:1].upper() + label[1:]
    if change.link.old and change.link.new and change.link.old[0].label != label:
        return f"{place} (was {change.link.old[0].label})"
    return place


def _cited(clause: Clause) -> str:
    """Give the numbers of a clause below its article in the short form, "1(b)(ii)"."""
    article = unit(clause)
    if clause.is_heading:
        return "heading"
    path = (*clause.ancestors, clause.provision)
    numbers = [bare(provision.num) for provision in path[path.index(article) + 1 :] if provision.num]
    if not numbers:
        place = clause.label.rpartition(" ")[2]
        return f"rec. {place}" if clause.provision.kind == "recital" else ""
    first = numbers[0] if numbers[0].isdigit() else f"({numbers[0]})"
    return "".join([first, *(f"({number})" for number in numbers[1:])])


def _headings_above(clause: Clause) -> tuple[str, ...]:
    article = unit(clause)
    above = []
    for ancestor in clause.ancestors:
        if ancestor is article:
            break
        above.append(_named(ancestor))
    return tuple(above)


def _named(provision: Provision) -> str:
    number = provision.num or provision.kind.capitalize()
    return f"{number.rstrip('.')}. {provision.heading}" if provision.heading else number
