"""Where a clause stands and what that place is called: its article, the chapters over it, its number in the short form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.text.numbers import bare
from treatydiff.text.units import unit

if TYPE_CHECKING:
    from treatydiff.model import Change, Clause, Provision


def shown(change: Change) -> Clause:
    """Give the clause under which a change is shown: the first of the new draft, else the first of the old."""
    return (change.link.new or change.link.old)[0]


def place(change: Change) -> str:
    """Give the clause of a change as it is cited, with a capital, what it was, and if it is of the earlier draft."""
    label = shown(change).label
    cited = label[:1].upper() + label[1:]
    if not change.link.new:
        return f"{cited} (earlier draft)"
    if change.link.old and change.link.old[0].label != label:
        return f"{cited} (was {change.link.old[0].label})"
    return cited


def below_unit(clause: Clause) -> str:
    """Give the numbers of a clause below its article in the short form, "1(b)(ii)"."""
    if clause.is_heading:
        return "heading"
    path = (*clause.ancestors, clause.provision)
    numbers = [bare(provision.num) for provision in path[path.index(unit(clause)) + 1 :] if provision.num]
    if not numbers:
        last = clause.label.rpartition(" ")[2]
        return f"rec. {last}" if clause.provision.kind == "recital" else ""
    first = numbers[0] if numbers[0].isdigit() else f"({numbers[0]})"
    return "".join([first, *(f"({number})" for number in numbers[1:])])


def named(provision: Provision) -> str:
    """Give a provision as it is headed: "Article 5. Help"."""
    number = provision.num or provision.kind.capitalize()
    heading = heading_beside(provision, number)
    return f"{number.rstrip('.')}. {heading}" if heading else number


def heading_beside(provision: Provision, called: str) -> str:
    """Give a provision's heading to stand beside what it is called; empty where that is the same: "Preamble"."""
    return "" if provision.heading.casefold() == called.casefold() else provision.heading
