"""From bytes to a document. One file for each input format; this is where they are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.readers import akn, markdown, text, uslm

if TYPE_CHECKING:
    from treatydiff.readers.reader import Reader

READERS: Final[tuple[Reader, ...]] = (akn.READER, uslm.READER, markdown.READER, text.READER)
"""In the order in which they are asked whether they know a file; the least demanding comes last."""
