"""Opening a PDF in a process of its own, because a hostile file can keep PDFium busy for hours, fill the memory or end it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from treatydiff.errors import DraftError
from treatydiff.readers.pages.page import Line, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WORKER: Final = "treatydiff.readers.pages.worker"
_MEND: Final = "print it to a new PDF, or give the draft in another format"


class Limits(NamedTuple):
    """What the process may take: seconds of processor time, and `patience` times as many by the clock; megabytes of memory.

    The defaults are several times what PDFium needs for a file of the largest size that is read at all.
    """

    seconds: int = 60
    megabytes: int = 1536
    patience: int = 5


@contextmanager
def isolated_pages(data: bytes, path: str, limits: Limits = Limits()) -> Iterator[Callable[[], list[Page]]]:  # noqa: B008
    """Start to read the pages of a PDF as `extraction.pages` does, in another process, and give what waits for them.

    Raises:
        DraftError: as there, or the file takes more time or memory than `limits` allow.

    """
    command = [sys.executable, "-P", "-m", _WORKER, str(limits.seconds), str(limits.megabytes)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with tempfile.TemporaryFile() as source:
        source.write(data)
        source.seek(0)
        try:
            process = subprocess.Popen(  # noqa: S603 (this interpreter and this package)
                command, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
            )
        except OSError as error:
            raise DraftError("cannot be opened here: no process can be started for it", mend=_MEND, subject=path) from error
        with process:
            try:
                yield lambda: _awaited(process, path, limits)
            finally:
                process.kill()


def _awaited(process: subprocess.Popen[bytes], path: str, limits: Limits) -> list[Page]:
    try:
        written, _ = process.communicate(timeout=limits.seconds * limits.patience)
        answer = json.loads(written)
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise DraftError("takes more time or memory than a draft may", mend=_MEND, subject=path) from error
    if "problem" in answer:
        raise DraftError(answer["problem"], mend=answer["mend"], subject=path)
    return [_page(fields) for fields in answer["pages"]]


def _page(fields: list[Any]) -> Page:
    number, width, height, lines, gutter, pictured, damaged = fields
    return Page(number, width, height, tuple(_line(line) for line in lines), gutter, pictured, damaged)


def _line(fields: list[Any]) -> Line:
    text, left, right, top, size, inner, raised, lead, italic, hyphen, struck = fields
    return Line(text, left, right, top, size, inner, _spans(raised), lead, italic, hyphen, _spans(struck))


def _spans(fields: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in fields) if fields else ()
