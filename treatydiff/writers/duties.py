"""What a text asks of whom: as a table for the terminal, as CSV and as JSON."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal

import msgspec
from rich.text import Text

from treatydiff.version import __version__
from treatydiff.writers.cells import rows_as_csv, safe
from treatydiff.writers.screen import Screen, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.model import Duty
    from treatydiff.writers.writer import Layout

_MARGIN: Final = 4
_LONGEST_ACTION: Final = 200
_LONGEST_SUBJECT: Final = 120
_COLUMNS: Final = (
    "id",
    "clause",
    "actor",
    "subject",
    "operator",
    "meaning",
    "strength",
    "contested",
    "inherited",
    "action",
    "qualifiers",
    "conditions",
)


class Operator(msgspec.Struct, frozen=True):
    """An operator as written, what it is called, and how much it binds: 5 most, 0 frees, -1 binds nobody."""

    words: str
    name: str
    strength: int


class Asked(msgspec.Struct, frozen=True):
    """One operator of one clause; more than one where brackets leave the choice open."""

    id: str
    clause: str
    actor: str
    subject: str
    operators: list[Operator]
    contested: bool
    inherited: bool
    action: str
    qualifiers: list[str]
    conditions: list[str]


class DutiesFile(msgspec.Struct, frozen=True):
    """The obligations of one draft."""

    schema: Literal["treatydiff.duties/1"]
    generator: str
    duties: list[Asked]


def write_terminal(duties: Sequence[Duty], layout: Layout) -> bytes:
    """Write the inventory clause by clause: who, under which operator, what, with what room and under which conditions."""
    screen = Screen(layout)
    for label, asked in groupby(duties, key=lambda duty: duty.clause.label):
        screen.line(Text(printable(label), "bold"))
        for duty in asked:
            _line(screen, duty)
    screen.line()
    screen.line(_summary(duties))
    return screen.bytes()


def _line(screen: Screen, duty: Duty) -> None:
    who = duty.actor or _shortened(duty.subject, _LONGEST_SUBJECT)
    said = f"{who}: " if who else ""
    screen.line(Text.assemble(printable(said), (printable(_meaning(duty)), "bold")), indent=_MARGIN // 2)
    if duty.action:
        screen.line(printable(_shortened(duty.action, _LONGEST_ACTION)), indent=_MARGIN)
    for name, phrases in (("room", duty.qualifiers), ("condition", duty.conditions)):
        if phrases:
            screen.line(Text(printable(f"{name}: {'; '.join(phrases)}"), "dim"), indent=_MARGIN)


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _meaning(duty: Duty) -> str:
    said = " or ".join(f"{one.name} ({one.words})" for one in duty.operators)
    notes = [note for note, there in (("contested", duty.is_contested), ("from the chapeau", duty.is_inherited)) if there]
    return ", ".join((said, *notes))


def _summary(duties: Sequence[Duty]) -> str:
    clauses = len({duty.clause.id for duty in duties})
    names = [operator.name for duty in duties for operator in duty.operators[:1]]
    counted = ", ".join(
        f"{names.count(name):,} {name}" for name in sorted(set(names), key=lambda name: (-names.count(name), name))
    )
    return f"{len(duties):,} operators in {clauses:,} clauses{': ' if counted else ''}{counted}."


def write_csv(duties: Sequence[Duty], _layout: Layout) -> bytes:
    """Write one row for each operator, as UTF-8 with a byte order mark, so that spreadsheets know the encoding.

    A choice that brackets leave open is parted by " / ", phrases by "; ". No cell can start a formula.
    """
    return rows_as_csv(_COLUMNS, ([safe(cell) for cell in _cells(duty)] for duty in duties))


def _cells(duty: Duty) -> tuple[str, ...]:
    return (
        duty.clause.id,
        duty.clause.label,
        duty.actor,
        duty.subject,
        " / ".join(one.words for one in duty.operators),
        " / ".join(one.name for one in duty.operators),
        " / ".join(str(one.strength) for one in duty.operators if one.strength >= 0),
        "yes" if duty.is_contested else "no",
        "yes" if duty.is_inherited else "no",
        duty.action,
        "; ".join(duty.qualifiers),
        "; ".join(duty.conditions),
    )


def write_json(duties: Sequence[Duty], _layout: Layout) -> bytes:
    """Write the inventory as one JSON object in UTF-8, indented by two spaces."""
    asked = [
        Asked(
            duty.clause.id,
            duty.clause.label,
            duty.actor,
            duty.subject,
            [Operator(*one) for one in duty.operators],
            duty.is_contested,
            duty.is_inherited,
            duty.action,
            list(duty.qualifiers),
            list(duty.conditions),
        )
        for duty in duties
    ]
    file = DutiesFile("treatydiff.duties/1", f"treatydiff {__version__}", asked)
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"
