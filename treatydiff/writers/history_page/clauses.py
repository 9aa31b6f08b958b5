"""The clauses: article by article in the order of the last draft, each clause with all its wordings side by side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.history.blame import blame
from treatydiff.text.numbers import bare
from treatydiff.writers.history_page.drafts import short_sign_html
from treatydiff.writers.history_page.record import record_html
from treatydiff.writers.history_page.wordings import wording_html, wordings
from treatydiff.writers.html.escape import EMPTY, attribute, content, html, joined
from treatydiff.writers.html.phrases import capital, counted, listed, name, within

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markupsafe import Markup

    from treatydiff.history.blame import Run
    from treatydiff.history.ribbons import Thread
    from treatydiff.model import Clause, Line
    from treatydiff.writers.history_page.context import Context
    from treatydiff.writers.history_page.record import Proposals
    from treatydiff.writers.history_page.wordings import Wording

_PART: Final = re.compile(r"\w+")
_SAID_OR_NOT: Final = frozenset({"article", "paragraph", "subparagraph", "point", "unnumbered", "heading"})
_WASHES: Final = 6
_UNDER_A_CHAPTER: Final = 4
"""The level of the heading of an article under that of a chapter."""


class Clauses:
    """What the clauses need beyond the context: their wordings, and the draft that brought each word of the last one."""

    def __init__(self, context: Context, proposals: Proposals) -> None:
        self.context = context
        self.proposals = proposals
        self.wordings = tuple(wordings(stations) for stations in context.stations)
        last = len(context.drafts) - 1
        self.runs: Mapping[str, Sequence[Run]] = {one.clause.id: one.runs for one in blame(context.history, last)}


def clauses_html(told: Clauses) -> Markup:
    """Write every article with its clauses, closed until it is asked for."""
    context = told.context
    return html(
        """\
