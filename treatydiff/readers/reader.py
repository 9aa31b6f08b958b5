"""What a reader is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from treatydiff.model import Document


Revisions = Literal["marks", "accepted", "rejected"]
"""How tracked changes are read: as if all were accepted, or rejected; "marks" reads what is proposed and marks the changes."""
REVISIONS: Final[tuple[Revisions, ...]] = ("marks", "accepted", "rejected")


class Read(Protocol):
    """Turns the bytes of one file into a document, whatever they hold."""

    def __call__(self, data: bytes, path: str) -> Document:
        """Read `data`; `path` is for messages and never opened.

        Raises:
            DraftError: the bytes are no draft in this format; nothing else is ever raised.

        """
        ...


class ReadRevised(Read, Protocol):
    """Turns the bytes of a file that knows tracked changes into a document."""

    def __call__(self, data: bytes, path: str, *, revisions: Revisions = "marks") -> Document:
        """Read `data` in the state that `revisions` names.

        Raises:
            DraftError: as for `Read`.

        """
        ...


class Recognise(Protocol):
    """Says from the bytes alone whether a reader is the right one for them."""

    def __call__(self, data: bytes) -> bool:
        """Look at `data`, at its beginning as a rule; never raise."""
        ...


class Reader(NamedTuple):
    """One input format: its name, the suffixes it goes by (".xml"), how it is recognised, and how its function is had.

    `load` imports what the format needs, so that listing the formats costs nothing. `certain` says that content which is
    recognised can be nothing else, whatever the file is called. `revised` is `load` again for a format that knows tracked
    changes, None for all others.
    """

    name: str
    suffixes: tuple[str, ...]
    recognise: Recognise
    load: Callable[[], Read]
    certain: bool = False
    revised: Callable[[], ReadRevised] | None = None
