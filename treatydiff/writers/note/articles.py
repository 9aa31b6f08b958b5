"""The changes article by article: what weighs clause by clause, then the rest of the article in one paragraph."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from treatydiff.writers.html.phrases import SEVERITIES, capital, counted, listed
from treatydiff.writers.html.phrases import sentence as with_stop
from treatydiff.writers.html.reading import mark_changes, reads_the_same
from treatydiff.writers.note import naming
from treatydiff.writers.note.prose import effect, sentence
from treatydiff.writers.note.values import heading, item, numbered
from treatydiff.writers.pieces import only_moved

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import Change, Finding, RedlinePart
    from treatydiff.writers.html.sheet import Group, Sheet
    from treatydiff.writers.note.values import Block

_GRAVE: Final = frozenset({"high", "medium"})
_ONLY_PLACE: Final = re.compile(
    r"""^[^“"]*(?:\("[^"]*"\))?\ (?:came|went)\ \((?:ADD|SUP)\)$ | ^Moved\ from\  | \((?:SUP|ADD)\*
    | ^Heading\ "[^"]*"\ (?:came|went)$ | \ (?:was|were)\ (?:split|merged|regrouped)\ """,
    re.VERBOSE,
)
"""A message that says no more than that a provision came, went or moved, which the note says in its own words."""
_DID: Final[dict[str, str]] = {
    "split": "has been split into",
    "merged": "have been merged into",
    "regrouped": "have been regrouped as",
}
_MOST_FINDINGS: Final = 6
_CALLED_BY_KIND: Final = frozenset({"annex", "article", "chapter", "part", "preamble", "section", "title"})
_COMMON: Final = frozenset(
    {"A", "An", "Article", "Articles", "For", "Former", "In", "It", "Only", "Paragraph", "Paragraphs"}
) | {
    *("Some", "The", "There", "This", "What", "With"),
}
"""Words with which the sentences of a note begin, and which are no names."""
_IN_PROSE: Final = 2
"""Changes of less weight that one paragraph still tells in a row."""


def article_blocks(sheet: Sheet) -> Iterator[Block]:
    """Give a heading and numbered paragraphs for each article in which anything changed, under its chapter."""
    above: tuple[str, ...] = ()
    for group in sheet.groups:
        paragraphs = list(_paragraphs(group, sheet))
        if not paragraphs:
            continue
        heads = tuple(map(naming.headed, group.unit.heads))
        yield from (heading("chapter", head) for head in heads if head not in above)
        above = (*heads, naming.article(group)) if group.unit.is_head else heads
        yield heading("chapter" if group.unit.is_head else "article", naming.article(group))
        yield from paragraphs


def _paragraphs(group: Group, sheet: Sheet) -> Iterator[Block]:
    changes = [change for change in group.changes if not reads_the_same(change) and not change.is_editorial]
    if group.state == "inserted" and not group.unit.is_head:
        yield numbered(f"This {_called(group)} is new{_with_clauses(group)}.")
        changes = [change for change in changes if change is not group.header]
    elif group.state == "deleted" and group.new is None:
        yield numbered(_deleted_article(group))
        return
    grave = [change for change in changes if any(finding.severity in _GRAVE for finding in change.findings)]
    for change in grave:
        place = _place(change, sheet)
        was = naming.formerly(change, group, sheet.old_units)
        yield numbered(_told(change), "" if place == naming.WHOLE and not was else naming.lead(place, was))
    yield from _rest([change for change in changes if change not in grave], group, sheet, is_more=bool(grave))


def _rest(changes: Sequence[Change], group: Group, sheet: Sheet, *, is_more: bool) -> Iterator[Block]:
    """Tell what weighs less: in one paragraph where it is little, else as a list."""
    lesser = list(_lesser(changes, group, sheet))
    quiet = list(_quiet(changes, group, sheet))
    if len(lesser) + len(quiet) <= _IN_PROSE:
        said = " ".join([*(f"{place}: {_running_on(told)}" for place, told in lesser), *quiet])
        yield from [numbered(said)] if said else []
        return
    yield numbered(f"{'The other changes' if is_more else 'The changes'} in this {_called(group)} are of low weight:")
    for n, (place, told) in enumerate([*lesser, *(("", said) for said in quiet)]):
        yield item(n, told, place)


def _running_on(told: str) -> str:
    """Give sentences to stand behind a colon: without the capital, where that is not the one of a name."""
    return told[:1].lower() + told[1:] if told.partition(" ")[0] in _COMMON else told


def _called(group: Group) -> str:
    kind = group.unit.provision.kind
    return kind if kind in _CALLED_BY_KIND else "part of the text"


def _with_clauses(group: Group) -> str:
    return f", with {counted(len(group.changes), 'clause')}" if len(group.changes) > 1 else ""


def _deleted_article(group: Group) -> str:
    """Say that an article was deleted, and what went with it."""
    found = [finding for change in group.changes for finding in change.findings if finding.severity in _GRAVE]
    words = next((change.link.old[0].words for change in group.changes if not change.link.old[0].is_heading), "")
    which = f"This {_called(group)} has been deleted{_with_clauses(group)}"
    said = f"{which}: {naming.quoted(words)}" if words else which
    return " ".join((with_stop(said), *_findings(found)))


