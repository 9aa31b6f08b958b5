"""Where else in the other draft a safeguard stands that a clause lost or gained."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from treatydiff.model import Clause
    from treatydiff.rules.case import Case

_MOST_NAMED = 2


class Standing(NamedTuple):
    """Where a safeguard stands on the side on which its clause does not carry it.

    `moved` to or from a clause that did not carry it in the other draft, in the same article or as the only one; `is_elsewhere`
    when clauses carry it in both; `near` when one of them is in the same article. `said` is empty where there are no drafts
    around.
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
    if not case.setting.old_clauses and not case.setting.new_clauses:
        return Standing(moved=False, near=False, said="")
    kept, fresh = _carriers(case, name, of_new=of_new)
    homes = _homes(case, of_new=of_new)
    near_fresh, near = ([clause for clause in each if _article(clause) in homes] for each in (fresh, kept))
    if near_fresh or (not kept and 0 < len(fresh) <= _MOST_NAMED):
        verb = "now carried by" if of_new else "carried before by"
        return Standing(moved=True, near=bool(near_fresh), said=f"{verb} {_labels(near_fresh or fresh)}")
    if kept or fresh:
        verb = ("still stands in" if of_new else "already stood in") if kept else ("stands in" if of_new else "stood in")
        return Standing(moved=False, near=bool(near), said=f"{verb} {_labels(near or kept or fresh)}", is_elsewhere=True)
    return Standing(moved=False, near=False, said=f"{'stands' if of_new else 'stood'} in no other operative clause")


def _carriers(case: Case, name: str, *, of_new: bool) -> tuple[list[Clause], list[Clause]]:
    """Give the clauses of a draft that carry a safeguard, those of the change left out.

    First those whose answers in the other draft carry it too, then those whose answers do not.
    """
    setting = case.setting
    ledger, other = (setting.new_ledger, setting.old_ledger) if of_new else (setting.old_ledger, setting.new_ledger)
    answers = setting.came_of if of_new else setting.became
    apart = {clause.id for clause in (case.change.link.new if of_new else case.change.link.old)}
    carried = {clause.id for clause in other.carriers(name)}
    kept: list[Clause] = []
    fresh: list[Clause] = []
    for clause in ledger.carriers(name):
        if clause.id not in apart:
            (fresh if carried.isdisjoint(answers.get(clause.id, ())) else kept).append(clause)
    return kept, fresh


def _homes(case: Case, *, of_new: bool) -> set[str]:
    """Give the articles of a draft that hold the clauses of the change, or became of the article that held them."""
    link, setting = case.change.link, case.setting
    here, there = (link.new, link.old) if of_new else (link.old, link.new)
    known = setting.became if of_new else setting.came_of
    found = {_article(clause) for clause in here}
    for clause in there:
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
