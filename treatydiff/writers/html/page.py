"""The frame around the text: one file that loads nothing and runs only its own script."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from treatydiff.version import __version__
from treatydiff.writers.html.context import Context
from treatydiff.writers.html.escape import printable
from treatydiff.writers.html.lede import reading, weighing
from treatydiff.writers.html.overview import chapters, draft_views, filters, grades, rule_name, title
from treatydiff.writers.html.phrases import counted, excerpt, listed
from treatydiff.writers.html.reading import reads_the_same
from treatydiff.writers.html.text import text_html

if TYPE_CHECKING:
    from treatydiff.model import Clause, Comparison, Term
    from treatydiff.writers.html.overview import Grade

_FOLDER = Path(__file__).parent / "templates"
_FOOT = '"drafts"'
_LONGEST_FOOT = 60


def report(comparison: Comparison) -> str:
    """Write the whole page."""
    context = Context(comparison)
    told = grades(context)
    cells = chapters(context)
    drafts = draft_views(context)
    foot = f"{excerpt(drafts[0].cite, _LONGEST_FOOT)} / {excerpt(drafts[1].cite, _LONGEST_FOOT)}"
    style, script = _asset("report.css").replace(_FOOT, css_string(foot)), _asset("report.js")
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            version=__version__,
            style=style,
            script=script,
            policy=policy(style, script),
            title=title(comparison),
            drafts=drafts,
            documents=(comparison.old, comparison.new),
            reading=reading(comparison),
            weighing=weighing(comparison),
            chapters=cells,
            has_remarks=any(cell.state == "remarks" for chapter in cells for cell in chapter.cells),
            grades=told,
            tally=_tally(told),
            filters=filters(context),
            terms=[(term, _survivors(term, context)) for term in comparison.terms],
            rules=_rules(comparison),
            changed=text_changes(comparison),
            text=text_html(context),
        )
    )


def policy(style: str, script: str) -> str:
    """Give the content security policy under which exactly this style and this script are used, and nothing is loaded."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'"
    )


def css_string(text: str) -> str:
    """Give the text as a string of a style sheet, every character but letters, digits and spaces escaped."""
    written = (c if c == " " or (c.isascii() and c.isalnum()) else f"\\{ord(c):x} " for c in printable(text))
    return f'"{"".join(written)}"'


def text_changes(comparison: Comparison) -> int:
    """Count the changes that a reader steps through."""
    return sum(not reads_the_same(change) for change in comparison.changes)


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_finalized,
    )


def _finalized(value: Any) -> Any:  # noqa: ANN401 - what Jinja hands over for output is of any type
    return printable(value) if type(value) is str else value


@cache
def _asset(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _tally(told: tuple[Grade, ...]) -> str:
    counts = listed(f"{len(grade.findings):,} {grade.name.lower()}" for grade in told)
    return f"{counted(sum(len(grade.findings) for grade in told), 'finding')}: {counts}" if told else ""


def _rules(comparison: Comparison) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for change in comparison.changes:
        for finding in change.findings:
            counts[finding.rule] = counts.get(finding.rule, 0) + 1
    return [(rule_name(rule), counts[rule]) for rule in sorted(counts)]


def _survivors(term: Term, context: Context) -> list[tuple[str, str]]:
    clauses: dict[str, Clause] = {clause.id: clause for clause in context.comparison.new_clauses}
    return [(clauses[each].label, context.new(clauses[each])) for each in term.survivors if each in clauses]
