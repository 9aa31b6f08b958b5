"""What the commands share in giving out results: where, how wide, in colour or not, and what is said meanwhile."""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING, Final, Self, TextIO

import click

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from treatydiff.writers.writer import Layout

_PATIENCE: Final = 1.0
"""Seconds of silence before progress is shown."""


class Progress:
    """Says on standard error what is being done, once it takes longer than a second; quiet ones stay silent.

    On a terminal the line replaces itself and is gone at the end; elsewhere each step is a line.
    """

    def __init__(self, *, quiet: bool) -> None:
        self._redraws = _is_terminal(sys.stderr)
        self._quiet = quiet or sys.stderr is None
        self._step = ""
        self._shown = ""
        self._late = False
        self._lock = threading.Lock()
        self._timer = threading.Timer(_PATIENCE, self._patience_ends)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        """Start counting."""
        if not self._quiet:
            self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        """Clear the line."""
        self._timer.cancel()
        with self._lock:
            self._late = False
            if self._shown and self._redraws:
                click.echo("\r\x1b[K", err=True, nl=False)

    def tell(self, step: str) -> None:
        """Name the step that begins now."""
        with self._lock:
            self._step = "".join(c if c.isprintable() else "\ufffd" for c in step)
            self._show()

    def _patience_ends(self) -> None:
        with self._lock:
            self._late = True
            self._show()

    def _show(self) -> None:
        if self._late and self._step != self._shown:
            self._shown = self._step
            if self._redraws:
                click.echo(f"\r\x1b[K{self._step} …", err=True, nl=False)
            else:
                click.echo(f"treatydiff: {self._step}", err=True)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def layout(output: str) -> Layout:
    """Lay out for the terminal that standard output is, else for a file: 80 columns and no colour.

    `NO_COLOR` and `FORCE_COLOR` are respected, `COLUMNS` too.
    """
    import shutil

    from treatydiff.writers.writer import Layout

    if output not in {"", "-"}:
        return Layout()
    forced = os.environ.get("FORCE_COLOR", "0") not in {"", "0"}
    able = _is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb"
    colour = (able or forced) and not os.environ.get("NO_COLOR")
    return Layout(width=shutil.get_terminal_size((80, 24)).columns, colour=colour)


def give(data: bytes, output: str, *, keep: Iterable[str]) -> None:
    """Write a result to the output file, whole or not at all, or to standard output when there is none."""
    from treatydiff.api import STANDARD_INPUT, save

    if output and output != STANDARD_INPUT:
        save(data, output, keep=[path for path in keep if path != STANDARD_INPUT])
        return
    rest = memoryview(data)
    try:
        while rest:
            rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader, `head` or a pager, has seen enough: nothing went wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
