"""What the checks found, as SARIF 2.1.0 (OASIS Standard, 27 March 2020), which code hosts and editors read."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from treatydiff.version import __version__
from treatydiff.writers.problems.wording import plain, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.model import CheckEntry, CheckReport, Excerpt, Gravity, Problem, Spot, Waiver
    from treatydiff.writers.writer import Layout

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final[dict[Gravity, str]] = {"error": "error", "warning": "warning", "info": "note"}
_FINGERPRINT: Final = "treatydiff/v1"
_DIGITS: Final = 32


def write_problems(report: CheckReport, _layout: Layout) -> bytes:
    """Write one run; what waivers allow is in it as suppressed."""
    ranks = {check.id: n for n, check in enumerate(report.checks)}
    open_ = [_result(problem, ranks, None) for problem in report.problems()]
    waived = [
        _result(problem, ranks, one.waiver) for draft in report.drafts for one in draft.waived for problem in one.problems
    ]
    run = {
        "tool": {"driver": {"name": "treatydiff", "version": __version__, "rules": _rules(report.checks)}},
        "columnKind": "unicodeCodePoints",
        "results": [*open_, *waived],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2).encode() + b"\n"


def _rules(checks: Sequence[CheckEntry]) -> list[dict[str, Any]]:
    return [
        {
            "id": check.id,
            "name": "".join(part.capitalize() for part in check.id.split("-")),
            "shortDescription": {"text": check.summary},
            "defaultConfiguration": {"level": _LEVELS[check.gravity]},
            "properties": {"code": check.code, "needsPreviousDraft": check.needs_previous},
        }
        for check in checks
    ]


def _result(problem: Problem, ranks: dict[str, int], waiver: Waiver | None) -> dict[str, Any]:
    page = f"Page {problem.spot.page}: " if problem.spot.page is not None else ""
    mend = f"; {plain(problem.mend)}" if problem.mend else ""
    result: dict[str, Any] = {
        "ruleId": problem.check,
        "level": _LEVELS[problem.gravity],
        "message": {"text": f"{page}{said(problem)}{mend}"},
        "locations": [_location(problem)],
        "partialFingerprints": {_FINGERPRINT: _fingerprint(problem)},
    }
    if problem.check in ranks:
        result["ruleIndex"] = ranks[problem.check]
    if problem.fixes:
        result["fixes"] = [_fix(problem)]
    if waiver is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": plain(waiver.reason)}]
    return result


def _fingerprint(problem: Problem) -> str:
    """Tell a problem from others by what and where in the draft it is, so that lines that come above it do not matter."""
    parts = (problem.check, plain(problem.path), problem.spot.provision, problem.words, problem.message)
    return sha256("\0".join(parts).encode(errors="replace")).hexdigest()[:_DIGITS]


def _location(problem: Problem) -> dict[str, Any]:
    spot = problem.spot
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(problem.path)}}
    if spot.line is not None:
        physical["region"] = _region(spot, problem.excerpt)
    location: dict[str, Any] = {"physicalLocation": physical}
    if spot.label:
        location["logicalLocations"] = [{"fullyQualifiedName": plain(spot.label), "kind": "element"}]
    return location


def _region(spot: Spot, excerpt: Excerpt | None) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": spot.line}
    if spot.column is not None:
        region["startColumn"] = spot.column
        if spot.end_column is not None:
            region["endColumn"] = spot.end_column
        if excerpt is not None:
            region["snippet"] = {"text": plain(excerpt.text[slice(*excerpt.span)])}
    return region


def _fix(problem: Problem) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": {"charOffset": fix.start, "charLength": fix.end - fix.start},
            "insertedContent": {"text": fix.replacement},
        }
        for fix in problem.fixes
    ]
    change = {"artifactLocation": {"uri": _uri(problem.path)}, "replacements": replacements}
    return {"description": {"text": plain(problem.mend)}, "artifactChanges": [change]}


def _uri(path: str) -> str:
    pure = PurePath(path)
    if pure.is_absolute():
        return pure.as_uri()
    return quote(pure.as_posix().encode(errors="replace"))
