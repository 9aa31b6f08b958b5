"""How many of the problems are right that the checks tell on texts that were adopted, where next to nothing should be wrong."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from treatydiff.checking import Asked, check

FEWEST_READ = 35
PRECISION_FLOOR = 0.9
MOST_UNREAD = 4
"""What may be told anew before somebody has to read it."""
LARGEST_SHARE = 20
"""Problems on a text of thousands of lines above which nobody would read them."""


@pytest.fixture(scope="module")
def checks() -> Any:  # noqa: ANN401 (a script, loaded by its path)
    path = Path(__file__).parents[2] / "benchmarks" / "checks.py"
    spec = spec_from_file_location("checks_benchmark", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_at_most_one_in_ten_problems_told_on_finished_texts_is_wrong(checks: Any, corpus: Path) -> None:  # noqa: ANN401
    known = checks.judgements()
    told = [known.get(checks.digest(name, problem)) for name, problem in checks.problems(corpus)]
    read = [right for right in told if right is not None]
    assert len(read) >= FEWEST_READ
    assert sum(read) / len(read) >= PRECISION_FLOOR
    assert len(told) - len(read) <= MOST_UNREAD
    assert sum(read) / len(told) >= PRECISION_FLOOR


@pytest.mark.parametrize(
    "name", ["paris/7-2016-01-29-final.md", "conventions/untoc.md", "conventions/uncac.md", "un-pdf/bbnj-agreement-2023.pdf"]
)
def test_a_finished_text_is_not_buried_under_problems(corpus: Path, name: str) -> None:
    report = check(Asked((str(corpus / name),), "2026-01-01"))
    assert sum(1 for problem in report.problems() if problem.gravity != "info") <= LARGEST_SHARE


def test_a_bracket_that_a_negotiating_text_leaves_open_is_found_at_its_line_and_column(corpus: Path) -> None:
    path = corpus / "paris" / "3-2015-10-23.md"
    lines = path.read_text(encoding="utf-8").splitlines()
    report = check(Asked((str(path),), "2026-01-01"))
    alone = [problem for problem in report.problems() if problem.check == "unbalanced-brackets" and problem.words in "[]"]
    assert {problem.spot.line for problem in alone} >= {24, 30, 50, 81}
    for problem in alone:
        assert problem.spot.line is not None
        assert problem.spot.column is not None
        assert lines[problem.spot.line - 1][problem.spot.column - 1] == problem.words


def test_known_faults_of_a_negotiating_text_are_found(corpus: Path) -> None:
    report = check(Asked((str(corpus / "paris" / "5-2015-12-09.md"),), "2026-01-01"))
    found = {(problem.check, problem.spot.line) for problem in report.problems()}
    assert ("article-sequence", 497) in found  # article 18 behind article 16
    assert {("duplicate-provision", 515), ("duplicate-provision", 517)} <= found  # a clause on annexes that stands twice
