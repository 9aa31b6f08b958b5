"""The heads of the columns: short names by which the drafts are told apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from treatydiff.writers.columns.table import Column
from treatydiff.writers.html.context import RIGHT_TO_LEFT
from treatydiff.writers.html.phrases import file_name, readable_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.model import Document


def shared_title(drafts: Sequence[Document]) -> str:
    """Give the title that all drafts bear; empty where they bear several."""
    titles = {draft.metadata.title for draft in drafts}
    return titles.pop() if len(titles) == 1 else ""


def columns(drafts: Sequence[Document]) -> tuple[Column, ...]:
    """Give the head of each column, no two of them with the same name.

    A draft goes by the first of its title, symbol, date and file that no other draft shares, else by its place.
    """
    facts = [_facts(draft) for draft in drafts]
    counted = [Counter(kind) for kind in zip(*facts, strict=True)]
    made = []
    for place, (draft, said) in enumerate(zip(drafts, facts, strict=True), start=1):
        own = (fact for fact, counts in zip(said, counted, strict=True) if fact and counts[fact] == 1)
        name = next(own, f"Draft {place}")
        language = draft.metadata.language
        is_right_to_left = language.partition("-")[0].lower() in RIGHT_TO_LEFT
        rest = tuple(dict.fromkeys(fact for fact in said[1:3] if fact and fact != name))
        made.append(Column(name, rest, language, is_right_to_left))
    return tuple(made)


def _facts(draft: Document) -> tuple[str, str, str, str]:
    data = draft.metadata
    return data.title, data.symbol, readable_date(data.date), file_name(data)
