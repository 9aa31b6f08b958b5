"""What a reader is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from treatydiff.model import Document


class Read(Protocol):
    """Turns the bytes of one file into a document, whatever they hold."""

    def __call__(self, data: bytes, path: str) -> Document:
        """Read `data`; `path` is for messages and never opened.

        Raises:
            DraftError: the bytes are no draft in this format; nothing else is ever raised.

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
    recognised can be nothing else, whatever the file is called.
    """

    name: str
    suffixes: tuple[str, ...]
    recognise: Recognise
    load: Callable[[], Read]
    certain: bool = False
