"""The text of both drafts: chapter headings, articles, their clauses, and what is folded away."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from treatydiff.writers.html.clause import facts, row_html, self_link
from treatydiff.writers.html.escape import attribute, content
from treatydiff.writers.html.notes import notes_html
from treatydiff.writers.html.phrases import capital, counted, name
from treatydiff.writers.html.reading import reads_the_same
from treatydiff.writers.html.wording import new_wordings, old_wordings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.writers.html.context import Context
    from treatydiff.writers.html.sheet import Group, Row

_FIRST_LEVEL = 3
_LAST_LEVEL = 6
_STATES = {"inserted": "New", "deleted": "Deleted", "away": "Moved away"}


def text_html(context: Context) -> str:
    """Write all groups of the sheet, runs of articles that read the same folded into one line."""
    out: list[str] = []
    for folded, groups in groupby(context.sheet.groups, key=lambda group: group.reads_the_same and not group.unit.is_head):
        found = list(groups)
        written = (_group_html(group, context) for group in found)
        out.append(_fold(_articles_same(found), written) if folded else "".join(written))
    return "".join(out)


def _fold(summary: str, written: Iterator[str]) -> str:
    return f'<details class="fold"><summary>{summary}</summary>{"".join(written)}</details>'


def _articles_same(groups: Sequence[Group]) -> str:
    clauses = counted(sum(len(group.changes) for group in groups), "clause")
    first, last = name(groups[0].unit.provision), name(groups[-1].unit.provision)
    numbers = ", with new numbers" if any(_old_name(group) for group in groups) else ""
    if len(groups) == 1:
        return f"{content(first)} reads the same{numbers} ({clauses})"
    return f"{content(first)} to {content(last[:1].lower() + last[1:])} read the same{numbers} ({clauses})"


def _old_name(group: Group) -> str:
    """Give what the article was called, empty when it is called the same."""
    before = name(group.old.provision) if group.old and group.new else ""
    return before if before != name(group.unit.provision) else ""


def _group_html(group: Group, context: Context) -> str:
    unit = group.unit
    fragment = attribute(context.unit(unit, new=group.new is not None))
    head = " head" if unit.is_head else ""
    moved = " is-moved" if group.is_moved or group.state == "away" else ""
    return (
        f'<section class="unit{head} is-{group.state}{moved}" id="{fragment}">{_header_html(group, fragment, context)}'
        f"{''.join(_rows(group, context))}</section>"
    )


def _rows(group: Group, context: Context) -> Iterator[str]:
    for folded, rows in groupby(group.rows, key=lambda row: row.origin is None and reads_the_same(row.change)):
        found = list(rows)
        written = (row_html(row, group, context) for row in found)
        if folded and not group.reads_the_same:
            yield _fold(_clauses_same(found, context), written)
        else:
            yield from written


def _clauses_same(rows: Sequence[Row], context: Context) -> str:
    numbers = ", with new numbers" if any(row.change.link.renumbered for row in rows) else ""
    clause = rows[0].change.link.new[0]
    if len(rows) == 1 and context.bears_label_of_its_article(clause):
        return f"{'The opening words read' if clause.provision.children else 'The clause reads'} the same{numbers}"
    if len(rows) == 1:
        return f"{content(capital(context.short_label(clause, new=True)))} reads the same{numbers}"
    return f"{len(rows)} clauses read the same{numbers}"


def _header_html(group: Group, fragment: str, context: Context) -> str:
    unit = group.unit
    level = min(_FIRST_LEVEL + len(unit.heads), _LAST_LEVEL)
    label = attribute(name(unit.provision))
    changed = group.header is not None and not reads_the_same(group.header)
    opening = f'class="row changed title"{facts(group.header, context)}' if group.header and changed else 'class="title"'
    notes = notes_html(group.header, context) if group.header else ""
    return (
        f'<header {opening}><h{level}><span class="no">{content(name(unit.provision))}{_was(group, context)}</span>'
        f' <span class="name"{context.new_speech if group.new else context.old_speech}>{_heading(group)}</span></h{level}>'
        f"{_state(group, context)}{self_link(fragment, label)}{notes}</header>"
    )


def _heading(group: Group) -> str:
    provision = group.unit.provision
    if group.header is None:
        before = group.old.provision.heading if group.old and group.new else provision.heading
        if before == provision.heading:
            return content(provision.heading)
        return f"<del>{content(before)}</del> <ins>{content(provision.heading)}</ins>"
    link = group.header.link
    clauses, inks = (link.new, new_wordings(group.header)) if link.new else (link.old, old_wordings(group.header))
    return " ".join(ink for clause, ink in zip(clauses, inks, strict=True) if clause.id == provision.id)


def _was(group: Group, context: Context) -> str:
    if group.old is None or group.new is None:
        return ""
    fragment = context.unit(group.old, new=False)
    before = _old_name(group)
    if context.sheet.has_away(group.old):
        return f' <a class="was" href="#{attribute(fragment)}">was {content(_small(before))}</a>' if before else ""
    return f' <span class="was" id="{attribute(fragment)}">{f"was {content(_small(before))}" if before else ""}</span>'


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _state(group: Group, context: Context) -> str:
    if group.destination:
        there = attribute(context.unit(group.destination, new=True))
        now = content(_small(name(group.destination.provision)))
        return f'<p class="state">Moved: now <a href="#{there}">{now}</a></p>'
    words = [_STATES[group.state]] if group.state in _STATES and not group.unit.is_head else []
    if group.is_moved:
        words.append("Moved")
    if group.header and group.header.link.kind == "edited":
        words.append("Heading reworded")
    return f'<p class="state">{capital(", ".join(words).lower())}</p>' if words else ""
