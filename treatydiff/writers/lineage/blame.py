"""Which draft brought which words of a draft, for the terminal: the drafts in the margin, the words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.text import Text

from treatydiff.history.blame import shares
from treatydiff.text.citations import short
from treatydiff.text.tokens import bare_words
from treatydiff.writers.lineage.phrases import draft_line
from treatydiff.writers.screen import Screen, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.history.blame import Blamed, DraftBlame, Run
    from treatydiff.model import History
    from treatydiff.writers.writer import Layout

_WIDEST_MARGIN: Final = 18
_BACK: Final = " back"
_GAP: Final = 2


def write_terminal(blame: DraftBlame, layout: Layout) -> bytes:
    """Write each run of words on a line of its own beside the draft that brought it; "back" where they had gone meanwhile."""
    screen = Screen(layout)
    _head(screen, blame)
    margin = _margin(blame)
    for clause in blame.clauses:
        screen.line()
        _clause(screen, clause, blame.history, margin)
    return screen.bytes()


def _head(screen: Screen, blame: DraftBlame) -> None:
    draft = blame.history.drafts[blame.draft]
    screen.line(Text.assemble("Who brought the words of ", draft_line(draft)))
    counted = shares(blame.clauses)
    total = sum(counted.values()) or 1
    said = ", ".join(f"{blame.history.drafts[n].id} {counted[n]:,} ({counted[n] / total:.0%})" for n in sorted(counted))
    screen.line(Text(printable(f"words by draft: {said}"), "dim"))
    if any(run.restored for clause in blame.clauses for run in clause.runs):
        screen.line(Text('"back": the words had gone in a draft between, and came back', "dim"))


def _margin(blame: DraftBlame) -> int:
    names = {_brought(run, blame.history) for clause in blame.clauses for run in clause.runs}
    return min(max(map(cell_len, names), default=0), _WIDEST_MARGIN) + _GAP


def _brought(run: Run, history: History) -> str:
    return printable(history.drafts[run.draft].id) + (_BACK if run.restored else "")


def _clause(screen: Screen, blamed: Blamed, history: History, margin: int) -> None:
    clause = blamed.clause
    label = clause.label[:1].upper() + clause.label[1:] if clause.is_heading else short(clause.label)
    heading = f"  {clause.provision.heading}" if clause.provision.heading and not clause.is_heading else ""
    screen.line(Text(printable(label + heading), "bold"))
    for run in joined(blamed.runs):
        name = _brought(run, history)
        style = "bold" if run.restored else "dim"
        words = printable(" ".join(run.text.split()))
        if cell_len(name) + _GAP > margin:
            screen.line(Text(name, style))
            name = ""
        screen.line(words, indent=margin, label=name, label_style=style)


def joined(runs: Sequence[Run]) -> list[Run]:
    """Put signs without words to the run before them, and to one run what stands side by side from one draft."""
    found: list[Run] = []
    for run in runs:
        if found and (not bare_words(run.text) or (run.draft, run.restored) == (found[-1].draft, found[-1].restored)):
            found[-1] = found[-1]._replace(text=found[-1].text + run.text)
        else:
            found.append(run)
    return found
