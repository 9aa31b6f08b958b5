"""A comparison as Markdown for a comment on GitHub: summary, table of findings, then the clauses that changed."""

from __future__ import annotations

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


class _Block(NamedTuple):
    """Text that is written whole or not at all; `findings` and `clauses` count what it tells of."""

    text: str
    findings: int = 0
    clauses: int = 0


def write_comparison(comparison: Comparison, _layout: Layout) -> bytes:
    """Write the comparison as UTF-8, in at most 65,536 characters: what does not fit is counted at the end.

    Words that went are `<del>`, words that came `<ins>`, which stand beside letters and punctuation where `~~` and `**` do not.
    """
    head = _head(comparison)
    room = MOST - _LEFT_FOR_THE_REST - len(head)
    rows, left_rows = _fitting(_rows(comparison), int(room * _TABLE_SHARE))
    table = f"{_TABLE_HEAD}{''.join(rows)}\n" if rows else ""
    terms = _terms(comparison)
    clauses, left_clauses = _fitting(_clauses(comparison), room - len(table) - len(terms))
    parts = [head, table, terms, "### Changes\n\n" if clauses else "", *clauses, _left_out(left_rows, left_clauses)]
    return "".join(parts).encode()


def _fitting(blocks: Iterator[_Block], room: int) -> tuple[list[str], list[_Block]]:
    """Give the first blocks that fit in the room, and the rest."""
    found: list[str] = []
    rest: list[_Block] = []
    for block in blocks:
        room -= len(block.text)
        if room >= 0 and not rest:
            found.append(block.text)
        else:
            rest.append(block)
    return found, rest


def _left_out(rows: Sequence[_Block], clauses: Sequence[_Block]) -> str:
    findings, changes = sum(block.findings for block in rows), sum(block.clauses for block in clauses)
    said = [counted(findings, "finding")] if findings else []
    said += [counted(changes, "changed clause")] if changes else []
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


def _rows(comparison: Comparison) -> Iterator[_Block]:
    for finding, change in comparison.findings():
        if finding.severity in _LISTED:
            cells = (place(change), finding.severity, sentence(finding.message), capital(axes_said(finding)))
            yield _Block(f"| {' | '.join(map(escaped, cells))} |\n", findings=1)


def _terms(comparison: Comparison) -> str:
    labels = {clause.id: clause.label for clause in comparison.new_clauses}
    lines = [
        f"- <del>{escaped(term.old)}</del> → <ins>{escaped(term.new)}</ins>, {counted(term.times, 'time')}, "
        f"in {escaped(some([labels[each] for each in term.clauses if each in labels]))}\n"
        for term in comparison.terms
    ]
    return f"### Terms replaced throughout\n\n{''.join(lines)}\n" if lines else ""


def _clauses(comparison: Comparison) -> Iterator[_Block]:
    """Give each changed clause as a block, the first of an article with its heading."""
    for article in articles(comparison, comparison):
        heading = f"#### {escaped(article.title)}{' (earlier draft)' if article.is_gone else ''}\n\n"
        for change in article.changes:
            yield _Block(f"{heading}{_clause(change)}", clauses=1)
            heading = ""


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
