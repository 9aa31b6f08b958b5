"""The whole history of a treaty at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.history.outcomes import options, reopened
from treatydiff.history.paths import paths, reversals
from treatydiff.history.tally import tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.history.outcomes import OptionFate, Reopened
    from treatydiff.history.paths import Path
    from treatydiff.history.tally import Tally
    from treatydiff.model import History, Step


class Overview(NamedTuple):
    """What happened in all: each step counted, wordings that came back, the fate of options, agreed text that changed."""

    history: History
    steps: tuple[tuple[Step, Tally], ...]
    reversals: tuple[Path, ...]
    options: tuple[OptionFate, ...]
    reopened: tuple[Reopened, ...]


def overview(history: History) -> Overview:
    """Look over a history. Reversals of mere spelling are left out, and of those that two rules tell the first is kept."""
    return Overview(
        history,
        tuple((step, tally(history, step)) for step in history.steps),
        tuple(_of_substance(reversals(paths(history)))),
        options(history),
        reopened(history),
    )


def _of_substance(found: Iterable[Path]) -> Iterable[Path]:
    seen: set[tuple[str, tuple[tuple[int, str], ...]]] = set()
    for path in found:
        key = (path.line.id, tuple((stop.draft, stop.words.casefold()) for stop in path.stops))
        graded = {stop.finding.severity for stop in path.stops if stop.finding}
        if graded - {"info"} and key not in seen:
            seen.add(key)
            yield path
