"""What every test may ask for: the drafts of the repository, the real drafts, and the command line as a function."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest

from treatydiff.cli import main

REPOSITORY = Path(__file__).parent.parent


class Outcome(NamedTuple):
    """What one run of the command line gave."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        """Standard output as text."""
        return self.out.decode()


class Run(Protocol):
    """Runs the command line in this process."""

    def __call__(self, *args: str | Path, stdin: bytes = b"") -> Outcome:
        """Run `treatydiff` with these arguments."""
        ...


class _Stream(io.TextIOWrapper):
    def __init__(self, data: bytes = b"") -> None:
        self.bytes = io.BytesIO(data)
        super().__init__(self.bytes, encoding="utf-8")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    def call(*args: str | Path, stdin: bytes = b"") -> Outcome:
        out, err = _Stream(), _Stream()
        monkeypatch.setattr(sys, "argv", ["treatydiff", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", _Stream(stdin))
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        with pytest.raises(SystemExit) as left:
            main()
        out.flush()
        err.flush()
        code = left.value.code
        return Outcome(code if isinstance(code, int) else 0, out.bytes.getvalue(), err.bytes.getvalue().decode())

    return call


@pytest.fixture(scope="session")
def drafts() -> Path:
    return REPOSITORY / "drafts" / "cybercrime"


@pytest.fixture(scope="session")
def corpus() -> Path:
    folder = os.environ.get("TREATYDIFF_CORPUS")
    if not folder:
        pytest.skip("TREATYDIFF_CORPUS is not set: the real drafts are not part of the project")
    return Path(folder)


@pytest.fixture(scope="session")
def bench() -> Path:
    folder = os.environ.get("TREATYDIFF_BENCH")
    if not folder:
        pytest.skip("TREATYDIFF_BENCH is not set: the generator of drafts with known links is not part of the project")
    return Path(folder)
