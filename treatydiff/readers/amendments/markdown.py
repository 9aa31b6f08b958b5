"""Amendments as `treatydiff.writers.amendments` writes them, and as people change them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.amendments.notation import EXACTLY, digest, exact_item, read_item
from treatydiff.errors import AmendmentsError
from treatydiff.model import Amendments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import Amendment

_HEAD: Final = re.compile(r"<!-- treatydiff amendments 1, for the draft ([0-9a-f]{16}) -->")
_ITEM: Final = re.compile(r"\d{1,9}[.)] +(?:\*\*(?:\(MOD\)|MOD|ADD|SUP|SUP\\\* ADD\\\*)\*\* )?(.*)")
_MEND: Final = "write it as treatydiff writes it, or delete the item"


class _Item(NamedTuple):
    """The lines of an item without their indent, and the line of the file on which it begins."""

    lines: list[str]
    line: int


def read(data: bytes, path: str) -> Amendments:
    """Read the numbered items of a list of amendments; everything else in the file is for people.

    Raises:
        AmendmentsError: the file does not say for which draft it is, or an item cannot be understood.

    """
    text = data.decode("utf-8-sig", errors="replace")
    head = _HEAD.search(text)
    if head is None:
        raise AmendmentsError(
            "this file does not say which draft it amends",
            mend="give a list that treatydiff compare wrote (.amendments.md or .amendments.xml)",
            subject=path,
        )
    return Amendments(tuple(_amendment(one, path) for one in _items(text)), head[1])


def _items(text: str) -> Iterator[_Item]:
    current: _Item | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if found := _ITEM.fullmatch(line):
            if current:
                yield current
            current = _Item([found[1]], number)
        elif current and (not line.strip() or line[0] in " \t"):
            current.lines.append(line.strip())
        elif current:
            yield current
            current = None
    if current:
        yield current


def _amendment(one: _Item, path: str) -> Amendment:
    lines, exact = _parted(one.lines)
    if exact:
        if digest(lines) != exact[1]:
            raise _error("the words were changed, but not their exact form in the comment behind them", one.line, path)
        found = exact_item(exact[2])
    else:
        found = read_item(lines)
    if found is None:
        raise _error("this is no instruction that is known here", one.line, path)
    return found


def _parted(lines: Sequence[str]) -> tuple[list[str], re.Match[str] | None]:
    """Part an item into its sentence and quotation, and the comment that holds its exact form."""
    exact: re.Match[str] | None = None
    said: list[str] = []
    quotation: list[str] = []
    for line in lines:
        if found := EXACTLY.fullmatch(line):
            exact = found
        elif line.startswith(">"):
            quotation.append(line)
        elif line:
            said.append(line)
    return [" ".join(said), *quotation], exact


def _error(problem: str, line: int, path: str) -> AmendmentsError:
    mend = "delete the comment, if the words say all" if "comment" in problem else _MEND
    return AmendmentsError(problem, mend=mend, subject=path, place=f"line {line}")
