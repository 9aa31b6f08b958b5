"""Drafts that are made to break a report: every format writes them, the same each time, and obeys nothing in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from treatydiff.api import compare, read_bytes, render
from treatydiff.history import lines, returns
from treatydiff.model import Config, Draft, DraftEntry, History, Measures, Report, Step, Treaty
from treatydiff.text.clauses import clauses
from treatydiff.writers import COMPARISON_WRITERS, REPORT_WRITERS
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from treatydiff.model import Comparison, Document, Provision
    from treatydiff.writers.writer import ComparisonWriter, ReportWriter

HOSTILE: Final = {
    "markup": "<script>alert(1)</script> </style> ]]> --> & &lt; <w:p/>",
    "controls": "a\x00b\x07c\x1b[2Jd\x7fe\x9bf",
    "overrides": "a\u202eb\u2066c\u2069d\u200ee",
    "a long word": "w" * 10_000,
    "signs of a formula": "=1+1 +1 -1 @SUM(A1)",
    "markdown": "# h\n| a | `b` **c** _d_ [e](http://f.g) @octocat #12 ~~h~~ <!-- i -->",
    "nothing but signs": "[]{}()<>|`*_~#$^",
    "lone surrogates": "a\ud800b\udfffc",
}


def _filled(provision: Provision, words: str) -> Provision:
    return provision._replace(
        heading=words if provision.heading else "",
        text=f"{provision.text} {words}" if provision.text else "",
        children=tuple(_filled(child, words) for child in provision.children),
    )


def _draft(verb: str, words: str) -> Document:
    text = f"# Accord\n\nArticle 1. Lamps\n\n1. Each Party {verb} light its lamps.\n\n2. Lamps are round.\n"
    document = read_bytes(text.encode(), f"{verb}.md")
    metadata = document.metadata._replace(title=words, symbol=words, date=words)
    return document._replace(metadata=metadata, provisions=tuple(_filled(each, words) for each in document.provisions))


def _compared(words: str) -> Comparison:
    return compare(_draft("shall", words), _draft("may", f"new {words}"))


@pytest.mark.parametrize("writer", COMPARISON_WRITERS, ids=lambda writer: writer.name)
@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_every_format_writes_a_hostile_draft(words: str, writer: ComparisonWriter) -> None:
    comparison = _compared(words)
    assert clauses(comparison.new)
    data = render(comparison, writer.name)
    assert data == render(comparison, writer.name)


@pytest.mark.parametrize("name", ["terminal", "text", "markdown", "note"])
@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_no_text_format_lets_a_control_or_an_override_through(words: str, name: str) -> None:
    for layout in (Layout(), Layout(stat=True), Layout(only="high")):
        shown = render(_compared(words), name, layout).decode()
        assert not [c for c in shown if not c.isprintable() and c != "\n"]


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_no_line_on_a_terminal_is_wider_than_asked(words: str) -> None:
    for layout in (Layout(), Layout(stat=True), Layout(articles=("1",))):
        shown = render(_compared(words), "terminal", layout).decode()
        assert max(map(len, shown.splitlines())) <= layout.width


def _history(words: str) -> History:
    comparison = _compared(words)
    entries = [DraftEntry(name, f"{name}.md", words, words, words) for name in ("old", "new")]
    drafts = tuple(
        Draft(entry, draft, clauses(draft)) for entry, draft in zip(entries, (comparison.old, comparison.new), strict=True)
    )
    steps = (Step(0, 1, comparison),)
    back = returns(steps)
    return History(Treaty(words, tuple(entries), (), Config(), "."), drafts, steps, back, lines(drafts, steps, back))


@pytest.mark.parametrize("writer", REPORT_WRITERS, ids=lambda writer: writer.name)
@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_every_format_writes_the_history_of_hostile_drafts(words: str, writer: ReportWriter) -> None:
    counted = Measures(1, 1, {words: 1}, 0, 0, 0, {words: 1})
    report = Report(_history(words), (counted, counted))
    data = writer.load()(report, Layout())
    assert data == writer.load()(report, Layout())
    if writer.name == "html":
        assert (data.count(b"<script>"), data.count(b"</style>"), b"\x00" in data) == (1, 1, False)
