"""Four times as much of anything takes about four times as long to read: no pattern looks back over all it has seen.

A reader that looks back takes sixteen times as long. Processor time is compared, the better of a few tries.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from treatydiff.readers import markdown, text

if TYPE_CHECKING:
    from treatydiff.readers.reader import Read

SMALL = 8_000
TIMES = 4
MOST = 10
TRIES = 4
UNITS = (
    "[",
    "]",
    "{",
    "[EU: ",
    "[a/",
    "Option 1 ",
    "Option 1:\n\n",
    "[Option 1: ",
    "(a)",
    "(a) x\n\n",
    " ",
    "\n",
    "a",
    "(EU) ",
    "shall/",
    "Article 1\n\n",
    "- 1 -\n",
    "\f1\n",
    "Noting a, ",
    "e\u0301 ",
)


def _seconds(read: Read, data: bytes) -> float:
    start = time.process_time()
    read(data, "x")
    return time.process_time() - start


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("read", [text.read, markdown.read], ids=["text", "markdown"])
def test_reading_grows_with_the_text_and_not_with_its_square(read: Read, unit: str) -> None:
    small = ("Article 1\n\nx" + unit * (SMALL // len(unit))).encode()
    large = ("Article 1\n\nx" + unit * (TIMES * SMALL // len(unit))).encode()
    for _ in range(TRIES):
        ratio = _seconds(read, large) / max(_seconds(read, small), 0.001)
        if ratio < MOST:
            return
    pytest.fail(f"{TIMES} times as much took {ratio:.0f} times as long")
