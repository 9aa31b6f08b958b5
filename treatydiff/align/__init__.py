"""Which clause became which: two drafts in, links out."""

from treatydiff.align.links import align

__all__ = ["align"]
