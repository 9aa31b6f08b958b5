"""Amendments in the order in which they are listed, under the articles of the earlier draft, for every format of theirs."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.amendments import drafted
from treatydiff.amendments.places import TOP, tree
from treatydiff.writers.once import Itself

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.amendments.places import Tree
    from treatydiff.model import Amendment, AmendmentKind, Amendments, Comparison, Metadata, Provision

_UNITS: Final = frozenset({"article", "preamble", "preface", "conclusions", "rule"})
_LABELS: Final[dict[AmendmentKind, str]] = {
    "words": "MOD",
    "text": "MOD",
    "title": "MOD",
    "number": "(MOD)",
    "move": "SUP* ADD*",
    "insert": "ADD",
    "delete": "SUP",
}
"""What the ITU calls an amendment: (MOD) is an editorial one, SUP* and ADD* are the two ends of a move."""
NO_CHANGE: Final = "NOC"
THE_DRAFT: Final = "The text as a whole"


class Entry(NamedTuple):
    """An amendment with its number in the list, counted from 1, and the label of the ITU."""

    number: int
    amendment: Amendment
    itu: str


class Section(NamedTuple):
    """What is listed under one heading; nothing for an article that stays as it is."""

    heading: str
    entries: tuple[Entry, ...]


class Outline(NamedTuple):
    """The whole list, with the draft that it changes."""

    amendments: Amendments
    base: Tree
    sections: tuple[Section, ...]


def outline(comparison: Comparison) -> Outline:
    """List the amendments under the articles that they are about, in whose order they stand, and what stays in its place.

    The last list is kept: a run that writes several formats makes it once.
    """
    return _outline(Itself(comparison))


@lru_cache(maxsize=1)
def _outline(itself: Itself[Comparison]) -> Outline:
    comparison = itself.value
    amendments = drafted(comparison)
    base = tree(comparison.old)
    editorial = {clause.id for change in comparison.changes if change.is_editorial for clause in change.link.old}
    count = 0
    sections = []
    touched = _touched(amendments.made, base)
    for unit, listed in _by_unit(amendments.made, base):
        if not listed and unit in touched:
            continue
        entries = [Entry(n, one, _label(one, editorial)) for n, one in enumerate(listed, count + 1)]
        count += len(entries)
        sections.append(Section(_heading(unit, base), tuple(entries)))
    in_order = tuple(entry.amendment for section in sections for entry in section.entries)
    return Outline(amendments._replace(made=in_order), base, tuple(sections))


def _label(amendment: Amendment, editorial: set[str]) -> str:
    if amendment.kind in {"words", "text"} and amendment.place.id in editorial:
        return "(MOD)"
    return _LABELS[amendment.kind]


def _by_unit(made: Iterable[Amendment], base: Tree) -> Iterator[tuple[str, list[Amendment]]]:
    """Deal the amendments out; what comes into something new is listed with it."""
    sections: dict[str, list[Amendment]] = {THE_DRAFT: [], **{unit: [] for unit in _units(base)}}
    of_new: dict[str, str] = {}
    for amendment in made:
        unit = of_new[amendment.target.label] if amendment.target.is_new else _unit(amendment, base)
        if amendment.kind == "insert" and amendment.place.is_new:
            of_new[amendment.place.label] = unit
        sections.setdefault(unit, []).append(amendment)
    for unit, listed in sections.items():
        if listed or unit != THE_DRAFT:
            yield unit, listed


def _touched(made: Iterable[Amendment], base: Tree) -> set[str]:
    """Give the provisions that an amendment is about, with what holds them and what goes with them."""
    found: set[str] = set()
    for amendment in made:
        for place in (amendment.place, *amendment.others):
            if place.id in base.nodes:
                found |= {place.id, *base.above(place.id)}
                if amendment.kind == "delete":
                    found |= {each.id for each in base.nodes[place.id].walk()}
    return found


def _units(base: Tree) -> Iterator[str]:
    for own in base.nodes:
        if _unit_of(own, base) == own:
            yield own


def _unit(amendment: Amendment, base: Tree) -> str:
    """Give the id of the provision under which an amendment is listed: its article, else what stands highest."""
    if amendment.kind in {"insert", "move"}:
        return _unit_of(amendment.target.id, base) if amendment.target.id else THE_DRAFT
    own = amendment.place.id
    if amendment.kind == "number" and (amendment.others or base.nodes[own].kind in _UNITS):
        own = base.parents[own]
    return _unit_of(own, base) if own != TOP else THE_DRAFT


def _unit_of(own: str, base: Tree) -> str:
    path = [own, *base.above(own)]
    return next(
        (one for one in reversed(path) if base.nodes[one].kind in _UNITS), own if len(path) == 1 else _holder(path, base)
    )


def _holder(path: list[str], base: Tree) -> str:
    """Give what stands above articles and holds them, or else the highest provision of a path."""
    holding = [one for one in path if any(child.kind in _UNITS for child in base.nodes[one].children)]
    return holding[0] if holding else path[-1]


def _heading(unit: str, base: Tree) -> str:
    return THE_DRAFT if unit == THE_DRAFT else named(base.nodes[unit], base.labels[unit])


def named(provision: Provision, label: str) -> str:
    """Give the name of a provision at the head of its section: "Article 5: Dues"."""
    name = label[:1].upper() + label[1:]
    return f"{name}: {provision.heading}" if provision.heading and provision.heading.casefold() != name.casefold() else name


def called(data: Metadata) -> str:
    """Name a draft by its symbol, its date or its file, whichever is known first."""
    return data.symbol or data.date or data.path.replace("\\", "/").rpartition("/")[2] or "an unnamed draft"


def preface(comparison: Comparison) -> str:
    """Say what the list does, and how it is to be read."""
    old, new = comparison.old.metadata, comparison.new.metadata
    return (
        f"These amendments make the draft {called(old)} into the draft {called(new)}. Provisions are cited by their numbers in "
        "the earlier draft; what comes to one place stands there in the order of this list."
    )
