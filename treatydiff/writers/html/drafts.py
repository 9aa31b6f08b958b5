"""The two drafts as the page names them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.writers.html.phrases import counted, file_name, readable_date

if TYPE_CHECKING:
    from treatydiff.model import Comparison, Document
    from treatydiff.text.units import Unit
    from treatydiff.writers.html.context import Context


class DraftView(NamedTuple):
    """A draft as it is named on the title page. `name` is its title, or what tells it from the other where they share one."""

    name: str
    facts: tuple[str, ...]
    cite: str


def draft_views(context: Context) -> tuple[DraftView, DraftView]:
    """Give both drafts, named so that they can be told apart."""
    comparison = context.comparison
    old, new = comparison.old.metadata, comparison.new.metadata
    is_shared = old.title == new.title
    old_units, new_units = context.sheet.old_units, context.sheet.new_units
    return (
        _draft(comparison.old, len(comparison.old_clauses), _articles(old_units), is_shared=is_shared),
        _draft(comparison.new, len(comparison.new_clauses), _articles(new_units), is_shared=is_shared),
    )


def shared_title(comparison: Comparison) -> str:
    """Give the title that both drafts bear; empty where they bear two, which then name the page together."""
    new, old = comparison.new.metadata, comparison.old.metadata
    return new.title if new.title == old.title else ""


def _articles(units: dict[str, Unit]) -> int:
    return len({unit.id for unit in units.values() if unit.provision.kind == "article"})


def _draft(document: Document, clauses: int, articles: int, *, is_shared: bool) -> DraftView:
    data = document.metadata
    date = readable_date(data.date)
    title = "" if is_shared else data.title
    called = [title, data.symbol, date, file_name(data), "Untitled draft"]
    own = next(each for each in called if each)
    counts = f"{counted(articles, 'article')}, {counted(clauses, 'clause')}" if articles else counted(clauses, "clause")
    facts = tuple(each for each in (data.symbol, date) if each and each != own)
    cite = ", ".join(dict.fromkeys(each for each in (data.title or own, data.symbol, date) if each))
    return DraftView(own, (*facts, counts), cite)
