"""Proposals and positions with what became of them: for the terminal, as CSV and as JSON."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO
from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal

import msgspec
from rich.text import Text

from treatydiff.history.proposals import is_unnamed
from treatydiff.model import Fate, Operation
from treatydiff.version import __version__
from treatydiff.writers.cells import safe
from treatydiff.writers.screen import Screen, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.history.proposals import Position, ProposalFate
    from treatydiff.model import History, Record
    from treatydiff.writers.writer import Layout

_MARGIN: Final = 6
_ROLES: Final = ("proposed", "supported", "opposed")


class Source(msgspec.Struct, frozen=True):
    """Where a proposal is reported."""

    publisher: str
    title: str
    date: str


class Told(msgspec.Struct, frozen=True):
    """One proposal: what the record says of it, and what the drafts show; `decided` is the id of the draft that decided it."""

    id: str
    date: str
    operation: Operation
    said: str
    draft: str
    clauses: list[str]
    words_in: list[str]
    words_out: list[str]
    proposed_by: list[str]
    supported_by: list[str]
    opposed_by: list[str]
    status: str
    remark: str
    votes: dict[str, int] | None
    source: Source
    fate: Fate
    decided: str
    why: str
    now: list[str]


class ProposalsFile(msgspec.Struct, frozen=True):
    """The proposals of a negotiation."""

    schema: Literal["treatydiff.proposals/1"]
    generator: str
    proposals: list[Told]


def write_terminal(found: Sequence[ProposalFate], history: History, record: Record, layout: Layout) -> bytes:
    """Write each proposal with its fate: who and when, what, what became of it, where that stands now."""
    screen = Screen(layout)
    for one in found:
        _proposal(screen, one, history, record)
    screen.line(_summary(found))
    return screen.bytes()


def write_positions(found: Sequence[Position], history: History, record: Record, name: str, layout: Layout) -> bytes:
    """Write what a State or a group proposed, supported and opposed, each with its fate."""
    screen = Screen(layout)
    ranked = sorted(found, key=lambda one: _ROLES.index(one.role))
    for role, ones in groupby(ranked, key=lambda one: one.role):
        listed = list(ones)
        screen.line(Text(printable(f"{name} {role} ({len(listed)})"), "bold underline"))
        screen.line()
        for one in listed:
            _proposal(screen, one.fate, history, record)
    screen.line(_summary([one.fate for one in found]) if found else f"The record names no position of {printable(name)}.")
    return screen.bytes()


def _proposal(screen: Screen, one: ProposalFate, history: History, record: Record) -> None:
    proposal = one.proposal
    by = ", ".join(proposal.proposed_by)
    about = _cited(one)
    head = "  ".join(part for part in (proposal.date, about) if part)
    said = Text.assemble((printable(head), "bold"), printable(f"  {by}" if by else ""))
    screen.line(said, indent=_MARGIN, label=printable(proposal.id), label_style="bold")
    screen.line(printable(proposal.said), indent=_MARGIN)
    decided = f" in {history.drafts[one.decided].id}" if one.decided is not None else ""
    screen.line(Text.assemble((printable(f"{one.fate}{decided}"), "bold"), printable(f": {one.why}")), indent=_MARGIN)
    if one.heirs and one.fate != "cannot tell":
        screen.line(Text(printable(f"now {_labels(one)}"), "dim"), indent=_MARGIN)
    screen.line(Text(printable(_support(one, record)), "dim"), indent=_MARGIN)
    screen.line()


def _cited(one: ProposalFate) -> str:
    clauses = ", ".join(one.proposal.clauses)
    return f"{clauses}@{one.proposal.draft}" if clauses else one.proposal.draft


def _labels(one: ProposalFate) -> str:
    """Name what the clauses became: the first of each, without what stands below it."""
    above: list[str] = []
    for clause in one.heirs:
        if not any(clause.label.startswith(label) for label in above):
            above.append(clause.label)
    return "; ".join(above)


def _support(one: ProposalFate, record: Record) -> str:
    proposal = one.proposal
    source = next(source for source in record.sources if source.id == proposal.source)
    counts = [*_counted(proposal.supported_by, "in favour"), *_counted(proposal.opposed_by, "against")]
    votes = [f"vote {proposal.votes.yes} to {proposal.votes.no}, {proposal.votes.abstain} abstaining"] if proposal.votes else []
    status = [f"on the day: {proposal.status}"] if proposal.status else []
    return "; ".join((*counts, *votes, *status, f"{source.publisher}, {source.date}"))


def _counted(names: Sequence[str], side: str) -> Iterator[str]:
    """Count those whom the record names; what it says of others, it says in their place."""
    others = [name for name in names if is_unnamed(name)]
    if len(names) > len(others):
        yield f"{len(names) - len(others)} {side}"
    if others:
        yield f"{side}: {', '.join(name[1:-1] for name in others)}"


def _summary(found: Sequence[ProposalFate]) -> str:
    counted = Counter(one.fate for one in found)
    parts = ", ".join(f"{times} {fate}" for fate, times in sorted(counted.items(), key=lambda item: (-item[1], item[0])))
    return f"{len(found)} proposal{'' if len(found) == 1 else 's'}{': ' if parts else ''}{parts}."


def write_csv(found: Sequence[ProposalFate], history: History, record: Record, _layout: Layout) -> bytes:
    """Write one row for each proposal, as UTF-8 with a byte order mark, so that spreadsheets know the encoding.

    Names, clauses and phrases are parted by "; ". No cell can start a formula.
    """
    file = StringIO(newline="")
    rows = csv.writer(file)
    rows.writerow(Told.__struct_fields__)
    for one in found:
        rows.writerow([safe(_cell(value)) for value in msgspec.structs.astuple(_told(one, history, record))])
    return file.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, Source):
        return f"{value.publisher}, {value.title}, {value.date}"
    if isinstance(value, dict):
        return "; ".join(f"{name} {number}" for name, number in value.items())
    return str(value or "")


def write_json(found: Sequence[ProposalFate], history: History, record: Record, _layout: Layout) -> bytes:
    """Write all proposals as one JSON object in UTF-8, indented by two spaces."""
    file = ProposalsFile("treatydiff.proposals/1", f"treatydiff {__version__}", [_told(one, history, record) for one in found])
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"


def _told(one: ProposalFate, history: History, record: Record) -> Told:
    proposal = one.proposal
    source = next(source for source in record.sources if source.id == proposal.source)
    return Told(
        id=proposal.id,
        date=proposal.date,
        operation=proposal.operation,
        said=proposal.said,
        draft=proposal.draft,
        clauses=list(proposal.clauses),
        words_in=list(proposal.words_in),
        words_out=list(proposal.words_out),
        proposed_by=list(proposal.proposed_by),
        supported_by=list(proposal.supported_by),
        opposed_by=list(proposal.opposed_by),
        status=proposal.status,
        remark=proposal.remark,
        votes=proposal.votes._asdict() if proposal.votes else None,
        source=Source(source.publisher, source.title, source.date),
        fate=one.fate,
        decided=history.drafts[one.decided].id if one.decided is not None else "",
        why=one.why,
        now=[clause.label for clause in one.heirs],
    )
