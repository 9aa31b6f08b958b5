"""The history of a treaty as JSON, by the contracts of `contract`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from treatydiff.history.blame import shares
from treatydiff.history.standing import standing
from treatydiff.history.tally import tally
from treatydiff.writers.json import GENERATOR, Kinds, Severities, changed, side
from treatydiff.writers.json_bytes import json_bytes
from treatydiff.writers.lineage.contract import (
    BlamedSaid,
    BlameFile,
    ConcordanceFile,
    DraftSaid,
    EntrySaid,
    HistoryFile,
    LineSaid,
    LogFile,
    Named,
    OptionSaid,
    PassageSaid,
    PathSaid,
    ReopenedSaid,
    RowSaid,
    RunSaid,
    StandingSaid,
    StepSaid,
    StopSaid,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.history.blame import DraftBlame
    from treatydiff.history.concordance import Concordance, Row
    from treatydiff.history.log import Entry, Log, Passage
    from treatydiff.history.outcomes import OptionFate, Reopened
    from treatydiff.history.overview import Overview
    from treatydiff.history.paths import Path
    from treatydiff.history.tally import Tally
    from treatydiff.model import Clause, Finding, History, Line, Step
    from treatydiff.writers.writer import Layout


def write_log(log: Log, _layout: Layout) -> bytes:
    """Write what every draft did, by the contract `treatydiff.log/1`."""
    history, subject = log.history, log.subject
    named = Named(history.drafts[subject.draft].id, subject.clauses[0].id, subject.label) if subject else None
    return json_bytes(
        LogFile(
            "treatydiff.log/1",
            GENERATOR,
            history.treaty.title,
            _drafts(history),
            named,
            [_entry(entry, history) for entry in log.entries],
            [_path(path, history) for path in log.paths],
        )
    )


def write_blame(blame: DraftBlame, _layout: Layout) -> bytes:
    """Write who brought the words of a draft, by the contract `treatydiff.blame/1`."""
    history, drafts = blame.history, blame.history.drafts
    clauses = [
        BlamedSaid(one.clause.id, one.clause.label, [RunSaid(run.text, drafts[run.draft].id, run.restored) for run in one.runs])
        for one in blame.clauses
    ]
    counted = {drafts[n].id: count for n, count in sorted(shares(blame.clauses).items())}
    file = BlameFile(
        "treatydiff.blame/1", GENERATOR, history.treaty.title, _drafts(history), drafts[blame.draft].id, counted, clauses
    )
    return json_bytes(file)


def write_concordance(concordance: Concordance, _layout: Layout) -> bytes:
    """Write the numbers over all drafts, by the contract `treatydiff.concordance/1`."""
    history = concordance.history
    return json_bytes(
        ConcordanceFile(
            "treatydiff.concordance/1",
            GENERATOR,
            history.treaty.title,
            concordance.depth,
            _drafts(history),
            [_row(row) for row in concordance.rows],
        )
    )


def write_overview(overview: Overview, _layout: Layout) -> bytes:
    """Write the history at a glance with the line of every clause, by the contract `treatydiff.history/1`."""
    history = overview.history
    return json_bytes(
        HistoryFile(
            "treatydiff.history/1",
            GENERATOR,
            history.treaty.title,
            _drafts(history),
            [_step(step, counted, history) for step, counted in overview.steps],
            [_path(path, history) for path in overview.reversals],
            [_option(one, history) for one in overview.options],
            [_reopened(one, history) for one in overview.reopened],
            [_line(line) for line in history.lines],
        )
    )


def _drafts(history: History) -> list[DraftSaid]:
    return [
        DraftSaid(
            draft.id,
            draft.entry.file,
            draft.entry.title,
            draft.entry.symbol,
            draft.entry.date,
            draft.entry.based_on,
            draft.document.metadata.sha256,
            len(draft.clauses),
        )
        for draft in history.drafts
    ]


def _entry(entry: Entry, history: History) -> EntrySaid:
    summary = _step(entry.step, tally(history, entry.step), history) if entry.step else None
    passages = [_passage(one, entry.draft, history) for one in entry.passages]
    return EntrySaid(history.drafts[entry.draft].id, summary, passages)


def _step(step: Step, counted: Tally, history: History) -> StepSaid:
    return StepSaid(
        history.drafts[step.before].id,
        history.drafts[step.after].id,
        Kinds(**{str(kind): n for kind, n in counted.kinds.items()}),
        counted.following,
        counted.renumbered,
        counted.moved,
        counted.returned,
        Severities(**{str(name): n for name, n in counted.findings.items()}),
    )


def _passage(passage: Passage, draft: int, history: History) -> PassageSaid:
    language = history.drafts[draft].document.metadata.language or "en"
    stood = [standing(clause, language) for clause in passage.clauses]
    back = passage.returned
    return PassageSaid(
        passage.event,
        [side(clause) for clause in passage.clauses],
        [StandingSaid(one.state, list(one.said)) for one in stood],
        changed(passage.change) if passage.change else None,
        _named(back.old, back.before, history) if back else None,
    )


def _named(clause: Clause, draft: int, history: History) -> Named:
    return Named(history.drafts[draft].id, clause.id, clause.label)


def _path(path: Path, history: History) -> PathSaid:
    stops = [StopSaid(history.drafts[stop.draft].id, stop.words) for stop in path.stops]
    return PathSaid(path.line.id, path.rule, path.actor, path.is_reversal, stops)


def _row(row: Row) -> RowSaid:
    line = row.line
    last = line.places[line.drafts[-1]]
    kind = last.provision.kind if last else ""
    labels = [label or None for label in row.labels]
    return RowSaid(line.id, row.subject, kind, labels, row.is_renumbered, line.begins, line.ends)


def _option(one: OptionFate, history: History) -> OptionSaid:
    decided = None if one.decided is None else history.drafts[one.decided].id
    return OptionSaid(_named(one.clause, one.draft, history), one.clause.words, one.fate, decided)


def _reopened(one: Reopened, history: History) -> ReopenedSaid:
    return ReopenedSaid(
        one.line.id,
        _named(one.change.link.old[0], one.step.before, history),
        history.drafts[one.agreed].id,
        history.drafts[one.step.after].id,
        one.change.id,
        _graded(one.change.findings),
    )


def _graded(findings: Iterable[Finding]) -> Severities:
    return Severities(**Counter[str](finding.severity for finding in findings))


def _line(line: Line) -> LineSaid:
    ids = [clause.id if clause else None for clause in line.places]
    return LineSaid(line.id, ids, line.begins, line.ends, line.source, line.heir)
