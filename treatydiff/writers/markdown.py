"""A comparison as Markdown for a comment on GitHub: summary, table of findings, then the clauses that changed."""

from __future__ import annotations

from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.writers.html.drafts import shared_title
from treatydiff.writers.html.lede import reading, weighing
from treatydiff.writers.html.phrases import capital, counted, file_name, sentence
from treatydiff.writers.markdown_text import at_line_start, escaped
from treatydiff.writers.pieces import pieces
from treatydiff.writers.places import place, shown
from treatydiff.writers.statements import axes_said, marks_said, some, told, what
from treatydiff.writers.terminal.articles import articles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import Change, Comparison, Document
    from treatydiff.writers.writer import Layout

MOST: Final = 65_536
"""Characters that GitHub takes for one comment."""
_LEFT_FOR_THE_REST: Final = 1_000
"""Characters kept free to say what was left out."""
_LISTED: Final = ("high", "medium")
_TAGS: Final = {"delete": ("<del>", "</del>"), "insert": ("<ins>", "</ins>"), "equal": ("", "")}
_TABLE_SHARE: Final = 0.5
"""Of the room, at most, for the table of findings."""


class _Clause(NamedTuple):
    """A changed clause under the heading of its article; `is_grave` where it has a finding of high or medium severity."""

    heading: str
    text: str
    is_grave: bool


def write_comparison(comparison: Comparison, _layout: Layout) -> bytes:
    """Write the comparison as UTF-8, in at most 65,536 characters: what does not fit is counted at the end.

    Where not all clauses fit, those with a finding of high or medium severity come first, each in its place in the text. Words
    that went are `<del>`, words that came `<ins>`, which stand beside letters and punctuation where `~~` and `**` do not.
    """
    head, terms = _head(comparison), _terms(comparison)
    room = MOST - _LEFT_FOR_THE_REST - len(head) - len(terms)
    rows = list(_rows(comparison))
    shown_rows = _fitting(rows, int(room * _TABLE_SHARE))
    table = f"{_TABLE_HEAD}{''.join(shown_rows)}\n" if shown_rows else ""
    clauses = list(_clauses(comparison))
    shown = _chosen(clauses, room - len(table))
    left = _left_out(len(rows) - len(shown_rows), len(clauses) - len(shown))
    return "".join((head, table, terms, "### Changes\n\n" if shown else "", *_under_headings(shown), left)).encode()


def _fitting(rows: Sequence[str], room: int) -> Sequence[str]:
    """Give the first rows that fit in the room."""
    for n, size in enumerate(accumulate(map(len, rows))):
        if size > room:
            return rows[:n]
    return rows


def _chosen(clauses: Sequence[_Clause], room: int) -> list[_Clause]:
    """Give the clauses that fit in the room, in the order of the text, the grave ones having been chosen first."""
    chosen = set()
    for n in sorted(range(len(clauses)), key=lambda n: not clauses[n].is_grave):
        size = len(clauses[n].heading) + len(clauses[n].text)
        if size <= room:
            room -= size
            chosen.add(n)
    return [clause for n, clause in enumerate(clauses) if n in chosen]


def _under_headings(clauses: Sequence[_Clause]) -> Iterator[str]:
    for heading, group in groupby(clauses, key=lambda clause: clause.heading):
        yield heading
        yield from (clause.text for clause in group)


def _left_out(findings: int, clauses: int) -> str:
    said = [counted(findings, "finding")] if findings else []
    said += [counted(clauses, "changed clause")] if clauses else []
    if not said:
        return ""
    return (
        f"\n> **Left out here: {' and '.join(said)}**, because a comment holds {MOST:,} characters. All is in the full report: "
        "`treatydiff compare OLD NEW -o report.html`\n"
    )


def _head(comparison: Comparison) -> str:
    title = shared_title(comparison)
    lines = [f"## {escaped(title) if title else 'Comparison of two drafts'}", ""]
    lines += [
        f"{called}: {_draft(draft)}  " for called, draft in (("Earlier draft", comparison.old), ("Later draft", comparison.new))
    ]
    strong, rest = weighing(comparison)
    weight = f" **{strong}**{rest}" if strong else f" {rest}" if rest else ""
    return "\n".join((*lines, "", f"{reading(comparison)}{weight}", "", ""))


def _draft(document: Document) -> str:
    data = document.metadata
    facts = ", ".join(escaped(part) for part in (data.title, data.symbol, data.date, file_name(data)) if part)
    return facts or "untitled"


_TABLE_HEAD: Final = "### Findings\n\n| Where | Weight | What changed | What that does |\n| --- | --- | --- | --- |\n"


def _rows(comparison: Comparison) -> Iterator[str]:
    for finding, change in comparison.findings():
        if finding.severity in _LISTED:
            cells = (place(change), finding.severity, sentence(finding.message), capital(axes_said(finding)))
            yield f"| {' | '.join(map(escaped, cells))} |\n"


def _terms(comparison: Comparison) -> str:
    labels = {clause.id: clause.label for clause in comparison.new_clauses}
    lines = [
        f"- <del>{escaped(term.old)}</del> → <ins>{escaped(term.new)}</ins>, {counted(term.times, 'time')}, "
        f"in {escaped(some([labels[each] for each in term.clauses if each in labels]))}\n"
        for term in comparison.terms
    ]
    return f"### Terms replaced throughout\n\n{''.join(lines)}\n" if lines else ""


def _clauses(comparison: Comparison) -> Iterator[_Clause]:
    for article in articles(comparison, comparison):
        heading = f"#### {escaped(article.title)}{' (earlier draft)' if article.is_gone else ''}\n\n"
        for change in article.changes:
            is_grave = any(finding.severity in _LISTED for finding in change.findings)
            yield _Clause(heading, _clause(change), is_grave)


def _clause(change: Change) -> str:
    label = escaped(capital(shown(change).label))
    happened = escaped(what(change))
    lines = [f"**{label}**{f' · {happened}' if happened else ''}\n"]
    if change.link.kind != "same" and change.redline:
        lines.append(f"> {at_line_start(_redline(change))}\n")
    if marks := marks_said(change.marks):
        lines.append(f"{capital(escaped(marks))}\n")
    lines += [f"- {finding.severity}: {escaped(sentence(finding.message))}" for finding in told(change)]
    return "\n".join(lines) + ("\n\n" if told(change) else "\n")


def _redline(change: Change) -> str:
    """Give the redline on one line, the tags close to the words."""
    parts = []
    for piece in pieces(change):
        before, after = _TAGS[piece.op]
        words = escaped(piece.text)
        lead, trail = (" " if side.isspace() else "" for side in (piece.text[:1], piece.text[-1:]))
        parts.append(f"{lead}{before}{words}{after}{trail}" if words else lead)
    return "".join(parts).strip()
