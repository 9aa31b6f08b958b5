"""Wordings that went back and forth: the path of an operator, a number or a safeguard over the drafts, and its reversals."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.history.apparatus import bracketed
from treatydiff.history.story import places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.model import Finding, History, Line


class Stop(NamedTuple):
    """A wording on a path: the first draft that has it, by its place, the words, and the finding that led to them."""

    draft: int
    words: str
    finding: Finding | None


class Path(NamedTuple):
    """The wordings of one thing in one clause, as one rule tells them: at least two."""

    line: Line
    rule: str
    actor: str
    stops: tuple[Stop, ...]

    @property
    def is_reversal(self) -> bool:
        """Whether a wording that had gone came back."""
        return self.reversed_at is not None

    @property
    def reversed_at(self) -> int | None:
        """The place among the stops of the first wording that had stood before another one; None where none had."""
        said = [stop.words.casefold() for stop in self.stops]
        return next((n for n, words in enumerate(said) if words in said[: max(0, n - 1)]), None)


def shown(path: Path, number: int) -> str:
    """Give the words of a stop with the square brackets that stand over them in its draft."""
    stop = path.stops[number]
    finding = path.stops[max(number, 1)].finding
    clause = path.line.places[stop.draft]
    span = None if finding is None else finding.old_span if number == 0 else finding.new_span
    if clause is None or span is None or clause.words[slice(*span)] != stop.words:
        return stop.words
    return bracketed([clause], *span)


class _Told(NamedTuple):
    before: int
    after: int
    finding: Finding


def paths(history: History) -> tuple[Path, ...]:
    """Give every path of a wording over at least two drafts, clause by clause in the order of the lines."""
    told: dict[int, list[_Told]] = {}
    lines = places(history)
    for step in history.steps:
        for change in step.comparison.changes:
            sides = [(step.after, one.id) for one in change.link.new] or [(step.before, one.id) for one in change.link.old]
            told.setdefault(lines[sides[0]], []).extend(_Told(step.before, step.after, one) for one in change.findings)
    return tuple(path for number in sorted(told) for path in _of_line(history.lines[number], told[number]))


def _of_line(line: Line, told: Sequence[_Told]) -> Iterator[Path]:
    """Chain findings of one rule where one takes up the words that the one before left."""
    open_: list[Path] = []
    for one in told:
        if one.finding.old.casefold() == one.finding.new.casefold():
            continue
        going = next((n for n, path in enumerate(open_) if _goes_on(path, one.finding)), None)
        stop = Stop(one.after, one.finding.new, one.finding)
        if going is None:
            first = Stop(_since(line, one.before, one.finding.old), one.finding.old, None)
            open_.append(Path(line, one.finding.rule, one.finding.actor, (first, stop)))
        else:
            open_[going] = open_[going]._replace(stops=(*open_[going].stops, stop))
    yield from open_


def _since(line: Line, draft: int, words: str) -> int:
    """Give the first draft from which on, up to the one given, the clause of the line has had some words."""
    since = draft
    for place in reversed(range(draft)):
        clause = line.places[place]
        if clause is None or words.casefold() not in clause.words.casefold():
            break
        since = place
    return since


def _goes_on(path: Path, finding: Finding) -> bool:
    """Whether a finding takes up the last words of a path; where they are none, by bringing back some that stood before."""
    if path.rule != finding.rule or path.stops[-1].words.casefold() != finding.old.casefold():
        return False
    return bool(finding.old) or any(stop.words.casefold() == finding.new.casefold() for stop in path.stops)


def reversals(found: Iterable[Path]) -> tuple[Path, ...]:
    """Give the paths on which a wording came back that had gone."""
    return tuple(path for path in found if path.is_reversal)
