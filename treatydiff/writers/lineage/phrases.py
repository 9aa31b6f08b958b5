"""What several of these writers say alike: a draft in one line, a path of wordings, how far the room had got."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from treatydiff.history.paths import shown
from treatydiff.writers.screen import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.history.paths import Path
    from treatydiff.history.standing import Standing, State
    from treatydiff.model import Draft

_LONGEST_WORDS: Final = 60
_TWO: Final = 2
"""Wordings of a path on which nothing happened but one change."""
_NOTHING: Final = "—"
_STANDING: Final[dict[State, str]] = {
    "agreed": "agreed",
    "bracketed": "in brackets as a whole",
    "contested": "in brackets in part",
    "optional": "one of several alternatives",
    "plain": "",
}


def draft_line(draft: Draft) -> Text:
    """Write id, date and symbol of a draft as a head line."""
    rest = "".join(f"   {part}" for part in (draft.entry.date, draft.entry.symbol) if part)
    return Text.assemble((printable(draft.id), "bold"), (printable(rest), "dim"))


def excerpt(text: str, most: int = _LONGEST_WORDS) -> str:
    """Give a text on one line, cut where it is longer than so many characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most - 1].rstrip()}…"


def path_said(path: Path, drafts: Sequence[Draft]) -> str:
    """Write the wordings of a path with the first draft of each: "shall (cnd) → may (zero) → shall (final, back)"."""
    said = []
    for n, stop in enumerate(path.stops):
        note = (", back" if stop.words else ", gone again") if n == path.reversed_at else ""
        said.append(f"{excerpt(shown(path, n)) or _NOTHING} ({drafts[stop.draft].id}{note})")
    return " → ".join(said)


def is_telling(path: Path) -> bool:
    """Whether a path says more than a redline does: not only that something came or went, or that a whole sentence changed."""
    if len(path.stops) > _TWO:
        return True
    return all(stop.words and len(stop.words) <= _LONGEST_WORDS for stop in path.stops)


def standing_said(standing: Standing) -> str:
    """Say how far the room had got, with the words of the remarks themselves; empty where nothing is said."""
    state = _STANDING[standing.state]
    remarks = "; ".join(excerpt(one) for one in standing.said)
    return f"{state}: {remarks}" if state and remarks else state or remarks
