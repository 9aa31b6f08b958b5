"""The history of a treaty in writing: logs, who brought which words, numbers over all drafts, and the whole at a glance."""
