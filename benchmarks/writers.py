"""What all reports together cost beside the comparison that they are written from: ratios within one run.

    python benchmarks/writers.py [OLD NEW] [--runs 5]

In each round the two drafts are compared once and the comparison is written once in every format, in processor seconds of this
process and of those that it starts. What is printed for each writer, and for all of them, is the median over the rounds of the
time and of its ratio to the comparison of the same round. A first round that imports what the formats need is not counted, and
as on the command line Python does not look for garbage meanwhile.
"""

from __future__ import annotations

import argparse
import gc
import resource
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from treatydiff import api
from treatydiff.errors import TreatyDiffError
from treatydiff.writers import COMPARISON_WRITERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from treatydiff.model import Comparison, Document

DRAFTS = Path(__file__).parent.parent / "drafts" / "cybercrime"


class Round(NamedTuple):
    """Processor seconds of one comparison, and of each writer by its name."""

    compare: float
    writers: dict[str, float]


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = _spent()
    work()
    return _spent() - start


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _able(comparison: Comparison) -> list[str]:
    """Give the names of the writers that can write here: one may need an extra that is not installed."""
    found = []
    for writer in COMPARISON_WRITERS:
        try:
            api.render(comparison, writer.name)
        except (ImportError, TreatyDiffError) as error:
            print(f"left out: {writer.name} ({error})\n")
        else:
            found.append(writer.name)
    return found


def _measured(old: Document, new: Document, names: list[str]) -> Round:
    compared: list[Comparison] = []
    seconds = _seconds(lambda: compared.append(api.compare(old, new)))
    return Round(seconds, {name: _seconds(lambda name=name: api.render(compared[0], name)) for name in names})  # type: ignore[misc]


def _row(name: str, seconds: list[float], rounds: list[Round]) -> str:
    times = median(own / each.compare for own, each in zip(seconds, rounds, strict=True))
    return f"| {name} | {median(seconds) * 1000:.0f} | {times:.2f} |"


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old", nargs="?", default=str(DRAFTS / "cnd.xml"))
    parser.add_argument("new", nargs="?", default=str(DRAFTS / "final.xml"))
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    old, new = api.read(args.old), api.read(args.new)
    names = _able(api.compare(old, new))
    gc.disable()
    rounds = [_measured(old, new, names) for _ in range(args.runs)]
    print("| writer | processor ms | times the comparison |")
    print("|---|---|---|")
    print(_row("(comparison)", [each.compare for each in rounds], rounds))
    for name in names:
        print(_row(name, [each.writers[name] for each in rounds], rounds))
    print(_row(f"all {len(names)}", [sum(each.writers.values()) for each in rounds], rounds))


if __name__ == "__main__":
    main()
