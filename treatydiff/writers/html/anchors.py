"""Short, stable fragments for everything on the page that can be pointed at."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.model import Comparison, Document

RESERVED = frozenset(
    {"top", "text", "map", "findings", "terms", "colophon", "help", "filter", "search", "position", "nothing", "tally"}
)
_LEFT_OUT = frozenset({"list", "intro", "wrapup", "body", "recs"})
_NUMBER_ONLY = frozenset({"para", "point", "indent", "item", "subpara", "subcl", "cl", "al"})
_JOINT = re.compile(r"[\W_]+")


class Anchors:
    """The fragments of one page: `new` and `old` by provision id; `further` for what hangs on them.

    A fragment is the provision's id without the levels that a citation leaves out (`art_45__para_1__list_1__point_b`
    becomes `art-45-1-b`), those of the old draft after `old-`. No two things on a page share one.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._taken = set(RESERVED)
        self.new = self._all(comparison.new, "")
        self.old = self._all(comparison.old, "old-")

    def further(self, fragment: str) -> str:
        """Give `fragment`, with a number after it when it is taken, and take it."""
        found = fragment
        place = 1
        while found in self._taken:
            place += 1
            found = f"{fragment}-{place}"
        self._taken.add(found)
        return found

    def _all(self, document: Document, prefix: str) -> dict[str, str]:
        return {provision.id: self.further(prefix + short(provision.id)) for provision in document.walk()}


def short(provision_id: str) -> str:
    """Give the fragment for a provision id, before it is made unique."""
    return "-".join(_parts(provision_id.split("__"))) or "clause"


def _parts(levels: list[str]) -> Iterable[str]:
    last = len(levels) - 1
    for place, level in enumerate(levels):
        part = _part(level, is_first=place == 0, is_last=place == last)
        if part:
            yield part


@lru_cache(maxsize=4096)
def _part(level: str, *, is_first: bool, is_last: bool) -> str:
    """Give what a level of an id adds to the fragment."""
    kind, _, own = level.partition("_")
    if kind in _LEFT_OUT and not is_last:
        return ""
    is_number_enough = not is_first and kind in _NUMBER_ONLY and own[:1].isalnum()
    return _JOINT.sub("-", own if is_number_enough else level).strip("-")
