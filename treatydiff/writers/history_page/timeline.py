"""Sessions and drafts on one line of time, and the table of drafts."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.writers.html.escape import EMPTY, content, html, joined
from treatydiff.writers.html.phrases import counted, excerpt, readable_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from treatydiff.model import Event, Record
    from treatydiff.writers.history_page.context import Context
    from treatydiff.writers.history_page.drafts import DraftView

_COLUMNS: Final = 40
_ROOM: Final = 5
"""Columns that a name takes where there is room for it."""
_LEAST_ROOM: Final = 3
_TWO: Final = 2
_CROWDED: Final = 6
"""So many names or more take a column less each, so that they can stand near their time."""
_SESSION: Final = "session"
"""What the record calls an event that stands on the line of time."""
_LONGEST_TITLE: Final = 40
_BREAK: Final = re.compile(r"[;:,]")
_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)


class _Mark(NamedTuple):
    """Something on the line of time: when, in years, None where it is not known, how it is written, and its own fragment."""

    when: float | None
    written: Markup
    fragment: str = ""


def timeline_html(context: Context) -> Markup:
    """Write sessions over drafts along the time, and every draft with what it did in a table."""
    record = context.report.record
    sessions = [event for event in sorted(record.events, key=lambda one: one.date) if event.kind == _SESSION]
    marks = [_Mark(_years(event.date), _session_html(event)) for event in sessions]
    drafts = [
        _Mark(_years(draft.entry.date), _draft_html(view), view.fragment)
        for draft, view in zip(context.history.drafts, context.drafts, strict=True)
    ]
    return html(
        """\
