"""From an example of a rule to the case that the rule judges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.diff import mark_changes, redline
from treatydiff.model import Change, Clause, Link, LinkKind, Provision
from treatydiff.rules.case import Case
from treatydiff.rules.setting import Setting
from treatydiff.text.marks import extract

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon
    from treatydiff.rules.rule import Fires, Silent


def case_of(example: Fires | Silent, lexicon: Lexicon) -> Case:
    """Put the change of an example among the other articles that it names."""
    own = change_of(example.old, example.new, chapeau=example.chapeau)
    around = tuple(_article(n, old, new) for n, (old, new) in enumerate(example.articles, start=2))
    changes = (*around, own)
    old, new = (tuple(clause for change in changes for clause in getattr(change.link, side)) for side in ("old", "new"))
    return Case(own, Setting(lexicon, old, new, changes))


def change_of(old: str, new: str, *, chapeau: str = "", kind: str = "paragraph") -> Change:
    """Link both wordings as one provision of `kind`; an empty one is that of a clause that was inserted or deleted."""
    before = (clause_of(old, chapeau=chapeau, kind=kind),) if old else ()
    after = (clause_of(new, chapeau=chapeau, kind=kind),) if new else ()
    was, now = (clauses[0].words if clauses else "" for clauses in (before, after))
    link_kind: LinkKind = "inserted" if not old else "deleted" if not new else "same" if was == now else "edited"
    link = Link(link_kind, before, after, similarity={"same": 1.0, "edited": 0.5}.get(link_kind, 0.0))
    parts = redline(was, now)
    return Change("c1", link, parts, mark_changes(before, after, parts))


def clause_of(raw: str, *, chapeau: str = "", kind: str = "paragraph") -> Clause:
    """Make a clause of a wording whose square brackets are marks, under a parent with `chapeau` if there is one."""
    marked = extract(raw)
    parent = Provision("parent", "paragraph", text=chapeau)
    provision = Provision("own", kind, text=marked.words, marks=marked.marks)
    return Clause(provision, (parent,) if chapeau else (), "paragraph 1", 0)


def _article(place: int, old: str, new: str) -> Change:
    """Make an article of the drafts that is the same but for its number, or came or went."""
    before, after = (
        (
            Clause(
                Provision(f"art_{num}", "article", num=f"Article {num}", heading=f"Subject {place}"),
                (),
                f"article {num}",
                place,
            ),
        )
        if num
        else ()
        for num in (old, new)
    )
    kind: LinkKind = "inserted" if not old else "deleted" if not new else "same"
    return Change(f"c{place}", Link(kind, before, after, float(kind == "same"), renumbered=old != new), ())
