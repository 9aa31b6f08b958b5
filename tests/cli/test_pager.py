"""The pager, on a terminal that this test is behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")
CASE = Path(__file__).parent.parent / "cases" / "modality"
PAGER = "import sys; text = sys.stdin.read(); print('PAGED', len(text) > 100, '[1m' in text)"


def _on_a_terminal(*options: str, **environment: str) -> str:
    """Run a comparison with a terminal for its input and output, and give what the terminal was sent."""
    behind, terminal = pty.openpty()
    settings = {**os.environ, "TERM": "xterm", **environment}
    for name in ("NO_COLOR", "FORCE_COLOR", "LESS"):
        settings.pop(name, None)
    command = [sys.executable, "-m", "treatydiff", "compare", "--quiet", "old.md", "new.md", *options]
    with subprocess.Popen(  # noqa: S603 (the program under test)
        command, cwd=CASE, env=settings, stdin=terminal, stdout=terminal, stderr=subprocess.PIPE
    ) as process:
        os.close(terminal)
        sent = b""
        try:
            while data := os.read(behind, 65_536):
                sent += data
        except OSError:  # the other side is closed: on Linux an error
            pass
        _, complaint = process.communicate()
    os.close(behind)
    assert (process.returncode, complaint) == (0, b"")
    return sent.decode()


@pytest.fixture
def less(tmp_path: Path) -> str:
    """Give a pager that goes by the name of `less`, and says what it was given."""
    pager = tmp_path / "less"
    pager.write_text(f"#!{sys.executable}\n{PAGER}\n")
    pager.chmod(0o755)
    return str(pager)


def test_on_a_terminal_a_comparison_goes_through_the_pager_in_colour(less: str) -> None:
    assert _on_a_terminal(PAGER=less) == "PAGED True True\r\n"


def test_a_pager_that_leaves_at_once_is_nothing_to_speak_of() -> None:
    assert _on_a_terminal(PAGER="true") == ""


@pytest.mark.parametrize(
    ("options", "environment"),
    [
        (("--no-pager",), {}),
        ((), {"PAGER": ""}),
        ((), {"PAGER": "cat"}),
        ((), {"TERM": "dumb"}),
        ((), {"PAGER": "no-such-pager"}),
        ((), {"PAGER": "'"}),
        (("-f", "json"), {}),
    ],
    ids=str,
)
def test_no_pager_is_used_where_none_is_wanted(less: str, options: tuple[str, ...], environment: dict[str, str]) -> None:
    shown = _on_a_terminal(*options, **{"PAGER": less, **environment})
    assert "PAGED" not in shown
    assert "Lighthouses" in shown


def test_a_report_in_a_file_is_not_paged(less: str, tmp_path: Path) -> None:
    assert _on_a_terminal("-o", str(tmp_path / "report.txt"), PAGER=less) == ""
