"""What each draft did to one clause, or to an article with all that stands below it, for the terminal."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from rich.text import Text

from treatydiff.history.standing import standing
from treatydiff.text.citations import short
from treatydiff.writers.lineage.phrases import draft_line, is_telling, path_said, standing_said
from treatydiff.writers.marked import marked
from treatydiff.writers.redlined import redlined
from treatydiff.writers.screen import Screen, printable
from treatydiff.writers.statements import marks_said, plural, told, what
from treatydiff.writers.tracked import spelt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.history.log import Entry, Log, Passage
    from treatydiff.history.paths import Path
    from treatydiff.history.subject import Subject
    from treatydiff.model import Clause, Finding, History
    from treatydiff.writers.writer import Layout

_MARGIN: Final = 10
_STYLES: Final = {"high": "bold", "medium": "", "low": "dim", "info": "dim"}


def write_clause_log(log: Log, subject: Subject, layout: Layout) -> bytes:
    """Write draft by draft what happened to a subject, then the paths of its wordings."""
    screen = Screen(layout)
    _head(screen, log, subject)
    for entry in log.entries:
        screen.line()
        _entry(screen, entry, log.history)
    _paths(screen, [path for path in log.paths if is_telling(path)], log.history)
    return screen.bytes()


def _head(screen: Screen, log: Log, subject: Subject) -> None:
    label = subject.label[:1].upper() + subject.label[1:]
    first = subject.clauses[0]
    heading = f". {first.provision.heading}" if first.label == subject.label and first.provision.heading else ""
    screen.line(Text(printable(label + heading), "bold underline" if screen.colour else "bold"))
    place = f"as numbered in {log.history.drafts[subject.draft].id}"
    if ended := _gone_since(log):
        place += f"; not in the text since {ended}"
    screen.line(Text(printable(place), "dim"))


def _gone_since(log: Log) -> str:
    """Give the draft that ended the last of what is told; empty where something of it stands in the last draft."""
    last = log.entries[-1] if log.entries else None
    return log.history.drafts[last.draft].id if last and all(one.event == "deleted" for one in last.passages) else ""


def _entry(screen: Screen, entry: Entry, history: History) -> None:
    draft = history.drafts[entry.draft]
    title = " ".join(draft.entry.title.split())
    screen.line(Text.assemble(draft_line(draft), (printable(f"   {title}" if title else ""), "dim")))
    several = len(entry.passages) > 1
    for changed, group in groupby(entry.passages, key=lambda one: one.event != "unchanged"):
        passages = list(group)
        if not changed:
            _unchanged(screen, passages, history, entry.draft)
            continue
        for passage in passages:
            screen.line()
            _passage(screen, passage, history, entry.draft, several=several)


def _unchanged(screen: Screen, passages: Sequence[Passage], history: History, draft: int) -> None:
    clauses = [clause for passage in passages for clause in passage.clauses]
    if len(clauses) == 1:
        was = [old.label for passage in passages if passage.change for old in passage.change.link.old]
        number = f", was {was[0]}" if was and was[0] != clauses[0].label else ""
        screen.line(Text(printable(f"{clauses[0].label}: same words{number}"), "dim"), indent=_MARGIN)
        _standing(screen, clauses[0], history, draft)
        return
    places = f"{short(clauses[0].label)} to {short(clauses[-1].label)}"
    said = f"{len(clauses):,} {plural('clause', len(clauses))} as before, {places}"
    screen.line()
    screen.line(Text(printable(said), "dim"), indent=_MARGIN)


def _passage(screen: Screen, passage: Passage, history: History, draft: int, *, several: bool) -> None:
    if passage.clauses:
        label = " and ".join(clause.label for clause in passage.clauses)
        screen.line(Text(printable(label), "bold" if several else ""), indent=_MARGIN)
    if happened := _happened(passage, history):
        screen.line(Text(printable(happened), "dim italic"), indent=_MARGIN)
    _wording(screen, passage)
    for clause in passage.clauses:
        _standing(screen, clause, history, draft)
    if passage.change:
        if remarks := marks_said(passage.change.marks):
            screen.line(Text(printable(remarks), "dim"), indent=_MARGIN)
        for finding in told(passage.change):
            _finding(screen, finding)


def _happened(passage: Passage, history: History) -> str:
    if passage.returned:
        was = passage.returned
        words = " with the same words" if was.old.words == was.new.words else ""
        return f"came back{words}, last stood in {history.drafts[was.before].id} as {was.old.label}"
    return what(passage.change) if passage.change else ""


def _wording(screen: Screen, passage: Passage) -> None:
    """Write the redline; the wording itself where nothing was before, nothing where only number or place changed."""
    change = passage.change
    if change is None or change.link.kind == "inserted":
        for clause in passage.clauses:
            screen.line(marked(*spelt(clause.words, clause.marks)), indent=_MARGIN)
    elif change.link.kind != "same":
        screen.line(redlined(change, colour=screen.colour), indent=_MARGIN)


def _standing(screen: Screen, clause: Clause, history: History, draft: int) -> None:
    language = history.drafts[draft].document.metadata.language or "en"
    if said := standing_said(standing(clause, language)):
        screen.line(Text(printable(said), "dim"), indent=_MARGIN)


def _finding(screen: Screen, finding: Finding) -> None:
    said = Text.assemble(printable(finding.message), " ", (f"[{finding.rule}]", "dim"))
    screen.line(said, indent=_MARGIN, label=finding.severity, label_style=_STYLES[finding.severity])


def _paths(screen: Screen, paths: Sequence[Path], history: History) -> None:
    if not paths:
        return
    screen.line()
    screen.line(Text("WORDINGS OVER TIME", "bold"))
    for number, several in groupby(paths, key=lambda path: path.line.id):
        found = list(several)
        line = found[0].line
        last = line.places[line.drafts[-1]]
        screen.line()
        if last is not None:
            screen.line(printable(f"{last.label}" if number.startswith(history.drafts[-1].id) else number), indent=_MARGIN)
        for path in found:
            said = Text.assemble(printable(path_said(path, history.drafts)), (f" [{path.rule}]", "dim"))
            screen.line(said, indent=_MARGIN, label="back" if path.is_reversal else "", label_style="bold")
