"""Long results on a terminal are read in the user's pager."""

from __future__ import annotations

import os
import sys
from typing import Final

import click

_NO_PAGERS: Final = frozenset({"", "cat"})
_LESS_FLAGS: Final = "-FRX"
"""Those that git sets: quit when it fits the screen, let colours through, leave the text on the screen."""


def is_wanted() -> bool:
    """Whether somebody sits before a terminal and has a pager; `PAGER` names it, `less` by default, empty or `cat` for none."""
    import shlex
    import shutil

    streams = (sys.stdin, sys.stdout)
    if not all(stream is not None and not stream.closed and stream.isatty() for stream in streams):
        return False
    named = os.environ.get("PAGER", "less")
    words = shlex.split(named) if named.count("'") % 2 == named.count('"') % 2 == 0 else named.split()
    is_dumb = os.environ.get("TERM", "dumb") == "dumb"
    return not is_dumb and " ".join(words) not in _NO_PAGERS and shutil.which(words[0]) is not None


def page(data: bytes) -> None:
    """Show UTF-8 in the pager; one that is left early is nothing to speak of."""
    os.environ.setdefault("LESS", _LESS_FLAGS)
    click.echo_via_pager(data.decode().rstrip("\n"))
