"""What is said where no change was judged: that a rule was silent is one thing, that none can read the drafts another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.lexicon import load

if TYPE_CHECKING:
    from treatydiff.model import Comparison

_SHOWN = "what changed is shown, but not judged."


def unjudged(comparison: Comparison) -> str:
    """Say why the rules judged no change; empty where they know the language, or found something by the user's own words."""
    if comparison.findings():
        return ""
    drafts = (comparison.old, comparison.new)
    spoken = {draft.metadata.language.casefold().partition("-")[0] for draft in drafts} - {""}
    if len(spoken) > 1:
        return f"The two drafts are in different languages: {_SHOWN}"
    return "" if all(load(language).operators for language in spoken) else f"The rules do not know this language: {_SHOWN}"


def nothing_found(comparison: Comparison) -> str:
    """Say in one sentence that there are no findings, and why."""
    return unjudged(comparison) or "No rule found a change of meaning."
