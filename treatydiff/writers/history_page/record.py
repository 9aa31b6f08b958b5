"""What the record of the negotiation says of a clause: proposals, positions, votes, statuses, each with what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.writers.html.escape import EMPTY, content, html, joined
from treatydiff.writers.html.phrases import capital, counted, readable_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from treatydiff.model import RecordNote

_SORTS: Final = {"proposal": "Proposal", "position": "Position", "vote": "Vote", "status": "Status"}


def record_html(notes: Sequence[RecordNote]) -> Markup:
    """Write the notes of one clause with their sources; nothing where there are none."""
    if not notes:
        return EMPTY
    sources = dict.fromkeys(note.source for note in notes if note.source)
    return html(
        '<section class="record"><h5>Proposals and positions</h5><ol>{items}</ol>{source}</section>',
        items=joined(map(_note_html, notes)),
        source=html('<p class="source">Record: {sources}</p>', sources=content("; ".join(sources))) if sources else EMPTY,
    )


def _note_html(note: RecordNote) -> Markup:
    return html(
        '<li><time>{date}</time><div><p><b>{sort}{by}</b>: {said}</p>{sides}</div><p class="fate">{fate}</p></li>',
        date=content(readable_date(note.date)),
        sort=_SORTS[note.sort],
        by=html(", {by}", by=content(", ".join(note.by))) if note.by else EMPTY,
        said=content(note.said),
        sides=_sides_html(note),
        fate=content(capital(note.fate)),
    )


def _sides_html(note: RecordNote) -> Markup:
    if not note.supported and not note.opposed:
        return EMPTY
    rows = joined(
        html("<p><b>{side}:</b> {who}</p>", side=side, who=content(", ".join(names)))
        for side, names in (("For", note.supported), ("Against", note.opposed))
        if names
    )
    return html(
        '<details class="rest"><summary>{fore} for it, {against} against</summary>{rows}</details>',
        fore=counted(len(note.supported), "spoke", "spoke"),
        against=f"{len(note.opposed):,}",
        rows=rows,
    )
