"""Opening a PDF in a process of its own, because a hostile file can keep PDFium busy for hours, fill the memory or end it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any, Final, NamedTuple

from treatydiff.errors import DraftError
from treatydiff.readers.pages.page import Line, Page

_WORKER: Final = "treatydiff.readers.pages.worker"
_MEND: Final = "print it to a new PDF, or give the draft in another format"


class Limits(NamedTuple):
    """What the process may take: seconds of processor time, and as many more by the clock on a busy machine; megabytes.

    The defaults are several times what PDFium needs for a file of the largest size that is read at all.
    """

    seconds: int = 60
    megabytes: int = 1536
    patience: int = 5


def isolated_pages(data: bytes, path: str, limits: Limits = Limits()) -> list[Page]:  # noqa: B008 (a frozen value)
    """Read the pages of a PDF as `extraction.pages` does, in another process.

    Raises:
        DraftError: as there, or the file takes more time or memory than `limits` allow.

    """
    command = [sys.executable, "-P", "-m", _WORKER, str(limits.seconds), str(limits.megabytes)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(  # noqa: S603 (this interpreter and this package)
            command, input=data, capture_output=True, env=environment, timeout=limits.seconds * limits.patience, check=True
        )
        answer = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise DraftError("takes more time or memory than a draft may", mend=_MEND, subject=path) from error
    except OSError as error:
        raise DraftError("cannot be opened here: no process can be started for it", mend=_MEND, subject=path) from error
    if "problem" in answer:
        raise DraftError(answer["problem"], mend=answer["mend"], subject=path)
    return [_page(fields) for fields in answer["pages"]]


def _page(fields: list[Any]) -> Page:
    number, width, height, lines, gutter, pictured = fields
    return Page(number, width, height, tuple(_line(line) for line in lines), gutter, pictured)


def _line(fields: list[Any]) -> Line:
    text, left, right, top, size, inner, raised, lead, italic, hyphen, struck = fields
    spans = (tuple((start, end) for start, end in found) if found else () for found in (raised, struck))
    return Line(text, left, right, top, size, inner, next(spans), lead, italic, hyphen, next(spans))
