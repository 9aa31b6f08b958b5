"""The text article by article: each clause that changed, its redline, and what its findings say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from treatydiff.writers.places import below_unit, named, shown
from treatydiff.writers.redlined import redlined
from treatydiff.writers.screen import printable
from treatydiff.writers.statements import marks_said, told, what
from treatydiff.writers.terminal.findings import SEVERITY_STYLE
from treatydiff.writers.terminal.head import MARGIN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.model import Change, Finding
    from treatydiff.writers.screen import Screen
    from treatydiff.writers.terminal.articles import Article


def write_changes(screen: Screen, articles: Iterable[Article], *, is_part: bool) -> None:
    """Write the clauses that changed under their articles, and these under their chapters."""
    screen.line(Text("CHANGES", "bold"))
    last: tuple[str, ...] = ()
    article = None
    for article in articles:
        above = tuple(named(head) for head in article.heads)
        for heading in above if above != last else ():
            if heading not in last:
                screen.line()
                screen.line(Text(printable(heading), "bold"))
        last = (*above, named(article.provision))
        _article(screen, article)
    if article is None:
        screen.line()
        screen.line("What is shown reads the same in both drafts." if is_part else "The two drafts read the same.")


def _article(screen: Screen, article: Article) -> None:
    screen.line()
    title = Text(printable(article.title), "bold underline" if screen.colour else "bold")
    screen.line(Text.assemble(title, ("  (earlier draft)", "dim")) if article.is_gone else title)
    for change in article.changes:
        if shown(change).provision is article.provision and change.link.kind == "same" and not told(change):
            screen.line(Text(printable(what(change)), "dim"), indent=MARGIN)
            continue
        screen.line()
        _clause(screen, change)


def _clause(screen: Screen, change: Change) -> None:
    label = printable(below_unit(shown(change)))
    if len(label) >= MARGIN:
        screen.line(label)
        label = ""
    if said := what(change):
        screen.line(Text(printable(said), "dim italic"), indent=MARGIN, label=label)
        label = ""
    if change.link.kind != "same" and change.redline:
        screen.line(redlined(change, colour=screen.colour), indent=MARGIN, label=label)
    if marks := marks_said(change.marks):
        screen.line(Text(printable(marks), "dim"), indent=MARGIN)
    for finding in told(change):
        _finding(screen, finding)


def _finding(screen: Screen, finding: Finding) -> None:
    said = Text.assemble(printable(finding.message), " ", (f"[{finding.rule}]", "dim"))
    screen.line(said, indent=MARGIN, label=finding.severity, label_style=SEVERITY_STYLE[finding.severity])
