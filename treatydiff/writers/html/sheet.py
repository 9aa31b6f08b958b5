"""The changes laid out as a reader goes through them: article by article in the order of the new group."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from treatydiff.text.units import Unit, counterparts, units
from treatydiff.writers.html.phrases import SEVERITIES
from treatydiff.writers.html.reading import kinds, says_the_same, severity, touched

if TYPE_CHECKING:
    from treatydiff.model import Change, Clause, Comparison

Key = tuple[Literal["new", "old"], str]
State = Literal["same", "edited", "inserted", "deleted", "away"]


class Row(NamedTuple):
    """A change where its clause stands; with `origin`, the place of the old draft from which that clause moved away."""

    change: Change
    origin: Clause | None = None


class Group:
    """An article or chapter of the page, with the change of its heading and its rows.

    `new` is None for what stood in the old draft only: deleted, or moved away to `destination`.
    """

    def __init__(self, new: Unit | None, old: Unit | None) -> None:
        self.new = new
        self.old = old
        self.header: Change | None = None
        self.rows: list[Row] = []
        self.destination: Unit | None = None

    @property
    def unit(self) -> Unit:
        """The unit that the group is named after."""
        found = self.new or self.old
        assert found is not None  # noqa: S101 - a group is made for a unit of either draft
        return found

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The changes told here, that of the heading first."""
        rows = [row.change for row in self.rows if row.origin is None]
        return (self.header, *rows) if self.header else tuple(rows)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Every kind of change that happened in it."""
        return frozenset(kind for change in self.changes for kind in kinds(change))

    @cached_property
    def reads_the_same(self) -> bool:
        """Whether nothing in it changed but numbers, and nothing moved away from it."""
        return self.state == "same" and not any(row.origin for row in self.rows)

    @cached_property
    def is_moved(self) -> bool:
        """Whether it moved as a whole."""
        return self.new is not None and _moved(self.header, self.rows)

    @cached_property
    def state(self) -> State:
        """What happened to it as a whole."""
        if self.new is None:
            return "deleted" if not self.destination and any(c.link.kind == "deleted" for c in self.changes) else "away"
        if self.changes and all(change.link.kind == "inserted" for change in self.changes):
            return "inserted"
        return "same" if all(says_the_same(change) for change in self.changes) else "edited"

    @cached_property
    def share(self) -> float:
        """The share of its characters that came or went, from 0 to 1."""
        gone, whole = (sum(counts) for counts in zip(*map(touched, self.changes), strict=True)) if self.changes else (0, 0)
        return gone / whole if whole else 0.0

    @cached_property
    def severity(self) -> str:
        """The highest severity of a finding in it, empty when there is none."""
        found = [severity(change) for change in self.changes]
        return min((each for each in found if each), key=SEVERITIES.index, default="")


class Sheet:
    """Every article of both drafts: `groups` in the order of the new draft, those of the old draft alone where they were.

    `origins` holds the ids of the old clauses that have a place of their own besides their row, `headings` the clauses of
    either draft that are told at the head of their article.
    """

    def __init__(self, comparison: Comparison) -> None:
        self.new_units = units(comparison.new)
        self.old_units = units(comparison.old)
        self._pairs = counterparts(comparison.changes, self.old_units, self.new_units)
        self._became = {old: new for new, old in self._pairs.items()}
        self._by_new_id = {unit.id: unit for unit in self.new_units.values()}
        self._by_old_id = {unit.id: unit for unit in self.old_units.values()}
        self._order: list[Key] = []
        self._placed: set[Key] = set()
        self._opened: dict[Key, Group] = {}
        self.origins: set[str] = set()
        self.headings: set[Key] = set()
        waiting: list[Clause] = []
        for change in comparison.changes:
            if change.link.new:
                self._append_units(waiting, change.link.new[0].order)
            self._place(change)
            waiting = sorted((*waiting, *change.link.new[1:]), key=lambda clause: clause.order)
        self._append_units(waiting)
        self._place_origins(comparison)
        self.groups = tuple(self._opened[key] for key in self._order)

    def has_away(self, old: Unit) -> bool:
        """Whether an article that moved as a whole is also shown where it stood."""
        return ("old", old.id) in self._opened

    def _append_units(self, waiting: list[Clause], before: int | None = None) -> None:
        """Open the articles of clauses that another one took along in its change, once the text has come to their place."""
        while waiting and (before is None or waiting[0].order < before):
            self._append_unit(waiting.pop(0))

    def _append_unit(self, clause: Clause) -> None:
        unit = self.new_units[clause.id]
        for head in unit.heads:
            self._append(("new", head.id))
        self._append(("new", unit.id))

    def _place(self, change: Change) -> None:
        for clause in change.link.new[:1]:
            self._append_unit(clause)
        key = self._home(change)
        if key[0] == "old":
            self._append(key)
        group = self._opened.get(key) or self._open(key)
        if _tells_heading(change, key) or _drops_heading(change, group):
            group.header = change
            self.headings.add(key)
            if group.old and group.old.id in {clause.id for clause in change.link.old}:
                self.headings.add(("old", group.old.id))
        else:
            group.rows.append(Row(change))

    def _home(self, change: Change) -> Key:
        new = change.link.new
        return ("new", self.new_units[new[0].id].id) if new else self._old_home(change.link.old[0])

    def _old_home(self, clause: Clause) -> Key:
        old = self.old_units[clause.id].id
        return ("new", self._became[old]) if old in self._became else ("old", old)

    def _append(self, key: Key) -> None:
        if key not in self._placed:
            self._placed.add(key)
            self._order.append(key)
            if key not in self._opened:
                self._open(key)

    def _open(self, key: Key) -> Group:
        side, unit_id = key
        if side == "old":
            group = Group(None, self._by_old_id[unit_id])
        else:
            group = Group(self._by_new_id[unit_id], self._by_old_id.get(self._pairs.get(unit_id, "")))
        self._opened[key] = group
        return group

    def _place_origins(self, comparison: Comparison) -> None:
        changes = {clause.id: change for change in comparison.changes for clause in change.link.old}
        with_article = {key for key in self._order if self._moved_as_a_whole(key)}
        before: Key | None = None
        for clause in comparison.old_clauses:
            change = changes[clause.id]
            home = self._old_home(clause)
            if home in with_article:
                unit = self.old_units[clause.id]
                home = ("old", unit.id)
                if home not in self._opened:
                    self._insert(home, before)
                    self._opened[home].destination = self._by_new_id[self._became[unit.id]]
            elif change.link.moved and change.link.new and ("new", change.link.new[0].id) not in self.headings:
                if home not in self._opened:
                    self._insert(home, before)
                self._add_origin(home, change, clause)
            before = home

    def _moved_as_a_whole(self, key: Key) -> bool:
        group = self._opened[key]
        return group.old is not None and group.new is not None and not group.new.is_head and _moved(group.header, group.rows)

    def _insert(self, key: Key, before: Key | None) -> None:
        self._open(key)
        self._placed.add(key)
        self._order.insert(self._order.index(before) + 1 if before in self._order else 0, key)

    def _add_origin(self, home: Key, change: Change, clause: Clause) -> None:
        rows = self._opened[home].rows
        earlier = [place for place, row in enumerate(rows) if _old_order(row) < clause.order]
        place = max(earlier, key=lambda at: _old_order(rows[at]), default=-1) + 1
        if any(row.change is change for row in rows[max(place - 1, 0) : place + 1]):
            return
        rows.insert(place, Row(change, clause))
        self.origins.add(clause.id)


def _tells_heading(change: Change, key: Key) -> bool:
    """Whether a change is that of the heading of the article `key`, one heading or none on either side."""
    clauses, side = (change.link.new, "new") if change.link.new else (change.link.old, "old")
    is_one = len(change.link.old) <= 1 and len(change.link.new) <= 1
    return is_one and side == key[0] and clauses[0].id == key[1] and clauses[0].is_heading


def _drops_heading(change: Change, group: Group) -> bool:
    """Whether a change is the loss of the heading of an article that goes on without one."""
    if group.header or not group.new or not group.old or change.link.new or group.new.provision.heading:
        return False
    return [(clause.id, clause.is_heading) for clause in change.link.old] == [(group.old.id, True)]


def _old_order(row: Row) -> int:
    if row.origin:
        return row.origin.order
    stays = row.change.link.old and not row.change.link.moved
    return row.change.link.old[-1].order if stays else 1 << 30


def _moved(header: Change | None, rows: list[Row]) -> bool:
    if header:
        return header.link.moved
    linked = [row.change for row in rows if row.change.link.old and row.change.link.new]
    return bool(linked) and all(change.link.moved for change in linked)
