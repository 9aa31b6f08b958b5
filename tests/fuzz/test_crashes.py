"""What the fuzzer found stays found: each file gives a document or the project's error, in bounded time."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest

from treatydiff import api
from treatydiff.errors import DraftError
from treatydiff.model import Document

CRASHES = sorted(path for path in (Path(__file__).parent / "crashes").rglob("*") if path.is_file())
LONGEST = 20.0


@pytest.mark.parametrize("path", CRASHES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_broke_a_reader_once_breaks_none(path: Path) -> None:
    start = time.monotonic()
    with suppress(DraftError):
        assert isinstance(api.read_bytes(path.read_bytes(), path.name, reader=path.parent.name), Document)
    assert time.monotonic() - start < LONGEST
