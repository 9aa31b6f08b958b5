"""Drafts of one treaty in order: each clause followed through all of them."""

from __future__ import annotations

from treatydiff.history.descent import Descent, descent
from treatydiff.history.lines import lines
from treatydiff.history.returns import returns

__all__ = ["Descent", "descent", "lines", "returns"]
