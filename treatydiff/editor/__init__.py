"""Drafts in an editor, by the Language Server Protocol: the checks while one writes, what a clause was and what it cites."""
