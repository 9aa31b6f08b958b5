"""What is said of a treaty folder: how its drafts stand, and what was added to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from treatydiff.model.document import Document
    from treatydiff.model.history import DraftEntry

DraftState = Literal["missing", "changed", "unread", "read"]


class DraftStatus(NamedTuple):
    """A draft of a folder with the SHA-256 of its file, as noted where it is missing.

    `state` is "missing", "changed" since it was added, "unread" (nothing of it is kept), or "read".
    """

    entry: DraftEntry
    sha256: str
    state: DraftState


class Status(NamedTuple):
    """A folder looked over: its drafts in order, and the files in it that could be drafts and are not listed."""

    title: str
    drafts: tuple[DraftStatus, ...]
    unlisted: tuple[str, ...]


class Added(NamedTuple):
    """A draft as it was added, with what was read of it; `later` is the last draft with a date, where that is later."""

    entry: DraftEntry
    document: Document
    clauses: int
    later: DraftEntry | None
