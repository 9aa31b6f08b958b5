"""A comparison for the terminal: the summary first, then the findings, then article by article what changed."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Final

from rich.text import Text

from treatydiff.model import SEVERITIES
from treatydiff.text.numbers import bare
from treatydiff.writers.pieces import only_moved
from treatydiff.writers.redlined import redlined
from treatydiff.writers.screen import Screen, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.model import (
        Change,
        Clause,
        Comparison,
        Document,
        Finding,
        Link,
        LinkKind,
        MarkChange,
        Provision,
    )
    from treatydiff.writers.writer import Layout

_LISTED: Final = ("high", "medium")
_SEVERITY_STYLE: Final = {"high": "bold", "medium": "", "low": "dim", "info": "dim"}
_KINDS: Final[dict[LinkKind, str]] = {
    "same": "read the same",
    "edited": "reworded",
    "inserted": "new",
    "deleted": "deleted",
    "split": "split",
    "merged": "merged",
    "regrouped": "regrouped",
}
_SEVERAL: Final[frozenset[LinkKind]] = frozenset({"split", "merged", "regrouped"})
_MARGIN = 10
_TRACKED: Final = frozenset({"insertion", "deletion"})
_LONGEST_MARK = 60
_LISTED_PLACES = 6
_UNITS: Final = frozenset({"article", "preamble"})
_BIG_UNITS: Final = frozenset({"part", "chapter", "title", "section", "annex", "schedule"})


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
    parts = [f"{counted[kind]:,} {name}" for kind, name in _KINDS.items() if counted[kind] or kind in {"same", "edited"}]
    following = sum(change.follows for change in comparison.changes)
    parts += [f"{following:,} only {_plural_verb('follow', following)} a renumbering"] if following else []
    parts += [f"{n:,} {name}" for n, name in ((sum(x.renumbered for x in links), "renumbered"),) if n]
    parts += [f"{n:,} {name}" for n, name in ((sum(x.moved for x in links), "moved"),) if n]
    screen.line(", ".join(parts), indent=_MARGIN, label="clauses")
    marks = Counter((mark.kind, mark.op) for change in comparison.changes for mark in change.marks if mark.op != "kept")
    if marks:
        said = (f"{n:,} {_plural(kind, n)} {op}" for (kind, op), n in sorted(marks.items(), key=lambda item: -item[1]))
        screen.line(", ".join(said), indent=_MARGIN, label="marks")
    screen.line()


def _draft(screen: Screen, name: str, document: Document, clauses: int) -> None:
    data = document.metadata
    size = f"{clauses:,} {_plural('clause', clauses)}"
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
        screen.line(Text(_axes(finding), "dim"), indent=_MARGIN)
    else:
        said = Text.assemble(printable(finding.message), " ", (f"[{finding.rule}]", "dim"))
        screen.line(said, indent=_MARGIN, label=label, label_style=style)


def _axes(finding: Finding) -> str:
    named = (("duty", finding.bindingness), ("rights", finding.rights), ("scope", finding.scope))
    decided = any(value not in _OPEN for _, value in named)
    said = [f"{name} {_AXIS[value]}" for name, value in named if value != "neutral" and (decided or value not in _OPEN)]
    return "; ".join([*said, f"rule {finding.rule}"])


_OPEN: Final = frozenset({"neutral", "context"})
_AXIS: Final = {
    "strengthens": "stronger",
    "weakens": "weaker",
    "widens": "wider",
    "narrows": "narrower",
    "context": "depends on the view taken",
}


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
    for _, group in groupby(changed, key=lambda change: _unit(_shown(change)).id):
        changes = list(group)
        above = _headings_above(_shown(changes[0]))
        if above != last_above:
            for heading in above:
                if heading not in last_above:
                    screen.line()
                    screen.line(Text(printable(heading), "bold"))
        last_above = (*above, _named(_unit(_shown(changes[0]))))
        _article(screen, changes)


def _article(screen: Screen, changes: list[Change]) -> None:
    unit = _unit(_shown(changes[0]))
    screen.line()
    is_gone = all(not change.link.new for change in changes)
    title = Text(printable(_named(unit)), "bold underline" if screen.colour else "bold")
    screen.line(Text.assemble(title, ("  (earlier draft)", "dim")) if is_gone else title)
    for change in changes:
        if _shown(change).provision is unit and change.link.kind == "same" and not _told(change):
            screen.line(Text(_what(change), "dim"), indent=_MARGIN)
            continue
        screen.line()
        _clause(screen, change)


def _clause(screen: Screen, change: Change) -> None:
    clause = _shown(change)
    what = _what(change)
    label = printable(_cited(clause))
    if len(label) >= _MARGIN:
        screen.line(label)
        label = ""
    if what:
        screen.line(Text(printable(what), "dim italic"), indent=_MARGIN, label=label)
        label = ""
    if change.link.kind != "same" and change.redline:
        screen.line(redlined(change, colour=screen.colour), indent=_MARGIN, label=label)
    if marks := _marks(change.marks):
        screen.line(Text(printable(marks), "dim"), indent=_MARGIN)
    for finding in _told(change):
        _finding(screen, finding, label=finding.severity)


def _told(change: Change) -> list[Finding]:
    """Give the findings to show with a clause: those for information say what its head line says."""
    return [finding for finding in change.findings if finding.severity != "info" and not change.follows]


def _marks(changes: Iterable[MarkChange]) -> str:
    """Say what became of the marks; the words they stood on are in the redline, but for those of tracked changes."""
    counted: Counter[tuple[str, str]] = Counter()
    said = []
    for mark in changes:
        if mark.op == "kept":
            continue
        if mark.kind == "bracket":
            counted[mark.kind, mark.op] += 1
        else:
            whole = mark.old or mark.new
            said.append(f"{mark.kind} {mark.op}: {_short(whole if mark.kind in _TRACKED else whole.partition(': ')[0])}")
    brackets = [f"{n} {_plural(kind, n)} {op}" for (kind, op), n in counted.items()]
    return "; ".join([*brackets, *said])


def _plural_verb(verb: str, count: int) -> str:
    return f"{verb}s" if count == 1 else verb


def _plural(word: str, count: int) -> str:
    if count == 1:
        return word
    return f"{word}es" if word.endswith("s") else f"{word}s"


def _what(change: Change) -> str:
    """Say what happened to the clause apart from its words."""
    link = change.link
    said = []
    if link.kind == "same":
        said.append("same words")
    elif change.follows:
        said.append("same words but for a reference that follows a renumbering")
    elif link.kind != "edited":
        said.append(_KINDS[link.kind])
    was = _listed(link.old)
    if link.kind in _SEVERAL:
        said.append(f"{was} became {_listed(link.new)}")
        said += ["moved"] if link.moved else []
    elif link.old and link.new and (link.moved or link.renumbered or _is_counted_anew(link)):
        said.append(f"moved from {was}" if link.moved else f"was {was}")
    elif link.kind == "deleted":
        said.append(f"was {was}")
    if change.moved_words:
        said.append("only words moved within it" if only_moved(change) else "words moved within it")
    if link.heading_changed and link.kind == "same":
        said.append(f"heading was {_short(link.old[0].provision.heading)}")
    return ", ".join(said)


def _listed(clauses: Sequence[Clause]) -> str:
    labels = [clause.label for clause in clauses]
    return " and ".join([*([", ".join(labels[:-1])] if labels[1:] else []), *labels[-1:]])


def _is_counted_anew(link: Link) -> bool:
    """Whether a recital, which has no number of its own, stands at another place in the count."""
    return link.new[0].provision.kind == "recital" and link.old[0].label != link.new[0].label


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_MARK else f"{flat[: _LONGEST_MARK - 1]}…"


def _is_changed(change: Change) -> bool:
    link = change.link
    moved = link.moved or link.renumbered or link.heading_changed
    return link.kind != "same" or moved or any(_is_told(mark, change) for mark in change.marks)


def _is_told(mark: MarkChange, change: Change) -> bool:
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


def _unit(clause: Clause) -> Provision:
    """Give the provision under which a clause is shown: its article, or whatever stands highest below the chapters."""
    path = (*clause.ancestors, clause.provision)
    for provision in path:
        if provision.kind in _UNITS:
            return provision
    return next((provision for provision in path if provision.kind not in _BIG_UNITS), path[0])


def _cited(clause: Clause) -> str:
    """Give the numbers of a clause below its article in the short form, "1(b)(ii)"."""
    unit = _unit(clause)
    if clause.is_heading:
        return "heading"
    path = (*clause.ancestors, clause.provision)
    numbers = [bare(provision.num) for provision in path[path.index(unit) + 1 :] if provision.num]
    if not numbers:
        place = clause.label.rpartition(" ")[2]
        return f"rec. {place}" if clause.provision.kind == "recital" else ""
    first = numbers[0] if numbers[0].isdigit() else f"({numbers[0]})"
    return "".join([first, *(f"({number})" for number in numbers[1:])])


def _headings_above(clause: Clause) -> tuple[str, ...]:
    unit = _unit(clause)
    above = []
    for ancestor in clause.ancestors:
        if ancestor is unit:
            break
        above.append(_named(ancestor))
    return tuple(above)


def _named(provision: Provision) -> str:
    number = provision.num or provision.kind.capitalize()
    return f"{number.rstrip('.')}. {provision.heading}" if provision.heading else number
