"""The whole history of a treaty at a glance, for the terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from rich.text import Text

from treatydiff.history.apparatus import bracketed
from treatydiff.model import SEVERITIES
from treatydiff.text.citations import short
from treatydiff.writers.lineage.phrases import draft_line, excerpt, path_said
from treatydiff.writers.screen import Screen, printable
from treatydiff.writers.statements import plural, tallied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.history.outcomes import OptionFate, Reopened
    from treatydiff.history.overview import Overview
    from treatydiff.history.paths import Path
    from treatydiff.history.tally import Tally
    from treatydiff.model import History, Step
    from treatydiff.writers.writer import Layout

_MARGIN: Final = 10
_WORDS: Final = 120
_SAID_ALREADY: Final = "brackets"
"""The rule that says that agreed text was changed."""
_FATES: Final = {"won": "went on as the text of {}", "lost": "did not go on to {}", "open": "is an option still"}


def write_terminal(overview: Overview, layout: Layout) -> bytes:
    """Write the drafts with what each step did, then what went back and forth, options, and what was agreed and changed."""
    screen = Screen(layout)
    history = overview.history
    if history.treaty.title:
        screen.line(Text(printable(history.treaty.title), "bold"))
        screen.line()
    _drafts(screen, overview)
    _reversals(screen, overview.reversals, history)
    _options(screen, overview.options, history)
    _reopened(screen, overview.reopened, history)
    return screen.bytes()


def _drafts(screen: Screen, overview: Overview) -> None:
    steps = {step.after: (step, counted) for step, counted in overview.steps}
    for place, draft in enumerate(overview.history.drafts):
        screen.line(draft_line(draft))
        if draft.entry.title:
            screen.line(printable(draft.entry.title), indent=_MARGIN)
        size = f"{len(draft.clauses):,} {plural('clause', len(draft.clauses))}"
        screen.line(size, indent=_MARGIN)
        if place in steps:
            _step(screen, *steps[place], overview.history)
        screen.line()


def _step(screen: Screen, step: Step, counted: Tally, history: History) -> None:
    screen.line(printable(f"against {history.drafts[step.before].id}: {', '.join(tallied(counted))}"), indent=_MARGIN)
    graded = ", ".join(f"{counted.findings[one]:,} {one}" for one in SEVERITIES if counted.findings[one])
    screen.line(f"findings: {graded or 'none'}", indent=_MARGIN)


def _reversals(screen: Screen, found: Sequence[Path], history: History) -> None:
    if not found:
        return
    screen.line(Text("WENT BACK AND FORTH", "bold"))
    screen.line()
    for path in found:
        last = path.line.places[path.line.drafts[-1]]
        place = f"{last.label if last else ''} ({history.drafts[path.line.drafts[-1]].id})"
        screen.line(Text(printable(place), "bold"), indent=_MARGIN)
        said = Text.assemble(printable(path_said(path, history.drafts)), (f" [{path.rule}]", "dim"))
        screen.line(said, indent=_MARGIN)
        screen.line()


def _options(screen: Screen, found: Sequence[OptionFate], history: History) -> None:
    if not found:
        return
    counted = Counter(one.fate for one in found)
    said = ", ".join(f"{counted[fate]:,} {fate}" for fate in ("won", "lost", "open") if counted[fate])
    screen.line(Text(f"OPTIONS  {said}", "bold"))
    screen.line()
    for one in found:
        decided = history.drafts[one.decided].id if one.decided is not None else ""
        fate = _FATES[one.fate].format(decided)
        place = f"{one.clause.label} ({history.drafts[one.draft].id})"
        screen.line(Text.assemble((printable(place), "bold"), printable(f" {fate}")), indent=_MARGIN, label=one.fate)
        screen.line(printable(excerpt(bracketed([one.clause], 0, len(one.clause.words)), _WORDS)), indent=_MARGIN)
        screen.line()


def _reopened(screen: Screen, found: Sequence[Reopened], history: History) -> None:
    if not found:
        return
    screen.line(Text(f"AGREED AND CHANGED LATER  {len(found):,}", "bold"))
    screen.line()
    for one in found:
        old, new = one.change.link.old[0], one.change.link.new
        agreed, after = history.drafts[one.agreed].id, history.drafts[one.step.after].id
        became = f"changed in {after}" if new else f"deleted in {after}"
        now = f" as {short(new[0].label)}" if new and new[0].label != old.label else ""
        screen.line(
            Text.assemble((printable(old.label), "bold"), printable(f" agreed in {agreed}, {became}{now}")), indent=_MARGIN
        )
        for finding in one.change.findings:
            if finding.severity in {"high", "medium"} and finding.rule != _SAID_ALREADY:
                screen.line(printable(finding.message), indent=_MARGIN, label=finding.severity)
        screen.line()
