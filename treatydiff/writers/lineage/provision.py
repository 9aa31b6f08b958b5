"""One provision as it stands in a draft, and where it stands in the others, for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from treatydiff.history.standing import standing
from treatydiff.history.story import places
from treatydiff.writers.lineage.phrases import draft_line, standing_said
from treatydiff.writers.screen import Screen, printable
from treatydiff.writers.tree import write_provisions

if TYPE_CHECKING:
    from treatydiff.history.subject import Subject
    from treatydiff.model import Draft, History
    from treatydiff.writers.writer import Layout

_MARGIN: Final = 10


def write_provision(history: History, subject: Subject, layout: Layout) -> bytes:
    """Write a provision with all that stands below it, how far the room had got, and how it is cited in every draft."""
    screen = Screen(layout)
    draft = history.drafts[subject.draft]
    screen.line(Text(printable(subject.label[:1].upper() + subject.label[1:]), "bold"))
    screen.line(Text.assemble("in ", draft_line(draft)))
    above = ", ".join(name for one in subject.clauses[0].ancestors if (name := _named(one.num, one.heading)))
    if above and subject.clauses[0].provision is subject.provision:
        screen.line(Text(printable(above), "dim"))
    if said := _standing(draft, subject):
        screen.line(printable(said))
    screen.line()
    write_provisions(screen, [subject.provision])
    screen.line()
    _numbers(screen, history, subject)
    return screen.bytes()


def _named(number: str, heading: str) -> str:
    return " ".join(part for part in (number.rstrip("."), heading) if part)


def _standing(draft: Draft, subject: Subject) -> str:
    first = subject.clauses[0]
    if first.label != subject.label:
        return ""
    return standing_said(standing(first, draft.document.metadata.language or "en"))


def _numbers(screen: Screen, history: History, subject: Subject) -> None:
    line = history.lines[places(history)[subject.draft, subject.clauses[0].id]]
    if line.places[subject.draft] is None or subject.clauses[0].label != subject.label:
        return
    screen.line(Text("IN EACH DRAFT", "bold"))
    for draft, clause in zip(history.drafts, line.places, strict=True):
        label = printable(draft.id)
        words = Text(printable(clause.label)) if clause else Text("not there", "dim")
        screen.line(words, indent=max(_MARGIN, len(label) + 2), label=label)
