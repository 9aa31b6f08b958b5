"""What the checks found, as JUnit XML: a suite for each draft, a case for each check, a failure for each error and warning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from treatydiff.writers.problems.wording import place, plain, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.model import Checked, CheckEntry, CheckReport, Gravity, Problem
    from treatydiff.writers.writer import Layout

_FAILS: Final[frozenset[Gravity]] = frozenset({"error", "warning"})
_WAIVER: Final = "waiver"


def write_problems(report: CheckReport, _layout: Layout) -> bytes:
    """Write the suites; what is only noted is output of its case."""
    suites = [_suite(draft, report.checks) for draft in report.drafts]
    root = etree.Element("testsuites", name="treatydiff check")
    for name, number in _sums(suites).items():
        root.set(name, number)
    root.extend(suites)
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _suite(draft: Checked, checks: Sequence[CheckEntry]) -> etree._Element:
    names = [*(one.id for one in checks), *([_WAIVER] if any(one.check == _WAIVER for one in draft.problems) else [])]
    cases = [_case(draft, name) for name in names]
    failures = sum(1 for case in cases if case.find("failure") is not None)
    suite = etree.Element("testsuite", name=plain(draft.path), tests=str(len(cases)), failures=str(failures))
    suite.extend(cases)
    return suite


def _case(draft: Checked, check: str) -> etree._Element:
    case = etree.Element("testcase", classname=plain(draft.path), name=check)
    found = [problem for problem in draft.problems if problem.check == check]
    grave = [problem for problem in found if problem.gravity in _FAILS]
    if grave:
        summary = said(grave[0]) if len(grave) == 1 else f"{len(grave)} problems"
        failure = etree.SubElement(case, "failure", message=summary, type=grave[0].gravity)
        failure.text = "\n".join(map(_line, grave))
    if noted := [problem for problem in found if problem.gravity not in _FAILS]:
        etree.SubElement(case, "system-out").text = "\n".join(map(_line, noted))
    return case


def _line(problem: Problem) -> str:
    mend = f"; {plain(problem.mend)}" if problem.mend else ""
    return f"{place(problem.path, problem.spot)}: {problem.gravity}: {said(problem)}{mend}"


def _sums(suites: Sequence[etree._Element]) -> dict[str, str]:
    return {name: str(sum(int(suite.get(name) or 0) for suite in suites)) for name in ("tests", "failures")}