<section class="part" id="clauses" aria-labelledby="clauses-name">
<div class="over"><h2 id="clauses-name">Every clause, all its wordings</h2><p>{tally}</p></div>
<p class="step" data-script hidden><button type="button" class="plain" data-do="open">Open all</button> \
<button type="button" class="plain" data-do="shut">Close all</button></p>
<p id="nothing" hidden>No clause fits this search.</p>
{articles}</section>
""",
        tally=f"{counted(len(context.history.lines), 'clause')} in {counted(len(context.told_threads), 'article')}",
        articles=joined(_thread_html(told, number) for number in range(len(context.articles.threads))),
    )


def _thread_html(told: Clauses, number: int) -> Markup:
    thread = told.context.articles.threads[number]
    lines = told.context.lines_of.get(number, ())
    if thread.unit.is_head:
        return _chapter_html(told, number, lines)
    level = _UNDER_A_CHAPTER if thread.unit.heads else _UNDER_A_CHAPTER - 1
    return html(
        '<details class="art{gone}" id="{fragment}"><summary><h{level}><span class="no">{own}</span> '
        '<span class="name"><bdi>{heading}</bdi></span></h{level}> <span class="was">{numbers}</span> '
        '<span class="tally">{tally}</span></summary>\n{link}{clauses}</details>\n',
        gone=EMPTY if told.context.is_last(thread.last) else html(" gone"),
        fragment=told.context.thread_fragments[number],
        own=content(name(thread.unit.provision)),
        heading=content(thread.unit.provision.heading),
        numbers=_numbers_html(told.context, thread),
        tally=", ".join(_tally(told, lines)),
        link=_link(told.context.thread_fragments[number], name(thread.unit.provision)),
        clauses=joined(_clause_html(told, line, level + 1) for line in lines),
        level=level,
    )


def _link(fragment: Markup, label: str) -> Markup:
    return html(
        '<a class="self" href="#{fragment}" aria-label="Link to {label}">¶</a>', fragment=fragment, label=attribute(label)
    )


def _chapter_html(told: Clauses, number: int, lines: Sequence[int]) -> Markup:
    """Write the heading of a chapter; its own clauses only where they ever changed or are more than the heading."""
    thread = told.context.articles.threads[number]
    is_last = told.context.is_last(thread.last)
    where = "" if is_last else f" (only in {listed(_signs(told.context, thread))})"
    changed = [line for line in lines if len(told.wordings[line]) > 1 or not _is_heading(told, line)]
    body = html(
        '<details class="art own"><summary>What stands under this heading itself</summary>{clauses}</details>',
        clauses=joined(_clause_html(told, line, _UNDER_A_CHAPTER) for line in changed),
    )
    return html(
        '<h3 class="chapter{gone}" id="{fragment}"><bdi>{own}{between}{heading}</bdi>{where}</h3>\n{body}',
        gone="" if is_last else " gone",
        fragment=told.context.thread_fragments[number],
        own=content(name(thread.unit.provision)),
        between=". " if thread.unit.provision.heading else "",
        heading=content(thread.unit.provision.heading),
        where=where,
        body=body if changed else _anchors(told, lines),
    )


def _signs(context: Context, thread: Thread) -> Iterator[str]:
    yield from (view.sign for view, unit in zip(context.drafts, thread.places, strict=True) if unit)


def _anchors(told: Clauses, lines: Sequence[int]) -> Markup:
    return joined(html('<a id="{to}"></a>', to=told.context.line_fragment(line)) for line in lines)


def _is_heading(told: Clauses, line: int) -> bool:
    return all(clause is None or clause.is_heading for clause in told.context.history.lines[line].places)


def _numbers_html(context: Context, thread: Thread) -> Markup:
    """Write the numbers of an article over the drafts where they differ, or say since and until when it was there."""
    found = [bare(unit.provision.num) if unit else "–" for unit in thread.places]
    if len(set(found)) == 1:
        return EMPTY
    return joined(
        (
            html("<span>{sign}{own}</span>", sign=short_sign_html(view), own=content(own or "–"))
            for view, own in zip(context.drafts, found, strict=True)
        ),
        " ",
    )


def _tally(told: Clauses, lines: Sequence[int]) -> Iterator[str]:
    yield counted(len(lines), "clause")
    more = sum(len(told.wordings[line]) - 1 for line in lines)
    yield f"{counted(more, 'change')}" if more else "never changed"
    high = sum(
        finding.severity == "high"
        for line in lines
        for one in told.wordings[line]
        if one.brought.change
        for finding in one.brought.change.findings
    )
    if high:
        yield f"{high:,} of high weight"


def _clause_html(told: Clauses, number: int, level: int) -> Markup:
    context = told.context
    line = context.history.lines[number]
    fragment, found = context.line_fragment(number), told.wordings[number]
    label = _label(context, line)
    return html(
        '<div class="clause" id="{fragment}" data-cites="{cites}" role="group" aria-label="{full}">'
        '<h{level} class="which">{label} {link}</h{level}>{kin}<div class="versions v{count}">\n{versions}</div>'
        "{blame}{record}</div>\n",
        level=level,
        fragment=fragment,
        cites=attribute(" ".join(_cites(context, line))),
        full=attribute(_full(line)),
        label=content(capital(label)),
        link=_link(fragment, _full(line)),
        kin=_kin_html(context, line),
        count=min(len(found), 4),
        versions=joined(wording_html(context, number, one) for one in found),
        blame=_blame_html(told, line, found),
        record=record_html(context, told.proposals, number),
    )


def _last(line: Line) -> Clause:
    return next(clause for clause in reversed(line.places) if clause is not None)


def _full(line: Line) -> str:
    return _last(line).label


def _label(context: Context, line: Line) -> str:
    """Give the label of a clause without that of its article."""
    clause = _last(line)
    unit = context.articles.units[line.drafts[-1]][clause.id].provision
    own = bare(unit.num)
    if clause.id == unit.id:
        return "heading" if clause.is_heading else "text"
    return within(clause.label, f"{unit.kind} {own}" if own else unit.kind)


def _cites(context: Context, line: Line) -> Iterator[str]:
    """Yield how the clause is cited in each draft, in the form in which the search compares: "45.1.b@zero"."""
    for view, clause in zip(context.drafts, line.places, strict=True):
        if clause:
            parts = [part for part in _PART.findall(clause.label.casefold()) if part not in _SAID_OR_NOT]
            yield f"{'.'.join(parts)}@{view.id.casefold()}"


def _kin_html(context: Context, line: Line) -> Markup:
    """Say out of which clause one was split."""
    source = context.line_numbers.get(line.source)
    if source is None:
        return EMPTY
    return html(
        '<p class="kin">Split off from <a href="#{to}">{label}</a> in {sign}</p>',
        to=context.line_fragment(source),
        label=content(_full(context.history.lines[source])),
        sign=context.drafts[line.drafts[0]].sign,
    )


def _blame_html(told: Clauses, line: Line, found: Sequence[Wording]) -> Markup:
    """Say which draft brought which words of the last wording; nothing where one draft brought them all."""
    drafts = told.context.drafts
    runs = told.runs.get(_last(line).id, ()) if told.context.is_last(line.drafts[-1]) and len(found) > 1 else ()
    brought = sorted({run.draft for run in runs})
    if len(brought) < 2:  # noqa: PLR2004 (all words of one draft)
        return EMPTY
    return html(
        '<details class="rest"><summary>Which draft brought which words: {signs}</summary>'
        '<p class="blame"{speech}>{words}</p></details>',
        signs=listed(drafts[place].sign for place in brought),
        speech=told.context.speech[-1],
        words=joined(_run_html(told.context, run) for run in runs),
    )


def _run_html(context: Context, run: Run) -> Markup:
    sign = context.drafts[run.draft].sign
    back = " again" if run.restored else ""
    return html(
        '<span class="by w{wash}"><sup><span class="unseen">from draft </span>{sign}<span class="unseen">{back}: </span></sup>'
        "{text}</span>",
        wash=run.draft % _WASHES,
        sign=f"{sign}{'↺' if run.restored else ''}",
        back=back,
        text=content(run.text),
    )
