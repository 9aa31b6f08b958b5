"""Reads the successive drafts of a treaty and says, clause by clause, what changed and what it means."""

__version__ = "0.1.0"
