"""What changed inside a link: the redline of its words, what moved in it, and what became of its marks."""

from treatydiff.diff.markdiff import mark_changes
from treatydiff.diff.moves import moved_words
from treatydiff.diff.redline import redline

__all__ = ["mark_changes", "moved_words", "redline"]
