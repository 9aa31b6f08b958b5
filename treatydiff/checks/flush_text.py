"""The last item of a list that goes on in words meant for all items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Provision

ID: Final = "flush-text"
_FEWEST: Final = 2
_SHOWN: Final = 12


def look(subject: Subject) -> Iterator[Seen]:
    """Look in the last item for a semicolon with a condition in small letters behind it, which no other item has."""
    goes_on = subject.lexicon.pattern("checks", "goes_on")
    joining = subject.lexicon.pattern("checks", "joining")
    kinds = subject.lexicon.words("lists", "item_kinds")
    for path in subject.holders:
        holder = path[-1]
        items = [child for child in holder.children if child.num and child.text and child.kind in kinds]
        if len(items) < _FEWEST or holder.closing or items[-1] is not holder.children[-1] or items[-1].children:
            continue
        found = goes_on.search(items[-1].text)
        if found is None or any(_has_inner_end(one, joining) for one in items[:-1]):
            continue
        yield Seen(
            words=" ".join(items[-1].text[found.start("on") :].split()[:_SHOWN]),
            message=f"the words behind the last item, {items[-1].num}, seem to govern all items",
            mend="move them below the list, as closing text",
            provision=items[-1],
            span=(found.start("on"), found.end("on")),
        )


def _has_inner_end(item: Provision, joining: re.Pattern[str]) -> bool:
    return ";" in joining.sub("", item.text).rstrip(" ;,.")


_OPEN: Final = "Article 1\n\nThis Convention applies to:\n\n(a) wrecks;"
CHECK: Final = Check(
    ID,
    "TD014",
    "warning",
    "A last item that goes on in words that govern all items",
    look,
    fails=(
        Fails(
            f"{_OPEN} and\n\n(b) lost cargo; where the vessel flies the flag of a Party.",
            "where the vessel flies the flag of a Party.",
            7,
        ),
        Fails(f"{_OPEN} or\n\n(b) cargo; provided that it lies in its waters.", "provided that it lies in its waters.", 7),
        Fails(f"{_OPEN} and\n\n(b) cargo; if the owner agrees.", "if the owner agrees.", 7),
    ),
    passes=(
        Passes(f"{_OPEN} and\n\n(b) cargo where the owner agrees.", "the condition is part of the item"),
        Passes(
            f"{_OPEN[:-1]}; where the owner agrees; and\n\n(b) cargo; where the master agrees.",
            "each item has its own condition",
        ),
        Passes(
            f"{_OPEN} and\n\n(b) cargo;\n\nwhere the vessel flies the flag of a Party.",
            "the closing text stands below the list",
        ),
    ),
)
