"""Where else in the other draft a safeguard stands that a clause lost or gained."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from treatydiff.model import Clause
    from treatydiff.rules.case import Case

_MOST_NAMED = 2


class Standing(NamedTuple):
    """Where a safeguard stands on the side on which its clause does not carry it.

    `moved` to or from a clause that did not carry it in the other draft; `is_elsewhere` when clauses carry it in both; `near`
    when one of them is in the same article. `said` is empty where there are no drafts around.
    """

    moved: bool
    near: bool
    said: str
    is_elsewhere: bool = False

    def rank(self, *, is_grave: bool) -> Literal[0, 1, 2]:
        """Give how much less than most grave its loss or gain is."""
        if self.moved and self.near:
            return 2
        return 1 if self.moved or self.near or not is_grave else 0


def standing(case: Case, name: str, *, of_new: bool) -> Standing:
    """Say where a safeguard stands in the new draft that a clause lost, or stood in the old one that it gained."""
    setting = case.setting
    if not setting.old_clauses and not setting.new_clauses:
        return Standing(moved=False, near=False, said="")
    ledger, counterpart = (setting.new_ledger, setting.old_ledger) if of_new else (setting.old_ledger, setting.new_ledger)
    became = setting.came_of if of_new else setting.became
    own, others = (case.change.link.old, case.change.link.new) if of_new else (case.change.link.new, case.change.link.old)
    apart = {clause.id for clause in others}
    carried = {clause.id for clause in counterpart.carriers(name)}
    carriers = [clause for clause in ledger.carriers(name) if clause.id not in apart]
    fresh = [clause for clause in carriers if not carried & set(became.get(clause.id, ()))]
    homes = _homes(own, of_new=of_new, case=case)
    near_fresh = [clause for clause in fresh if _article(clause) in homes]
    if fresh and (near_fresh or len(fresh) <= _MOST_NAMED):
        chosen = near_fresh or fresh
        verb = "now carried by" if of_new else "carried before by"
        return Standing(moved=True, near=bool(near_fresh), said=f"{verb} {_labels(chosen)}")
    near = [clause for clause in carriers if _article(clause) in homes]
    if near or carriers:
        verb = "still stands in" if of_new else "already stood in"
        return Standing(moved=False, near=bool(near), said=f"{verb} {_labels(near or carriers)}", is_elsewhere=True)
    return Standing(moved=False, near=False, said=f"{'stands' if of_new else 'stood'} in no other operative clause")


def _homes(own: tuple[Clause, ...], *, of_new: bool, case: Case) -> set[str]:
    """Give the articles of the other draft that answer to those of the clauses: by their parents that became something."""
    known = case.setting.became if of_new else case.setting.came_of
    others = case.change.link.new if of_new else case.change.link.old
    found = {_article(clause) for clause in others}
    for clause in own:
        found.update(known.get(_article(clause), ()))
    return found - {""}


def _article(clause: Clause) -> str:
    """Give the id of the article that holds a clause; empty when none does."""
    line = (*clause.ancestors, clause.provision)
    return next((provision.id for provision in line if provision.kind in {"article", "section", "clause"}), "")


def _labels(clauses: list[Clause]) -> str:
    named = [clause.label for clause in clauses[:_MOST_NAMED]]
    more = len(clauses) - len(named)
    said = " and ".join(named) if not more else ", ".join(named)
    return f"{said} and {more} more" if more else said
