"""The close of a note: the numbers that articles have now, what brackets and options leave open, what is marked as agreed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from treatydiff.text.numbers import bare
from treatydiff.writers.html.phrases import capital, counted, listed, name
from treatydiff.writers.note import naming
from treatydiff.writers.note.values import Table, heading, numbered
from treatydiff.writers.statements import some

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.model import Clause, Comparison
    from treatydiff.writers.html.sheet import Group, Sheet
    from treatydiff.writers.note.values import Block

_ONE: Final = {"bracket": "pair of square brackets", "option": "option", "attribution": "proposal"}
_MANY: Final[dict[str, str]] = {"bracket": "pairs of square brackets", "option": "options", "attribution": "proposals"}


def numbers(sheet: Sheet) -> Iterator[Block | Table]:
    """Give the articles that bear another number or stand elsewhere, with the numbers that they had."""
    found = [group for group in sheet.groups if group.old and group.new and not group.unit.is_head and _was(group)]
    moved = [group for group in sheet.groups if group.is_moved and not group.unit.is_head]
    if not found and not moved:
        return
    yield heading("part", "Articles moved and renumbered")
    if moved:
        verb = "has" if len(moved) == 1 else "have"
        yield numbered(
            f"{capital(naming.articles(group.unit for group in moved))} {verb} been moved to another place in the text."
        )
    if found:
        yield numbered(f"{capital(counted(len(found), 'article'))} {'bears' if len(found) == 1 else 'bear'} a new number:")
        rows = tuple((_was(group), bare(group.unit.provision.num), _heading(group)) for group in found)
        yield Table(("Earlier draft", "Later draft", "Article"), rows)


def _heading(group: Group) -> str:
    """Give the heading of an article, that of the earlier draft where the later one has none."""
    return group.unit.provision.heading or (group.old.provision.heading if group.old else "")


def _was(group: Group) -> str:
    """Give the number that an article had, empty where it has it still."""
    was = bare(group.old.provision.num) if group.old else ""
    return was if was != bare(group.unit.provision.num) else ""


def standing(comparison: Comparison, sheet: Sheet) -> Iterator[Block]:
    """Say what marks of contest went and came, which remain and where, and what is marked as agreed."""
    went: Counter[tuple[str, str]] = Counter(
        (mark.kind, mark.op) for change in comparison.changes for mark in change.marks if mark.kind in _ONE
    )
    left = [(clause, kind) for clause in comparison.new_clauses for kind in _contests(clause)]
    agreed = [(clause, mark.label) for clause in comparison.new_clauses for mark in clause.marks if mark.kind == "status"]
    if not went and not left and not agreed:
        return
    yield heading("part", "What is settled and what remains open")
    if settled := _settled(went):
        yield numbered(settled)
    if left:
        yield numbered(_left(left, sheet))
    else:
        yield numbered("No square brackets, no options and no attributed proposals are left in the later draft.")
    for label, clauses in _by_label(agreed).items():
        yield numbered(
            f"“{label}” stands in {counted(len(clauses), 'place')} of the later draft: {some([c.label for c in clauses])}."
        )


def _settled(went: Counter[tuple[str, str]]) -> str:
    doings = (("resolved", "resolved, their words settled"), ("removed", "removed with their words"), ("added", "added"))
    said = []
    for op, done in doings:
        counts = [(went[kind, op], kind) for kind in _ONE if went[kind, op]]
        if counts:
            what = listed(f"{count:,} {_noun(kind, count)}" for count, kind in counts)
            said.append(f"{what} {'has' if sum(count for count, _ in counts) == 1 else 'have'} been {done}")
    return f"{capital('; '.join(said))}." if said else ""


def _noun(kind: str, count: int) -> str:
    return _ONE[kind] if count == 1 else _MANY[kind]


def _contests(clause: Clause) -> Iterator[str]:
    """Give the kind of each mark by which a clause is contested, and once that it is an option of its own."""
    yield from (mark.kind for mark in clause.marks if mark.kind in _ONE)
    if clause.provision.kind == "alternative":
        yield "option"


def _left(left: Sequence[tuple[Clause, str]], sheet: Sheet) -> str:
    counts = Counter(kind for _, kind in left)
    what = listed(f"{count:,} {_noun(kind, count)}" for kind, count in counts.items())
    by_unit = Counter(sheet.new_units[clause.id] for clause, _ in left)
    places = some([f"{name(unit.provision).lower()} ({count:,})" for unit, count in by_unit.most_common()])
    return f"{capital(what)} {'remains' if len(left) == 1 else 'remain'} in the later draft: {places}."


def _by_label(agreed: Iterable[tuple[Clause, str]]) -> dict[str, list[Clause]]:
    found: dict[str, list[Clause]] = {}
    for clause, label in agreed:
        found.setdefault(label, []).append(clause)
    return found