<section class="part" id="sessions" aria-labelledby="sessions-name">
<div class="over"><h2 id="sessions-name">{title}</h2><p>{called}</p></div>
{line}
{table}
{events}</section>
""",
        title="Sessions and drafts" if sessions else "The drafts",
        called=f"On this page the drafts are called {context.drafts[0].sign} to {context.drafts[-1].sign}"
        if len(drafts) > 1
        else "",
        line=_line_html(marks, drafts),
        table=_table_html(context),
        events=_events_html(record),
    )


def _events_html(record: Record) -> Markup:
    """Write everything dated that the record tells of; nothing where it tells nothing."""
    publishers = {source.id: source.publisher for source in record.sources}
    rows = joined(
        html(
            '<tr><th scope="row">{date}</th><td>{title}</td><td>{source}</td></tr>\n',
            date=content(readable_date(event.date)),
            title=content(event.title),
            source=content(publishers.get(event.source, event.source)),
        )
        for event in record.events
    )
    table = html(
        '<details class="rest"><summary>{count} of the record</summary><div class="wide" tabindex="0" role="region" '
        'aria-label="Events of the record"><table class="data"><thead><tr><th scope="col">Date</th><th scope="col">Event</th>'
        '<th scope="col">Source</th></tr></thead><tbody>{rows}</tbody></table></div></details>\n',
        count=counted(len(record.events), "event"),
        rows=rows,
    )
    return table if record.events else EMPTY


def _years(date: str) -> float | None:
    found = _DATE.fullmatch(date)
    if found is None:
        return None
    year, month, day = (int(part) if part else 1 for part in found.groups())
    return year + (month - 1) / 12 + (day - 1) / 372


def _line_html(sessions: Sequence[_Mark], drafts: Sequence[_Mark]) -> Markup:
    """Write the line with everything in the order of time: so it is read, and so it stands where there is no room across."""
    known = sorted(mark.when for mark in (*sessions, *drafts) if mark.when is not None)
    points = [(time, place) for time, place in zip(known[:1] + known[-1:], (1, _COLUMNS - _ROOM + 1), strict=False)]
    room = min(_room(len(sessions)), _room(len(drafts)))
    upper = columns([mark.when for mark in sessions], points, room)
    # Sessions that crowd are spread; drafts follow them, so that each stands between the sessions that it came between.
    held = {mark.when: column for mark, column in zip(sessions, upper, strict=True) if mark.when is not None}
    lower = columns([mark.when for mark in drafts], sorted({**dict(points), **held}.items()), room)
    items = [*_items("session", sessions, upper, room), *_items("draft", drafts, lower, room)]
    is_long = max(len(sessions), len(drafts)) * _LEAST_ROOM > _COLUMNS
    return html(
        '<ol class="timeline{style}{bare}">\n{items}</ol>',
        style=" long" if is_long else "",
        bare="" if sessions else " bare",
        items=joined(written for _, written in sorted(items, key=lambda item: item[0])),
    )


def _items(kind: str, marks: Sequence[_Mark], places: Sequence[int], room: int) -> Iterator[tuple[float, Markup]]:
    """Yield what stands on the line, each with its time; what has none comes with what is before it."""
    when = 0.0
    for mark, column in zip(marks, places, strict=True):
        when = max(when, mark.when or when)
        yield (
            when,
            html(
                '<li class="{kind} m{column} s{room}"{own}>{written}</li>\n',
                kind=kind,
                column=column,
                room=room,
                own=html(' id="{fragment}"', fragment=mark.fragment) if mark.fragment else EMPTY,
                written=mark.written,
            ),
        )


def columns(times: Sequence[float | None], points: Sequence[tuple[float, int]], room: int) -> list[int]:
    """Give the column of each mark from 1: by its time as far as names, `room` columns each, let it, in their order.

    `points` are times in order with the columns where they stand; between them time is even. A mark without a time stands
    next to the one before it.
    """
    if not times:
        return []
    if len({time for time, _ in points}) < _TWO or all(time is None for time in times):
        return [1 + round(n * (_COLUMNS - room) / max(1, len(times) - 1)) for n in range(len(times))]
    found: list[int] = []
    for time in times:
        least = found[-1] + room if found else 1
        found.append(least if time is None else max(least, _between(time, points)))
    limit = 1 + _COLUMNS - room
    for number in reversed(range(len(found))):
        found[number] = min(found[number], limit)
        limit = found[number] - room
    return found


def _between(time: float, points: Sequence[tuple[float, int]]) -> int:
    """Give the column of a time by the points around it."""
    after = min(max(1, bisect_left([when for when, _ in points], time)), len(points) - 1)
    (start, first), (end, last) = points[after - 1], points[after]
    return round(first + (last - first) * (time - start) / (end - start)) if end > start else last


def _room(count: int) -> int:
    """Give the columns that each of so many names takes."""
    return max(1, min(_ROOM if count < _CROWDED else _ROOM - 1, _COLUMNS // max(1, count)))


def _session_html(event: Event) -> Markup:
    """Write a session in short: what its title says before the first break."""
    return html(
        "<b>{title}</b><time>{date}</time>",
        title=content(excerpt(_BREAK.split(event.title)[0], _LONGEST_TITLE)),
        date=content(readable_date(event.date)),
    )


def _draft_html(view: DraftView) -> Markup:
    return html(
        '<a href="#{fragment}">{sign}<span>{name}</span></a>{date}',
        fragment=view.fragment,
        sign=html('<b class="sig" aria-hidden="true">{sign}</b>', sign=view.sign),
        name=content(view.name),
        date=html("<time>{date}</time>", date=content(view.date)) if view.date else EMPTY,
    )


_COUNTED: Final = (
    ("the same", "same"),
    ("reworded", "edited"),
    ("new", "inserted"),
    ("dropped", "deleted"),
)


def _table_html(context: Context) -> Markup:
    rows = joined(_row_html(context, place, view) for place, view in enumerate(context.drafts))
    heads = joined(html('<th scope="col">{name}</th>', name=name) for name, _ in _COUNTED)
    return html(
        '<div class="wide" tabindex="0" role="region" aria-label="The drafts in figures"><table class="data drafts"><thead><tr>'
        '<th scope="col">Draft</th><th scope="col">Id</th><th scope="col">Symbol</th><th scope="col">Date</th>'
        '<th scope="col">Articles</th><th scope="col">Clauses</th>{heads}<th scope="col">moved</th>'
        '<th scope="col">Findings of high weight</th></tr></thead><tbody>{rows}</tbody></table></div>',
        heads=heads,
        rows=rows,
    )


def _row_html(context: Context, place: int, view: DraftView) -> Markup:
    step = next((one for one in context.history.steps if one.after == place), None)
    told = set(context.told_threads)
    units = {unit.id for unit in context.articles.units[place].values()}
    articles = sum(context.thread_at(place, name) in told for name in units)
    changes = step.comparison.changes if step else ()
    cells = [str(sum(change.link.kind == kind for change in changes)) if step else "" for _, kind in _COUNTED]
    cells.append(str(sum(change.link.moved for change in changes)) if step else "")
    cells.append(str(sum(one.severity == "high" for change in changes for one in change.findings)) if step else "")
    before = f" against {context.drafts[step.before].sign}" if step and step.before != place - 1 else ""
    return html(
        '<tr><th scope="row">{sign} {name}{before}</th><td><code>{id}</code></td><td>{symbol}</td><td>{date}</td>'
        "<td>{articles}</td><td>{clauses}</td>{cells}</tr>\n",
        sign=html('<b class="sig">{sign}</b>', sign=view.sign),
        name=content(view.name),
        before=before,
        id=content(view.id),
        symbol=content(view.symbol),
        date=content(view.date),
        articles=articles,
        clauses=len(context.history.drafts[place].clauses),
        cells=joined(html("<td>{cell}</td>", cell=cell) for cell in cells),
    )
