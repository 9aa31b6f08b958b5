"""What changed inside a link: the redline of its words and what became of its marks."""

from treatydiff.diff.markdiff import mark_changes
from treatydiff.diff.redline import redline

__all__ = ["mark_changes", "redline"]
