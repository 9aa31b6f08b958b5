"""A comparison as a Word file with real tracked changes: accepting all gives the new draft, rejecting all the old one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from treatydiff.writers.docx.body import Body
from treatydiff.writers.docx.lines import lines
from treatydiff.writers.docx.passages import passages
from treatydiff.writers.docx.remarks import remarks
from treatydiff.writers.docx.slots import slots
from treatydiff.writers.docx.tracks import Tracks
from treatydiff.writers.html.phrases import file_name
from treatydiff.writers.word import Sheet, packed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.model import Clause, Comparison, Metadata
    from treatydiff.writers.writer import Layout


def write_comparison(comparison: Comparison, layout: Layout) -> bytes:
    """Write both drafts as one text in which every difference is tracked, by `layout.author` on `layout.date`.

    Without a date that of the new draft counts where its day is known, else the changes bear none; never that of today, so
    that equal drafts give equal bytes. The findings are comments at the words that decided.
    """
    old = lines(comparison.old, _starts(change.link.old for change in comparison.changes))
    new = lines(comparison.new, _starts(change.link.new for change in comparison.changes))
    tracks = Tracks(layout.author, _time(layout.date) or _time(comparison.new.metadata.date))
    body = Body(old, new, remarks(comparison, old, new), tracks)
    paragraphs = list(body.elements(passages(slots(comparison, old, new))))
    return packed(paragraphs, _sheet(comparison, layout), tracks.comments)


def _starts(sides: Iterable[tuple[Clause, ...]]) -> dict[str, int]:
    """Give where the words of every clause begin in the wording of its change, which joins clauses by line breaks."""
    found = {}
    for clauses in sides:
        start = 0
        for clause in clauses:
            found[clause.id] = start
            start += len(clause.words) + 1
    return found


def _time(date: str) -> str:
    """Give a day of ISO 8601 as the time at which it begins, a time in UTC; nothing for what is neither, as a month."""
    try:
        moment = datetime.fromisoformat(date)
    except ValueError:
        return ""
    in_utc = moment.astimezone(UTC) if moment.tzinfo else moment
    return in_utc.strftime("%Y-%m-%dT%H:%M:%SZ")


def _sheet(comparison: Comparison, layout: Layout) -> Sheet:
    data = comparison.new.metadata
    names = [_name(draft.metadata) for draft in (comparison.old, comparison.new)]
    return Sheet(data.title, data.language, author=layout.author, foot=f"{names[0]} → {names[1]}" if all(names) else "")


def _name(metadata: Metadata) -> str:
    return metadata.symbol or metadata.date or file_name(metadata)
