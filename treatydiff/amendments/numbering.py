"""Numbers that change: the words around them stay, and a run of siblings that go on counting is one instruction."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from treatydiff.text.numbers import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.model import Amendment

_IN_FRONT: Final = frozenset({"paragraph", "subsection"})
"""Levels whose number stands with a full stop before their text, if nothing else is said."""
_IN_A_LIST: Final = frozenset({"point", "indent", "subparagraph", "clause", "subclause"})


def renumbered(num: str, number: str) -> str:
    """Give a number as written with another bare number in its place: "Article 5" and "7" give "Article 7"."""
    own = bare(num)
    place = num.rfind(own) if own else -1
    return f"{num[:place]}{number}{num[place + len(own) :]}" if place >= 0 else number


def as_written(num: str, number: str, level: str) -> str:
    """Give what a provision with the number `num` has in front of it once it has another number, and perhaps a new level."""
    if not number:
        return ""
    if not level and num:
        return renumbered(num, number)
    if level in _IN_FRONT:
        return f"{number}."
    return f"({number})" if level in _IN_A_LIST else f"{level.capitalize()} {number}"


def told(num: str, becomes: str, level: str) -> tuple[str, str]:
    """Give what an instruction says of a new number: the bare number, and the whole as written where that is not enough."""
    number = bare(becomes)
    return number, "" if as_written(num, number, level) == becomes else becomes


def following(number: str) -> str:
    """Give the number that comes next, for digits and single letters; empty for others."""
    if number.isascii() and number.isdecimal() and not (number[0] == "0" and len(number) > 1):
        return str(int(number) + 1)
    if len(number) == 1 and number.isascii() and number.isalpha() and number not in "zZ":
        return chr(ord(number) + 1)
    return ""


def counted(first: str, last: str) -> list[str]:
    """Give the numbers from one to another; empty when the first does not lead there within ten thousand steps."""
    found = [first]
    while found[-1] != last:
        number = following(found[-1])
        if not number or len(found) > 10_000:  # noqa: PLR2004
            return []
        found.append(number)
    return found


def is_counted(numbers: Sequence[str]) -> bool:
    """Whether each number follows the one before it."""
    return all(following(one) == other for one, other in pairwise(numbers))


def in_runs(amendments: Iterable[Amendment], neighbours: Iterable[tuple[str, str]]) -> Iterator[Amendment]:
    """Yield new numbers of neighbours, which count on from each other before and after, as one instruction.

    `neighbours` are the ids of provisions of one kind that follow each other below one parent.
    """
    beside = set(neighbours)
    run: list[Amendment] = []
    for amendment in amendments:
        if run and not _goes_on(run[-1], amendment, beside):
            yield _joined(run)
            run = []
        run.append(amendment)
    if run:
        yield _joined(run)


def _goes_on(last: Amendment, amendment: Amendment, beside: set[tuple[str, str]]) -> bool:
    return (
        (last.place.id, amendment.place.id) in beside
        and not (last.written or amendment.written or last.level or amendment.level)
        and is_counted((last.numbers[0], amendment.numbers[0]))
    )


def goes_on(last: Amendment, amendment: Amendment) -> bool:
    """Whether a provision that moves is cited by the number after the last one that does, and its new number follows too."""
    if last.written or amendment.written or last.level or amendment.level or "" in last.numbers or "" in amendment.numbers:
        return False
    if bool(last.numbers) != bool(amendment.numbers) or not is_counted((*last.numbers[-1:], *amendment.numbers)):
        return False
    head, _, number = (last.place, *last.others)[-1].label.rpartition(" ")
    is_boxed = number.startswith("(")
    after = following(number.strip("()"))
    return after != "" and amendment.place.label == f"{head} {f'({after})' if is_boxed else after}"


def _joined(run: Sequence[Amendment]) -> Amendment:
    others = tuple(each.place for each in run[1:])
    return run[0]._replace(others=others, numbers=tuple(each.numbers[0] for each in run))
