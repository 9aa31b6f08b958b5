"""What each step of a history did, article by article in one line each, for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from treatydiff.history.tally import shares, tally
from treatydiff.model import SEVERITIES
from treatydiff.text.numbers import bare
from treatydiff.writers.lineage.phrases import draft_line
from treatydiff.writers.screen import Screen, printable
from treatydiff.writers.statements import plural, tallied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.history.log import Entry, Log
    from treatydiff.history.tally import Share
    from treatydiff.model import Provision
    from treatydiff.writers.writer import Layout

_BAR: Final = 16
_COUNT: Final = 5
_GRADES: Final = 17
_NUMBER: Final = 8
_GAP: Final = 2


def write_steps(log: Log, layout: Layout) -> bytes:
    """Write one entry for each draft: what its step did in all, then each article with the words that came and went."""
    screen = Screen(layout)
    if title := log.history.treaty.title:
        screen.line(Text(printable(title), "bold"))
        screen.line()
    for entry in log.entries:
        _entry(screen, log, entry)
    return screen.bytes()


def _entry(screen: Screen, log: Log, entry: Entry) -> None:
    draft = log.history.drafts[entry.draft]
    screen.line(draft_line(draft))
    if draft.entry.title:
        screen.line(printable(draft.entry.title), indent=_GAP)
    if entry.step is None:
        screen.line(f"the first draft, {len(draft.clauses):,} {plural('clause', len(draft.clauses))}", indent=_GAP)
        screen.line()
        return
    before = log.history.drafts[entry.step.before].id
    counted = tally(log.history, entry.step)
    screen.line(printable(f"against {before}: {', '.join(tallied(counted))}"), indent=_GAP)
    graded = ", ".join(f"{counted.findings[one]:,} {one}" for one in SEVERITIES if counted.findings[one])
    screen.line(f"findings: {graded or 'none'}", indent=_GAP)
    screen.line()
    _table(screen, shares(entry.step))
    screen.line()


def _table(screen: Screen, told: Sequence[Share]) -> None:
    most = max((share.came + share.went for share in told), default=1)
    room = screen.width - _COUNT - _BAR - _GRADES - 4 * _GAP
    for share in told:
        heading = " ".join(share.article.heading.split())
        name = _cut(printable(f"{_number(share.article).ljust(_NUMBER)}  {heading}"), room)
        came, went = _lengths(share, most)
        signs = Text.assemble(("+" * came, "blue"), ("-" * went, "red"), " " * (_BAR - came - went))
        count = f"{share.came + share.went:,}".rjust(_COUNT)
        row = Text.assemble(name, " " * _GAP, count, " " * _GAP, signs, " " * _GAP, (_grades(share), "bold"))
        row.rstrip()
        screen.line(row, indent=_GAP)


def _lengths(share: Share, most: int) -> tuple[int, int]:
    """Give the signs for what came and went: as many as words where there is room, else in proportion, never none of some."""
    scale = min(1.0, _BAR / most)
    came, went = (max(1, round(n * scale)) if n else 0 for n in (share.came, share.went))
    over = max(0, came + went - _BAR)
    return (came - over, went) if came > went else (came, went - over)


def _grades(share: Share) -> str:
    graded = [finding.severity for finding in share.findings]
    said = [f"{graded.count(one)} {one}" for one in ("high", "medium") if one in graded]
    return ", ".join([*(["gone"] if share.is_gone else []), *said])


def _number(provision: Provision) -> str:
    number = bare(provision.num) if provision.kind == "article" else " ".join(provision.num.split()).rstrip(".")
    return number or provision.kind


def _cut(text: str, room: int) -> str:
    return set_cell_size(text, room) if cell_len(text) <= room else f"{set_cell_size(text, room - 1)}…"
