from __future__ import annotations

import sys
from io import StringIO

import pytest

from treatydiff.cli import output
from treatydiff.cli.output import Progress


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def _run(progress: Progress, *steps: str) -> None:
    with progress:
        for step in steps:
            progress.tell(step)
            progress._timer.join()  # noqa: SLF001 (the only way to wait for patience to end)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "_PATIENCE", 0.01)


@pytest.mark.usefixtures("impatient")
def test_slow_steps_are_named_on_standard_error(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    _run(Progress(quiet=False), "reading a.xml", "aligning")
    assert stream.getvalue() == "treatydiff: reading a.xml\ntreatydiff: aligning\n"


@pytest.mark.usefixtures("impatient")
def test_on_a_terminal_the_line_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = _Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    _run(Progress(quiet=False), "reading a.xml")
    assert stream.getvalue() == "\r\x1b[Kreading a.xml …\r\x1b[K"


def test_quick_work_and_quiet_users_see_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    with Progress(quiet=False) as progress:
        progress.tell("reading")
    with Progress(quiet=True) as progress:
        progress.tell("reading")
    assert stream.getvalue() == ""
