"""Numbers that lost the dash between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

_SHORTEST: Final = 3
_LONGEST: Final = 6


def parted(number: str, known: Collection[str]) -> tuple[str, str] | None:
    """Part a number that is not known into two that are, the first before the second: "1113" into 11 and 13.

    Two digits are never parted: 12 is rather a mistake for another number. None where no parting makes sense.
    """
    if not (number.isdecimal() and _SHORTEST <= len(number) <= _LONGEST) or number in known:
        return None
    for place in range((len(number)) // 2, 0, -1):
        first, last = number[:place], number[place:]
        if first in known and last in known and int(first) < int(last):
            return first, last
    return None
