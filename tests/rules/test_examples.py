"""Pairs of wordings with what a lawyer expects of them on every axis."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from treatydiff.rules import Fires, judge

if TYPE_CHECKING:
    from tests.rules.conftest import MakeCase

_SEVERITIES = ("high", "medium", "low", "info")
_ARTICLES: dict[str, tuple[tuple[str, str], ...]] = {
    "T09-01": (*((str(n), str(n)) for n in range(1, 6)), ("", "6"), *((str(n), str(n + 1)) for n in range(6, 17))),
    "T09-03": (*((str(n), str(n)) for n in range(1, 12)), ("", "12"), *((str(n), str(n + 1)) for n in range(12, 17))),
}
"""What the notes of a pair say of the articles around it: old and new number of each."""


class Expected(NamedTuple):
    """A row of the table."""

    id: str
    category: str
    before: str
    after: str
    bindingness: str
    rights: str
    scope: str
    severity: str
    is_trap: str
    note: str


def _rows() -> list[Expected]:
    with (Path(__file__).parent / "examples.csv").open(encoding="utf-8", newline="") as file:
        return [Expected(**row) for row in csv.DictReader(file)]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row.id)
def test_a_pair_is_judged_as_expected(make_case: MakeCase, row: Expected) -> None:
    case = make_case(Fires(row.before, row.after, "info", "neutral", "neutral", "neutral", ("", ""), articles=_articles(row)))
    findings = judge(case.change, case.setting)
    if row.is_trap == "yes":
        assert [finding for finding in findings if finding.severity in {"high", "medium"}] == []
        return
    said = [(f.category, f.bindingness, f.rights, f.scope.replace("neutral", "same"), f.severity) for f in findings]
    assert (row.category, row.bindingness, row.rights, row.scope, row.severity) in said
    assert all(_SEVERITIES.index(finding.severity) >= _SEVERITIES.index(row.severity) for finding in findings)


def _articles(row: Expected) -> tuple[tuple[str, str], ...]:
    return _ARTICLES.get(row.id, ())
