"""What the checks found, as JSON: the contract with programs outside, one struct for each object of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec

from treatydiff.model import Gravity, Span
from treatydiff.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff import model
    from treatydiff.writers.writer import Layout

_GENERATOR = f"treatydiff {__version__}"
_Count = Annotated[int, msgspec.Meta(ge=0)]
_Place = Annotated[int, msgspec.Meta(ge=1)]


class Fix(msgspec.Struct, frozen=True):
    """The characters of the file from `start` to `end`, counted from 0, become `replacement`."""

    start: _Count
    end: _Count
    replacement: str


class Problem(msgspec.Struct, frozen=True):
    """One thing that is wrong; line, column and page count from 1, `end_column` is exclusive, null where there is none."""

    check: str
    code: str
    severity: Gravity
    line: _Place | None
    column: _Place | None
    end_column: _Place | None
    page: _Place | None
    clause: str
    provision: str
    words: str
    message: str
    mend: str
    excerpt: str
    excerpt_span: Span | None
    fixes: list[Fix]


class Waiver(msgspec.Struct, frozen=True):
    """A remark in the draft that allows what a check would report; `until` is empty for one without an end."""

    check: str
    reason: str
    until: str
    line: _Place | None
    allows: list[Problem]


class Draft(msgspec.Struct, frozen=True):
    """One draft; `based_on` is the path of the draft before, empty where none is known."""

    path: str
    based_on: str
    problems: list[Problem]
    mended: list[Problem]
    waivers: list[Waiver]


class Summary(msgspec.Struct, frozen=True):
    """How many problems there are of each kind, and how many were mended or are allowed."""

    error: _Count
    warning: _Count
    info: _Count
    mended: _Count
    waived: _Count


class Report(msgspec.Struct, frozen=True):
    """What one run of the checks found."""

    schema: Literal["treatydiff.problems/1"]
    generator: str
    drafts: list[Draft]
    summary: Summary


def problems_schema() -> dict[str, Any]:
    """Give the JSON Schema of a report, which is shipped as `schemas/problems-1.schema.json`."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Report)}


def write_problems(report: model.CheckReport, _layout: Layout) -> bytes:
    """Write the whole report, indented."""
    found = report.problems()
    summary = Summary(
        error=_of(found, "error"),
        warning=_of(found, "warning"),
        info=_of(found, "info"),
        mended=sum(len(draft.mended) for draft in report.drafts),
        waived=sum(len(one.problems) for draft in report.drafts for one in draft.waived),
    )
    written = Report("treatydiff.problems/1", _GENERATOR, [_draft(draft) for draft in report.drafts], summary)
    return msgspec.json.format(msgspec.json.encode(written), indent=2) + b"\n"


def _of(problems: Sequence[model.Problem], gravity: Gravity) -> int:
    return sum(1 for problem in problems if problem.gravity == gravity)


def _draft(draft: model.Checked) -> Draft:
    return Draft(
        _whole(draft.path),
        _whole(draft.based_on),
        [_problem(one) for one in draft.problems],
        [_problem(one) for one in draft.mended],
        [_waiver(one) for one in draft.waived],
    )


def _waiver(one: model.Waived) -> Waiver:
    waiver = one.waiver
    return Waiver(
        _whole(waiver.check),
        _whole(waiver.reason),
        _whole(waiver.until),
        waiver.spot.line,
        [_problem(problem) for problem in one.problems],
    )


def _problem(one: model.Problem) -> Problem:
    spot, excerpt = one.spot, one.excerpt
    return Problem(
        check=one.check,
        code=one.code,
        severity=one.gravity,
        line=spot.line,
        column=spot.column,
        end_column=spot.end_column,
        page=spot.page,
        clause=_whole(spot.label),
        provision=_whole(spot.provision),
        words=_whole(one.words),
        message=_whole(one.message),
        mend=_whole(one.mend),
        excerpt=_whole(excerpt.text) if excerpt else "",
        excerpt_span=excerpt.span if excerpt else None,
        fixes=[Fix(*fix) for fix in one.fixes],
    )


def _whole(text: str) -> str:
    """Give a text without halves of characters, which JSON cannot hold."""
    return text.encode(errors="replace").decode()
