"""The text of both drafts: chapter headings, articles, their clauses, and what is folded away."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from treatydiff.writers.html.clause import row_html, self_link
from treatydiff.writers.html.escape import EMPTY, attribute, content, html, joined
from treatydiff.writers.html.facts import clause_facts
from treatydiff.writers.html.notes import notes_html
from treatydiff.writers.html.phrases import capital, counted, name
from treatydiff.writers.html.reading import reads_the_same, says_the_same
from treatydiff.writers.html.wording import new_wordings, old_wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markupsafe import Markup

    from treatydiff.model import Change
    from treatydiff.writers.html.context import Context
    from treatydiff.writers.html.sheet import Group, Row

_FIRST_LEVEL = 3
_LAST_LEVEL = 6
_STATES = {"inserted": "New", "deleted": "Deleted", "away": "Moved away"}


def text_html(context: Context) -> Markup:
    """Write all groups of the sheet, runs of articles that read the same folded into one line."""
    return joined(_groups_html(context))


def _groups_html(context: Context) -> Iterator[Markup]:
    for folded, groups in groupby(context.sheet.groups, key=lambda group: group.reads_the_same and not group.unit.is_head):
        found = list(groups)
        written = (_group_html(group, context) for group in found)
        if folded:
            yield _fold(_articles_same(found), written)
        else:
            yield from written


def _fold(summary: Markup, written: Iterable[Markup]) -> Markup:
    return html(
        '<details class="fold"><summary>{summary}</summary>{written}</details>', summary=summary, written=joined(written)
    )


def _articles_same(groups: Sequence[Group]) -> Markup:
    clauses = counted(sum(len(group.changes) for group in groups), "clause")
    first, last = name(groups[0].unit.provision), name(groups[-1].unit.provision)
    numbers = ", with new numbers" if any(_old_name(group) for group in groups) else ""
    rest = f"the same{numbers}{_following([change for group in groups for change in group.changes])} ({clauses})"
    if len(groups) == 1:
        return html("{first} reads {rest}", first=content(first), rest=rest)
    return html("{first} to {last} read {rest}", first=content(first), last=content(_small(last)), rest=rest)


def _old_name(group: Group) -> str:
    """Give what the article was called, empty when it is called the same."""
    before = name(group.old.provision) if group.old and group.new else ""
    return before if before != name(group.unit.provision) else ""


def _group_html(group: Group, context: Context) -> Markup:
    fragment = context.unit(group.unit, new=group.new is not None)
    return html(
        '<section class="unit{head} is-{state}{moved}" id="{fragment}">{header}{rows}</section>',
        head=" head" if group.unit.is_head else "",
        state=group.state,
        moved=" is-moved" if group.is_moved or group.state == "away" else "",
        fragment=fragment,
        header=_header_html(group, fragment, context),
        rows=joined(_rows(group, context)),
    )


def _rows(group: Group, context: Context) -> Iterator[Markup]:
    for folded, rows in groupby(group.rows, key=lambda row: row.origin is None and says_the_same(row.change)):
        found = list(rows)
        written = (row_html(row, group, context) for row in found)
        if folded and not group.reads_the_same:
            yield _fold(_clauses_same(found, context), written)
        else:
            yield from written


def _clauses_same(rows: Sequence[Row], context: Context) -> Markup:
    return html(
        "{clauses} the same{following}{numbers}",
        clauses=_clauses_read(rows, context),
        following=_following([row.change for row in rows]),
        numbers=", with new numbers" if any(row.change.link.renumbered for row in rows) else "",
    )


def _following(changes: Sequence[Change]) -> str:
    return ", but for references that follow a renumbering" if any(change.follows for change in changes) else ""


def _clauses_read(rows: Sequence[Row], context: Context) -> Markup:
    clause = rows[0].change.link.new[0]
    if len(rows) > 1:
        return html("{count} clauses read", count=len(rows))
    if context.bears_label_of_its_article(clause):
        return html("The opening words read") if clause.provision.children else html("The clause reads")
    return html("{label} reads", label=content(capital(context.short_label(clause, new=True))))


def _header_html(group: Group, fragment: Markup, context: Context) -> Markup:
    own = name(group.unit.provision)
    changed = group.header is not None and not reads_the_same(group.header)
    return html(
        '<header class="{classes}"{facts}><h{level}><span class="no">{own}{was}</span>'
        ' <span class="name"{speech}>{heading}</span></h{level}>{state}{link}{notes}</header>',
        classes="row changed title" if changed else "title",
        facts=clause_facts(group.header) if group.header and changed else EMPTY,
        level=min(_FIRST_LEVEL + len(group.unit.heads), _LAST_LEVEL),
        own=content(own),
        was=_was(group, context),
        speech=context.new_speech if group.new else context.old_speech,
        heading=_heading(group),
        state=_state(group, context),
        link=self_link(fragment, attribute(own)),
        notes=notes_html(group.header, context) if group.header else EMPTY,
    )


def _heading(group: Group) -> Markup:
    provision = group.unit.provision
    if group.header is None:
        before = group.old.provision.heading if group.old and group.new else provision.heading
        if before == provision.heading or _is_told_below(group):
            return content(provision.heading)
        return html("<del>{old}</del> <ins>{new}</ins>", old=content(before), new=content(provision.heading))
    link = group.header.link
    clauses, inks = (link.new, new_wordings(group.header)) if link.new else (link.old, old_wordings(group.header))
    return joined((ink for clause, ink in zip(clauses, inks, strict=True) if clause.id == provision.id), " ")


def _is_told_below(group: Group) -> bool:
    """Whether a row of the article tells what became of its heading, as it does when the article was split or merged."""
    return any(clause.is_heading and clause.id == group.unit.id for row in group.rows for clause in row.change.link.new)


def _was(group: Group, context: Context) -> Markup:
    if group.old is None or group.new is None:
        return EMPTY
    fragment = context.unit(group.old, new=False)
    before = _old_name(group)
    was = html("was {before}", before=content(_small(before))) if before else EMPTY
    if context.sheet.has_away(group.old):
        return html(' <a class="was" href="#{fragment}">{was}</a>', fragment=fragment, was=was) if before else EMPTY
    return html(' <span class="was" id="{fragment}">{was}</span>', fragment=fragment, was=was)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _state(group: Group, context: Context) -> Markup:
    if group.destination:
        return html(
            '<p class="state">Moved: now <a href="#{there}">{now}</a></p>',
            there=context.unit(group.destination, new=True),
            now=content(_small(name(group.destination.provision))),
        )
    words = [_STATES[group.state]] if group.state in _STATES and not group.unit.is_head else []
    if group.is_moved:
        words.append("Moved")
    if group.header and group.header.link.kind == "edited":
        words.append("Heading reworded")
    return html('<p class="state">{words}</p>', words=capital(", ".join(words).lower())) if words else EMPTY
