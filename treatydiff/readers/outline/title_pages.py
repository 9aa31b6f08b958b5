"""What the title page of a draft says about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from treatydiff.readers.outline.levels import is_title

if TYPE_CHECKING:
    from treatydiff.model import Provision

_SYMBOL = re.compile(r"[A-Z]+(?:/[\w.()-]+)+")


def title_page(provisions: tuple[Provision, ...]) -> tuple[str, str]:
    """Give the symbol and the title that stand before the preamble, each empty when it does not."""
    preface = next((p for p in provisions if p.kind == "preface"), None)
    lines = [line for p in preface.walk() for line in (p.heading, p.text) if is_title(line)] if preface else []
    symbol = next((line for line in lines if _SYMBOL.fullmatch(line)), "")
    return symbol, next((line for line in lines if line != symbol), "")
