"""What a rule of the rulebook says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from treatydiff.model.change import Finding


class Example(NamedTuple):
    """Two wordings with what a rule says of the change; `finding` is None where it stays silent, `why` then says why.

    Square brackets are marks; an empty wording is that of a clause that was inserted or deleted. `chapeau` stands above the
    clause in both drafts; `articles` are the other articles of the drafts, each with its old and its new number.
    """

    old: str
    new: str
    finding: Finding | None
    why: str = ""
    chapeau: str = ""
    articles: tuple[tuple[str, str], ...] = ()


class RuleEntry(NamedTuple):
    """A rule: its id, its category in the taxonomy by id and by name, what it looks for in one line, and its examples."""

    id: str
    category: str
    category_name: str
    summary: str
    examples: tuple[Example, ...]
