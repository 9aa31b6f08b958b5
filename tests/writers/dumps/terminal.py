"""What a terminal is told, with its commands spelt out: `‹bold›words‹›`."""

from __future__ import annotations

import re
from typing import Final

_COMMAND: Final = re.compile(r"\x1b\[([\d;]*)m")
_NAMES: Final = {"1": "bold", "2": "dim", "3": "italic", "4": "underline", "9": "strike", "31": "red", "34": "blue"}


def readable(data: bytes) -> str:
    return _COMMAND.sub(lambda found: f"‹{_spelt(found[1])}›", data.decode())


def _spelt(codes: str) -> str:
    return " ".join(_NAMES[code] for code in codes.split(";") if code != "0")
