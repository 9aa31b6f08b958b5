"""Checking drafts: reads them, finds the draft before each, asks the checks, and mends what needs no judgement."""

from __future__ import annotations

from treatydiff.checking.checkbook import checkbook, example_subject
from treatydiff.checking.running import Asked, check

__all__ = ["Asked", "check", "checkbook", "example_subject"]
