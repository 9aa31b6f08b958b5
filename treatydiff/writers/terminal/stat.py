"""One line for each article that changed, as `git diff --stat` has for each file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from treatydiff.model import SEVERITIES
from treatydiff.text.tokens import bare_words
from treatydiff.writers.screen import printable
from treatydiff.writers.statements import plural, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.model import Change, Severity
    from treatydiff.writers.screen import Screen
    from treatydiff.writers.terminal.articles import Article

_NAME_SHARE: Final = 0.5
"""Of the width, at most, for what an article is called."""
_WHOLE: Final = frozenset({"new", "deleted"})
"""What can happen to an article as a whole, and is said with its number."""
_COUNT_COLUMNS: Final = 6
_WEIGHT_COLUMNS: Final = 8


class _Line(NamedTuple):
    """An article: what it is called, how many words came and went in it, what else happened, its gravest finding."""

    name: str
    came: int
    went: int
    happened: str
    severity: Severity | None


def write_stat(screen: Screen, articles: Iterable[Article]) -> None:
    """Write for each article the number of words that came and went, a bar of `+` and `-`, and the gravest finding."""
    changed = list(articles)
    lines = [_counted(article) for article in changed]
    if not lines:
        screen.line("Nothing changed.")
        return
    column = min(max(cell_len(line.name) for line in lines), int(screen.width * _NAME_SHARE))
    room = screen.width - column - len(" | ") - _COUNT_COLUMNS - _WEIGHT_COLUMNS - 2
    most = max(line.came + line.went for line in lines)
    for line in lines:
        screen.line(_row(line, column, _bar(line, room, most)))
    screen.line(_total(lines, sum(len(article.changes) for article in changed)))


def _counted(article: Article) -> _Line:
    words = {"insert": 0, "delete": 0, "equal": 0}
    for change in article.changes:
        if not change.follows:
            for op, text in change.redline:
                words[op] += len(bare_words(text))
    happened = _happened(article.changes)
    severities = [finding.severity for change in article.changes for finding in told(change)]
    return _Line(
        printable(article.titled(happened) if happened in _WHOLE else article.title),
        words["insert"],
        words["delete"],
        happened,
        min(severities, key=SEVERITIES.index, default=None),
    )


def _happened(changes: Sequence[Change]) -> str:
    """Say what else happened to an article than words that came and went, the most telling first."""
    links = [change.link for change in changes]
    found = (
        ("new", all(link.kind == "inserted" for link in links)),
        ("deleted", all(link.kind == "deleted" for link in links)),
        ("moved", all(link.moved for link in links)),
        ("clauses moved", any(link.moved for link in links)),
        ("heading", any(link.heading_changed for link in links)),
        ("marks", any(mark.op != "kept" for change in changes for mark in change.marks)),
        ("references", any(change.follows for change in changes)),
        ("renumbered", any(link.renumbered for link in links)),
    )
    return next((name for name, there in found if there), "")


def _bar(line: _Line, room: int, most: int) -> Text:
    """Give the bar, scaled to the room where the longest would not fit, never without a sign of either kind that there is."""
    if not line.came and not line.went:
        return Text(line.happened, "dim")
    scale = min(1.0, room / most)
    came, went = (max(1, int(count * scale)) if count else 0 for count in (line.came, line.went))
    if came + went > room:
        came, went = (came - 1, went) if came > went else (came, went - 1)
    return Text.assemble(("+" * came, "blue"), ("-" * went, "red"))


def _row(line: _Line, column: int, bar: Text) -> Text:
    name = line.name if cell_len(line.name) <= column else f"{set_cell_size(line.name, column - 1).rstrip()}…"
    words = f"{line.came + line.went:,}" if line.came or line.went else ""
    weight = line.severity or ""
    return Text.assemble(
        set_cell_size(name, column),
        " | ",
        words.rjust(_COUNT_COLUMNS),
        " ",
        (weight.ljust(_WEIGHT_COLUMNS), "bold" if weight == "high" else "dim"),
        bar,
    )


def _total(lines: Sequence[_Line], clauses: int) -> str:
    came, went = sum(line.came for line in lines), sum(line.went for line in lines)
    parts = (
        f"{len(lines):,} {plural('article', len(lines))} and {clauses:,} {plural('clause', clauses)} changed",
        f"{came:,} {plural('word', came)} came in (+)",
        f"{went:,} went out (-)",
    )
    return ", ".join(parts)