def _place(change: Change, sheet: Sheet) -> str:
    if change.link.new:
        return naming.in_article(change.link.new[0], sheet.new_units[change.link.new[0].id])
    return f"former {naming.in_article(change.link.old[0], sheet.old_units[change.link.old[0].id]).removeprefix('the ')}"


def _told(change: Change) -> str:
    """Say what happened to a clause and what follows, its gravest finding first."""
    findings = sorted(change.findings, key=lambda finding: SEVERITIES.index(finding.severity))
    of_whole = change.link.kind in {"inserted", "deleted"}
    told = [
        finding
        for finding in findings
        if finding.severity != "info"
        and not (finding.severity == "low" and _ONLY_PLACE.search(finding.message))
        and not (of_whole and finding.rule == "items" and finding.severity == "low")
    ]
    return " ".join(part for part in (_happened(change), *_findings(told, of_whole=of_whole)) if part) or _hunks(change)


def _hunks(change: Change) -> str:
    """Say which words changed in a clause of which no rule says more."""
    if not change.link.old or not change.link.new:
        return ""
    hunks = [_hunk(list(run)) for changed, run in groupby(change.redline, key=lambda part: part.op != "equal") if changed]
    said = [hunk for hunk in hunks if hunk]
    if len(said) > _MOST_FINDINGS:
        return f"It now reads: {naming.quoted(change.new_words)}."
    return f"{'; '.join(said)}." if said else "Only punctuation has changed."


def _hunk(run: Sequence[RedlinePart]) -> str:
    """Say which words gave way to which at one place; empty where that is punctuation only."""
    old, new = ("".join(part.text for part in run if part.op == op) for op in ("delete", "insert"))
    went, came = (naming.quoted(words) if any(map(str.isalnum, words)) else "" for words in (old, new))
    if went and came:
        return f"{went} has been replaced by {came}"
    return f"{went} has been deleted" if went else f"{came} has been added" if came else ""


def _findings(findings: Sequence[Finding], *, of_whole: bool = False) -> Iterator[str]:
    told = {sentence(finding, of_whole=of_whole): finding for finding in reversed(findings[:_MOST_FINDINGS])}
    effects = [effect(finding) if finding.severity in _GRAVE else "" for finding in reversed(told.values())]
    for (words, why), (_, following) in pairwise([*zip(reversed(told), effects, strict=True), ("", "")]):
        yield words
        yield from [why] if why and why != following else []
    rest = len(findings) - _MOST_FINDINGS
    if rest > 0:
        yield f"{counted(rest, 'further finding')} on this clause {'is' if rest == 1 else 'are'} of the same or lower weight."


def _happened(change: Change) -> str:
    """Say what happened to the clause as a whole; empty where only its words changed."""
    link = change.link
    if link.kind == "inserted":
        return with_stop(f"This is new: {naming.quoted(change.new_words)}")
    if link.kind == "deleted":
        return with_stop(f"This has been deleted: {naming.quoted(change.old_words)}")
    if link.kind in _DID:
        old, new = (listed(clause.label for clause in side) for side in (link.old, link.new))
        return f"Former {old} {_DID[link.kind]} {new}."
    if change.moved_words:
        return "Only the order of its words has changed." if only_moved(change) else "Some of its words have moved within it."
    return ""


def _lesser(changes: Sequence[Change], group: Group, sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Give for each clause of less weight its place and what changed in it."""
    for change in changes:
        if not _is_quiet(change):
            place = _place(change, sheet)
            yield naming.lead(place, naming.formerly(change, group, sheet.old_units)), _told(change)


def _is_quiet(change: Change) -> bool:
    """Whether nothing changed but the number, the place, the marks, references or a term that was replaced throughout."""
    return change.follows or change.link.kind == "same" or _is_of_terms(change)


def _is_of_terms(change: Change) -> bool:
    """Whether all that changed is a term that was replaced throughout."""
    return bool(change.findings) and all(one.rule == "definitions" and one.severity == "info" for one in change.findings)


def _quiet(changes: Sequence[Change], group: Group, sheet: Sheet) -> Iterator[str]:
    """Name the clauses of which only the place, the references, the marks or a term changed."""
    quiet = [change for change in changes if change.link.new and _is_quiet(change)]
    if replaced := [_place(change, sheet) for change in quiet if _is_of_terms(change)]:
        yield f"In {naming.many(replaced)} only a term that was replaced throughout has changed."
    if follows := [_place(change, sheet) for change in quiet if change.follows]:
        yield f"In {naming.many(follows)} only references follow a renumbering."
    for change in quiet:
        if change.link.moved and change is not group.header and not group.is_moved:
            was = listed(clause.label for clause in change.link.old)
            yield f"{capital(_place(change, sheet))} has been moved from {was} with the same words."
    if marked := [_place(change, sheet) for change in quiet if change.link.kind == "same" and mark_changes(change)]:
        yield f"In {naming.many(marked)} only brackets or remarks have changed."
