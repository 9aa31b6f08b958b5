"""The data behind the history of a treaty: one row for each line and draft, as CSV and as JSON."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import msgspec

from treatydiff.history.proposals import fates
from treatydiff.history.standing import State
from treatydiff.history.stations import Kind, stations
from treatydiff.history.story import places
from treatydiff.model import SEVERITIES, Axis, Beginning, Ending, Fate, Operation, ScopeAxis, Severity
from treatydiff.version import __version__
from treatydiff.writers.cells import safe
from treatydiff.writers.json_bytes import json_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.history.stations import Station
    from treatydiff.model import Draft, Finding, History, Line, Measures, Record, Report
    from treatydiff.writers.writer import Layout

_Count = Annotated[int, msgspec.Meta(ge=0)]
_Share = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]
_DIGITS: Final = 4


class Drafted(msgspec.Struct, frozen=True):
    """One draft with what is counted in it: `words` in its operative clauses, operators and safeguards by their names."""

    id: str
    file: str
    title: str
    symbol: str
    date: str
    based_on: str
    sha256: str
    clauses: _Count
    words: _Count
    operators: dict[str, _Count]
    contested_operators: _Count
    brackets: _Count
    bracketed_clauses: _Count
    safeguards: dict[str, _Count]


class Lined(msgspec.Struct, frozen=True):
    """One clause through all drafts: how it began and ended, the line that it came out of and the one that it went into."""

    id: str
    begins: Beginning
    ends: Ending
    source: str
    heir: str


class Judged(msgspec.Struct, frozen=True):
    """What a change means under one rule."""

    rule: str
    category: str
    severity: Severity
    bindingness: Axis
    rights: Axis
    scope: ScopeAxis
    actor: str
    old: str
    new: str
    message: str


class Row(msgspec.Struct, frozen=True):
    """One line at one draft. Id, label, number, heading and text are empty in the draft that deleted or merged the clause.

    `share_changed` is the share of the words of both wordings that came or went; `standing` is how far the room had got, and
    `said` the statuses and attributions that say so.
    """

    line: str
    draft: str
    kind: Kind
    id: str
    label: str
    num: str
    heading: str
    text: str
    standing: State | Literal[""]
    said: list[str]
    share_changed: _Share
    renumbered: bool
    moved: bool
    heading_changed: bool
    findings: list[Judged]


class Proposed(msgspec.Struct, frozen=True):
    """A proposal of the record by its id, what became of it, the id of the draft that decided it, and the lines it is about."""

    id: str
    date: str
    operation: Operation
    said: str
    proposed_by: list[str]
    fate: Fate
    decided: str
    why: str
    lines: list[str]


class HistoryFile(msgspec.Struct, frozen=True):
    """The history of a treaty."""

    schema: Literal["treatydiff.report/1"]
    generator: str
    title: str
    drafts: list[Drafted]
    lines: list[Lined]
    rows: list[Row]
    proposals: list[Proposed]


_COLUMNS: Final = (
    *("line", "draft", "kind", "id", "label", "num", "heading", "text", "standing", "said", "share_changed", "renumbered"),
    *("moved", "heading_changed", "findings", "severity", "rules", "bindingness", "rights", "scope", "messages"),
)


def history_schema() -> dict[str, Any]:
    """Give the JSON Schema of a history."""
    return msgspec.json.schema(HistoryFile)


def write_json(report: Report, _layout: Layout) -> bytes:
    """Write the history as one JSON object in UTF-8, indented by two spaces."""
    history = report.history
    file = HistoryFile(
        "treatydiff.report/1",
        f"treatydiff {__version__}",
        history.treaty.title,
        [_drafted(draft, counted) for draft, counted in zip(history.drafts, report.measures, strict=True)],
        [Lined(line.id, line.begins, line.ends, line.source, line.heir) for line in history.lines],
        list(_rows(history)),
        _proposed(history, report.record),
    )
    return json_bytes(file)


def _proposed(history: History, record: Record) -> list[Proposed]:
    lines = places(history)
    ids = [draft.id for draft in history.drafts]
    return [
        Proposed(
            one.proposal.id,
            one.proposal.date,
            one.proposal.operation,
            one.proposal.said,
            list(one.proposal.proposed_by),
            one.fate,
            "" if one.decided is None else ids[one.decided],
            one.why,
            [history.lines[lines[ids.index(one.proposal.draft), clause.id]].id for clause in one.clauses],
        )
        for one in fates(history, record)
    ]


def write_csv(report: Report, _layout: Layout) -> bytes:
    """Write one row for each line and draft, as UTF-8 with a byte order mark, so that spreadsheets know the encoding.

    Findings are summed up in their cells: how many, the gravest severity, and what they say, parted by "; ". No cell can start
    a formula.
    """
    file = StringIO(newline="")
    rows = csv.writer(file)
    rows.writerow(_COLUMNS)
    rows.writerows([safe(cell) for cell in _cells(row)] for row in _rows(report.history))
    return file.getvalue().encode("utf-8-sig", errors="replace")


def _drafted(draft: Draft, counted: Measures) -> Drafted:
    entry = draft.entry
    return Drafted(
        entry.id,
        entry.file,
        entry.title,
        entry.symbol,
        entry.date,
        entry.based_on,
        draft.document.metadata.sha256,
        counted.clauses,
        counted.words,
        dict(counted.operators),
        counted.contested,
        counted.brackets,
        counted.bracketed,
        dict(counted.safeguards),
    )


def _rows(history: History) -> Iterator[Row]:
    for line, stood in zip(history.lines, stations(history), strict=True):
        for station in stood:
            yield _row(line, station, history.drafts[station.draft].id)


def _row(line: Line, station: Station, draft: str) -> Row:
    clause, change = station.clause, station.change
    return Row(
        line=line.id,
        draft=draft,
        kind=station.kind,
        id=clause.id if clause else "",
        label=clause.label if clause else "",
        num=clause.provision.num if clause else "",
        heading=clause.provision.heading if clause else "",
        text=clause.words if clause else "",
        standing=station.standing.state if station.standing else "",
        said=list(station.standing.said) if station.standing else [],
        share_changed=round(station.share, _DIGITS),
        renumbered=change is not None and change.link.renumbered,
        moved=change is not None and change.link.moved,
        heading_changed=change is not None and change.link.heading_changed,
        findings=[_judged(finding) for finding in change.findings] if change else [],
    )


def _judged(one: Finding) -> Judged:
    axes = (one.bindingness, one.rights, one.scope)
    return Judged(one.rule, one.category, one.severity, *axes, one.actor, one.old, one.new, one.message)


def _cells(row: Row) -> Iterator[str]:
    yield from (row.line, row.draft, row.kind, row.id, row.label, row.num, row.heading, row.text, row.standing)
    yield "; ".join(row.said)
    yield f"{row.share_changed:.4f}"
    yield from ("yes" if flag else "no" for flag in (row.renumbered, row.moved, row.heading_changed))
    yield str(len(row.findings))
    yield min((one.severity for one in row.findings), key=SEVERITIES.index, default="")
    yield _values([one.rule for one in row.findings])
    for axis in ("bindingness", "rights", "scope"):
        yield _values([value for one in row.findings if (value := getattr(one, axis)) != "neutral"])
    yield "; ".join(one.message for one in row.findings)


def _values(values: Sequence[str]) -> str:
    return "; ".join(dict.fromkeys(values))
