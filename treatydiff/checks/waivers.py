"""What a draft allows that a check would report, and which of that is out of date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.checks.places import in_order
from treatydiff.checks.source import Sites
from treatydiff.model import Problem, Spot, Waived, Waiver
from treatydiff.text.waivers import remark, remarks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from treatydiff.checks.subject import Subject
    from treatydiff.model import CheckLevel, Provision
    from treatydiff.text.waivers import Remark

ID: Final = "waiver"
CODE: Final = "TD000"
ALLOWS: Final = {"policy": ("policy", "safeguard-lost", "agreed-text-changed")}
"""Checks that tell the same as another one: who answers for the change answers to all of them."""
_FORM: Final = "write <!-- treatydiff: allow CHECK: reason (until 2027-01-31) -->"


class Settled(NamedTuple):
    """The problems that no waiver allows, with those of the waivers themselves; and each waiver with what it allows."""

    problems: tuple[Problem, ...]
    waived: tuple[Waived, ...]


class Terms(NamedTuple):
    """On what terms waivers hold.

    `known` are the ids of all checks and `asked` those that looked at this draft: a waiver of another one is not called
    unused. `today` is a date (ISO 8601), after which a waiver with an earlier `until` does not hold. `level` is how grave
    problems of waivers are.
    """

    known: Collection[str]
    asked: Collection[str]
    today: str
    level: CheckLevel = "warning"


def settle(problems: Sequence[Problem], subject: Subject, terms: Terms, further: Iterable[Waiver] = ()) -> Settled:
    """Take away what the draft allows, or `further` waivers from elsewhere do, and add what is wrong with them."""
    found = [*waivers(subject), *further]
    left = list(problems)
    waived, told = [], []
    for waiver in found:
        said = _fault(waiver, terms.known, terms.today)
        allowed = () if said else tuple(problem for problem in left if _covers(waiver, problem))
        if waiver.is_kept and not allowed:
            continue
        left = [problem for problem in left if problem not in allowed]
        if not said and not allowed and waiver.check in terms.asked:
            said = (f"{waiver.check} has nothing to allow here any more", "take the waiver out")
        waived.append(Waived(waiver, allowed))
        if said and terms.level != "off":
            told.append(Problem(ID, CODE, terms.level, waiver.path, waiver.spot, waiver.check, *said))
    return Settled(in_order((*left, *told)), tuple(waived))


def _fault(waiver: Waiver, known: Collection[str], today: str) -> tuple[str, str] | None:
    """Say why a waiver does not hold, and the mend; None for one that does."""
    if not waiver.check:
        return "this waiver names no check, or gives no reason", _FORM
    if waiver.check not in known:
        return f"there is no check {waiver.check!r}", "see treatydiff check --help, or docs/checks.md"
    if waiver.until and not _is_date(waiver.until):
        return f"{waiver.until!r} is no date", _FORM
    if waiver.until and waiver.until < today:
        return f"the waiver of {waiver.check} ended on {waiver.until}", "mend what it allowed, or give a later date"
    return None


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _covers(waiver: Waiver, problem: Problem) -> bool:
    if problem.check not in ALLOWS.get(waiver.check, (waiver.check,)):
        return False
    if waiver.is_general or problem.spot.provision in waiver.provisions:
        return True
    line = problem.spot.line
    return waiver.lines is not None and line is not None and waiver.lines[0] <= line <= waiver.lines[1]


def waivers(subject: Subject) -> Iterator[Waiver]:
    """Yield the waivers of a draft in order: those in its source, else those in comments of Word."""
    if subject.source is not None:
        sites = Sites(subject.source, subject.document.provisions)
        yield from (_in_source(one, subject, sites) for one in remarks(subject.source.text))
        return
    for note in subject.document.notes:
        if note.kind == "comment" and (said := remark(note.text)):
            yield _in_comment(said, note.place, subject)


def _in_source(said: Remark, subject: Subject, sites: Sites) -> Waiver:
    line, column = sites.source.position(said.span[0])
    last, end = sites.source.position(said.span[1])
    provision = sites.following(last)
    first = next((one.line for one in subject.document.walk() if one.line is not None), None)
    return Waiver(
        said.check,
        said.reason,
        said.until,
        subject.document.metadata.path,
        Spot(line, column, end if last == line else None),
        (line, sites.last_line(provision)) if provision else (line, last),
        _ids(provision),
        is_general=first is None or last <= first,
    )


def _in_comment(said: Remark, place: str, subject: Subject) -> Waiver:
    provision = next((one for one in subject.document.walk() if one.id == place), None)
    spot = Spot(page=provision.page if provision else None, label=subject.labels.get(place, ""), provision=place)
    return Waiver(said.check, said.reason, said.until, subject.document.metadata.path, spot, None, _ids(provision))


def _ids(provision: Provision | None) -> frozenset[str]:
    return frozenset(one.id for one in provision.walk()) if provision else frozenset()
