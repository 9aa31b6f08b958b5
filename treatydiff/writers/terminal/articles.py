"""The changes to show under the articles that they belong to, clauses that went in the article that theirs became."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.text.numbers import bare
from treatydiff.writers.html.sheet import Sheet
from treatydiff.writers.places import named
from treatydiff.writers.statements import is_changed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Change, Comparison, Provision
    from treatydiff.writers.html.sheet import Group


class Article(NamedTuple):
    """An article, or a chapter that has changes of its own.

    `provision` is that of the new draft, else of the old; `was` the number of the old one where it was another, and `is_gone`
    says that the new draft has no such article. `heads` are the chapters over it, outermost first.
    """

    provision: Provision
    was: str
    is_gone: bool
    heads: tuple[Provision, ...]
    changes: tuple[Change, ...]

    @property
    def title(self) -> str:
        """The article as it is headed, with the number that it had: "Article 5 (was 4). Help"."""
        return self.titled(f"was {self.was}" if self.was else "")

    def titled(self, remark: str) -> str:
        """Give the article as it is headed, with a remark behind its number; empty for none."""
        name = named(self.provision)
        number, _, heading = name.partition(". ")
        return f"{number} ({remark}){'. ' if heading else ''}{heading}" if remark else name


def articles(whole: Comparison, part: Comparison) -> Iterator[Article]:
    """Give the articles in which anything changed, in the order of the text; only the changes of `part` are in them."""
    chosen = {change.id: change for change in part.changes if is_changed(change)}
    for group in Sheet(whole).groups:
        changes = tuple(chosen[change.id] for change in group.changes if change.id in chosen)
        if changes:
            yield Article(group.unit.provision, _was(group), group.new is None, group.unit.heads, changes)


def _was(group: Group) -> str:
    if not group.new or not group.old:
        return ""
    was = bare(group.old.provision.num)
    return was if was != bare(group.new.provision.num) else ""
